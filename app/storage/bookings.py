"""Bookings of rooms. Whoever books touches the room first, then looks for an overlap, then inserts, in one write."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from uuid import UUID, uuid4

from msgspec import Struct

from app.domain.errors import Unknown
from app.domain.room_hours import RoomFacts, Use
from app.storage.bulk import chunks, insert_many
from app.storage.engine import rows
from app.storage.records import Row, rows_in, value_of

AT_ONCE = 500
ROOMS = """
SELECT room.id, room.venue_id, room.name, room.setup_minutes, room.clearing_minutes,
    venue.opens, venue.closes, room.opens AS own_opens, room.closes AS own_closes,
    (SELECT COUNT(*) FROM membership
     WHERE membership.venue_id = room.venue_id AND membership.role = 'venue_manager') AS managers
FROM room JOIN venue ON venue.id = room.venue_id
"""
HELD = """
SELECT id, room_id, session_id, purpose, state, held_from, held_until, reason FROM booking
WHERE state <> 'refused' AND held_from < {} AND held_until > {} AND room_id IN ([in])
ORDER BY held_from, id
"""
COLUMNS = ("id", "room_id", "session_id", "purpose", "state", "held_from", "held_until", "reason")


class Booking(Struct, frozen=True, kw_only=True):
    """The use of a room: wish and granted hold it, refused does not."""

    id: UUID
    room_id: UUID
    session_id: UUID | None = None
    purpose: str | None = None
    state: str = "wish"
    held_from: datetime
    held_until: datetime
    reason: str | None = None

    @property
    def use(self) -> Use:
        """When it holds the room."""
        return Use(self.held_from, self.held_until)


async def rooms_by_id(ids: Iterable[UUID]) -> dict[UUID, RoomFacts]:
    """Rooms by id with the hours of their venue, and whether it has a manager; unknown ids are missing."""
    found = await rows_in(f"{ROOMS} WHERE room.id IN ([in])", set(ids))
    return {row["id"]: _room_of(row) for row in found}


async def rooms_of_venue(venue_id: UUID) -> tuple[RoomFacts, ...]:
    """The rooms of a venue in their order."""
    found = await rows(f"{ROOMS} WHERE room.venue_id = {{}} ORDER BY room.position, room.name", venue_id)
    return tuple(_room_of(row) for row in found)


def _room_of(row: Row) -> RoomFacts:
    opens, closes = row["own_opens"] or row["opens"], row["own_closes"] or row["closes"]
    return value_of(RoomFacts, row, opens=opens, closes=closes, managed=row["managers"] > 0)


async def room_named(room_id: UUID) -> RoomFacts:
    """The room of an id. Raises Unknown."""
    found = await rooms_by_id({room_id})
    if room_id not in found:
        raise Unknown
    return found[room_id]


async def touch_rooms(ids: Iterable[UUID]) -> None:
    """Keep everybody else from booking these rooms until this write ends."""
    for room_id in sorted(set(ids)):
        # One after the other in the order of ids, so that two writes never wait for each other in a ring.
        await rows("UPDATE room SET touched = touched + 1 WHERE id = {}", room_id)


async def held_between(room_ids: Iterable[UUID], first: datetime, last: datetime) -> tuple[Booking, ...]:
    """The bookings that hold these rooms at any time between two instants, by start."""
    wanted = sorted(set(room_ids))
    if not wanted:
        return ()
    marks = ", ".join("{}" for _ in wanted)
    found = await rows(HELD.replace("[in]", marks), last, first, *wanted)
    return tuple(value_of(Booking, row) for row in found)


async def add_bookings(wanted: Sequence[Booking]) -> None:
    """Store bookings. Inside the write that touched their rooms and looked."""
    await insert_many("booking", COLUMNS, [tuple(getattr(each, name) for name in COLUMNS) for each in wanted])


async def bookings_of(session_ids: Iterable[UUID]) -> tuple[Booking, ...]:
    """The bookings of sessions, by start."""
    found = [
        row
        for chunk in chunks(sorted(set(session_ids)), AT_ONCE)
        for row in await rows_in("SELECT * FROM booking WHERE session_id IN ([in])", chunk)
    ]
    return tuple(sorted((value_of(Booking, row) for row in found), key=lambda each: each.held_from))


async def bookings_by_id(ids: Iterable[UUID]) -> tuple[Booking, ...]:
    """Bookings by id; unknown ids are missing."""
    found = await rows_in("SELECT * FROM booking WHERE id IN ([in]) ORDER BY held_from, id", set(ids))
    return tuple(value_of(Booking, row) for row in found)


async def bookings_of_venue(venue_id: UUID, first: datetime, last: datetime) -> tuple[Booking, ...]:
    """All bookings of a venue's rooms that touch the time between two instants, refused ones too, by start."""
    found = await rows(
        "SELECT booking.* FROM booking JOIN room ON room.id = booking.room_id WHERE room.venue_id = {} "
        "AND booking.held_from < {} AND booking.held_until > {} ORDER BY booking.held_from, booking.id",
        venue_id,
        last,
        first,
    )
    return tuple(value_of(Booking, row) for row in found)


async def decide(ids: Iterable[UUID], state: str, reason: str | None) -> None:
    """Grant or refuse bookings, with the reason."""
    wanted = sorted(set(ids))
    marks = ", ".join("{}" for _ in wanted)
    statement = f"UPDATE booking SET state = {{}}, reason = {{}} WHERE id IN ({marks})"  # noqa: S608 -- only marks
    await rows(statement, state, reason, *wanted)


async def release(session_ids: Iterable[UUID]) -> None:
    """Give back the rooms of sessions."""
    for chunk in chunks(sorted(set(session_ids)), AT_ONCE):
        await rows_in("DELETE FROM booking WHERE session_id IN ([in])", chunk)


async def release_bookings(ids: Iterable[UUID]) -> None:
    """Give back rooms by booking."""
    await rows_in("DELETE FROM booking WHERE id IN ([in])", set(ids))


def new_booking(
    room: RoomFacts, use: Use, *, session_id: UUID | None = None, purpose: str | None = None
) -> Booking:
    """A booking that is about to be stored: granted at once where nobody manages the venue, else a wish."""
    return Booking(
        id=uuid4(),
        room_id=room.id,
        session_id=session_id,
        purpose=purpose,
        state="wish" if room.managed else "granted",
        held_from=use.held_from,
        held_until=use.held_until,
    )


async def vacate_times(line_ids: Iterable[UUID]) -> dict[UUID, time | None]:
    """部屋を空ける時刻 of lines."""
    found = await rows_in("SELECT id, vacate FROM line WHERE id IN ([in])", set(line_ids))
    return {row["id"]: row["vacate"] for row in found}
