"""電話で受ける: a nickname and a seat are written down, and the four words are read out, once."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template
from msgspec import Struct

from app.actions.reserve import AlreadyReserved, Wish
from app.actions.take_by_telephone import take_by_telephone
from app.domain.errors import DomainError, Misfilled, PoolFull, Unusable
from app.domain.programme import Session
from app.domain.reservations import Receipt
from app.domain.seats import grants
from app.web.errors import status_of
from app.web.facilitator.access import own_session
from app.web.facilitator.keeper import KEEPER, Keeper, at_a_door
from app.web.facilitator.names import free_words, place_value, pool_words
from app.web.facilitator.page import door_page
from app.web.forms import NOTHING_TYPED, Typed, read_form
from app.web.house import house_of
from app.web.i18n import gettext as _

AnyRequest = Request[Any, Any, Any]
FULL = "この席は満席です。待つことにするか、ほかの席を選んでください。"


class TelephoneForm(Struct, frozen=True):
    place: str
    nonce: str
    nickname: str = ""
    wait: bool = False


class TelephoneController(Controller):
    path = "/staff/sessions/{session_id:uuid}/telephone"
    guards = [at_a_door]  # noqa: RUF012 -- as Litestar reads it
    dependencies = KEEPER

    @get()
    async def show(
        self, request: AnyRequest, session_id: FromPath[UUID], keeper: NamedDependency[Keeper]
    ) -> Template:
        session = await own_session(session_id, keeper)
        return form_page(session, keeper, house_of(request).nonce())

    @post(status_code=303)
    async def submit(
        self,
        request: AnyRequest,
        session_id: FromPath[UUID],
        keeper: NamedDependency[Keeper],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        session = await own_session(session_id, keeper)
        form = read_form(typed, TelephoneForm)
        nonce = typed.get("nonce") or house_of(request).nonce()
        if isinstance(form, Misfilled):
            return form_page(session, keeper, nonce, typed=typed, refusal=form)
        try:
            receipt = await taken(request, session, form)
        except AlreadyReserved as before:
            receipt = before.receipt
        except DomainError as refusal:
            return form_page(session, keeper, nonce, typed=typed, refusal=refusal)
        return words_page(session, keeper, receipt, form)


async def taken(request: AnyRequest, session: Session, form: TelephoneForm) -> Receipt:
    """The receipt of what was wished for. Raises what `take_by_telephone` raises."""
    mode, _colon, seat = form.place.partition(":")
    wish = Wish(nickname=form.nickname, mode=mode, seat=seat, wait=form.wait, way="telephone")
    house = house_of(request)
    return await take_by_telephone(
        session.id,
        wish,
        nonce=form.nonce,
        now=house.clock(),
        zone=house.settings.timezone,
        secret=house.settings.secret,
    )


def messages_of(refusal: DomainError) -> dict[str, str]:
    """Each refusal next to the field it is about."""
    if isinstance(refusal, Misfilled):
        return {field: _(text) for field, text in refusal.messages.items()}
    if isinstance(refusal, PoolFull):
        return {"place": _(FULL)}
    if isinstance(refusal, Unusable) and refusal.field == "nickname":
        return {"nickname": _(str(refusal))}
    return {"place": _(str(refusal))}


def form_page(
    session: Session,
    keeper: Keeper,
    nonce: str,
    *,
    typed: Typed = NOTHING_TYPED,
    refusal: DomainError | None = None,
) -> Template:
    """The form, with everything typed. Its nonce stays while nothing was taken with it."""
    return door_page(
        "telephone",
        session,
        keeper,
        status_code=status_of(refusal) if refusal else 200,
        nonce=nonce,
        typed=typed,
        errors=messages_of(refusal) if refusal else {},
        places=places_of(session),
        chosen=typed.get("place") or only_place(session),
    )


def places_of(session: Session) -> list[dict[str, str]]:
    """The pools as choices, with how many places are left: staff may know the number."""
    return [
        {
            "value": place_value(pool),
            "label": pool_words(pool.mode, pool.seat),
            "note": free_words(pool) if grants(pool) else _("満席（待つことができます）"),
        }
        for pool in session.pools
    ]


def only_place(session: Session) -> str:
    """Chosen already where there is no choice."""
    return place_value(session.pools[0]) if len(session.pools) == 1 else ""


def words_page(session: Session, keeper: Keeper, receipt: Receipt, form: TelephoneForm) -> Template:
    """The words to be read out. They stand on no other page for staff."""
    return door_page(
        "words",
        session,
        keeper,
        nickname=form.nickname,
        waiting=receipt.status == "waiting",
        place=pool_words(receipt.mode, receipt.seat) if receipt.mode else "",
        words=receipt.words,
    )
