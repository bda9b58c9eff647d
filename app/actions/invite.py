"""紹介: four words that open a series by referral, made, renewed and ended by its organiser."""

from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from app.actions.hold_rooms import TOKYO
from app.domain.errors import Unknown, Unusable
from app.domain.secrets import invitation_hash, invitation_words, words_hash
from app.storage.acts import record_series
from app.storage.invitations import (
    add_invitation,
    end_invitation,
    invitation_by_id,
    new_invitation_id,
    renew_invitation,
    series_of_invitation,
)
from app.storage.transactions import write

LONGEST_LABEL = 80
TRIES = 5


class Invited(Struct, frozen=True, kw_only=True):
    """An invitation and its words, to be shown to the organiser who asked for them."""

    id: UUID
    words: tuple[str, ...]


async def make_invitation(
    series_id: UUID, label: str, now: datetime, secret: bytes, *, form_id: UUID | None = None
) -> Invited:
    """New words for a series; the label says whom they are for. Raises Unusable for a label above 80 letters.

    With the `form_id` of one that was made before: that one as it stands, and nothing new.
    """
    if len(label) > LONGEST_LABEL:
        raise Unusable("80文字までで書いてください。", "label")

    async def work() -> Invited:
        for invitation_id in (form_id or new_invitation_id(), *(new_invitation_id() for _ in range(TRIES))):
            words = invitation_words(secret, invitation_id, 1)
            code_hash = words_hash(secret, words, "invitation-lookup")
            if await add_invitation(invitation_id, series_id, code_hash, label, now):
                await record_series("words_made", series_id, now, day=local_day(now))
                return Invited(id=invitation_id, words=words)
            if made := await invitation_by_id(invitation_id):
                return Invited(id=made.id, words=invitation_words(secret, made.id, made.version))
        raise LookupError("no free words were found")

    return await write(work)


async def renew_words(series_id: UUID, invitation_id: UUID, now: datetime, secret: bytes) -> Invited:
    """New words for an invitation; the old ones open nothing any more. Raises Unknown if it ended or is another's."""

    async def work() -> Invited:
        invitation = await invitation_by_id(invitation_id)
        if invitation is None or invitation.series_id != series_id or invitation.ended_at:
            raise Unknown
        for version in range(invitation.version + 1, invitation.version + 1 + TRIES):
            words = invitation_words(secret, invitation_id, version)
            if await renew_invitation(invitation_id, version, words_hash(secret, words, "invitation-lookup")):
                await record_series("words_renewed", series_id, now, day=local_day(now))
                return Invited(id=invitation_id, words=words)
        raise Unknown

    return await write(work)


async def end_words(series_id: UUID, invitation_id: UUID, now: datetime) -> None:
    """The words open nothing any more; a second time changes nothing. Raises Unknown for another series' invitation."""

    async def work() -> None:
        invitation = await invitation_by_id(invitation_id)
        if invitation is None or invitation.series_id != series_id:
            raise Unknown
        if await end_invitation(invitation_id, now):
            await record_series("words_ended", series_id, now, day=local_day(now))

    await write(work)


def local_day(now: datetime) -> date:
    """The local date, on which the series has its owner."""
    return now.astimezone(TOKYO).date()


async def invitation_series(typed: str, secret: bytes) -> UUID | None:
    """The series that typed words open, in any kana and spacing; None if they open none (any more)."""
    found = invitation_hash(secret, typed)
    return await series_of_invitation(found) if found else None
