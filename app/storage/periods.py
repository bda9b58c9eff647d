"""Named periods of an organisation (お盆, 夏休み): arguments of reading words."""

from datetime import date
from uuid import UUID

import msgspec

from app.domain.recurrence.cursor import Periods
from app.domain.recurrence.holidays import DEC29_JAN3, YearEnd
from app.domain.recurrence.rule import DatedSpan, MonthDay
from app.storage.engine import rows


async def periods_of(organisation_id: UUID | None) -> Periods:
    """The periods an organisation has set, by name; none for an unknown organisation."""
    found = await rows("SELECT named_periods FROM organisation WHERE id = {}", organisation_id)
    stored = (
        msgspec.json.decode(found[0]["named_periods"], type=dict[str, list[tuple[date, date]]])
        if found
        else {}
    )
    return {
        name: tuple(DatedSpan(first, last, name) for first, last in spans) for name, spans in stored.items()
    }


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
