"""Invitations: four words that open a series by referral. Only their HMAC is kept."""

from datetime import datetime
from uuid import UUID, uuid4

from msgspec import Struct

from app.storage.engine import rows
from app.storage.records import value_of

ADD = """
INSERT INTO invitation (id, series_id, version, code_hash, label, made_at) VALUES ({}, {}, 1, {}, {}, {})
ON CONFLICT DO NOTHING RETURNING version
"""
RENEW = """
UPDATE invitation SET version = {}, code_hash = {} WHERE id = {} AND version < {} AND ended_at IS NULL
AND NOT EXISTS (SELECT 1 FROM invitation AS other WHERE other.code_hash = {}) RETURNING version
"""
END = "UPDATE invitation SET ended_at = {} WHERE id = {} AND ended_at IS NULL RETURNING id"
OPENED = "SELECT series_id FROM invitation WHERE code_hash = {} AND ended_at IS NULL"


class Invitation(Struct, frozen=True, kw_only=True):
    """An invitation as the organiser sees it; label says whom it was made for (相談窓口, 広報紙)."""

    id: UUID
    series_id: UUID
    version: int
    label: str
    made_at: datetime
    ended_at: datetime | None


def new_invitation_id() -> UUID:
    """An id that no other has."""
    return uuid4()


async def add_invitation(
    invitation_id: UUID, series_id: UUID, code_hash: str, label: str, made_at: datetime
) -> bool:
    """A new invitation. False if its words are taken by chance."""
    return bool(await rows(ADD, invitation_id, series_id, code_hash, label, made_at))


async def renew_invitation(invitation_id: UUID, version: int, code_hash: str) -> bool:
    """New words: the old ones open nothing any more. False if it has ended, was renewed meanwhile, or by chance."""
    return bool(await rows(RENEW, version, code_hash, invitation_id, version, code_hash))


async def end_invitation(invitation_id: UUID, now: datetime) -> bool:
    """The words open nothing any more. False if they did not before."""
    return bool(await rows(END, now, invitation_id))


async def invitation_by_id(invitation_id: UUID) -> Invitation | None:
    """The invitation of an id, ended or not."""
    found = await rows("SELECT * FROM invitation WHERE id = {}", invitation_id)
    return value_of(Invitation, found[0]) if found else None


async def invitations_of(series_id: UUID) -> tuple[Invitation, ...]:
    """The invitations of a series in the order they were made, ended ones included."""
    found = await rows("SELECT * FROM invitation WHERE series_id = {} ORDER BY made_at, id", series_id)
    return tuple(value_of(Invitation, row) for row in found)


async def series_of_invitation(code_hash: str) -> UUID | None:
    """The series that words open, by their HMAC; None if they open none."""
    found = await rows(OPENED, code_hash)
    return found[0]["series_id"] if found else None
