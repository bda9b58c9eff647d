"""The venue of a page; the guard has seen that it is theirs."""

from litestar.params import FromPath

from app.domain.errors import Unknown
from app.domain.programme import Venue
from app.storage.venues import venue_by_id, venue_by_slug
from app.web.guards import requires

GUARDS = [requires("venue_manager", of="venue")]


async def managed_venue(slug: FromPath[str]) -> Venue:
    """The venue of the slug in a path, with its address. Raises Unknown."""
    known = await venue_by_slug(slug)
    venue = await venue_by_id(known.id) if known else None
    if venue is None:
        raise Unknown
    return venue
