"""The facilitators' link of one session. Only the hash of its token is kept."""

from datetime import datetime
from uuid import UUID, uuid4

from msgspec import Struct

from app.storage.engine import rows
from app.storage.records import value_of

ADD = """
INSERT INTO door_link (id, session_id, version, token_hash, made_at) VALUES ({}, {}, 1, {}, {})
ON CONFLICT DO NOTHING RETURNING version
"""
RENEW = """
UPDATE door_link SET version = {}, token_hash = {}, made_at = {}, ended_at = NULL WHERE id = {} AND version = {}
RETURNING version
"""
END = "UPDATE door_link SET ended_at = {} WHERE session_id = {} AND ended_at IS NULL RETURNING id"


class DoorLink(Struct, frozen=True, kw_only=True):
    """The link of a session. version counts how often it was made; ended_at None: it may open the door."""

    id: UUID
    session_id: UUID
    version: int
    made_at: datetime
    ended_at: datetime | None = None


def new_link_id() -> UUID:
    """An id that no other has."""
    return uuid4()


async def add_link(link_id: UUID, session_id: UUID, token_hash: str, now: datetime) -> bool:
    """The first link of a session. False if it has one."""
    return bool(await rows(ADD, link_id, session_id, token_hash, now))


async def renew_link(link_id: UUID, version: int, token_hash: str, now: datetime) -> bool:
    """The link of the next version; the one before opens nothing any more. False if it was renewed meanwhile."""
    return bool(await rows(RENEW, version, token_hash, now, link_id, version - 1))


async def end_link(session_id: UUID, now: datetime) -> bool:
    """The link opens nothing any more. False if none did before."""
    return bool(await rows(END, now, session_id))


async def link_of_session(session_id: UUID) -> DoorLink | None:
    """The link that was made last for a session, ended or not; None if there never was one."""
    return await one_where("session_id", session_id)


async def link_of_hash(token_hash: str) -> DoorLink | None:
    """The link of a token, by its hash, unless it was ended by hand."""
    found = await one_where("token_hash", token_hash)
    return found if found and found.ended_at is None else None


async def one_where(column: str, value: object) -> DoorLink | None:
    """The link with that value in a unique column."""
    found = await rows(f"SELECT * FROM door_link WHERE {column} = {{}}", value)  # noqa: S608 -- our own names
    return value_of(DoorLink, found[0]) if found else None
