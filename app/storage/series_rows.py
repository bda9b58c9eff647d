"""Series and their addresses, written."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from app.domain.errors import Unknown, Unusable
from app.storage.engine import rows
from app.storage.installation import put_venue
from app.storage.records import Row

TRIES = 20
TAKEN = """
SELECT id FROM {table} WHERE slug = {{}} AND id <> {{}}
UNION ALL SELECT target_id FROM former_slug WHERE kind = {{}} AND slug = {{}} AND target_id <> {{}}
"""
NOBODY = UUID(int=0)
ADD_FORMER = """
INSERT INTO former_slug (id, kind, slug, target_id) VALUES ({}, {}, {}, {}) ON CONFLICT (kind, slug) DO NOTHING
"""
FIXED = {"internal": False, "source": None}


async def is_taken(kind: str, slug: str, besides: UUID = NOBODY) -> bool:
    """Whether a slug belongs, or ever belonged, to another series, venue or organisation."""
    found = await rows(TAKEN.format(table=kind), slug, besides, kind, slug, besides)
    return bool(found)


async def free_slug(kind: str, wanted: str = "", besides: UUID = NOBODY) -> str:
    """The wanted slug, or a short random one where none is wanted. Raises Unusable if it is taken."""
    if wanted:
        if await is_taken(kind, wanted, besides):
            raise Unusable("このアドレスは、もう使われています。ほかのものにしてください。", "slug")
        return wanted
    for _ in range(TRIES):
        slug = f"{kind[0]}-{secrets.token_hex(4)}"
        if not await is_taken(kind, slug):
            return slug
    raise Unusable("アドレスを決められませんでした。もう一度お試しください。", "slug")


async def add_series(columns: Mapping[str, Any], now: datetime) -> UUID:
    """A new series of these columns; its id."""
    values = {"id": uuid4(), **FIXED, **columns, "changed_at": now}
    marks = ", ".join("{}" for _ in values)
    await rows(f"INSERT INTO series ({', '.join(values)}) VALUES ({marks})", *values.values())  # noqa: S608 -- our own names
    series_id: UUID = values["id"]
    return series_id


async def series_row(series_id: UUID) -> Row:
    """The row of a series, its join link included: for its organisers. Raises Unknown."""
    found = await rows("SELECT * FROM series WHERE id = {}", series_id)
    if not found:
        raise Unknown
    return found[0]


async def lock_series(ids: Iterable[UUID]) -> None:
    """Keep everybody else from making sessions that follow in these series until this write ends."""
    for series_id in sorted(set(ids)):
        await rows("UPDATE series SET listed = listed WHERE id = {}", series_id)


async def change_series_row(series_id: UUID, columns: Mapping[str, Any], now: datetime) -> None:
    """Change columns of a series."""
    values = {**columns, "changed_at": now}
    assignments = ", ".join(f"{name} = {{}}" for name in values)
    await rows(f"UPDATE series SET {assignments} WHERE id = {{}}", *values.values(), series_id)  # noqa: S608 -- our own names


async def keep_former_slug(kind: str, slug: str, target_id: UUID) -> None:
    """Let an address that was given up still lead to its target, for good."""
    await rows(ADD_FORMER, uuid4(), kind, slug, target_id)


async def take_back_slug(kind: str, slug: str, target_id: UUID) -> None:
    """An address that its own series takes up again is no former one any more."""
    await rows(
        "DELETE FROM former_slug WHERE kind = {} AND slug = {} AND target_id = {}", kind, slug, target_id
    )


async def add_venue(name: str, area: str | None, address: str | None, *, address_public: bool = True) -> UUID:
    """A new venue that an organiser typed by name; its id."""
    venue_id, slug = uuid4(), await free_slug("venue")
    await put_venue(venue_id, slug, name, area, address, address_public=address_public)
    return venue_id
