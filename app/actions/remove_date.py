"""Take one session away: tapped off the list of dates."""

from datetime import datetime
from uuid import UUID

from app.actions.session_changes import call_off, take_away
from app.domain.kept import Kept
from app.storage import lines
from app.storage.acts import record_sessions
from app.storage.session_rows import locked_session, sessions_on_nominal
from app.storage.transactions import write
from app.storage.versions import touch


async def remove_date(session_id: UUID, *, now: datetime) -> tuple[Kept, ...]:
    """No session there any more: deleted if nobody can have seen or reserved it, else cancelled; those cancelled.

    The rule does not make it again. Where another part of the day goes on, it is cancelled in any case, since the rule
    remembers whole days only. Raises Unknown.
    """

    async def work() -> tuple[Kept, ...]:
        session = await locked_session(session_id)
        await record_sessions("date_removed", [session_id], now)
        cancelled = await _remove(session, now)
        await touch("programme", now)
        return cancelled

    return await write(work)


async def _remove(session: Kept, now: datetime) -> tuple[Kept, ...]:
    if session.line_id is None or session.by_hand:
        return await take_away([session], None, now)
    others = await sessions_on_nominal(session.line_id, session.nominal)
    if any(each.id != session.id and each.state != "cancelled" for each in others):
        return await call_off(session, None, now)
    await lines.answer_date(session.line_id, session.nominal, "closed", None)
    return await take_away([session], None, now)
