"""How new the public content is: one number a kind, raised by every change, so that pages and feeds can be kept."""

import asyncio
from datetime import datetime
from typing import Literal

from msgspec import Struct

from app.storage.engine import DB, rows
from app.storage.tables import VersionRow
from app.storage.transactions import QUEUE

Kind = Literal["programme", "availability"]
SECONDS_SEEN = 0.5
RAISE = """
INSERT INTO version (kind, number, changed_at) VALUES ({}, 1, {})
ON CONFLICT (kind) DO UPDATE SET number = version.number + 1, changed_at = excluded.changed_at
"""


class Version(Struct, frozen=True):
    """The number of changes so far, and when the last one was (aware UTC)."""

    number: int
    changed_at: datetime


async def touch(kind: Kind, now: datetime) -> None:
    """Say that public content of a kind has changed. Inside the write that changes it, as its last statement."""
    await rows(RAISE, kind, now)


async def current() -> dict[str, Version]:
    """The version of each kind that ever changed; a kind that never did is missing."""
    found = await VersionRow.select()
    return {row["kind"]: Version(row["number"], row["changed_at"]) for row in found}


class Seen(Struct, frozen=True):
    """What was found, and when: on which engine, after how many writes of this process, at which time of its loop."""

    engine: object
    writes: int
    at: float
    found: dict[str, Version]


async def recent() -> dict[str, Version]:
    """The same without asking each time: after a write of this process as that left it, else at most half a second old."""
    seen, writes, at = LAST.seen, QUEUE.done, asyncio.get_running_loop().time()
    if seen and seen.engine is DB.engine and seen.writes == writes and 0 <= at - seen.at < SECONDS_SEEN:
        return seen.found
    found = await current()
    LAST.seen = Seen(DB.engine, writes, at, found)
    return found


class Last:
    """What this process saw last."""

    def __init__(self) -> None:
        self.seen: Seen | None = None


LAST = Last()
