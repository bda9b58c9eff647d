"""Which counts an organisation lets the one that commissions a series (委託) read. Counts only; nothing here knows a name."""

from datetime import date
from uuid import UUID, uuid4

from msgspec import Struct

from app.storage.engine import rows
from app.storage.records import value_of

COMMISSIONING = "委託"
# Who owns a series on a day.
OWNER = """(
    SELECT ownership.organisation_id FROM ownership
    WHERE ownership.series_id = host.series_id AND ownership.first <= {} ORDER BY ownership.first DESC LIMIT 1
)"""
SHARE = f"""
INSERT INTO shared_count (id, series_id, owner_id, organisation_id)
SELECT {{}}, host.series_id, {{}}, host.organisation_id FROM host
WHERE host.series_id = {{}} AND host.organisation_id = {{}} AND host.role = {{}} AND {OWNER} = {{}}
ON CONFLICT DO NOTHING RETURNING id
"""  # noqa: S608 -- only constants
# Once the part in the series has ended, so has reading.
READABLE = """
SELECT shared_count.owner_id, shared_count.series_id FROM shared_count
WHERE shared_count.organisation_id = {} AND EXISTS (
    SELECT 1 FROM host WHERE host.series_id = shared_count.series_id
    AND host.organisation_id = shared_count.organisation_id AND host.role = {}
) ORDER BY shared_count.owner_id, shared_count.series_id
"""
OFFERED = f"""
SELECT series.id AS series_id, series.title, organisation.id AS organisation_id, organisation.name,
    EXISTS (
        SELECT 1 FROM shared_count WHERE shared_count.series_id = series.id
        AND shared_count.owner_id = {{}} AND shared_count.organisation_id = organisation.id
    ) AS shared, {OWNER} AS owner_id
FROM host JOIN series ON series.id = host.series_id JOIN organisation ON organisation.id = host.organisation_id
WHERE host.role = {{}} ORDER BY series.title, organisation.name, series.id
"""  # noqa: S608 -- only constants


class Commission(Struct, frozen=True, kw_only=True):
    """A series, the organisation that commissions it, and whether it may read the counts."""

    series_id: UUID
    title: str
    organisation_id: UUID
    name: str
    shared: bool


async def commissions_of(owner_id: UUID, today: date) -> tuple[Commission, ...]:
    """The commissioned series that an organisation owns on a day, and those it shared while it did, by title."""
    found = await rows(OFFERED, owner_id, today, COMMISSIONING)
    return tuple(
        value_of(Commission, row, shared=bool(row["shared"]))
        for row in found
        if row["owner_id"] == owner_id or row["shared"]
    )


async def share_counts(owner_id: UUID, series_id: UUID, organisation_id: UUID, today: date) -> bool:
    """Let an organisation read the counts. False if nothing has changed: it may already, or it does not commission it."""
    found = await rows(SHARE, uuid4(), owner_id, series_id, organisation_id, COMMISSIONING, today, owner_id)
    return bool(found)


async def end_sharing(owner_id: UUID, series_id: UUID, organisation_id: UUID) -> bool:
    """Let it read them no more. False if it could not."""
    found = await rows(
        "DELETE FROM shared_count WHERE owner_id = {} AND series_id = {} AND organisation_id = {} RETURNING id",
        owner_id,
        series_id,
        organisation_id,
    )
    return bool(found)


async def shared_with(organisation_id: UUID) -> dict[UUID, frozenset[UUID]]:
    """The series whose counts an organisation may read, by the owner who lets it."""
    found: dict[UUID, frozenset[UUID]] = {}
    for row in await rows(READABLE, organisation_id, COMMISSIONING):
        found[row["owner_id"]] = found.get(row["owner_id"], frozenset()) | {row["series_id"]}
    return found
