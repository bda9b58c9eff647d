"""Sessions that follow another one: a consultation after each salon."""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from itertools import groupby
from uuid import UUID

from app.actions.hold_rooms import RoomWish, hold_rooms
from app.actions.outcome import Extended, leave_tasks
from app.domain.kept import New
from app.domain.planning import Line, Rest, after_parent, off_by, owner_of, place_of
from app.domain.session_ids import session_id
from app.storage.lines import lines_of_series, lock_lines, rests
from app.storage.linked import Lacking, lacking_children
from app.storage.series_rows import lock_series
from app.storage.session_rows import add_pools, add_sessions, with_free_ids
from app.storage.transactions import write
from app.storage.versions import touch


async def extend_linked(first: date, last: date, now: datetime, *, zone: tzinfo) -> Extended:
    """Give every session of a parent series the linked one it lacks, between two dates."""
    seen = await lacking_children(first, last)
    if not seen:
        return Extended()

    async def work() -> Extended:
        # What lacks is read again behind the lock: a linked series may have no line that could be locked instead.
        await lock_series(each.child_series_id for each in seen)
        done = Extended()
        for series_id, group in groupby(
            await lacking_children(first, last), lambda each: each.child_series_id
        ):
            done += await _extend_series(series_id, list(group), now, zone)
        await touch("programme", now)
        return done

    return await write(work)


async def _extend_series(
    series_id: UUID, lacking: Sequence[Lacking], now: datetime, zone: tzinfo
) -> Extended:
    lines = await lines_of_series(series_id, lacking[0].date)
    line = lines[0] if lines else Line(id=series_id, series_id=series_id)
    await lock_lines([line.id])
    wanted = [parent for parent in lacking if not _is_closed(line, parent.nominal)]
    closed = await rests(min(parent.date for parent in lacking))
    new = await with_free_ids([_child(line, parent, bool(lines), closed) for parent in wanted])
    await add_sessions(new, now)
    await add_pools([(each.id, pool) for each in new for pool in line.pools])
    conflicts = await hold_rooms(_wishes(line, new), zone)
    await leave_tasks(line, conflicts, now)
    return Extended(len(new), len(conflicts))


def _is_closed(line: Line, nominal: date) -> bool:
    answer = line.answers.get(nominal)
    return answer is not None and answer.answer == "closed"


def _child(line: Line, parent: Lacking, has_line: bool, closed: tuple[Rest, ...]) -> New:
    place = place_of(line, 0)
    venue_id = place.venue_id if place else parent.venue_id
    part = str(parent.id)
    return New(
        id=session_id(line.series_id, line.id, parent.nominal, part),
        series_id=line.series_id,
        line_id=line.id if has_line else None,
        nominal=parent.nominal,
        part=part,
        date=parent.date,
        starts=after_parent(parent.ends, parent.gap),
        shown=line.visible,
        venue_id=venue_id,
        parent_id=parent.id,
        **off_by(closed, parent.date, venue_id, owner_of(line.owners, parent.date)),
    )


def _wishes(line: Line, new: Sequence[New]) -> list[RoomWish]:
    place = place_of(line, 0)
    if place is None or place.room_id is None:
        return []
    return [
        RoomWish(
            session_id=each.id,
            room_id=place.room_id,
            date=each.date,
            starts=each.starts,
            ends=each.ends,
            vacate=line.vacate,
        )
        for each in new
        if not each.reason
    ]
