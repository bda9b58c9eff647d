"""Who owns a series on a date, for many dates at once."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from app.domain.planning import owner_of
from app.storage.records import rows_in

OWNERS = "SELECT series_id, first, organisation_id FROM ownership WHERE series_id IN ([in]) ORDER BY first"


async def owners_on(wanted: Iterable[tuple[UUID, date]]) -> dict[tuple[UUID, date], UUID]:
    """The owner of each (series, date); one without an owner is missing."""
    pairs = tuple(wanted)
    owners: dict[UUID, list[tuple[date, UUID]]] = defaultdict(list)
    for row in await rows_in(OWNERS, {series_id for series_id, _ in pairs}):
        owners[row["series_id"]].append((row["first"], row["organisation_id"]))
    found = {pair: owner_of(tuple(owners[pair[0]]), pair[1]) for pair in pairs}
    return {pair: owner for pair, owner in found.items() if owner}


async def owner_id_on(series_id: UUID, day: date) -> UUID | None:
    """The owner of a series on one day; None without one."""
    pair = series_id, day
    return (await owners_on([pair])).get(pair)


async def ownership_of(series_id: UUID) -> tuple[tuple[date, UUID], ...]:
    """The owners of a series with the date each begins, ascending."""
    found = await rows_in(OWNERS, [series_id])
    return tuple((row["first"], row["organisation_id"]) for row in found)
