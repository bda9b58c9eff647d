"""Book rooms: ask, grant, refuse and give back, many dates in one act."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from uuid import UUID

from msgspec import Struct

from app.actions.hold_rooms import TOKYO, Conflict, RoomWish, hold_rooms
from app.actions.taken_room import RoomTaken, free_words, nearest, taken_error
from app.domain.acts import Act
from app.domain.errors import Unknown, Unusable
from app.domain.kept import Kept
from app.domain.month import day_words
from app.domain.planning import Rest, rest_on
from app.domain.room_hours import RoomFacts, use_of
from app.storage.acts import record_act, record_sessions
from app.storage.bookings import (
    Booking,
    add_bookings,
    bookings_by_id,
    bookings_of,
    decide,
    held_between,
    new_booking,
    release,
    release_bookings,
    room_named,
    rooms_by_id,
    touch_rooms,
    vacate_times,
)
from app.storage.lines import rests
from app.storage.owners import owner_id_on
from app.storage.session_rows import change_session, kept_sessions, lock_sessions
from app.storage.tasks import add_tasks, settle
from app.storage.transactions import write
from app.storage.versions import touch


class Asked(Struct, frozen=True):
    """What became of sessions that asked for a room: those that hold it, and those that met a booking, with the reason."""

    booked: tuple[UUID, ...] = ()
    taken: tuple[tuple[UUID, RoomTaken], ...] = ()


async def ask_room(
    session_ids: Sequence[UUID], room_id: UUID, *, now: datetime, zone: tzinfo = TOKYO
) -> Asked:
    """Ask for a room for many sessions in one act; a venue without a manager grants at once.

    A session gives its earlier room back when it gets this one. Those that meet a booking keep what they had, and come
    back with the reason and the nearest free times; so do those that are called off, or lie on a day on which the venue
    is closed. Raises Unknown for an unknown room.
    """

    async def work() -> Asked:
        room = await room_named(room_id)
        await lock_sessions(session_ids)
        await touch_rooms([room_id])
        sessions = await kept_sessions(session_ids)
        closed = await rests(min((each.date for each in sessions), default=date.max))
        done: list[UUID] = []
        taken: list[tuple[UUID, RoomTaken]] = []
        for session in sessions:
            fault = _needless(session, room, closed) or await _ask(session, room, zone, now)
            if fault:
                taken.append((session.id, fault))
            else:
                done.append(session.id)
                await _settled(session, room, now)
        await record_sessions("room_asked", done, now, venue_id=room.venue_id)
        await touch("programme", now)
        return Asked(tuple(done), tuple(taken))

    return await write(work)


def _needless(session: Kept, room: RoomFacts, closed: tuple[Rest, ...]) -> RoomTaken | None:
    """Why a session needs no room there, if it does not."""
    if session.state == "cancelled":
        return RoomTaken(f"{session.words}はお休みの回です。部屋は要りません。")
    reason = rest_on(closed, session.date, room.venue_id, None)
    return RoomTaken(f"{day_words(session.date)}は会場がお休みです（{reason}）。") if reason else None


async def _ask(session: Kept, room: RoomFacts, zone: tzinfo, now: datetime) -> RoomTaken | None:
    before = await bookings_of([session.id])
    wish = await wish_of(session, room.id)
    await release([session.id])
    conflicts = await hold_rooms([wish], zone)
    if not conflicts:
        return None
    await add_bookings(before)
    return await taken_error(conflicts[0], zone, now)


async def _settled(session: Kept, room: RoomFacts, now: datetime) -> None:
    await settle([session.id], ("room", "room_refused"), now)
    place = {} if session.venue_id == room.venue_id else {"venue_id": room.venue_id}
    await change_session(session, now, quietly=not place, **place)


async def wish_of(session: Kept, room_id: UUID) -> RoomWish:
    """What a session needs of a room."""
    vacate = (await vacate_times([session.line_id])).get(session.line_id) if session.line_id else None
    return RoomWish(
        session_id=session.id,
        room_id=room_id,
        date=session.date,
        starts=session.starts,
        ends=session.ends,
        vacate=vacate,
    )


async def book_use(
    room_id: UUID,
    day: date,
    starts: time,
    ends: time,
    purpose: str,
    *,
    zone: tzinfo = TOKYO,
    now: datetime | None = None,
) -> Booking:
    """Hold a room for something that is no session (使用中 to everyone else). now: times before it are not offered instead.

    Raises Unknown, Unusable for hours that do not go on, RoomTaken with the nearest free times.
    """
    if ends <= starts:
        raise Unusable("終わりの時刻は、始まりより後にしてください。", "ends")

    async def work() -> Booking:
        room = await room_named(room_id)
        await touch_rooms([room_id])
        use = use_of(room, day, starts, ends, vacate=None, zone=zone)
        met = await held_between([room_id], use.held_from, use.held_until)
        if met:
            wish = RoomWish(session_id=room_id, room_id=room_id, date=day, starts=starts, ends=ends)
            raise await taken_error(Conflict(wish, room, use, met[0]), zone, now)
        booking = new_booking(room, use, purpose=purpose or "使用中")
        await add_bookings([booking])
        if now:
            act = Act(what="room_used", venue_id=room.venue_id, about_id=room.id, date=day)
            await record_act(act, now)
        return booking

    return await write(work)


async def grant(booking_ids: Sequence[UUID], *, venue_id: UUID, now: datetime) -> int:
    """Grant bookings of a venue, many in one act; how many. A refused one is granted only if the room is still free.

    Raises Unknown if one of them is not of this venue, RoomTaken if a refused one has lost its room meanwhile.
    """

    async def work() -> int:
        found = await _of_venue(booking_ids, venue_id)
        for booking in found:
            if booking.state == "refused":
                await _still_free(booking)
            await decide([booking.id], "granted", None)
        await record_sessions("room_granted", sessions_of(found), now, venue_id=venue_id)
        await _tell(found, now)
        return len(found)

    return await write(work)


async def _still_free(booking: Booking) -> None:
    met = await held_between([booking.room_id], booking.held_from, booking.held_until)
    if any(other.id != booking.id for other in met):
        raise RoomTaken("断ったあとに、ほかの予約が入っています。決定にはできません。")


async def refuse(
    booking_ids: Sequence[UUID], reason: str, *, venue_id: UUID, now: datetime, zone: tzinfo = TOKYO
) -> int:
    """Refuse bookings of a venue, many in one act; how many. Each keeps the reason and the nearest free times.

    The owners of the sessions get a task. Raises Unusable without a reason, Unknown for bookings of another venue.
    """
    if not reason.strip():
        raise Unusable("理由を書いてください。主催の方に伝わります。", "reason")

    async def work() -> int:
        found = await _of_venue(booking_ids, venue_id)
        await decide([booking.id for booking in found], "refused", reason.strip())
        for booking in found:
            text = await _refusal(booking, reason.strip(), zone, now)
            await decide([booking.id], "refused", text)
            await _leave_task(booking, text, now)
        await record_sessions("room_refused", sessions_of(found), now, venue_id=venue_id)
        await _tell(found, now)
        return len(found)

    return await write(work)


async def _refusal(booking: Booking, reason: str, zone: tzinfo, now: datetime) -> str:
    """The reason with the nearest free times."""
    room = (await rooms_by_id([booking.room_id]))[booking.room_id]
    start = (booking.held_from + timedelta(minutes=room.setup_minutes)).astimezone(zone)
    wish = RoomWish(session_id=booking.id, room_id=room.id, date=start.date(), starts=start.time())
    free = await nearest(room, wish, booking.use, zone, now)
    return f"{reason}　空いている近い時間：{'、'.join(free_words(free))}" if free else reason


async def _leave_task(booking: Booking, text: str, now: datetime) -> None:
    if booking.session_id is None:
        return
    for session in await kept_sessions([booking.session_id]):
        owner = await owner_id_on(session.series_id, session.date)
        if owner:
            words = f"{session.words}の部屋は使えません。{text}"
            await add_tasks([(owner, session.id, "room_refused", words)], now)


async def _of_venue(booking_ids: Sequence[UUID], venue_id: UUID) -> tuple[Booking, ...]:
    """The bookings, their rooms touched. Raises Unknown if one of them is not of this venue, or gone."""
    seen = await bookings_by_id(booking_ids)
    rooms = await rooms_by_id(booking.room_id for booking in seen)
    await touch_rooms(rooms)
    # Read again: before the rooms were touched somebody else may have decided.
    found = await bookings_by_id(booking_ids)
    if len(found) < len(set(booking_ids)) or any(room.venue_id != venue_id for room in rooms.values()):
        raise Unknown
    return found


def sessions_of(bookings: Sequence[Booking]) -> list[UUID]:
    """The sessions that bookings are for."""
    return [booking.session_id for booking in bookings if booking.session_id]


async def _tell(bookings: Sequence[Booking], now: datetime) -> None:
    """What a page says of a room has changed with its booking."""
    for session in await kept_sessions(sessions_of(bookings)):
        await change_session(session, now, quietly=True)
    await touch("programme", now)


async def give_back(booking_ids: Sequence[UUID], *, venue_id: UUID, now: datetime) -> int:
    """Give rooms back; how many bookings there were. Raises Unknown for bookings of another venue."""

    async def work() -> int:
        found = await _of_venue(booking_ids, venue_id)
        await release_bookings(booking.id for booking in found)
        await record_act(Act(what="room_given_back", venue_id=venue_id, number=len(found)), now)
        await record_sessions("room_given_back", sessions_of(found), now, venue_id=venue_id)
        await _tell(found, now)
        return len(found)

    return await write(work)
