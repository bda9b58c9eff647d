"""Answer a date that was asked about: 開く, or 休み. The rule remembers the answer."""

from datetime import datetime
from uuid import UUID

from app.actions.session_changes import take_away
from app.domain.kept import Kept
from app.storage import lines
from app.storage.acts import record_sessions
from app.storage.session_rows import change_session, locked_session, sessions_on_nominal
from app.storage.transactions import write
from app.storage.versions import touch


async def open_date(session_id: UUID, *, now: datetime) -> tuple[Kept, ...]:
    """開く: the sessions of this date of the line are asked about no more; those it concerned. Raises Unknown."""

    async def work() -> tuple[Kept, ...]:
        session = await locked_session(session_id)
        asked = await _same_date(session)
        for each in asked:
            await change_session(each, now, quietly=True, flag=None, flag_text=None)
        if session.line_id and not session.by_hand:
            await lines.answer_date(session.line_id, session.nominal, "open", None)
        await record_sessions("date_answered", [session_id], now)
        await touch("programme", now)
        return asked

    return await write(work)


async def close_date(session_id: UUID, reason: str | None, *, now: datetime) -> tuple[Kept, ...]:
    """休み: no session on this date of the line, nor later by extending; those that had to be cancelled.

    A session somebody may have seen or reserved is cancelled with the reason, any other is deleted. Raises Unknown.
    """
    words = (reason or "").strip() or None

    async def work() -> tuple[Kept, ...]:
        session = await locked_session(session_id)
        if session.line_id and not session.by_hand:
            await lines.answer_date(session.line_id, session.nominal, "closed", words)
        await record_sessions("date_removed", [session_id], now)
        standing = [each for each in await _same_date(session) if each.state != "cancelled"]
        cancelled = await take_away(standing, words, now)
        await touch("programme", now)
        return cancelled

    return await write(work)


async def _same_date(session: Kept) -> tuple[Kept, ...]:
    """The sessions that an answer about this one's date concerns: a rule's answer is for the whole nominal date."""
    if session.line_id is None or session.by_hand:
        return (session,)
    return await sessions_on_nominal(session.line_id, session.nominal)
