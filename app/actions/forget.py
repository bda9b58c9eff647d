"""忘れる: a day after a session its nicknames are counted once more, by mode, seat, role and way, and deleted."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.registration import forgets_at
from app.storage.doors import forget_door
from app.storage.pools import empty_after_forgetting, locked_pools, session_with_pools
from app.storage.tallies import add_tallies, delete_names, sessions_with_names
from app.storage.transactions import write


async def forget(now: datetime, zone: ZoneInfo) -> int:
    """Forget every session that ended 24 hours ago or more, each in a write of its own; how many were forgotten."""
    candidates = await sessions_with_names(now.astimezone(zone).date())
    return sum([await forget_session(session_id, now, zone) for session_id in candidates])


async def forget_session(session_id: UUID, now: datetime, zone: ZoneInfo) -> bool:
    """Forget the nicknames, nonces, note and link of a session, if it is time; whether it was."""

    async def work() -> bool:
        await locked_pools(session_id)
        session = await session_with_pools(session_id)
        if session is None or now < forgets_at(session, zone):
            return False
        await add_tallies(session_id)
        await delete_names(session_id)
        await forget_door(session_id)
        await empty_after_forgetting(session_id)
        return True

    return await write(work)
