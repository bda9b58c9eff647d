"""Set the named periods and 年末年始 of an organisation, and read its words again with them."""

from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from uuid import UUID

from msgspec import Struct

from app.actions.change_rule import change_rule
from app.actions.hold_rooms import TOKYO
from app.domain.acts import Act
from app.domain.periods import Period, check_periods
from app.domain.recurrence.holidays import YearEnd
from app.domain.recurrence.reading import Periods, read
from app.domain.recurrence.rule import Timetable, from_json, keep_parts
from app.storage.acts import record_act
from app.storage.periods import periods_of, save_periods, worded_lines
from app.storage.records import Row
from app.storage.transactions import write
from app.storage.versions import touch


class Reread(Struct, frozen=True):
    """A line whose words mean something else than before."""

    line_id: UUID
    series_id: UUID
    title: str
    words: str


async def set_periods(
    organisation_id: UUID,
    periods: Iterable[Period],
    year_end: YearEnd,
    *,
    now: datetime,
    today: date,
    zone: tzinfo = TOKYO,
) -> tuple[Reread, ...]:
    """Keep the periods instead of those before. Lines that waited for them get their dates: these come back.

    Dates that are there already are never changed silently: see `to_look_at`. Raises Misfilled.
    """
    checked = check_periods(periods)

    async def work() -> tuple[Reread, ...]:
        await save_periods(organisation_id, checked, year_end)
        await record_act(Act(what="periods_set", organisation_id=organisation_id), now)
        rows, known = await worded_lines(organisation_id, today), await periods_of(organisation_id)
        waiting = [row for row in rows if row["timetable"] is None and _timetable(row, known) is not None]
        for row in waiting:
            await change_rule(row["id"], row["words"], row["anchor"], now=now, today=today, zone=zone)
        await touch("programme", now)
        return tuple(map(_reread, waiting))

    return await write(work)


async def to_look_at(organisation_id: UUID, today: date) -> tuple[Reread, ...]:
    """The lines that lean on periods and would have other dates with those of now; their organiser sees the effect first."""
    rows, known = await worded_lines(organisation_id, today), await periods_of(organisation_id)
    return tuple(_reread(row) for row in rows if row["timetable"] is not None and _is_behind(row, known))


def _is_behind(row: Row, known: Periods) -> bool:
    if "bounds" not in read(row["words"], row["anchor"]).missing:
        return False
    stored, new = from_json(row["timetable"]), _timetable(row, known)
    return new is not None and keep_parts(stored, new) != stored


def _timetable(row: Row, known: Periods) -> Timetable | None:
    return read(row["words"], row["anchor"], known).timetable


def _reread(row: Row) -> Reread:
    return Reread(row["id"], row["series_id"], row["title"], row["words"])
