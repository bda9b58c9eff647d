"""Who has a part in series beside their owners: read for many series at once, and written."""

from collections import defaultdict
from uuid import UUID, uuid4

from app.domain.hosts import in_print_order
from app.domain.programme import Host, Organisation
from app.storage.engine import rows
from app.storage.organisations import organisation_of, organisations_by_id
from app.storage.records import Row, rows_in

OF_SERIES = "SELECT * FROM host WHERE series_id IN ([in])"
ADD = "INSERT INTO host (id, series_id, organisation_id, name, role) VALUES ({}, {}, {}, {}, {})"


async def parts_of(series_ids: set[UUID]) -> dict[UUID, tuple[Host, ...]]:
    """共催, 後援 and the like of each series, as they are printed; a series without any is missing."""
    parts: dict[UUID, list[Host]] = defaultdict(list)
    for row, host in await _hosts(series_ids):
        parts[row["series_id"]].append(host)
    return {series_id: in_print_order(hosts) for series_id, hosts in parts.items()}


async def hosts_by_id(series_id: UUID) -> dict[UUID, Host]:
    """The parts in one series by their ids, as they are printed."""
    found = {row["id"]: host for row, host in await _hosts({series_id})}
    order = in_print_order(found.values())
    return dict(sorted(found.items(), key=lambda each: order.index(each[1])))


async def _hosts(series_ids: set[UUID]) -> list[tuple[Row, Host]]:
    found = await rows_in(OF_SERIES, series_ids)
    known = await organisations_by_id({row["organisation_id"] for row in found if row["organisation_id"]})
    return [
        (
            row,
            Host(organisation=known.get(row["organisation_id"]), role=row["role"], printed=row["name"] or ""),
        )
        for row in found
    ]


async def organisation_called(name: str) -> Organisation | None:
    """The listed organisation of exactly this name; None if there is none or more than one."""
    found = await rows("SELECT * FROM organisation WHERE name = {} AND listed", name)
    return organisation_of(found[0]) if len(found) == 1 else None


async def add_host(series_id: UUID, host: Host) -> None:
    """Give an organisation, or a printed name, a part in a series."""
    known = host.organisation.id if host.organisation else None
    await rows(ADD, uuid4(), series_id, known, None if known else host.printed, host.role)


async def drop_host(host_id: UUID, series_id: UUID) -> bool:
    """Take a part in a series away; False if the series has no such part."""
    found = await rows("DELETE FROM host WHERE id = {} AND series_id = {} RETURNING id", host_id, series_id)
    return bool(found)
