"""Venues, read. Public queries leave a private address out; `venue_by_id` keeps it, for receipts and staff."""

from uuid import UUID

from app.domain.programme import Venue
from app.domain.visibility import public_venue
from app.storage.engine import rows
from app.storage.records import Row, rows_in, value_of

BY_SLUG = """
SELECT * FROM venue WHERE slug = {}
UNION ALL
SELECT venue.* FROM venue JOIN former_slug ON former_slug.target_id = venue.id
WHERE former_slug.kind = 'venue' AND former_slug.slug = {}
"""
WITH_ROOMS = """
SELECT venue.id, venue.name, venue.area, venue.listed, room.id AS room_id, room.name AS room
FROM venue LEFT JOIN room ON room.venue_id = venue.id
ORDER BY venue.name, venue.id, room.position, room.name
"""
MANAGED = "SELECT DISTINCT venue_id FROM membership WHERE role = 'venue_manager' AND venue_id IS NOT NULL ORDER BY venue_id"


def venue_of(row: Row) -> Venue:
    """The value of a row of the table, private address included."""
    return value_of(Venue, row)


async def venue_by_slug(slug: str) -> Venue | None:
    """The venue of a slug (also of one it gave up) as everybody may see it; None if there is none."""
    found = await rows(BY_SLUG, slug, slug)
    return public_venue(venue_of(found[0])) if found else None


async def venue_by_id(venue_id: UUID) -> Venue | None:
    """The venue of an id with its address, even a private one: for receipts and staff only."""
    return (await venues_by_id({venue_id})).get(venue_id)


async def venues_by_id(ids: set[UUID]) -> dict[UUID, Venue]:
    """Venues by id, private addresses included; unknown ids are missing."""
    found = await rows_in("SELECT * FROM venue WHERE id IN ([in])", ids)
    return {row["id"]: venue_of(row) for row in found}


async def all_venues(area: str | None = None) -> tuple[Venue, ...]:
    """Every listed venue (of an area) as everybody may see it, by area and name; without an area last."""
    found = await rows("SELECT * FROM venue WHERE listed ORDER BY name, id")
    listed = (public_venue(venue_of(row)) for row in found if area is None or row["area"] == area)
    return tuple(sorted(listed, key=lambda venue: (venue.area is None, venue.area or "")))


async def venues_with_rooms() -> list[Row]:
    """Every venue once for each of its rooms (room_id and room None where it has none), by name and position."""
    return await rows(WITH_ROOMS)


async def managed_venues() -> tuple[UUID, ...]:
    """The venues that somebody looks after, in id order."""
    return tuple(row["venue_id"] for row in await rows(MANAGED))
