"""委託の団体に見てもらう: the owner of a series lets an organisation that is named there under 委託 read its counts, or no longer."""

from datetime import date, datetime
from uuid import UUID

from app.storage import shared_counts
from app.storage.acts import record_series
from app.storage.transactions import write


async def share_counts(
    owner_id: UUID, series_id: UUID, organisation_id: UUID, *, now: datetime, today: date
) -> bool:
    """Share; False, and nothing is done, for a series of somebody else or an organisation that does not commission it."""

    async def work() -> bool:
        done = await shared_counts.share_counts(owner_id, series_id, organisation_id, today)
        if done:
            await record_series("report_shared", series_id, now, day=today, organisation_id=owner_id)
        return done

    return await write(work)


async def end_sharing(
    owner_id: UUID, series_id: UUID, organisation_id: UUID, *, now: datetime, today: date
) -> bool:
    """Share no longer; at once, for every session. False if it was not shared."""

    async def work() -> bool:
        done = await shared_counts.end_sharing(owner_id, series_id, organisation_id)
        if done:
            await record_series("sharing_ended", series_id, now, day=today, organisation_id=owner_id)
        return done

    return await write(work)
