"""受付のリンク: an organiser lets a helper stand at the door of one session, without an account."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.door import LINK_ENDED, require_link_open
from app.domain.errors import Ended, Refused
from app.domain.programme import Session
from app.domain.secrets import door_token, looks_like_token, token_hash
from app.storage.acts import record_sessions
from app.storage.door_links import (
    DoorLink,
    add_link,
    end_link,
    link_of_hash,
    link_of_session,
    new_link_id,
    renew_link,
)
from app.storage.sessions import session_by_id
from app.storage.transactions import write

CHANGED = "リンクは、いま作り直されました。このページの新しい様子をご覧ください。"


async def make_door_link(session_id: UUID, seen: int, now: datetime, secret: bytes) -> str:
    """The token of a new link; the one before opens nothing any more.

    `seen` is the version the organiser looked at, 0 for none: sent again, the same form gives the same token. Raises
    Refused if the link was made anew or ended meanwhile.
    """

    async def work() -> str:
        link = await link_of_session(session_id)
        if link is None:
            return await first(session_id, now, secret)
        if link.version == seen:
            token = door_token(secret, link.id, seen + 1)
            if await renew_link(link.id, seen + 1, token_hash(token), now):
                await record_sessions("door_link_made", [session_id], now)
                return token
        if link.version == seen + 1 and link.ended_at is None:
            return door_token(secret, link.id, link.version)
        raise Refused(CHANGED)

    return await write(work)


async def first(session_id: UUID, now: datetime, secret: bytes) -> str:
    """The token of the first link of a session. Raises Refused if somebody was quicker."""
    link_id = new_link_id()
    token = door_token(secret, link_id, 1)
    if not await add_link(link_id, session_id, token_hash(token), now):
        raise Refused(CHANGED)
    await record_sessions("door_link_made", [session_id], now)
    return token


async def end_door_link(session_id: UUID, now: datetime) -> None:
    """The link opens nothing any more. Repeating it does nothing."""

    async def work() -> None:
        if await end_link(session_id, now):
            await record_sessions("door_link_ended", [session_id], now)

    await write(work)


async def opened_door(token: str, now: datetime, zone: ZoneInfo) -> tuple[DoorLink, Session]:
    """The link of a token and its session, from the day before to the midnight after.

    Raises Ended for every other text and afterwards, NotYetOpen before.
    """
    link = await link_of_hash(token_hash(token)) if looks_like_token(token) else None
    session = await session_by_id(link.session_id) if link else None
    if link is None or session is None:
        raise Ended(LINK_ENDED)
    require_link_open(session, now, zone)
    return link, session
