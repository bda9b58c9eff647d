"""Months of an organisation's report: open while their heads may be put right, then closed, with figures that stay."""

from datetime import date, datetime
from uuid import UUID, uuid4

import msgspec
from msgspec import Struct

from app.domain.heads import COUNTING, DEFINITIONS, Counted, MonthClosed
from app.domain.month import month_of
from app.storage.engine import rows
from app.storage.records import Row

TOUCH = """
INSERT INTO report_month (id, organisation_id, month, touched) VALUES ({}, {}, {}, 1)
ON CONFLICT (organisation_id, month) DO UPDATE SET touched = report_month.touched + 1
WHERE report_month.closed_at IS NULL RETURNING id
"""
CLOSE = """
UPDATE report_month SET closed_at = {}, staff_id = {}, counting = {}, definition = {}, figures = {}
WHERE organisation_id = {} AND month = {} AND closed_at IS NULL RETURNING id
"""
CLOSED = """
SELECT * FROM report_month WHERE organisation_id = {} AND month BETWEEN {} AND {} AND closed_at IS NOT NULL
ORDER BY month
"""


class ClosedMonth(Struct, frozen=True, kw_only=True):
    """A month that is closed: its gatherings with their heads, and in which words they were counted."""

    month: date
    closed_at: datetime
    counting: int
    definition: tuple[str, ...]
    sessions: tuple[Counted, ...]


async def touch_open_month(organisation_id: UUID, day: date) -> None:
    """Note a change in the month of a day; nobody closes it until this write ends. Raises MonthClosed.

    One conditional write, so that a correction and the closing of its month never miss one another.
    """
    if not await rows(TOUCH, uuid4(), organisation_id, month_of(day)):
        raise MonthClosed


async def freeze_month(
    organisation_id: UUID, month: date, sessions: tuple[Counted, ...], *, staff_id: UUID | None, now: datetime
) -> None:
    """Close a month with its figures and with the definition of today. Raises MonthClosed if it is."""
    figures = msgspec.json.encode(sessions).decode()
    definition = "\n".join(DEFINITIONS[COUNTING])
    closed = await rows(CLOSE, now, staff_id, COUNTING, definition, figures, organisation_id, month_of(month))
    if not closed:
        raise MonthClosed


async def closed_months(organisation_id: UUID, first: date, last: date) -> tuple[ClosedMonth, ...]:
    """The closed ones of the months from that of first to that of last, in order."""
    found = await rows(CLOSED, organisation_id, month_of(first), month_of(last))
    return tuple(closed_month(row) for row in found)


def closed_month(row: Row) -> ClosedMonth:
    """The value of a row of a month that is closed."""
    return ClosedMonth(
        month=row["month"],
        closed_at=row["closed_at"],
        counting=row["counting"],
        definition=tuple(row["definition"].splitlines()),
        sessions=read_figures(row["figures"]),
    )


def read_figures(text: str) -> tuple[Counted, ...]:
    """The gatherings of a month that is closed. Raises msgspec.ValidationError for anything else."""
    return msgspec.json.decode(text, type=tuple[Counted, ...])
