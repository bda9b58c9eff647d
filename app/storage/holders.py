"""A reservation together with its session, found by one of its secrets: for its holder alone."""

from collections.abc import Awaitable, Callable
from datetime import datetime, tzinfo

from msgspec import Struct

from app.domain.errors import Ended
from app.domain.programme import Session
from app.domain.registration import ends_at
from app.domain.reservations import Reservation
from app.domain.secrets import code_hash, looks_like_token, token_hash
from app.storage.reservations import reservation_by_code, reservation_by_feed, reservation_by_link
from app.storage.sessions import session_by_id
from app.storage.transactions import read


class Holding(Struct, frozen=True, kw_only=True):
    """What a holder may see: the reservation, and all of its session, a private address included."""

    reservation: Reservation
    session: Session


async def holding_by_link(token: str, now: datetime, zone: tzinfo) -> Holding:
    """The reservation of a link, given up or not. Raises Ended for any other text, and once the session is over."""
    return await found(reservation_by_link, token_hash(token) if looks_like_token(token) else None, now, zone)


async def holding_by_feed(token: str, now: datetime, zone: tzinfo) -> Holding:
    """The reservation of a personal feed, as `holding_by_link`."""
    return await found(reservation_by_feed, token_hash(token) if looks_like_token(token) else None, now, zone)


async def holding_by_words(typed: str, secret: bytes, now: datetime, zone: tzinfo) -> Holding:
    """The reservation of four words as typed, not given up. Raises Ended for any other text, and once it is over."""
    holding = await found(reservation_by_code, code_hash(secret, typed), now, zone)
    if holding.reservation.given_up:
        raise Ended
    return holding


async def found(
    query: Callable[[str], Awaitable[Reservation | None]], hashed: str | None, now: datetime, zone: tzinfo
) -> Holding:
    """What a query finds for a hash, the reservation and the session as of one moment. Raises Ended.

    A cancelled session is shown until its time is past, since nobody can be told.
    """

    async def work() -> Holding:
        reservation = await query(hashed) if hashed else None
        session = await session_by_id(reservation.session_id) if reservation else None
        if reservation is None or session is None or now >= ends_at(session, zone):
            raise Ended
        return Holding(reservation=reservation, session=session)

    return await read(work)
