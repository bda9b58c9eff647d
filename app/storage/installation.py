"""The organisations and venues of the installation, and how many people look after each. Nobody who takes part."""

from uuid import UUID

from app.storage.engine import rows
from app.storage.records import Row

ADD_ORGANISATION = """
INSERT INTO organisation (id, slug, name, area, year_end_first, year_end_last, named_periods, listed)
VALUES ({}, {}, {}, {}, '12-29', '01-03', '{{}}', {}) ON CONFLICT (id) DO NOTHING RETURNING id
"""
ADD_VENUE = """
INSERT INTO venue (id, slug, name, area, address, address_public, listed)
VALUES ({}, {}, {}, {}, {}, {}, {}) ON CONFLICT (id) DO NOTHING RETURNING id
"""
ORGANISATIONS = """
SELECT organisation.id, organisation.slug, organisation.name, organisation.area, COUNT(staff.id) AS people
FROM organisation
LEFT JOIN membership ON membership.organisation_id = organisation.id AND membership.role = 'organiser'
LEFT JOIN staff ON staff.id = membership.staff_id AND staff.active = {}
GROUP BY organisation.id, organisation.slug, organisation.name, organisation.area ORDER BY organisation.slug
"""
VENUES = """
SELECT venue.id, venue.slug, venue.name, venue.area, COUNT(staff.id) AS people FROM venue
LEFT JOIN membership ON membership.venue_id = venue.id AND membership.role = 'venue_manager'
LEFT JOIN staff ON staff.id = membership.staff_id AND staff.active = {}
GROUP BY venue.id, venue.slug, venue.name, venue.area ORDER BY venue.slug
"""


async def put_organisation(organisation_id: UUID, slug: str, name: str, area: str | None) -> bool:
    """A new organisation, listed. False if one of this id is there already."""
    return bool(await rows(ADD_ORGANISATION, organisation_id, slug, name, area, True))


async def put_venue(venue_id: UUID, slug: str, name: str, area: str | None, address: str | None) -> bool:
    """A new venue, listed, its address on receipts only until somebody says otherwise. False if it is there already."""
    return bool(await rows(ADD_VENUE, venue_id, slug, name, area, address, False, True))


async def is_there(kind: str, id_: UUID) -> bool:
    """Whether there is an organisation or a venue of this id."""
    return bool(await rows(f"SELECT id FROM {kind} WHERE id = {{}}", id_))  # noqa: S608 -- our own names


async def installed_organisations() -> list[Row]:
    """id, slug, name, area and `people`: how many organise, by slug."""
    return await rows(ORGANISATIONS, True)


async def installed_venues() -> list[Row]:
    """The same of venues, `people` being those who look after them."""
    return await rows(VENUES, True)
