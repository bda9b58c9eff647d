"""Add a date by hand (＋日付): to a promise, to words that were not understood, or beside a rule."""

from datetime import date, datetime, time, tzinfo
from uuid import UUID

from app.actions.extend import Making, making_ahead
from app.actions.extend_linked import extend_linked
from app.actions.hold_rooms import TOKYO, RoomWish, hold_rooms
from app.actions.outcome import leave_tasks
from app.domain.errors import Refused, Unknown, Unusable
from app.domain.kept import New
from app.domain.month import day_words
from app.domain.planning import Line, Place, owner_of, place_of, rest_on
from app.domain.recurrence.rule import Hours
from app.domain.series_wish import HandDate
from app.storage.acts import record_sessions
from app.storage.lines import deal, lines_by_id, lock_lines
from app.storage.session_rows import add_pools, add_sessions, new_id, same_slot
from app.storage.sessions import session_by_id
from app.storage.transactions import write
from app.storage.versions import touch


class AlreadyThere(Refused):
    """The line has a session on that day at that time."""

    code = "already_there"
    sentence = "その日は、もう予定に入っています。"


async def add_date(
    line_id: UUID,
    wish: HandDate,
    *,
    now: datetime,
    today: date,
    zone: tzinfo = TOKYO,
    form_id: UUID | None = None,
    owner_id: UUID | None = None,
) -> UUID:
    """A planned session on a date typed by hand; its id. In a month that is out it waits for the next edition.

    With the `form_id` of one that was made before, nothing new is made. `owner_id` is who asks: what lies before or
    behind a hand-over is another's.

    Raises Unknown, Unusable for a day that is over, too far off or another's, AlreadyThere, Refused on a closed day.
    """

    async def work() -> UUID:
        await lock_lines([line_id])
        line = (await lines_by_id([line_id], today)).get(line_id)
        if line is None:
            raise Unknown
        if form_id and await session_by_id(form_id):
            return form_id
        if owner_id and owner_of(line.owners, wish.date) != owner_id:
            raise Unusable("その日は、ほかの団体が受けもちます。ほかの日を選んでください。", "date")
        session_id = await place_date(line, wish, await making_ahead(now, today, zone), form_id)
        await extend_linked(wish.date, wish.date, now, zone=zone)
        await record_sessions("date_added", [session_id], now)
        await touch("programme", now)
        return session_id

    return await write(work)


async def place_date(line: Line, wish: HandDate, making: Making, form_id: UUID | None = None) -> UUID:
    """Store the session of a date typed by hand. Inside the write that locked the line."""
    check_day(wish.date, making)
    starts, ends = hours_for(line, wish)
    if await same_slot(line.id, wish.date, starts):
        raise AlreadyThere(f"{day_words(wish.date)}は、もう予定に入っています。")
    place = await _place(line, wish)
    closed = rest_on(
        making.closed, wish.date, place.venue_id if place else None, owner_of(line.owners, wish.date)
    )
    if closed:
        raise Refused(f"{day_words(wish.date)}はお休みです（{closed}）。ほかの日を選んでください。")
    new = _new(form_id or new_id(), line, wish, (starts, ends), place)
    await add_sessions([new], making.now)
    await add_pools([(new.id, pool) for pool in line.pools])
    await _hold(line, new, place, making)
    return new.id


def _new(
    session_id: UUID, line: Line, wish: HandDate, hours: tuple[time | None, time | None], place: Place | None
) -> New:
    """The session of a date typed by hand."""
    return New(
        id=session_id,
        series_id=line.series_id,
        line_id=line.id,
        nominal=wish.date,
        part=session_id.hex,
        date=wish.date,
        starts=hours[0],
        ends=hours[1],
        by_hand=True,
        shown=line.visible,
        theme=wish.theme or None,
        venue_id=place.venue_id if place else None,
    )


def check_day(day: date, making: Making) -> None:
    """Raises Unusable for a day before today or beyond ten years."""
    if day < making.today:
        raise Unusable("過ぎた日は入れられません。これからの日を選んでください。", "date")
    if day.year > making.today.year + 10:
        raise Unusable("日付が遠すぎます。年を確かめてください。", "date")


def hours_for(line: Line, wish: HandDate) -> tuple[time | None, time | None]:
    """The hours typed, or those of the line where nothing was typed and it has only one kind."""
    if wish.starts or wish.ends:
        return wish.starts, wish.ends
    kinds = hours_of_line(line)
    return (kinds[0].start, kinds[0].end) if len(kinds) == 1 else (None, None)


def hours_of_line(line: Line) -> tuple[Hours, ...]:
    """The kinds of hours a line has, each once."""
    entries = line.timetable.entries if line.timetable else ()
    return tuple(dict.fromkeys(hours for entry in entries for hours in entry.hours))


async def _place(line: Line, wish: HandDate) -> Place | None:
    """The place typed; else the line's one, or the next turn of its rotation."""
    if wish.place or len(line.places) < 2:
        return wish.place or place_of(line, 0)
    return place_of(line, await deal(line.id, 1))


async def _hold(line: Line, new: New, place: Place | None, making: Making) -> None:
    if place is None or place.room_id is None:
        return
    wish = RoomWish(
        session_id=new.id,
        room_id=place.room_id,
        date=new.date,
        starts=new.starts,
        ends=new.ends,
        vacate=line.vacate,
    )
    await leave_tasks(line, await hold_rooms([wish], making.zone), making.now)
