"""月を締める: the figures of a month and the definition they were counted by are kept as they stand, for good."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.acts import Act
from app.domain.errors import Refused
from app.domain.month import last_day, month_of
from app.domain.registration import ends_at
from app.storage.acts import record_act
from app.storage.report import belongs, counted_now
from app.storage.report_months import freeze_month, touch_open_month
from app.storage.session_filters import Filter
from app.storage.sessions import sessions_of
from app.storage.transactions import write


async def close_month(
    organisation_id: UUID, month: date, *, now: datetime, zone: ZoneInfo, staff_id: UUID | None = None
) -> None:
    """Close a month; nothing opens it again. Raises MonthClosed if it is, Refused before it is over.

    The month is touched first: a correction under way is either in the figures, or comes too late and is told so.
    """
    first, last = month_of(month), last_day(month)

    async def work() -> None:
        await touch_open_month(organisation_id, first)
        await require_over(organisation_id, last, now, zone)
        sessions = await counted_now(organisation_id, first, last, now=now, zone=zone)
        await freeze_month(organisation_id, first, sessions, staff_id=staff_id, now=now)
        await record_act(Act(what="month_closed", organisation_id=organisation_id, date=first), now)

    await write(work)


async def require_over(organisation_id: UUID, last: date, now: datetime, zone: ZoneInfo) -> None:
    """Raise Refused while the month, or a session that began in it, is not over."""
    if now.astimezone(zone).date() <= last:
        raise Refused("この月は、まだ終わっていません。翌月になってから締めてください。")
    wanted = Filter(first=last, last=last, organisation_id=organisation_id, listed_only=False)
    for session in await sessions_of(wanted):
        if (
            belongs(session, organisation_id)
            and session.state != "cancelled"
            and now < ends_at(session, zone)
        ):
            raise Refused("まだ終わっていない回があります。終わってから締めてください。")
