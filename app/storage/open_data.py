"""What an import finds by name or source, and what it adds by name."""

from uuid import UUID, uuid4

from app.domain.text import searched
from app.storage.engine import rows
from app.storage.records import rows_in
from app.storage.series_rows import add_venue, free_slug
from app.storage.tables import OrganisationRow

LONGEST_NAME = 200


async def keys_there(keys: set[str]) -> set[str]:
    """Which of the source keys series have already."""
    found = await rows_in("SELECT source FROM series WHERE source IN ([in])", keys)
    return {row["source"] for row in found}


async def mark_source(series_id: UUID, key: str) -> None:
    """Keep where a series came from, so that it never comes twice."""
    await rows("UPDATE series SET source = {} WHERE id = {}", key, series_id)


async def organisation_by_name(name: str, area: str | None, phone: str | None) -> tuple[UUID, bool]:
    """The organisation of a name in a town, made where there is none; and whether it is new."""
    if there := await _by_name("organisation", name, area):
        return there, False
    row = OrganisationRow(
        id=uuid4(),
        slug=await free_slug("organisation"),
        name=name[:LONGEST_NAME],
        area=area,
        phone=phone,
    )
    await OrganisationRow.insert(row)
    return row.id, True


async def venue_by_name(name: str, area: str | None, address: str | None) -> tuple[UUID, bool]:
    """The venue of a name in a town, made where there is none; and whether it is new."""
    if there := await _by_name("venue", name, area):
        return there, False
    return await add_venue(name[:LONGEST_NAME], area, address), True


async def _by_name(table: str, name: str, area: str | None) -> UUID | None:
    """The one whose name is spelt alike, in the same town or in one that nobody has said."""
    found = await rows(f"SELECT id, name, area FROM {table} ORDER BY slug")  # noqa: S608 -- our own names
    alike = [row for row in found if searched(row["name"]) == searched(name)]
    same = [row for row in alike if row["area"] == area] or [
        row for row in alike if None in (row["area"], area)
    ]
    there: UUID | None = same[0]["id"] if same else None
    return there
