"""Which sessions a staff member may see the door of: those they organise, and those of the series they facilitate."""

from datetime import date
from typing import Any
from uuid import UUID

from app.domain.programme import Session
from app.domain.staff import Staff
from app.storage.engine import rows
from app.storage.records import marks
from app.storage.session_filters import IN_ORDER, OWNER, Fragment
from app.storage.sessions import sessions_by_id

MOST_SESSIONS = 100


async def sessions_seen_by(
    staff: Staff, first: date, last: date, *, limit: int = MOST_SESSIONS
) -> tuple[Session, ...]:
    """Their sessions from first to last, both included, in order; at most `limit`.

    The owner is that of the session's date. A date that was called off before anybody saw it is left out.
    """
    seen = rights(staff)
    if seen is None:
        return ()
    found = await rows(
        "SELECT session.id FROM session WHERE session.date BETWEEN {} AND {} "  # noqa: S608 -- only marks
        "AND (session.state <> 'cancelled' OR session.published_at IS NOT NULL) "
        f"AND ({seen.sql}) {IN_ORDER} LIMIT {limit:d}",
        first,
        last,
        *seen.arguments,
    )
    return await sessions_by_id(tuple(row["id"] for row in found))


def rights(staff: Staff) -> Fragment | None:
    """The condition that `Staff.sees_nicknames_of` says for one session; None for those who see no session."""
    parts = [
        owned_by(staff.organisations("organiser")),
        of_series(owned_by(staff.organisations("facilitator")), staff.series),
    ]
    known = [part for part in parts if part]
    if not known:
        return None
    arguments: tuple[Any, ...] = tuple(argument for part in known for argument in part.arguments)
    return Fragment(" OR ".join(f"({part.sql})" for part in known), arguments)


def owned_by(organisations: frozenset[UUID]) -> Fragment | None:
    """Owned on its date by one of these; None where there are none."""
    if not organisations:
        return None
    return Fragment(f"{OWNER} IN ({marks(organisations)})", tuple(sorted(organisations)))


def of_series(owned: Fragment | None, series: frozenset[UUID]) -> Fragment | None:
    """The same, and of one of these series."""
    if owned is None or not series:
        return None
    sql = f"{owned.sql} AND session.series_id IN ({marks(series)})"
    return Fragment(sql, (*owned.arguments, *sorted(series)))
