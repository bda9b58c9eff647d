"""Named periods of an organisation (お盆, 夏休み): arguments of reading words."""

from datetime import date
from uuid import UUID

import msgspec

from app.domain.recurrence.cursor import Periods
from app.domain.recurrence.rule import DatedSpan
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
