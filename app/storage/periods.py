"""Named periods of an organisation (お盆, 夏休み): arguments of reading words."""

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias
from uuid import UUID

import msgspec

from app.domain.periods import Period, spans_by_name
from app.domain.recurrence.cursor import Periods
from app.domain.recurrence.holidays import DEC29_JAN3, YearEnd
from app.domain.recurrence.rule import MonthDay
from app.storage.engine import rows
from app.storage.records import Row

STORED: TypeAlias = dict[str, list[tuple[date, date]]]


WORDED = """
SELECT line.id, line.words, line.anchor, line.timetable, series.id AS series_id, series.title
FROM line JOIN series ON series.id = line.series_id
WHERE {} = (
    SELECT ownership.organisation_id FROM ownership
    WHERE ownership.series_id = series.id AND ownership.first <= {} ORDER BY ownership.first DESC LIMIT 1
)
ORDER BY series.slug, line.position, line.id
"""
SET = "UPDATE organisation SET named_periods = {}, year_end_first = {}, year_end_last = {} WHERE id = {}"


async def periods_of(organisation_id: UUID | None) -> Periods:
    """The periods an organisation has set, by name; none for an unknown organisation."""
    return spans_by_name(await _stored(organisation_id))


async def period_list(organisation_id: UUID) -> tuple[Period, ...]:
    """The periods an organisation has set, by name and day."""
    stored = await _stored(organisation_id)
    return tuple(sorted(Period(name, *span) for name, spans in stored.items() for span in spans))


async def _stored(organisation_id: UUID | None) -> STORED:
    found = await rows("SELECT named_periods FROM organisation WHERE id = {}", organisation_id)
    return msgspec.json.decode(found[0]["named_periods"], type=STORED) if found else {}


async def save_periods(organisation_id: UUID, periods: Iterable[Period], year_end: YearEnd) -> None:
    """Keep the periods and 年末年始 of an organisation instead of those it had."""
    stored: STORED = {}
    for each in periods:
        stored.setdefault(each.name, []).append((each.first, each.last))
    ends = (f"{day.month:02}-{day.day:02}" for day in (year_end.first, year_end.last))
    await rows(SET, msgspec.json.encode(stored).decode(), *ends, organisation_id)


async def worded_lines(organisation_id: UUID, today: date) -> list[Row]:
    """The lines of the series an organisation owns: id, words, anchor, timetable, series_id, title."""
    return await rows(WORDED, organisation_id, today)


async def year_end_of(organisation_id: UUID | None) -> YearEnd:
    """年末年始 as an organisation has set it; 12/29 to 1/3 for an unknown one."""
    found = await rows(
        "SELECT year_end_first, year_end_last FROM organisation WHERE id = {}", organisation_id
    )
    if not found:
        return DEC29_JAN3
    return YearEnd(month_day(found[0]["year_end_first"]), month_day(found[0]["year_end_last"]))


def month_day(text: str) -> MonthDay:
    """The day of every year of 12-29."""
    return MonthDay(int(text[:2]), int(text[3:]))
