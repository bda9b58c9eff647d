"""Who has a part in series beside their owners, for many series at once."""

from collections import defaultdict
from uuid import UUID

from app.domain.programme import Host
from app.storage.organisations import organisations_by_id
from app.storage.records import rows_in


async def parts_of(series_ids: set[UUID]) -> dict[UUID, tuple[Host, ...]]:
    """共催, 後援 and the like of each series, by role and slug; a series without any is missing."""
    found = await rows_in(
        "SELECT series_id, organisation_id, role FROM host WHERE series_id IN ([in])", series_ids
    )
    organisations = await organisations_by_id({row["organisation_id"] for row in found})
    parts: dict[UUID, list[Host]] = defaultdict(list)
    for row in found:
        parts[row["series_id"]].append(
            Host(organisation=organisations[row["organisation_id"]], role=row["role"])
        )
    return {
        series_id: tuple(sorted(hosts, key=lambda host: (host.role, host.organisation.slug)))
        for series_id, hosts in parts.items()
    }
