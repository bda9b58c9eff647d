"""Hand a series over: from a date on another organisation owns it. Addresses, UIDs and subscriptions stay."""

from datetime import date, datetime
from uuid import UUID

from app.domain.errors import Unknown, Unusable
from app.storage.organisations import organisations_by_id
from app.storage.ownership import own
from app.storage.series_rows import change_series_row, series_row
from app.storage.transactions import write
from app.storage.versions import touch


async def hand_over(
    series_id: UUID, organisation_id: UUID, first: date, *, now: datetime, today: date
) -> None:
    """Let an organisation own a series from a date on: the owner of a session follows the session's date.

    What was published before keeps its editions. Raises Unusable for a date that is over, Unknown.
    """
    if first < today:
        raise Unusable("これからの日を選んでください。", "first")

    async def work() -> None:
        series = await series_row(series_id)
        if organisation_id not in await organisations_by_id({organisation_id}):
            raise Unknown
        await own(series["id"], organisation_id, first)
        await change_series_row(series_id, {}, now)
        await touch("programme", now)

    await write(work)
