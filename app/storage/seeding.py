"""Adds what seed files hold and the store does not.

What is there is left alone, whatever its file says now: an organiser may have changed it. A series that is there keeps
its lines and roles; one that was deleted comes back when its file is loaded again.
"""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from msgspec import Struct
from piccolo.table import Table

from app.domain.seed_format import SeedFile, SeriesSeed
from app.storage import seed_rows as make
from app.storage.records import rows_in
from app.storage.seed_lines import line_rows
from app.storage.tables import (
    HostRow,
    InformationRow,
    LinePoolRow,
    LineRow,
    LineVenueRow,
    OrganisationRow,
    OwnershipRow,
    RoomRow,
    SeriesRow,
    VenueRow,
)

AT_ONCE = 100
"""Rows of one INSERT: well below the number of parameters that an engine takes."""


class Added(Struct, frozen=True):
    """How many things were not there before."""

    organisations: int = 0
    venues: int = 0
    series: int = 0
    information: int = 0

    def __add__(self, other: "Added") -> "Added":
        return Added(
            self.organisations + other.organisations,
            self.venues + other.venues,
            self.series + other.series,
            self.information + other.information,
        )

    @property
    def anything(self) -> bool:
        """Whether the file held anything new."""
        return self != Added()


async def add_seed_file(seed: SeedFile, setting: make.Setting) -> Added:
    """Add what is missing of a file, inside a write. How many things that were."""
    organisations = [make.organisation_row(each, setting) for each in seed.organisations]
    information = [make.information_row(each) for each in seed.information]
    return Added(
        organisations=await add_missing(OrganisationRow, organisations),
        venues=await add_venues(seed, setting),
        series=await add_series(seed.series, setting),
        information=await add_missing(InformationRow, information),
    )


async def add_venues(seed: SeedFile, setting: make.Setting) -> int:
    """Add the venues that are missing, with all their rooms."""
    rows = {each.slug: make.venue_row(each, setting) for each in seed.venues}
    there = await ids_there(VenueRow, [row.id for row in rows.values()])
    new = [each for each in seed.venues if rows[each.slug].id not in there]
    await insert(VenueRow, [rows[each.slug] for each in new])
    await insert(RoomRow, [room for each in new for room in make.room_rows(each)])
    return len(new)


async def add_series(seeds: Sequence[SeriesSeed], setting: make.Setting) -> int:
    """Add the series that are missing, with their owner, roles and lines."""
    there = await ids_there(SeriesRow, [make.seed_id("series", each.slug) for each in seeds])
    new = [each for each in seeds if make.seed_id("series", each.slug) not in there]
    await insert(SeriesRow, [make.series_row(each, setting) for each in new])
    await insert(OwnershipRow, [make.ownership_row(each) for each in new])
    await insert(HostRow, [row for each in new for row in make.host_rows(each)])
    lines = [row for each in new for row in line_rows(each, setting)]
    for table in (LineRow, LineVenueRow, LinePoolRow):
        await insert(table, [row for row in lines if isinstance(row, table)])
    return len(new)


async def add_missing(table: type[Table], rows: Sequence[Any]) -> int:
    """Add the rows whose ids are not there; how many."""
    there = await ids_there(table, [row.id for row in rows])
    new = [row for row in rows if row.id not in there]
    await insert(table, new)
    return len(new)


async def ids_there(table: type[Table], ids: Iterable[UUID]) -> set[UUID]:
    """Which of the ids a table has."""
    found = await rows_in(f"SELECT id FROM {table._meta.tablename} WHERE id IN ([in])", ids)  # noqa: S608 -- our own name
    return {row["id"] for row in found}


async def insert(table: type[Table], rows: Sequence[Table]) -> None:
    """Add rows, many in one statement."""
    for start in range(0, len(rows), AT_ONCE):
        await table.insert(*rows[start : start + AT_ONCE])
