"""席をとる: a nickname takes a place or a turn in the queue, both with its secrets or nothing at all."""

from datetime import datetime
from typing import ClassVar, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from app.actions.invite import invitation_series
from app.actions.occasion import hash_of_nonce
from app.actions.promote import tell
from app.domain.errors import Ended, KeyReused, PoolFull, Refused, Unknown
from app.domain.nicknames import neutral_name, read_nickname
from app.domain.programme import Session
from app.domain.registration import SENTENCES, pool_for, promotes, require_open, standing
from app.domain.reservations import Receipt, Role, Way
from app.domain.seats import Pool
from app.domain.secrets import keyed_hash, same, secrets_of, stored
from app.domain.visibility import is_out
from app.storage.pools import hold_place, join_queue, locked_pools, session_with_pools
from app.storage.reservations import (
    Used,
    add_held,
    add_reservation,
    add_waiting,
    new_id,
    reservation_by_id,
    reservation_of_nonce,
)
from app.storage.transactions import write

Outcome = Literal["reserved", "waiting"]

TRIES = 3


class Wish(Struct, frozen=True, kw_only=True):
    """What a person typed and chose. invitation: the words of one, for a series by referral."""

    nickname: str
    mode: str
    seat: str
    wait: bool = False
    role: Role | None = None
    way: Way = "web"
    invitation: str | None = None


class AlreadyReserved(KeyReused):
    """The nonce made a reservation before, with other words. `receipt` is that of the first."""

    sentence: ClassVar[str] = "すでに席をとっています。"

    def __init__(self, receipt: Receipt) -> None:
        """With the first receipt, for pages that show it instead of an error."""
        super().__init__(field="nonce")
        self.receipt = receipt


class Taken(Exception):
    """A hash of the new reservation is there already: the whole write is taken back."""


class Submission(Struct, frozen=True, kw_only=True):
    """One sending of the form: who sends it again gets the same answer."""

    session_id: UUID
    wish: Wish
    nonce_hash: str
    now: datetime
    zone: ZoneInfo
    secret: bytes
    by_staff: bool = False

    def body_hash(self, outcome: Outcome) -> str:
        """What stands for the wish and for what became of it, so that a repeat is answered as the first was."""
        body = msgspec.json.encode((outcome, self.session_id, self.wish)).decode()
        return keyed_hash(self.secret, "body", body)


async def reserve(
    session_id: UUID, wish: Wish, *, nonce: str, now: datetime, zone: ZoneInfo, secret: bytes
) -> Receipt:
    """Take a place, or wait where that was wished for and it is full. The same nonce and wish give the same receipt.

    Raises AlreadyReserved for the nonce of another wish, Unusable for what was typed, Unknown for a session that is not
    there or needs an invitation, NotReservable with the reason, PoolFull. Nothing is changed then.
    """
    submission = Submission(
        session_id=session_id,
        wish=wish,
        nonce_hash=hash_of_nonce(nonce, secret),
        now=now,
        zone=zone,
        secret=secret,
    )
    return await take(submission)


async def take(submission: Submission) -> Receipt:
    """The write, again with another id where words are taken by chance.

    Whatever refuses it, the nonce is looked up once more: its first sending may have gone through meanwhile.
    """
    for _ in range(TRIES):
        try:
            return await write(lambda: work(submission))
        except (Taken, Refused) as refusal:
            if first := await first_receipt(submission):
                return first
            if isinstance(refusal, Refused):
                raise
    raise LookupError("no free words were found")


async def first_receipt(submission: Submission) -> Receipt | None:
    """The receipt that this nonce was answered with before; None if it is new. Raises AlreadyReserved for another wish."""
    used = await reservation_of_nonce(submission.nonce_hash)
    if used is None:
        return None
    for outcome in ("reserved", "waiting"):
        if same(used.body_hash, submission.body_hash(outcome)):
            return receipt_of(used, outcome, submission.wish.mode, submission.wish.seat, submission.secret)
    raise AlreadyReserved(await receipt_as_it_stands(used, submission.secret))


async def receipt_as_it_stands(used: Used, secret: bytes) -> Receipt:
    """The receipt of a reservation by what it holds or waits for now."""
    reservation = await reservation_by_id(used.id)
    pool = reservation and (reservation.held or reservation.waiting)
    outcome: Outcome = "waiting" if reservation and reservation.status == "waiting" else "reserved"
    return receipt_of(used, outcome, pool.mode if pool else "", pool.seat if pool else "", secret)


def receipt_of(used: Used, outcome: Outcome, mode: str, seat: str, secret: bytes) -> Receipt:
    """The receipt, its secrets derived again."""
    secrets = secrets_of(secret, used.id, used.version)
    return Receipt(
        id=used.id,
        session_id=used.session_id,
        status=outcome,
        mode=mode,
        seat=seat,
        words=secrets.words,
        link_token=secrets.link_token,
        feed_token=secrets.feed_token,
    )


async def work(submission: Submission) -> Receipt:
    """One try, inside a write: ask the rules, take the place, write the nickname down; nothing of it for a repeat."""
    if first := await first_receipt(submission):
        return first
    reservation_id, wish = new_id(), submission.wish
    session = await reservable(submission)
    nickname = name_for(session, wish.nickname, reservation_id)
    pool = pool_for(session, wish.mode, wish.seat)
    pool, turn = await place_or_turn(submission, session, pool)
    outcome: Outcome = "reserved" if turn is None else "waiting"
    await note_down(submission, reservation_id, nickname, outcome)
    if turn is None:
        await add_held(reservation_id, pool.id)
        await tell((replace(pool, reserved=pool.reserved - 1),), (pool,), submission.now)
    else:
        await add_waiting(reservation_id, pool.id, turn)
    used = Used(id=reservation_id, session_id=session.id, version=1, body_hash="")
    return receipt_of(used, outcome, wish.mode, wish.seat, submission.secret)


async def reservable(submission: Submission) -> Session:
    """The session, if this person may reserve it now. Raises Unknown, Ended or NotReservable."""
    session = await session_with_pools(submission.session_id, steady=True)
    if session is None:
        raise Unknown
    if submission.by_staff:
        require_ahead(session, submission.now, submission.zone)
        return session
    if session.series.internal or not is_out(session):
        raise Unknown
    invited = await is_invited(session, submission)
    if not (session.series.listed or invited):
        raise Unknown
    require_open(session, submission.now, submission.zone, invited=invited)
    return session


def require_ahead(session: Session, now: datetime, zone: ZoneInfo) -> None:
    """Raise Ended for a session that is over or cancelled."""
    if state := standing(session, now, zone):
        raise Ended(SENTENCES[state])


async def is_invited(session: Session, submission: Submission) -> bool:
    """Whether the words of the series came along."""
    typed = submission.wish.invitation or ""
    return await invitation_series(typed, submission.secret) == session.series.id


def name_for(session: Session, typed: str, reservation_id: UUID) -> str:
    """The nickname as it is kept; an anonymous series deals a neutral one to whoever leaves it empty."""
    if session.series.anonymous and not typed.strip():
        return neutral_name(reservation_id.int)
    return read_nickname(typed)


async def place_or_turn(submission: Submission, session: Session, pool: Pool) -> tuple[Pool, int | None]:
    """Hold a place (no turn then), or queue if that was wished for. Raises PoolFull.

    Before somebody queues the pool is locked and asked again, so that nobody waits for a place that is free.
    """
    overtaking = not promotes(session, submission.now, submission.zone)
    try:
        return await hold_place(pool.id, overtaking=overtaking), None
    except PoolFull:
        if not submission.wish.wait:
            raise
    await locked_pools(session.id)
    try:
        return await hold_place(pool.id, overtaking=overtaking), None
    except PoolFull:
        return pool, await join_queue(pool.id)


async def note_down(submission: Submission, reservation_id: UUID, nickname: str, outcome: Outcome) -> None:
    """Write the reservation down, without a place yet. Raises Taken if a hash is there already."""
    added = await add_reservation(
        reservation_id,
        submission.session_id,
        nickname=nickname,
        role=submission.wish.role,
        way=submission.wish.way,
        hashes=stored(submission.secret, secrets_of(submission.secret, reservation_id, 1)),
        nonce_hash=submission.nonce_hash,
        body_hash=submission.body_hash(outcome),
    )
    if not added:
        raise Taken
