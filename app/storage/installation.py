"""The organisations and venues of the installation, and how many people look after each. Nobody who takes part."""

from uuid import UUID

from app.storage.engine import rows
from app.storage.records import Row
from app.storage.tables import OrganisationRow, VenueRow

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


async def put_organisation(
    organisation_id: UUID, slug: str, name: str, area: str | None, *, phone: str | None = None
) -> None:
    """A new organisation, listed."""
    row = OrganisationRow(id=organisation_id, slug=slug, name=name, area=area, phone=phone)
    await OrganisationRow.insert(row)


async def put_venue(
    venue_id: UUID, slug: str, name: str, area: str | None, address: str | None, *, address_public: bool
) -> None:
    """A new venue, listed. Nobody manages it yet, so its use needs no leave."""
    row = VenueRow(
        id=venue_id, slug=slug, name=name, area=area, address=address, address_public=address_public
    )
    await VenueRow.insert(row)


async def is_there(kind: str, id_: UUID) -> bool:
    """Whether there is an organisation or a venue of this id."""
    return bool(await rows(f"SELECT id FROM {kind} WHERE id = {{}}", id_))  # noqa: S608 -- our own names


async def installed_organisations() -> list[Row]:
    """id, slug, name, area and `people`: how many organise, by slug."""
    return await rows(ORGANISATIONS, True)


async def installed_venues() -> list[Row]:
    """The same of venues, `people` being those who look after them."""
    return await rows(VENUES, True)
