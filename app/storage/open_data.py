"""What an import finds by name or source, and what it adds by name."""

import hashlib
from datetime import date
from uuid import UUID, uuid4

from msgspec import Struct

from app.domain.open_data import PREFIX, PRINT_LETTERS, OpenRow
from app.domain.text import searched
from app.storage.engine import rows
from app.storage.installation import put_organisation
from app.storage.series_rows import add_venue, free_slug

LONGEST_NAME = 200
PARTS = 3
UNCHANGED = frozenset({"source", "changed_at", "next_turn", "timetable"})
STANDING = (
    "SELECT * FROM series WHERE id = {}",
    "SELECT * FROM line WHERE series_id = {} ORDER BY position, id",
    "SELECT line_id, line_venue.position, venue_id, room_id FROM line_venue JOIN line ON line.id = line_id "
    "WHERE series_id = {} ORDER BY line_id, line_venue.position",
    "SELECT line_id, mode, seat, limit_kind, capacity FROM line_pool JOIN line ON line.id = line_id "
    "WHERE series_id = {} ORDER BY line_id, mode, seat",
    "SELECT line_id, date, answer, reason FROM line_date JOIN line ON line.id = line_id "
    "WHERE series_id = {} ORDER BY line_id, date",
)


class There(Struct, frozen=True):
    """A series that came from a table: prints of its row and of itself, as both were then."""

    series_id: UUID
    row: str
    state: str


async def series_there() -> dict[str, There]:
    """The series that came from tables, by the key of their row."""
    found = await rows("SELECT id, source FROM series WHERE substr(source, 1, 4) = {}", PREFIX)
    parted = ((row["id"], row["source"].rsplit("-", 2)) for row in found)
    return {parts[0]: There(id_, *parts[1:]) for id_, parts in parted if len(parts) == PARTS}


async def mark_source(series_id: UUID, row: OpenRow) -> None:
    """Keep where a series came from, so that it never comes twice, and how it stood then."""
    source = f"{row.key}-{row.print}-{await standing_of(series_id)}"
    await rows("UPDATE series SET source = {} WHERE id = {}", source, series_id)


async def standing_of(series_id: UUID) -> str:
    """A short print of all that people can change about a series and its lines; another one after any change."""
    found = [
        [
            {name: value for name, value in row.items() if name not in UNCHANGED}
            for row in await rows(query, series_id)
        ]
        for query in STANDING
    ]
    said = repr(
        [[sorted((name, str(value)) for name, value in row.items()) for row in each] for each in found]
    )
    return hashlib.sha256(said.encode()).hexdigest()[:PRINT_LETTERS]


async def set_bounds(line_id: UUID, first: date | None, last: date | None) -> None:
    """From and until of a line."""
    await rows("UPDATE line SET first = {}, last = {} WHERE id = {}", first, last, line_id)


async def organisation_by_name(name: str, area: str | None, phone: str | None) -> tuple[UUID, bool]:
    """The organisation of a name in a town, made where there is none; and whether it is new."""
    if there := await _by_name("organisation", name, area):
        return there, False
    organisation_id, slug = uuid4(), await free_slug("organisation")
    await put_organisation(organisation_id, slug, name[:LONGEST_NAME], area, phone=phone)
    return organisation_id, True


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
