"""Drafts of months that wait for a second person, and whether an organisation wants one."""

from datetime import date, datetime
from uuid import UUID, uuid4

from app.domain.draft import Draft
from app.storage.engine import rows
from app.storage.publishing import publishing_of
from app.storage.records import value_of

SAVE = """
INSERT INTO draft (id, organisation_id, first, months, digest, staff_id, made_at) VALUES ({}, {}, {}, {}, {}, {}, {})
ON CONFLICT (organisation_id, first) DO UPDATE SET months = excluded.months, digest = excluded.digest,
staff_id = excluded.staff_id, made_at = excluded.made_at, looked_staff_id = NULL, looked_at = NULL
"""
LOOK = """
UPDATE draft SET looked_staff_id = {}, looked_at = {}
WHERE organisation_id = {} AND first = {} AND digest = {} AND staff_id <> {} RETURNING id
"""


async def wants_second_look(organisation_id: UUID) -> bool:
    """Whether a second person looks at a month of the organisation before it goes out."""
    return (await publishing_of(organisation_id)).second_look


async def draft_of(organisation_id: UUID, first: date) -> Draft | None:
    """The draft whose span begins with this month; None if there is none."""
    found = await rows(
        "SELECT * FROM draft WHERE organisation_id = {} AND first = {}", organisation_id, first
    )
    return value_of(Draft, found[0]) if found else None


async def drafts_of(organisation_id: UUID) -> tuple[Draft, ...]:
    """All drafts of an organisation, by month."""
    found = await rows("SELECT * FROM draft WHERE organisation_id = {} ORDER BY first", organisation_id)
    return tuple(value_of(Draft, row) for row in found)


async def save_draft(draft: Draft) -> None:
    """Keep a draft in the place of an older one of its first month. Nobody has looked at it yet."""
    await rows(
        SAVE,
        uuid4(),
        draft.organisation_id,
        draft.first,
        draft.months,
        draft.digest,
        draft.staff_id,
        draft.made_at,
    )


async def note_look(organisation_id: UUID, first: date, digest: str, staff_id: UUID, now: datetime) -> bool:
    """Write down that somebody looked at a draft; False where it is their own, another one by now, or gone."""
    return bool(await rows(LOOK, staff_id, now, organisation_id, first, digest, staff_id))


async def delete_draft(organisation_id: UUID, first: date) -> None:
    """Forget a draft, once it is out."""
    await rows("DELETE FROM draft WHERE organisation_id = {} AND first = {}", organisation_id, first)
