"""What a venue manager settles: the rooms, the opening hours, and uses of a room that are no session."""

from datetime import date, datetime, time, tzinfo
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from app.actions.book_room import book_use, grant
from app.domain.acts import Act
from app.domain.errors import Unknown, Unusable
from app.domain.room_hours import use_of
from app.domain.text import read_line, read_lines
from app.storage.acts import record_act
from app.storage.bookings import Booking, held_between, room_named, touch_rooms
from app.storage.rooms import RoomWords, add_room, change_room, set_hours
from app.storage.transactions import write
from app.storage.versions import touch

LONGEST_NAME = 60
LONGEST_PURPOSE = 100
LONGEST_OPENING = 500
MOST_MINUTES = 240


async def save_room(venue_id: UUID, words: RoomWords, now: datetime, *, room_id: UUID | None = None) -> None:
    """Add a room to a venue, or change the one of an id. Bookings that stand keep the time they hold.

    Raises Unusable for a name, minutes or hours that cannot be, Unknown for a room of another venue.
    """
    checked = replace(words, name=checked_name(words))
    check_hours(words.opens, words.closes)

    async def work() -> None:
        if room_id is None:
            await add_room(venue_id, checked)
        elif not await change_room(room_id, venue_id, checked):
            raise Unknown
        await record_act(Act(what="venue_changed", venue_id=venue_id), now)
        await touch("programme", now)

    await write(work)


def checked_name(words: RoomWords) -> str:
    """The name as it is kept. Raises Unusable, naming the field."""
    for field in ("setup_minutes", "clearing_minutes"):
        if not 0 <= getattr(words, field) <= MOST_MINUTES:
            raise Unusable("0分から240分までで書いてください。", field)
    name = read_line(words.name, "name", LONGEST_NAME)
    if not name:
        raise Unusable("部屋の名前を書いてください。", "name")
    return name


def check_hours(opens: time | None, closes: time | None) -> None:
    """Raises Unusable for hours that do not go on."""
    if opens and closes and closes <= opens:
        raise Unusable("閉まる時刻は、開く時刻より後にしてください。", "closes")


async def save_hours(
    venue_id: UUID, opens: time | None, closes: time | None, text: str | None, now: datetime
) -> None:
    """Set the opening hours of a venue. Bookings that stand stay. Raises Unusable for hours that do not go on."""
    check_hours(opens, closes)
    words = read_lines(text or "", "opening_text", LONGEST_OPENING) or None

    async def work() -> None:
        await set_hours(venue_id, opens, closes, words)
        await record_act(Act(what="venue_changed", venue_id=venue_id), now)
        await touch("programme", now)

    await write(work)


class OwnUse(Struct, frozen=True):
    """A use of a room that is no session."""

    room_id: UUID
    day: date
    starts: time
    ends: time
    purpose: str = ""


async def book_own_use(wish: OwnUse, *, venue_id: UUID, now: datetime, zone: tzinfo) -> Booking:
    """Book a room of one's own venue, granted at once. Sent twice it is booked once.

    Raises Unknown for a room of another venue, Unusable for hours that do not go on, RoomTaken with the nearest free times.
    """
    purpose = read_line(wish.purpose, "purpose", LONGEST_PURPOSE)

    async def work() -> Booking:
        await touch_rooms([wish.room_id])
        room = await room_named(wish.room_id)
        if room.venue_id != venue_id:
            raise Unknown
        use = use_of(room, wish.day, wish.starts, wish.ends, vacate=None, zone=zone)
        for held in await held_between([room.id], use.held_from, use.held_until):
            if held.use == use and held.session_id is None and held.purpose == (purpose or "使用中"):
                return held
        booking = await book_use(room.id, wish.day, wish.starts, wish.ends, purpose, zone=zone, now=now)
        if booking.state == "wish":
            await grant([booking.id], venue_id=venue_id, now=now)
        await touch("programme", now)
        return booking

    return await write(work)
