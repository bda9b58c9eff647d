"""Closures of venues and organisations, and the sessions they lie on."""

from datetime import date
from uuid import UUID, uuid4

from app.domain.errors import Unknown
from app.domain.kept import Kept
from app.domain.planning import Rest
from app.storage.engine import rows
from app.storage.records import Row, value_of
from app.storage.session_filters import OWNER
from app.storage.session_rows import kept_of

ADD = """
INSERT INTO closure (id, venue_id, organisation_id, first, last, reason) VALUES ({}, {}, {}, {}, {}, {})
"""
AT_VENUE = "SELECT * FROM session WHERE date BETWEEN {} AND {} AND venue_id = {} ORDER BY date, id"
OF_OWNER = f"SELECT * FROM session WHERE date BETWEEN {{}} AND {{}} AND {OWNER} = {{}} ORDER BY date, id"  # noqa: S608 -- only constants


async def add_closure(rest: Rest) -> UUID:
    """Keep a closure; its id."""
    closure_id = uuid4()
    await rows(ADD, closure_id, rest.venue_id, rest.organisation_id, rest.first, rest.last, rest.reason)
    return closure_id


async def closure(closure_id: UUID) -> Rest:
    """The closure of an id. Raises Unknown."""
    found = await rows("SELECT * FROM closure WHERE id = {}", closure_id)
    if not found:
        raise Unknown
    return value_of(Rest, found[0])


async def closures_of(
    *, venue_id: UUID | None = None, organisation_id: UUID | None = None, since: date
) -> tuple[tuple[UUID, Rest], ...]:
    """The closures of a venue or an organisation that end on or after a day, by first day, each with its id."""
    column, owner = ("venue_id", venue_id) if venue_id else ("organisation_id", organisation_id)
    found: list[Row] = await rows(
        f"SELECT * FROM closure WHERE {column} = {{}} AND last >= {{}} ORDER BY first, id",  # noqa: S608 -- our own name
        owner,
        since,
    )
    return tuple((row["id"], value_of(Rest, row)) for row in found)


async def drop_closure(closure_id: UUID) -> None:
    """Forget a closure."""
    await rows("DELETE FROM closure WHERE id = {}", closure_id)


async def sessions_under(rest: Rest) -> tuple[Kept, ...]:
    """The sessions a closure lies on, by date."""
    if rest.venue_id:
        found = await rows(AT_VENUE, rest.first, rest.last, rest.venue_id)
    else:
        found = await rows(OF_OWNER, rest.first, rest.last, rest.organisation_id)
    return tuple(kept_of(row) for row in found)
