"""One person at the door: another seat, or from 会場 to オンライン."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.seat_elsewhere import seat_elsewhere
from app.actions.switch import switch
from app.domain.errors import DomainError, Ended, OverCapacity
from app.domain.programme import Session
from app.domain.reservations import Person
from app.storage.reservations import people_of
from app.web.errors import status_of
from app.web.facilitator.access import occasion, own_session, require_names
from app.web.facilitator.board import anchor, counts_of
from app.web.facilitator.keeper import KEEPER, Keeper, at_a_door
from app.web.facilitator.names import place_value, pool_words, role_of, seat_of, waiting_of
from app.web.facilitator.page import door_page
from app.web.facilitator.telephone import messages_of, places_of
from app.web.forms import NOTHING_TYPED, Typed, filled
from app.web.house import house_of
from app.web.i18n import link

AnyRequest = Request[Any, Any, Any]


class PlaceForm(Struct, frozen=True):
    place: str
    nonce: str
    wait: bool = False
    above: bool = False


class PlaceController(Controller):
    path = "/staff/sessions/{session_id:uuid}/people/{reservation_id:uuid}"
    guards = [at_a_door]  # noqa: RUF012 -- as Litestar reads it
    dependencies = KEEPER

    @get()
    async def show(
        self,
        request: AnyRequest,
        session_id: FromPath[UUID],
        reservation_id: FromPath[UUID],
        keeper: NamedDependency[Keeper],
    ) -> Template:
        session = await own_session(session_id, keeper)
        require_names(request, session)
        return person_page(
            session, keeper, await person_of(session, reservation_id), house_of(request).nonce()
        )

    @post(status_code=303)
    async def submit(
        self,
        request: AnyRequest,
        session_id: FromPath[UUID],
        reservation_id: FromPath[UUID],
        keeper: NamedDependency[Keeper],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        session = await own_session(session_id, keeper)
        require_names(request, session)
        person = await person_of(session, reservation_id)
        try:
            await change_place(request, session, person, typed)
        except OverCapacity:
            return over_page(session, keeper, person, typed, house_of(request).nonce())
        except DomainError as refusal:
            nonce = house_of(request).nonce()
            return person_page(session, keeper, person, nonce, typed=typed, refusal=refusal)
        door = link(f"/staff/sessions/{session.id}/attendance")
        return Redirect(f"{door}#{anchor(person)}", status_code=303)


async def change_place(request: AnyRequest, session: Session, person: Person, typed: Typed) -> None:
    """Change as the form says. Raises Misfilled, OverCapacity where it is full and what else the change raises."""
    form = filled(typed, PlaceForm)
    mode, _colon, seat = form.place.partition(":")
    at = occasion(request, session, form.nonce, f"switch {person.reservation_id}")
    if form.wait:
        await switch(at, person.reservation_id, mode, seat, wait=True)
    else:
        await seat_elsewhere(at, person.reservation_id, mode, seat, above=form.above)


def over_page(session: Session, keeper: Keeper, person: Person, typed: Typed, nonce: str) -> Template:
    """定員を超えて迎えますか, for somebody who changes into a full seat; or they wait for it."""
    pools = [pool for pool in session.pools if place_value(pool) == typed["place"]]
    return door_page(
        "over",
        session,
        keeper,
        status_code=409,
        nonce=nonce,
        act=f"people/{person.reservation_id}",
        sent={"place": typed["place"]},
        heads=1,
        may_wait=True,
        pools=[{"label": pool_words(pool.mode, pool.seat), "under": counts_of(pool)} for pool in pools],
    )


async def person_of(session: Session, reservation_id: UUID) -> Person:
    """Somebody who reserved this session. Raises Ended for whoever has given it up meanwhile, or reserved another one."""
    for person in await people_of(session.id):
        if person.reservation_id == reservation_id:
            return person
    raise Ended


def person_page(
    session: Session,
    keeper: Keeper,
    person: Person,
    nonce: str,
    *,
    typed: Typed = NOTHING_TYPED,
    refusal: DomainError | None = None,
) -> Template:
    """What is known of the person, and the seats to choose from."""
    held = f"{person.mode}:{person.seat}" if person.mode else ""
    return door_page(
        "person",
        session,
        keeper,
        status_code=status_of(refusal) if refusal else 200,
        person=person,
        seat=seat_of(person),
        waits=waiting_of(person),
        role=role_of(person),
        nonce=nonce,
        places=places_of(session),
        chosen=typed.get("place") or held,
        wait="wait" in typed,
        errors=messages_of(refusal) if refusal else {},
    )
