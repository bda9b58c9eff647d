"""What belongs to the door of one session: its note, whether it takes reservations, and what has changed there."""

from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from typing import Any
from uuid import UUID

from app.storage.engine import rows
from app.storage.records import rows_in
from app.storage.session_rows import lock_sessions

SAVE_NOTE = """
INSERT INTO door_note (session_id, text) VALUES ({}, {})
ON CONFLICT (session_id) DO UPDATE SET text = excluded.text
"""
# All that a page of the door shows, in an order that stays.
SHOWN = (
    "SELECT id AS session_id, date, starts, ends, state, taking, cancel_reason FROM session WHERE id IN ([in])",
    "SELECT * FROM pool WHERE session_id IN ([in]) ORDER BY id",
    "SELECT session_id, id, nickname, role, given_up, arrived, gone FROM reservation WHERE session_id IN ([in]) ORDER BY id",
    "SELECT reservation.session_id, place.* FROM place JOIN reservation ON reservation.id = place.reservation_id"
    " WHERE reservation.session_id IN ([in]) ORDER BY place.id",
    "SELECT * FROM door_note WHERE session_id IN ([in])",
)
MARK_LENGTH = 16


async def note_of(session_id: UUID) -> str:
    """The note of a session, empty if there is none."""
    found = await rows("SELECT text FROM door_note WHERE session_id = {}", session_id)
    return str(found[0]["text"]) if found else ""


async def locked_note(session_id: UUID) -> str:
    """The same, and nobody else changes it until this write ends."""
    await lock_sessions([session_id])
    return await note_of(session_id)


async def save_note(session_id: UUID, text: str) -> None:
    """The note, in the place of another; an empty one is none."""
    if text:
        await rows(SAVE_NOTE, session_id, text)
    else:
        await rows("DELETE FROM door_note WHERE session_id = {}", session_id)


async def set_taking(session_id: UUID, *, taking: bool) -> bool:
    """Whether new reservations are taken. False if nothing has changed by it."""
    changed = await rows(
        "UPDATE session SET taking = {} WHERE id = {} AND taking = {} RETURNING id",
        taking,
        session_id,
        not taking,
    )
    return bool(changed)


async def add_above(pool_id: UUID, heads: int) -> None:
    """So many more heads were welcomed beyond the capacity; fewer, where one was a mistap."""
    await rows("UPDATE pool SET above = above + {} WHERE id = {}", heads, pool_id)


async def forget_door(session_id: UUID) -> None:
    """Note and link go with the nicknames."""
    await rows("DELETE FROM door_note WHERE session_id = {}", session_id)
    await rows("DELETE FROM door_link WHERE session_id = {}", session_id)


async def marks_of(session_ids: Iterable[UUID]) -> dict[UUID, str]:
    """What stands for all that the door of each session shows: another mark, and something has changed."""
    wanted = tuple(session_ids)
    digests: dict[UUID, Any] = defaultdict(sha256)
    for statement in SHOWN:
        for row in await rows_in(statement, wanted):
            digests[row["session_id"]].update(repr(sorted(row.items())).encode())
    return {session_id: digest.hexdigest()[:MARK_LENGTH] for session_id, digest in digests.items()}
