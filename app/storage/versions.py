"""How new the public content is: one number a kind, raised by every change, so that pages and feeds can be kept."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from app.storage.engine import rows
from app.storage.tables import VersionRow

Kind = Literal["programme", "availability"]
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
