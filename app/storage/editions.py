"""Editions: what was published, frozen; numbered by organisation and month."""

import secrets
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID, uuid4

import msgspec
from msgspec import Struct

from app.domain.edition import Content, Edition, content_of
from app.domain.errors import Overloaded, Unknown
from app.domain.month import add_months, last_day, month_of
from app.domain.programme import Organisation, Session
from app.storage.engine import rows
from app.storage.hosts import parts_of
from app.storage.organisations import organisation_of
from app.storage.records import Row, value_of
from app.storage.session_filters import OWNED_OR_HOSTED
from app.storage.sessions import in_order, sessions_between, sessions_by_id

# Four figures while there is room: a number is typed from paper, by hand. Nothing is secret behind it.
FEWEST_FIGURES = 4
MOST_FIGURES = 9
TRIES = 8
ADD = """
INSERT INTO edition (id, organisation_id, month, number, paper, first, months, published_at, staff_id, content, changes)
VALUES ({}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}) ON CONFLICT DO NOTHING RETURNING *
"""
LEFT = f"""
SELECT session.id FROM session
WHERE session.former_date BETWEEN {{}} AND {{}} AND (session.date < {{}} OR session.date > {{}}) AND {OWNED_OR_HOSTED}
"""  # noqa: S608 -- only constants


class NewEdition(Struct, frozen=True, kw_only=True):
    """An edition that is to be kept; first and months are the span of the act."""

    organisation_id: UUID
    content: Content
    number: int
    changes: tuple[str, ...]
    first: date
    months: int
    staff_id: UUID | None
    now: datetime


async def lock_organisation(organisation_id: UUID) -> Organisation:
    """The organisation, which nobody else publishes until this write ends. Raises Unknown."""
    found = await rows("UPDATE organisation SET listed = listed WHERE id = {} RETURNING *", organisation_id)
    if not found:
        raise Unknown
    return organisation_of(found[0])


async def sessions_of_month(organisation_id: UUID, month: date) -> tuple[Session, ...]:
    """All sessions an organisation owns or has a part in, in a month or moved away from it, by date and start."""
    first, last = month_of(month), last_day(month)
    here = await sessions_between(first, last, organisation_id=organisation_id, listed_only=False)
    found = await rows(LEFT, first, last, first, last, organisation_id, organisation_id)
    left = await sessions_by_id(tuple(row["id"] for row in found))
    return tuple(sorted((*here, *left), key=in_order))


async def latest_edition(organisation_id: UUID, month: date) -> Edition | None:
    """The newest edition of a month; None before the first."""
    found = await rows(
        "SELECT * FROM edition WHERE organisation_id = {} AND month = {} ORDER BY number DESC LIMIT 1",
        organisation_id,
        month_of(month),
    )
    return edition_of(found[0]) if found else None


async def edition(organisation_id: UUID, month: date, number: int) -> Edition | None:
    """第n版 of a month; None if there is none."""
    found = await rows(
        "SELECT * FROM edition WHERE organisation_id = {} AND month = {} AND number = {}",
        organisation_id,
        month_of(month),
        number,
    )
    return edition_of(found[0]) if found else None


async def edition_by_paper(paper: int) -> Edition | None:
    """The edition whose number stands on paper; None if there is none."""
    found = await rows("SELECT * FROM edition WHERE paper = {}", paper)
    return edition_of(found[0]) if found else None


async def published_months(organisation_id: UUID, first: date, count: int = 12) -> dict[date, int]:
    """The months from `first` on that have editions, with the newest number."""
    found = await rows(
        "SELECT month, number FROM edition WHERE organisation_id = {} AND month >= {} AND month < {} ORDER BY number",
        organisation_id,
        month_of(first),
        add_months(month_of(first), count),
    )
    return {row["month"]: row["number"] for row in found}


def edition_of(row: Row) -> Edition:
    """The value of a row of the table."""
    return value_of(
        Edition,
        row,
        first=row["first"] or row["month"],
        content=read_content(row["content"]),
        changes=tuple(msgspec.json.decode(row["changes"], type=list[str])),
    )


def read_content(text: str) -> Content:
    """The content of an edition. Raises msgspec.ValidationError for anything else."""
    return msgspec.json.decode(text, type=Content)


async def newest_editions(organisation_id: UUID, first: date, most: int) -> tuple[Edition, ...]:
    """The editions of months from `first` on, the last published first; at most so many."""
    found = await rows(
        "SELECT * FROM edition WHERE organisation_id = {} AND month >= {} ORDER BY published_at DESC, month DESC LIMIT {}",
        organisation_id,
        month_of(first),
        most,
    )
    return tuple(edition_of(row) for row in found)


async def editions_as_of(
    organisation_id: UUID, first: date, months: int, moment: datetime
) -> dict[date, Edition]:
    """The newest edition of each month of a span that was out at a moment; a month that had none is missing."""
    found = await rows(
        "SELECT * FROM edition WHERE organisation_id = {} AND month >= {} AND month < {} AND published_at <= {}"
        " ORDER BY number",
        organisation_id,
        month_of(first),
        add_months(month_of(first), months),
        moment,
    )
    newest = {row["month"]: row for row in found}
    return {month: edition_of(row) for month, row in newest.items()}


async def content_now(organisation: Organisation, month: date) -> Content:
    """What is told of a month as it stands now, whether an edition has said it yet or not."""
    latest = await latest_edition(organisation.id, month)
    return await content_from(
        organisation,
        month,
        await sessions_of_month(organisation.id, month),
        latest.content if latest else None,
    )


async def content_from(
    organisation: Organisation, month: date, sessions: Iterable[Session], told: Content | None
) -> Content:
    """The content of the sessions of a month, with who has a part in their series.

    What was told before and is not among them any more, because it moved on or was handed over, is looked up by its id.
    """
    found = tuple(sessions)
    known = {each.id for each in found}
    gone = tuple(each.id for each in told.sessions if each.id not in known) if told else ()
    every = tuple(sorted((*found, *await sessions_by_id(gone)), key=in_order))
    return content_of(organisation, month, every, await parts_of({each.series.id for each in every}))


async def add_edition(wanted: NewEdition) -> Edition:
    """Keep an edition under a number for paper that nobody else has, as short as may be. Raises Overloaded if none is found."""
    for figures in range(FEWEST_FIGURES, MOST_FIGURES + 1):
        for _ in range(TRIES):
            smallest = 10 ** (figures - 1)
            paper = smallest + secrets.randbelow(9 * smallest)
            if found := await _add(wanted, paper):
                return found
    raise Overloaded


async def _add(new: NewEdition, paper: int) -> Edition | None:
    found = await rows(
        ADD,
        uuid4(),
        new.organisation_id,
        new.content.month,
        new.number,
        paper,
        new.first,
        new.months,
        new.now,
        new.staff_id,
        msgspec.json.encode(new.content).decode(),
        msgspec.json.encode(new.changes).decode(),
    )
    return edition_of(found[0]) if found else None
