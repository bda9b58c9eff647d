"""Editions: what was published, frozen; numbered by organisation and month."""

import secrets
from datetime import date, datetime
from uuid import UUID, uuid4

import msgspec

from app.domain.edition import Content, Edition
from app.domain.errors import Overloaded, Unknown
from app.domain.month import add_months, last_day, month_of
from app.domain.programme import Organisation, Session
from app.storage.engine import rows
from app.storage.organisations import organisation_of
from app.storage.records import Row, value_of
from app.storage.session_filters import OWNED_OR_HOSTED
from app.storage.sessions import in_order, sessions_between, sessions_by_id

SMALLEST_PAPER = 100_000
LARGEST_PAPER = 999_999
TRIES = 40
ADD = """
INSERT INTO edition (id, organisation_id, month, number, paper, published_at, staff_id, content, changes)
VALUES ({}, {}, {}, {}, {}, {}, {}, {}, {}) ON CONFLICT DO NOTHING RETURNING id
"""
LEFT = f"""
SELECT session.id FROM session
WHERE session.former_date BETWEEN {{}} AND {{}} AND (session.date < {{}} OR session.date > {{}}) AND {OWNED_OR_HOSTED}
"""  # noqa: S608 -- only constants


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
        content=msgspec.json.decode(row["content"], type=Content),
        changes=tuple(msgspec.json.decode(row["changes"], type=list[str])),
    )


async def add_edition(
    organisation_id: UUID,
    content: Content,
    number: int,
    changes: tuple[str, ...],
    *,
    staff_id: UUID | None,
    now: datetime,
) -> Edition:
    """Keep an edition under a number of its month and a free number for paper. Raises Overloaded if none is found."""
    for _ in range(TRIES):
        new = Edition(
            id=uuid4(),
            organisation_id=organisation_id,
            number=number,
            paper=SMALLEST_PAPER + secrets.randbelow(LARGEST_PAPER - SMALLEST_PAPER + 1),
            content=content,
            changes=changes,
        )
        if await _add(new, staff_id, now):
            return new
    raise Overloaded


async def _add(new: Edition, staff_id: UUID | None, now: datetime) -> bool:
    stored = msgspec.json.encode(new.content).decode(), msgspec.json.encode(new.changes).decode()
    month = new.content.month
    return bool(
        await rows(ADD, new.id, new.organisation_id, month, new.number, new.paper, now, staff_id, *stored)
    )
