"""Ownership: which organisation owns a series from which date on."""

from datetime import date
from uuid import UUID, uuid4

from app.storage.engine import rows

BEGINNING = date(2000, 1, 1)
"""The date of a first owner, so that no session of the series is without one."""
OWN = """
INSERT INTO ownership (id, series_id, organisation_id, first) VALUES ({}, {}, {}, {})
ON CONFLICT (series_id, first) DO UPDATE SET organisation_id = excluded.organisation_id
"""


async def own(series_id: UUID, organisation_id: UUID, first: date = BEGINNING) -> None:
    """Let an organisation own a series from a date on, until a later row."""
    await rows(OWN, uuid4(), series_id, organisation_id, first)


async def drop_owners_after(series_id: UUID, first: date) -> None:
    """Forget owners that were to begin after a date."""
    await rows("DELETE FROM ownership WHERE series_id = {} AND first > {}", series_id, first)
