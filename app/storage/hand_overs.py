"""Offers of a series to another organisation, and what came of them."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID, uuid4

from msgspec import Struct

from app.domain.errors import Unknown
from app.storage.engine import rows
from app.storage.people import organiser_count
from app.storage.records import Row, value_of

State = Literal["offered", "accepted", "declined", "withdrawn"]
ADD = """
INSERT INTO hand_over (id, series_id, giver_id, receiver_id, first, state, offered_at)
VALUES ({}, {}, {}, {}, {}, 'offered', {})
"""
# Only an open offer is answered, so that of two answers at once one counts.
ANSWER = """
UPDATE hand_over SET state = {}, first = {}, answered_at = {} WHERE id = {} AND state = 'offered' RETURNING id
"""
MOVE_TASKS = """
UPDATE task SET organisation_id = {} WHERE done_at IS NULL AND organisation_id = {} AND session_id IN (
    SELECT session.id FROM session WHERE session.series_id = {} AND session.date >= {}
)
"""


class Offer(Struct, frozen=True, kw_only=True):
    """A series that one organisation would hand to another from a date on."""

    id: UUID
    series_id: UUID
    giver_id: UUID
    receiver_id: UUID
    first: date
    state: State
    offered_at: datetime
    answered_at: datetime | None = None


def _offer_of(row: Row) -> Offer:
    return value_of(Offer, row)


async def add_offer(series_id: UUID, giver_id: UUID, receiver_id: UUID, first: date, now: datetime) -> UUID:
    """Keep an open offer; its id."""
    offer_id = uuid4()
    await rows(ADD, offer_id, series_id, giver_id, receiver_id, first, now)
    return offer_id


async def offer(offer_id: UUID) -> Offer:
    """The offer of an id, answered or not. Raises Unknown."""
    found = await rows("SELECT * FROM hand_over WHERE id = {}", offer_id)
    if not found:
        raise Unknown
    return _offer_of(found[0])


async def open_offer(series_id: UUID) -> Offer | None:
    """The offer of a series that waits for its answer; None if none does."""
    found = await rows("SELECT * FROM hand_over WHERE series_id = {} AND state = 'offered'", series_id)
    return _offer_of(found[0]) if found else None


async def offers_to(organisation_id: UUID) -> tuple[Offer, ...]:
    """The offers that wait for the answer of an organisation, the oldest first."""
    found = await rows(
        "SELECT * FROM hand_over WHERE receiver_id = {} AND state = 'offered' ORDER BY offered_at, id",
        organisation_id,
    )
    return tuple(_offer_of(row) for row in found)


async def answer_offer(offer_id: UUID, state: State, first: date, now: datetime) -> bool:
    """Answer an open offer, with the date that came of it; False if it was answered before."""
    return bool(await rows(ANSWER, state, first, now, offer_id))


async def move_tasks(series_id: UUID, first: date, giver_id: UUID, receiver_id: UUID) -> None:
    """Let the open tasks about sessions from a date on be another organisation's."""
    await rows(MOVE_TASKS, receiver_id, giver_id, series_id, first)


async def is_organised(organisation_id: UUID) -> bool:
    """Whether an organisation has anybody who could answer."""
    return await organiser_count(organisation_id) > 0
