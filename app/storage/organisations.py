"""Organisations, read."""

from uuid import UUID

from app.domain.programme import Organisation
from app.storage.engine import rows
from app.storage.records import Row, rows_in, value_of

BY_SLUG = """
SELECT * FROM organisation WHERE slug = {}
UNION ALL
SELECT organisation.* FROM organisation JOIN former_slug ON former_slug.target_id = organisation.id
WHERE former_slug.kind = 'organisation' AND former_slug.slug = {}
"""


def organisation_of(row: Row) -> Organisation:
    """The value of a row of the table."""
    return value_of(Organisation, row)


async def organisation_by_slug(slug: str) -> Organisation | None:
    """The organisation of a slug, also of one it gave up; None if there is none. Unlisted ones are found as well."""
    found = await rows(BY_SLUG, slug, slug)
    return organisation_of(found[0]) if found else None


async def organisations_by_id(ids: set[UUID]) -> dict[UUID, Organisation]:
    """Organisations by id; unknown ids are missing."""
    found = await rows_in("SELECT * FROM organisation WHERE id IN ([in])", ids)
    return {row["id"]: organisation_of(row) for row in found}


async def all_organisations(area: str | None = None) -> tuple[Organisation, ...]:
    """Every listed organisation (of an area), by area and slug."""
    found = await rows("SELECT * FROM organisation WHERE listed ORDER BY slug")
    listed = (organisation_of(row) for row in found if area is None or row["area"] == area)
    return tuple(sorted(listed, key=lambda organisation: organisation.area or ""))
