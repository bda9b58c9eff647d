"""Closures of venues and organisations, and the sessions they lie on."""

from datetime import date
from uuid import UUID, uuid4

from msgspec import Struct

from app.domain.errors import Unknown
from app.domain.kept import Kept
from app.domain.planning import Rest, rest_lying_on
from app.storage.engine import rows
from app.storage.lines import rests
from app.storage.owners import owner_id_on
from app.storage.records import Row, value_of
from app.storage.session_filters import OWNER
from app.storage.session_rows import kept_of

ADD = """
INSERT INTO closure (id, venue_id, organisation_id, first, last, reason, rule_id, lifted)
VALUES ({}, {}, {}, {}, {}, {}, {}, FALSE) ON CONFLICT (rule_id, first) DO NOTHING
"""
AT_VENUE = "SELECT * FROM session WHERE date BETWEEN {} AND {} AND venue_id = {} ORDER BY date, id"
OF_OWNER = f"SELECT * FROM session WHERE date BETWEEN {{}} AND {{}} AND {OWNER} = {{}} ORDER BY date, id"  # noqa: S608 -- only constants
# Closures come first, whatever the engine thinks: there are few of them for each venue, and a year of sessions.
STANDING = """
SELECT session.*, closure.id AS lies_id, closure.reason AS lies_reason, closure.venue_id AS lies_venue,
    closure.rule_id AS lies_rule
FROM closure CROSS JOIN {its} AND session.date BETWEEN closure.first AND closure.last
AND NOT closure.lifted AND closure.last >= {{}} AND session.date >= {{}} AND session.state <> 'cancelled'
ORDER BY session.date, session.id
"""
AT_ITS_VENUE = "session WHERE session.venue_id = closure.venue_id"
# By the series that were ever its own: to ask each session for its owner would be to ask all of a day.
OF_ITS_OWNER = f"""
ownership AS owned CROSS JOIN session WHERE owned.organisation_id = closure.organisation_id
AND session.series_id = owned.series_id AND closure.organisation_id = {OWNER}
"""
OF_VENUE = "session.venue_id = closure.venue_id"
OF_ORGANISATION = f"closure.organisation_id = {OWNER}"
WITHOUT_CLOSURE = f"""
SELECT session.* FROM session
WHERE session.closure_id IS NOT NULL AND session.date >= {{}} AND session.state = 'cancelled'
AND NOT EXISTS (
    SELECT 1 FROM closure WHERE closure.id = session.closure_id AND NOT closure.lifted
    AND session.date BETWEEN closure.first AND closure.last AND ({OF_VENUE} OR {OF_ORGANISATION})
)
AND NOT EXISTS (
    SELECT 1 FROM session AS parent WHERE parent.id = session.parent_id AND parent.state = 'cancelled'
)
ORDER BY session.date, session.id
"""  # noqa: S608 -- only constants


class Lying(Struct, frozen=True):
    """A session that stands although a closure lies on it."""

    session: Kept
    rest: Rest


async def add_closure(rest: Rest) -> UUID:
    """Keep a closure; its id. A day that its rule has already stays as it is, lifted or not."""
    closure_id = rest.id or uuid4()
    whose = rest.venue_id, rest.organisation_id
    await rows(ADD, closure_id, *whose, rest.first, rest.last, rest.reason, rest.rule_id)
    return closure_id


async def is_closure(closure_id: UUID) -> bool:
    """Whether there is a closure of an id, lifted or not."""
    return bool(await rows("SELECT id FROM closure WHERE id = {}", closure_id))


async def closure(closure_id: UUID) -> Rest:
    """The closure of an id. Raises Unknown."""
    found = await rows("SELECT * FROM closure WHERE id = {} AND NOT lifted", closure_id)
    if not found:
        raise Unknown
    return value_of(Rest, found[0])


async def closure_on(day: date, venue_id: UUID | None, owner_id: UUID | None) -> Rest | None:
    """The first closure that lies on a day at a venue or of an organisation; None if it is open."""
    return rest_lying_on(await rests(day, day), day, venue_id, owner_id)


async def closure_over(session: Kept) -> Rest | None:
    """The first closure that lies on a session, where and when it is; None if none does."""
    owner_id = await owner_id_on(session.series_id, session.date)
    return await closure_on(session.date, session.venue_id, owner_id)


async def closures_of(
    *, venue_id: UUID | None = None, organisation_id: UUID | None = None, since: date
) -> tuple[tuple[UUID, Rest], ...]:
    """The closures of a venue or an organisation that end on or after a day, by first day, each with its id."""
    column, owner = ("venue_id", venue_id) if venue_id else ("organisation_id", organisation_id)
    found: list[Row] = await rows(
        f"SELECT * FROM closure WHERE {column} = {{}} AND last >= {{}} AND NOT lifted ORDER BY first, id",  # noqa: S608 -- our own name
        owner,
        since,
    )
    return tuple((row["id"], value_of(Rest, row)) for row in found)


async def drop_closure(rest: Rest) -> None:
    """Forget a closure; a day of a rule is lifted instead, or the rule would bring it back."""
    if rest.rule_id:
        await rows("UPDATE closure SET lifted = TRUE WHERE id = {}", rest.id)
    else:
        await rows("DELETE FROM closure WHERE id = {}", rest.id)


async def sessions_under(rest: Rest) -> tuple[Kept, ...]:
    """The sessions a closure lies on, by date."""
    if rest.venue_id:
        found = await rows(AT_VENUE, rest.first, rest.last, rest.venue_id)
    else:
        found = await rows(OF_OWNER, rest.first, rest.last, rest.organisation_id)
    return tuple(kept_of(row) for row in found)


async def standing_under_closures(today: date) -> tuple[Lying, ...]:
    """The sessions from a day on that stand although a closure lies on them, each once, by date."""
    # One question for each kind: a join on either of two columns would look at every session of a day.
    found = [
        row
        for its in (AT_ITS_VENUE, OF_ITS_OWNER)
        for row in await rows(STANDING.format(its=its), today, today)
    ]
    lying = {row["id"]: Lying(kept_of(row), _lying(row)) for row in reversed(found)}
    return tuple(sorted(lying.values(), key=lambda each: (each.session.date, each.session.id)))


def _lying(row: Row) -> Rest:
    return Rest(
        row["date"],
        row["date"],
        row["lies_reason"],
        venue_id=row["lies_venue"],
        id=row["lies_id"],
        rule_id=row["lies_rule"],
    )


async def called_off_by_none(today: date) -> tuple[Kept, ...]:
    """The sessions from a day on that a closure called off which is gone, lifted or lies elsewhere by now, by date."""
    return tuple(kept_of(row) for row in await rows(WITHOUT_CLOSURE, today))
