"""受付を止める: a session takes no new reservations, until it is opened again. Those who have a place keep it."""

from datetime import datetime
from uuid import UUID

from app.domain.acts import What
from app.storage.acts import record_sessions
from app.storage.doors import set_taking
from app.storage.transactions import write
from app.storage.versions import touch


async def close_reception(session_id: UUID, now: datetime) -> None:
    """Take no new reservations. Repeating it does nothing."""
    await change(session_id, now, taking=False)


async def open_reception(session_id: UUID, now: datetime) -> None:
    """Take reservations again, as the series says. Repeating it does nothing."""
    await change(session_id, now, taking=True)


async def change(session_id: UUID, now: datetime, *, taking: bool) -> None:
    """The change, and public pages that say so."""

    async def work() -> None:
        if await set_taking(session_id, taking=taking):
            what: What = "reception_opened" if taking else "reception_closed"
            await record_sessions(what, [session_id], now)
            await touch("availability", now)

    await write(work)
