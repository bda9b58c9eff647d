"""人数を直す: an organiser says how many came to a gathering that is over, until its month is closed."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.errors import Refused, Unknown, Unusable
from app.domain.heads import Correction
from app.domain.programme import Session
from app.domain.registration import ends_at
from app.storage.acts import record_sessions
from app.storage.heads import put_right
from app.storage.report import belongs
from app.storage.report_months import touch_open_month
from app.storage.session_rows import locked_session
from app.storage.sessions import session_by_id
from app.storage.transactions import write

MOST_HEADS = 9999


async def correct_heads(
    organisation_id: UUID,
    session_id: UUID,
    corrections: Sequence[Correction],
    *,
    now: datetime,
    zone: ZoneInfo,
) -> None:
    """Put the heads of a session right; none at all lets the count of the door stand again.

    Raises MonthClosed, Refused for one that is not over or was called off, Unknown for one of another organisation or a
    seat it does not have, Unusable for more heads than 9,999.
    """
    if any(max(each.reserved, each.walked_in) > MOST_HEADS for each in corrections):
        raise Unusable("9999 までの人数を書いてください。", "heads")

    async def work() -> None:
        await locked_session(session_id)
        session = await session_by_id(session_id)
        if session is None or not belongs(session, organisation_id):
            raise Unknown
        require_countable(session, now, zone)
        require_seats(session, corrections)
        await touch_open_month(organisation_id, session.date)
        await put_right(session_id, corrections)
        await record_sessions("heads_corrected", [session_id], now)

    await write(work)


def require_seats(session: Session, corrections: Sequence[Correction]) -> None:
    """Raise Unknown for a mode and seat the session does not have."""
    seats = {(pool.mode, pool.seat) for pool in session.pools}
    if not {(each.mode, each.seat) for each in corrections} <= seats:
        raise Unknown


def require_countable(session: Session, now: datetime, zone: ZoneInfo) -> None:
    """Raise Refused unless the session is over and was held."""
    if session.state == "cancelled":
        raise Refused("中止の回には、人数がありません。")
    if now < ends_at(session, zone):
        raise Refused("この回は、まだ終わっていません。終わってから直してください。")
