"""POST, GET, PATCH and DELETE of one reservation: as the pages do, by the same actions."""

from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, delete, get, patch, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import Struct

from app.actions.give_up import give_up
from app.actions.occasion import Occasion, hash_of_nonce
from app.actions.reserve import AlreadyReserved, reserve
from app.actions.switch import switch
from app.domain.errors import Ended, KeyReused
from app.domain.reservations import Receipt, Reservation
from app.domain.seats import Pool
from app.domain.secrets import secrets_of
from app.settings import Settings
from app.storage.holders import holding_by_link
from app.web.api.bodies import KEY_HEADER, SendsChange, SendsWish, change_of, wish_of

AnyRequest = Request[Any, Any, Any]


class Wanted(Struct, frozen=True):
    """The pool that is waited for."""

    mode: str
    seat: str


class ReservationAnswer(Struct, frozen=True, kw_only=True):
    """A reservation as its holder sees it. code: the four words; feed_url: the calendar of this reservation alone."""

    id: UUID
    status: str
    mode: str
    seat: str
    waiting_for: Wanted | None
    code: str
    url: str
    feed_url: str


class ReserveController(Controller):
    path = "/sessions/{session_id:uuid}/reservations"

    @post(
        operation_class=SendsWish,
        summary="Reserve by nickname",
        description=f"Header {KEY_HEADER}: 22 characters or more, new for each wish; sent again, the same answer.",
        raises=[],
    )
    async def reserve(
        self,
        request: AnyRequest,
        session_id: FromPath[UUID],
        settings: NamedDependency[Settings],
        now: NamedDependency[datetime],
    ) -> Response[ReservationAnswer]:
        wish, key = await wish_of(request)
        try:
            receipt = await reserve(
                session_id,
                wish,
                nonce=key,
                now=now,
                zone=settings.timezone,
                secret=settings.secret,
            )
        except AlreadyReserved:
            raise KeyReused(field=KEY_HEADER) from None
        return Response(first_answer(receipt, settings), status_code=201)


class ReservationController(Controller):
    path = "/reservations/{token:str}"

    @get(summary="My reservation")
    async def show(
        self, token: FromPath[str], settings: NamedDependency[Settings], now: NamedDependency[datetime]
    ) -> Response[ReservationAnswer]:
        return Response(answer(await living(token, now, settings), settings))

    @patch(
        operation_class=SendsChange,
        summary="Change mode or seat, keeping the place until the new one is held",
    )
    async def change(
        self,
        request: AnyRequest,
        token: FromPath[str],
        settings: NamedDependency[Settings],
        now: NamedDependency[datetime],
    ) -> Response[ReservationAnswer]:
        wanted, reservation = await change_of(request), await living(token, now, settings)
        here = place_of(reservation)
        changed = await switch(
            occasion(reservation, settings, now, key_of(request, reservation)),
            reservation.id,
            wanted.mode or here.mode,
            wanted.seat or here.seat,
            wait=wanted.wait,
        )
        return Response(answer(changed, settings))

    @delete(summary="Give it up; again changes nothing")
    async def give_up(
        self, token: FromPath[str], settings: NamedDependency[Settings], now: NamedDependency[datetime]
    ) -> None:
        reservation = await found(token, now, settings)
        await give_up(occasion(reservation, settings, now), reservation.id)


async def found(token: str, now: datetime, settings: Settings) -> Reservation:
    """The reservation of a token, given up or not. Raises Ended, also once its session is over."""
    return (await holding_by_link(token, now, settings.timezone)).reservation


async def living(token: str, now: datetime, settings: Settings) -> Reservation:
    """The reservation of a token. Raises Ended, also once it is given up."""
    reservation = await found(token, now, settings)
    if reservation.given_up:
        raise Ended
    return reservation


def place_of(reservation: Reservation) -> Pool:
    """The pool of the place that is held, else of the one that is waited for. Raises Ended if there is neither."""
    pool = reservation.held or reservation.waiting
    if pool is None:
        raise Ended
    return pool


def key_of(request: AnyRequest, reservation: Reservation) -> str:
    """The Idempotency-Key of a change, bound to its reservation; empty without one."""
    key = request.headers.get(KEY_HEADER, "")
    return f"{reservation.id}{key}" if key else ""


def occasion(reservation: Reservation, settings: Settings, now: datetime, key: str = "") -> Occasion:
    """An act on the session of a reservation. Raises Unusable for a key that is too long."""
    return Occasion(
        session_id=reservation.session_id,
        now=now,
        zone=settings.timezone,
        nonce_hash=hash_of_nonce(key, settings.secret) if key else None,
    )


def answer(reservation: Reservation, settings: Settings) -> ReservationAnswer:
    """A reservation as it stands."""
    here, waiting = place_of(reservation), reservation.waiting
    secrets = secrets_of(settings.secret, reservation.id, reservation.version)
    return ReservationAnswer(
        id=reservation.id,
        status=reservation.status,
        mode=here.mode,
        seat=here.seat,
        waiting_for=Wanted(waiting.mode, waiting.seat) if waiting else None,
        code=" ".join(secrets.words),
        url=f"{settings.base_url}/r/{secrets.link_token}",
        feed_url=f"{settings.base_url}/feeds/my/{secrets.feed_token}.ics",
    )


def first_answer(receipt: Receipt, settings: Settings) -> ReservationAnswer:
    """A reservation as it was made; a retry gets the same, whatever happened since."""
    waits = receipt.status == "waiting"
    return ReservationAnswer(
        id=receipt.id,
        status=receipt.status,
        mode=receipt.mode,
        seat=receipt.seat,
        waiting_for=Wanted(receipt.mode, receipt.seat) if waits else None,
        code=" ".join(receipt.words),
        url=f"{settings.base_url}/r/{receipt.link_token}",
        feed_url=f"{settings.base_url}/feeds/my/{receipt.feed_token}.ics",
    )
