"""Linked series: which sessions of a parent series still lack the one that follows them."""

from datetime import date, time
from uuid import UUID

from msgspec import Struct

from app.storage.engine import rows
from app.storage.records import value_of

LACKING = """
SELECT parent.id, parent.nominal, parent.date, parent.starts, parent.ends, parent.venue_id,
    child.id AS child_series_id, child.parent_gap AS gap
FROM session AS parent JOIN series AS child ON child.parent_id = parent.series_id
WHERE parent.date >= {} AND parent.date <= {} AND parent.state <> 'cancelled'
AND NOT EXISTS (SELECT 1 FROM session AS own WHERE own.parent_id = parent.id AND own.series_id = child.id)
AND NOT EXISTS (SELECT 1 FROM line WHERE line.series_id = child.id AND line.timetable IS NOT NULL)
ORDER BY child.id, parent.date, parent.id
"""


class Lacking(Struct, frozen=True, kw_only=True):
    """A session of a parent series and the linked series that has none after it yet."""

    id: UUID
    nominal: date
    date: date
    starts: time | None = None
    ends: time | None = None
    venue_id: UUID | None = None
    child_series_id: UUID
    gap: int | None = None


async def lacking_children(first: date, last: date) -> tuple[Lacking, ...]:
    """What is missing between two dates, by linked series and date. Linked series with a rule of their own are left."""
    return tuple(value_of(Lacking, row) for row in await rows(LACKING, first, last))
