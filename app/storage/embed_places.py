"""The sites that may show an organisation's dates in a frame, read and written."""

from collections.abc import Iterable
from uuid import UUID, uuid4

from app.storage.engine import rows

OF = "SELECT origin FROM embed_place WHERE organisation_id = {} ORDER BY origin"
ADD = "INSERT INTO embed_place (id, organisation_id, origin) VALUES ({}, {}, {}) ON CONFLICT DO NOTHING"


async def embed_places(organisation_id: UUID) -> tuple[str, ...]:
    """The origins of an organisation, in order of the alphabet."""
    return tuple(row["origin"] for row in await rows(OF, organisation_id))


async def save_embed_places(organisation_id: UUID, origins: Iterable[str]) -> None:
    """Keep these origins in the place of those before. Inside a write."""
    await rows("DELETE FROM embed_place WHERE organisation_id = {}", organisation_id)
    for origin in origins:
        await rows(ADD, uuid4(), organisation_id, origin)
