"""紹介の言葉: four words that open a series by referral, to be handed on by whoever knows the person."""

from datetime import date
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.invite import end_words, make_invitation, renew_words
from app.domain.errors import DomainError, Unknown, Unusable
from app.domain.programme import Organisation, Series
from app.domain.secrets import invitation_words
from app.domain.staff import Staff
from app.storage.invitations import Invitation, invitations_of
from app.web.forms import NOTHING_TYPED, Typed, filled, id_of_form
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import GUARDS, series_of
from app.web.organiser.page import base_of, crumbs_of, organiser_page

AnyRequest = Request[Any, Any, Any]


class InvitationForm(Struct, frozen=True):
    act: str = "make"
    label: str = ""
    invitation: UUID | None = None


class InvitationsController(Controller):
    path = "/staff/organisations/{slug:str}/series/{series_id:uuid}/invitations"
    guards = GUARDS

    @get()
    async def show(
        self,
        *,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        series_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        today: NamedDependency[date],
    ) -> Template:
        series = await series_of(organisation, series_id, today)
        return await invitations_page(request, organisation, staff, series)

    @post(status_code=303)
    async def act(
        self,
        *,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        series_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        series = await series_of(organisation, series_id, house_of(request).today())
        try:
            await acted(request, series, typed)
        except Unusable as refusal:
            return await invitations_page(request, organisation, staff, series, typed=typed, refusal=refusal)
        address = f"{base_of(organisation)}/series/{series.id}/invitations"
        return Redirect(link(address), status_code=303)


async def acted(request: AnyRequest, series: Series, typed: Typed) -> None:
    """Make, renew or end words. Raises Unusable and Unknown."""
    house = house_of(request)
    form = filled(typed, InvitationForm)
    if form.act == "make":
        await make_invitation(
            series.id,
            form.label.strip(),
            house.clock(),
            house.settings.secret,
            form_id=id_of_form(typed, request.url.path),
        )
    elif form.invitation is None:
        raise Unknown
    elif form.act == "renew":
        await renew_words(series.id, form.invitation, house.clock(), house.settings.secret)
    else:
        await end_words(series.id, form.invitation, house.clock())


async def invitations_page(
    request: AnyRequest,
    organisation: Organisation,
    staff: Staff,
    series: Series,
    *,
    typed: Typed = NOTHING_TYPED,
    refusal: DomainError | None = None,
) -> Template:
    """The words that open the series; they are derived anew for whoever may see them, never stored."""
    settings = house_of(request).settings
    found = [each for each in await invitations_of(series.id) if each.ended_at is None]
    return organiser_page(
        "invitations",
        organisation,
        staff,
        refusal=refusal,
        series=series,
        crumbs=crumbs_of(organisation, series),
        here=f"{base_of(organisation)}/series/{series.id}/invitations",
        typed=typed,
        nonce=house_of(request).nonce(),
        invitations=[entry_of(each, settings.secret, settings.base_url) for each in found],
    )


def entry_of(invitation: Invitation, secret: bytes, base_url: str) -> dict[str, Any]:
    """An invitation with its words and the address that opens with them."""
    words = invitation_words(secret, invitation.id, invitation.version)
    return {
        "id": str(invitation.id),
        "label": invitation.label or _("宛先は書いていません"),
        "words": words,
        "address": f"{base_url}/i/{'-'.join(words)}",
    }
