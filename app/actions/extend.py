"""Make the sessions of the rolling fifteen months. May run as often as anyone likes: it makes only what is missing."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from app.actions.extend_linked import extend_linked
from app.actions.hold_rooms import TOKYO, Conflict, RoomWish, hold_rooms
from app.actions.outcome import Extended, leave_tasks
from app.domain.kept import New
from app.domain.planning import Key, Line, Planned, Rest, horizon, missing, off_by, owner_of
from app.domain.session_ids import session_id
from app.storage.bulk import chunks
from app.storage.lines import all_lines, deal, lines_by_id, lines_of_series, lock_lines, rests
from app.storage.session_rows import add_pools, add_sessions, taken_keys, with_free_ids
from app.storage.transactions import write
from app.storage.versions import touch

LINES_AT_ONCE = 60
NOT_MOVED: Mapping[date, date] = {}
EARLIER = timedelta(days=60)
"""A nominal date may lie before the window if a shift or a move has brought its session into it."""


class Making(Struct, frozen=True, kw_only=True):
    """One run: sessions from today to the last day (both included), around these closures."""

    today: date
    last: date
    closed: tuple[Rest, ...]
    now: datetime
    zone: tzinfo


async def making_ahead(now: datetime, today: date, zone: tzinfo) -> Making:
    """From today to the horizon, with the closures on these days."""
    return Making(today=today, last=horizon(today), closed=await rests(today), now=now, zone=zone)


async def extend(
    now: datetime,
    today: date,
    *,
    series_id: UUID | None = None,
    zone: tzinfo = TOKYO,
) -> Extended:
    """Make the sessions that lines (of one series, or of all) lack from today to the horizon.

    Linked series get theirs as well. A session whose room is taken is made without one, and a task is left.
    """
    making = await making_ahead(now, today, zone)
    found = await (lines_of_series(series_id, today) if series_id else all_lines(today))
    keys = await taken_keys([line.id for line in found], making.today - EARLIER)
    lacking = [line.id for line in found if _missing(line, keys[line.id], making)]
    done = Extended()
    for chunk in chunks(lacking, LINES_AT_ONCE):
        done += await _extend_lines(chunk, making)
    return done + await extend_linked(making.today, making.last, now, zone=zone)


def _missing(line: Line, keys: frozenset[Key], making: Making) -> tuple[Planned, ...]:
    return missing(line, keys, making.today, making.last, making.closed)


async def _extend_lines(line_ids: Sequence[UUID], making: Making) -> Extended:
    async def work() -> Extended:
        await lock_lines(line_ids)
        # Read again: what was found before the lock may have been changed since.
        lines = await lines_by_id(line_ids, making.today)
        keys = await taken_keys(line_ids, making.today - EARLIER)
        fresh = replace(making, closed=await rests(making.today))
        done = Extended()
        for line in lines.values():
            done += await make_line(line, keys[line.id], fresh)
        await touch("programme", making.now)
        return done

    return await write(work)


async def make_line(
    line: Line, keys: frozenset[Key], making: Making, moved: Mapping[date, date] = NOT_MOVED
) -> Extended:
    """Make what one line lacks, inside the write that locked it. moved: nominal dates that are held on another day."""
    planned = [_elsewhere(each, moved, line, making) for each in _missing(line, keys, making)]
    conflicts = await store_planned(line, planned, making.now, making.zone)
    await deal(line.id, len(planned))
    return Extended(len(planned), len(conflicts))


def _elsewhere(planned: Planned, moved: Mapping[date, date], line: Line, making: Making) -> Planned:
    """The session on the day its maker put it: a question about the first day has been answered by that."""
    day = moved.get(planned.nominal)
    if day is None:
        return planned
    venue_id = planned.place.venue_id if planned.place else None
    off = off_by(making.closed, day, venue_id, owner_of(line.owners, day))
    return replace(planned, date=day, flag=None, flag_text=None, **off)


async def store_planned(
    line: Line, planned: Sequence[Planned], now: datetime, zone: tzinfo
) -> list[Conflict]:
    """Store sessions of a line with their pools and rooms; those whose room is taken come back, with a task each."""
    new = await with_free_ids([new_session(line, each) for each in planned])
    await add_sessions(new, now)
    await add_pools([(each.id, pool) for each in new for pool in line.pools])
    conflicts = await hold_rooms(_wishes(line, new, planned), zone)
    await leave_tasks(line, conflicts, now)
    return conflicts


def _wishes(line: Line, new: Sequence[New], planned: Sequence[Planned]) -> list[RoomWish]:
    return [
        RoomWish(
            session_id=session.id,
            room_id=each.place.room_id,
            date=each.date,
            starts=each.starts,
            ends=each.ends,
            vacate=line.vacate,
        )
        for session, each in zip(new, planned, strict=True)
        if each.place and each.place.room_id and not each.reason
    ]


def new_session(line: Line, planned: Planned) -> New:
    """The session of a plan, with the id it will always have."""
    return New(
        id=session_id(planned.series_id, planned.line_id, planned.nominal, planned.part),
        series_id=planned.series_id,
        line_id=planned.line_id,
        nominal=planned.nominal,
        part=planned.part,
        date=planned.date,
        starts=planned.starts,
        ends=planned.ends,
        shown=line.visible,
        flag=planned.flag,
        flag_text=planned.flag_text,
        reason=planned.reason,
        closure_id=planned.closure_id,
        venue_id=planned.place.venue_id if planned.place else None,
    )
