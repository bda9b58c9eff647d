"""席をとる: a short repeat of the facts, the places as cards, one name; nothing typed is ever lost."""

from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.invite import invitation_series
from app.actions.reserve import AlreadyReserved, Wish, reserve
from app.domain.errors import DomainError, Overloaded, PoolFull, Unknown, Unusable
from app.domain.nicknames import read_nickname
from app.domain.programme import Session
from app.domain.registration import require_open
from app.domain.reservations import ROLES, Role
from app.domain.visibility import is_out, public_session, session_is_public
from app.settings import Settings
from app.storage.sessions import session_by_id
from app.web.errors import status_of, waiting
from app.web.forms import NOTHING_TYPED, Typed
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.participant.my_reservation import receipt_page
from app.web.participant.places import cards, read_place
from app.web.views import hours_of, place_name
from app.web.wording import day

AnyRequest = Request[Any, Any, Any]
INVITATION = "i"
PLACE_FIELDS = frozenset({"mode", "seat", "place"})


class Asked(Struct, frozen=True, kw_only=True):
    """Which session the form is for, what was typed in it, and what is wrong with that."""

    session: Session
    typed: Typed
    invitation: str = ""
    errors: dict[str, str] = {}
    refusal: DomainError | None = None

    @property
    def status(self) -> int:
        """The status of the page: that of the refusal, 422 for fields to be written again."""
        if self.refusal:
            return status_of(self.refusal)
        return 422 if self.errors else 200


class ReserveController(Controller):
    path = "/sessions/{session_id:uuid}/reserve"

    @get()
    async def show(self, request: AnyRequest, session_id: FromPath[UUID]) -> Response[Any] | Template:
        invitation = request.query_params.get(INVITATION, "")
        session, invited = await session_for(session_id, invitation, house_of(request).settings)
        asked = Asked(session=session, typed=NOTHING_TYPED, invitation=invitation)
        return form_page(request, refused_at_once(request, asked, invited=invited))

    @post(status_code=303)
    async def submit(
        self,
        request: AnyRequest,
        session_id: FromPath[UUID],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
        settings: NamedDependency[Settings],
    ) -> Response[Any] | Template:
        invitation = typed.get(INVITATION, "")
        session, _invited = await session_for(session_id, invitation, settings)
        asked = Asked(session=session, typed=typed, invitation=invitation)
        try:
            token = await reserved(asked, now, settings)
        except AlreadyReserved as first:
            said = _("すでに席をとっています。")
            return await receipt_page(request, first.receipt.link_token, said=said)
        except Unknown:
            raise
        except DomainError as refusal:
            # Read again: the place that was full a moment ago is drawn as full.
            session, _invited = await session_for(session_id, invitation, settings)
            return form_page(request, with_refusal(session, asked, refusal))
        return Redirect(link(f"/r/{token}"), status_code=303)


async def session_for(session_id: UUID, invitation: str, settings: Settings) -> tuple[Session, bool]:
    """The session as this visitor may see it, and whether they are invited. Raises Unknown."""
    session = await session_by_id(session_id)
    if session is None or not is_out(session) or session.series.internal:
        raise Unknown
    opened = await invitation_series(invitation, settings.secret) if invitation else None
    invited = opened == session.series.id
    if not (invited or session_is_public(session)):
        raise Unknown
    return public_session(session), invited


def refused_at_once(request: AnyRequest, asked: Asked, *, invited: bool) -> Asked:
    """The same with the reason if nobody can reserve now. Raises Unknown for those who need an invitation."""
    house = house_of(request)
    try:
        require_open(asked.session, house.clock(), house.settings.timezone, invited=invited)
    except Unknown:
        raise
    except DomainError as refusal:
        return Asked(session=asked.session, typed=asked.typed, refusal=refusal)
    return asked


async def reserved(asked: Asked, now: datetime, settings: Settings) -> str:
    """The token of the reservation that was made. Raises what `reserve` raises."""
    mode, seat, wait = read_place(asked.typed.get("place", ""))
    wish = Wish(
        nickname=asked.typed.get("nickname", ""),
        mode=mode,
        seat=seat,
        wait=wait,
        role=role_of(asked.typed.get("role", "")),
        invitation=asked.invitation or None,
    )
    nonce = asked.typed.get("nonce", "")
    receipt = await reserve(
        asked.session.id, wish, nonce=nonce, now=now, zone=settings.timezone, secret=settings.secret
    )
    return receipt.link_token


def role_of(text: str) -> Role | None:
    """本人, 家族, 支援者, 知人; None for 言わない and anything else."""
    return next((role for role in ROLES if role == text), None)


def with_refusal(session: Session, asked: Asked, refusal: DomainError) -> Asked:
    """What was typed, with a sentence at each field that has to be looked at again."""
    errors = {**empty_fields(asked), **at_field(refusal)}
    return Asked(
        session=session,
        typed=asked.typed,
        invitation=asked.invitation,
        errors=errors,
        refusal=None if errors and isinstance(refusal, Unusable) else refusal,
    )


def empty_fields(asked: Asked) -> dict[str, str]:
    """Every field that cannot be used, not only the first that was met."""
    errors = (
        {} if read_place(asked.typed.get("place", ""))[1] else {"place": _("席をひとつえらんでください。")}
    )
    nickname = asked.typed.get("nickname", "")
    if nickname.strip() or not asked.session.series.anonymous:
        try:
            read_nickname(nickname)
        except Unusable as refusal:
            errors["nickname"] = _(str(refusal))
    return errors


def at_field(refusal: DomainError) -> dict[str, str]:
    """The sentence of a refusal at the field it is about; nothing if it is about none."""
    if isinstance(refusal, PoolFull):
        return {"place": _("この席は満席になりました。ほかの席をえらぶか、空くまで待つことができます。")}
    if isinstance(refusal, Unusable) and refusal.field in PLACE_FIELDS:
        return {"place": _("席をひとつえらんでください。")}
    return {}


def form_page(request: AnyRequest, asked: Asked) -> Template:
    """The form, or the sentence that says why there is none."""
    house, session = house_of(request), asked.session
    closed = asked.refusal is not None and not isinstance(asked.refusal, PoolFull | Overloaded | Unusable)
    return Template(
        "participant/reserve.html",
        context={
            "session": session,
            "day": day(session.date),
            "hours": hours_of(session),
            "place": place_name(session.venue) if session.venue and "in_person" in session.modes else "",
            "cards": cards(session, house.clock(), house.settings.timezone),
            "typed": asked.typed,
            "errors": asked.errors,
            "nonce": nonce_of(asked.typed, house.nonce()),
            "invitation": asked.invitation,
            "refusal": _(str(asked.refusal)) if asked.refusal else "",
            "closed": closed,
            "public": session_is_public(session),
            "phone": session.series.phone or (session.owner.phone if session.owner else None),
        },
        status_code=asked.status,
        headers=waiting(asked.refusal) if asked.refusal else {},
    )


def nonce_of(typed: Typed, new: str) -> str:
    """The nonce of the form that was sent, so that sending it again counts once; a new one for a new form."""
    sent = typed.get("nonce", "")
    return sent if len(sent) == len(new) else new
