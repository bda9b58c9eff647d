"""The log of acts. A row is written in the transaction of the act itself: what is undone was never said.

Who acts is told once a request, where a sign-in is recognised, so that no action can forget to pass it on.
"""

from collections import defaultdict
from collections.abc import Iterable
from contextvars import ContextVar
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from app.domain.acts import KEPT, LONGEST_TITLE, Act, Done, What
from app.storage.engine import DB, rows
from app.storage.owners import owner_id_on, owners_on
from app.storage.records import Row, rows_in, value_of

ACTING: ContextVar[UUID | None] = ContextVar("acting", default=None)

ADD = """
INSERT INTO act (id, made_at, staff_id, organisation_id, venue_id, what, about_id, title, date, number)
VALUES ({}, {}, {}, {}, {}, {}, {}, {}, {}, {})
"""
SESSIONS = """
SELECT session.id, session.date, session.series_id, series.title
FROM session JOIN series ON series.id = session.series_id WHERE session.id IN ([in])
"""
READ = """
SELECT act.id, act.made_at, act.what, act.title, act.date, act.number,
    staff.mail AS mail, person.mail AS about_mail
FROM act LEFT JOIN staff ON staff.id = act.staff_id LEFT JOIN staff AS person ON person.id = act.about_id
WHERE act.organisation_id = {} AND (act.made_at < {} OR (act.made_at = {} AND act.id > {}))
ORDER BY act.made_at DESC, act.id LIMIT {}
"""
# Beyond every act.
NEVER = datetime(9999, 1, 1, tzinfo=UTC)
LAST = UUID(int=2**128 - 1)
ENDED = """
DELETE FROM staff WHERE active = {} AND NOT EXISTS (SELECT 1 FROM act WHERE act.staff_id = staff.id)
AND NOT EXISTS (SELECT 1 FROM act WHERE act.about_id = staff.id)
"""


def acting(staff_id: UUID | None) -> None:
    """Say who acts in this request; None for nobody, which in the log is the command line."""
    ACTING.set(staff_id)


async def record_act(act: Act, now: datetime) -> None:
    """Write an act down with whoever acts. Raises RuntimeError outside of a write: log and act are kept together."""
    if not DB.transaction_exists():
        raise RuntimeError("an act is recorded in its own write")
    await rows(
        ADD,
        uuid4(),
        now,
        ACTING.get(),
        act.organisation_id,
        act.venue_id,
        act.what,
        act.about_id,
        act.title[:LONGEST_TITLE],
        act.date,
        act.number,
    )


async def record_sessions(
    what: What, session_ids: Iterable[UUID], now: datetime, *, venue_id: UUID | None = None
) -> None:
    """Write an act about sessions down for the organisations that own them on their dates.

    Many of one series are one act: the first of their dates, and how many.
    """
    found = await rows_in(SESSIONS, set(session_ids))
    owners = await owners_on((row["series_id"], row["date"]) for row in found)
    groups: dict[tuple[UUID | None, UUID], list[Row]] = defaultdict(list)
    for row in found:
        groups[owners.get((row["series_id"], row["date"])), row["series_id"]].append(row)
    for (owner, _), group in groups.items():
        first = min(group, key=lambda row: row["date"])
        await record_act(
            Act(
                what=what,
                organisation_id=owner,
                venue_id=venue_id,
                about_id=first["id"],
                title=first["title"],
                date=first["date"],
                number=len(group),
            ),
            now,
        )


async def record_series(
    what: What,
    series_id: UUID,
    now: datetime,
    *,
    day: date,
    organisation_id: UUID | None = None,
    about: date | None = None,
) -> None:
    """Write an act about a series down for its owner on a day, or for an organisation that is named.

    about: the date that the act says something of.
    """
    owner = organisation_id or await owner_id_on(series_id, day)
    [row] = await rows("SELECT title FROM series WHERE id = {}", series_id)
    act = Act(what=what, organisation_id=owner, about_id=series_id, title=row["title"], date=about)
    await record_act(act, now)


async def acts_of(organisation_id: UUID, most: int, *, after: UUID | None = None) -> tuple[Done, ...]:
    """The acts of an organisation, the newest first and at most so many; those that follow `after`, where one is named."""
    found = await rows("SELECT made_at FROM act WHERE id = {}", after) if after else []
    made_at = found[0]["made_at"] if found else NEVER
    return tuple(
        value_of(Done, row)
        for row in await rows(READ, organisation_id, made_at, made_at, after or LAST, most)
    )


async def forget_acts(now: datetime) -> None:
    """Forget acts after three years, and accounts that ended and stand in no act any more."""
    await rows("DELETE FROM act WHERE made_at < {}", now - KEPT)
    await rows(ENDED, False)
