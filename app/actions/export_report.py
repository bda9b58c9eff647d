"""書き出す: a report leaves the house as a file, and the log of acts says who took it and for which time."""

from datetime import date, datetime
from uuid import UUID

from app.domain.acts import Act
from app.storage.acts import record_act
from app.storage.transactions import write


async def note_export(organisation_id: UUID, first: date, now: datetime) -> None:
    """Write down that the report from a day on was exported."""
    await write(
        lambda: record_act(Act(what="report_exported", organisation_id=organisation_id, date=first), now)
    )
