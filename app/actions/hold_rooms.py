"""Holding rooms for sessions inside a write: touch, look, insert."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, time, tzinfo
from uuid import UUID
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.domain.room_hours import RoomFacts, Use, use_of
from app.storage.bookings import Booking, add_bookings, held_between, new_booking, rooms_by_id, touch_rooms

TOKYO = ZoneInfo("Asia/Tokyo")


class RoomWish(Struct, frozen=True, kw_only=True):
    """A session that asks for a room."""

    session_id: UUID
    room_id: UUID
    date: date
    starts: time | None = None
    ends: time | None = None
    vacate: time | None = None


class Conflict(Struct, frozen=True):
    """A wish that met a booking, or that names a room which is not there any more (booking None)."""

    wish: RoomWish
    room: RoomFacts | None
    use: Use | None
    booking: Booking | None


async def hold_rooms(wishes: Sequence[RoomWish], zone: tzinfo = TOKYO) -> list[Conflict]:
    """Book a room for each wish that finds it free; the others come back. Inside a write.

    The rooms are touched before anybody looks, so that of two writes the second sees what the first has booked.
    """
    if not wishes:
        return []
    await touch_rooms(wish.room_id for wish in wishes)
    rooms = await rooms_by_id(wish.room_id for wish in wishes)
    uses = {wish.session_id: _use(wish, rooms, zone) for wish in wishes}
    held = await _held(rooms, [use for use in uses.values() if use])
    booked, conflicts = _allot(wishes, rooms, uses, held)
    await add_bookings(booked)
    return conflicts


def _use(wish: RoomWish, rooms: dict[UUID, RoomFacts], zone: tzinfo) -> Use | None:
    room = rooms.get(wish.room_id)
    return use_of(room, wish.date, wish.starts, wish.ends, vacate=wish.vacate, zone=zone) if room else None


async def _held(rooms: Iterable[UUID], uses: list[Use]) -> dict[UUID, list[Booking]]:
    """What holds the rooms already within the span of these uses."""
    held: dict[UUID, list[Booking]] = defaultdict(list)
    if uses:
        first, last = min(use.held_from for use in uses), max(use.held_until for use in uses)
        for booking in await held_between(rooms, first, last):
            held[booking.room_id].append(booking)
    return held


def _allot(
    wishes: Sequence[RoomWish],
    rooms: dict[UUID, RoomFacts],
    uses: dict[UUID, Use | None],
    held: dict[UUID, list[Booking]],
) -> tuple[list[Booking], list[Conflict]]:
    booked: list[Booking] = []
    conflicts: list[Conflict] = []
    for wish in wishes:
        room, use = rooms.get(wish.room_id), uses[wish.session_id]
        if room is None or use is None:
            conflicts.append(Conflict(wish, None, None, None))
            continue
        met = next((other for other in held[room.id] if use.overlaps(other.use)), None)
        if met:
            conflicts.append(Conflict(wish, room, use, met))
            continue
        booked.append(new_booking(room, use, session_id=wish.session_id))
        held[room.id].append(booked[-1])
    return booked, conflicts
