"""担当の方: who works for the organisation; somebody is invited by a link, and an invitation is taken back."""

from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.let_in import invite_to_organisation, withdraw_invitation
from app.domain.errors import DomainError, Misfilled, Refused, Unknown, Unusable
from app.domain.programme import Organisation
from app.domain.staff import Role, Staff
from app.domain.staff_links import LASTS, StaffLink
from app.storage.people import Person, own_series, people_of
from app.storage.staff_links import open_invitations
from app.web.account.handed import ends_words, fresh_id, link_context
from app.web.account.roles import role_choices, role_name, series_choices
from app.web.forms import NOTHING_TYPED, Typed, filled, read_form
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import GUARDS
from app.web.organiser.page import base_of, crumbs_of, organiser_page

AnyRequest = Request[Any, Any, Any]


class InviteForm(Struct, frozen=True):
    link: UUID
    role: Role
    series: tuple[UUID, ...] = ()


class WithdrawForm(Struct, frozen=True):
    invitation: UUID


class PeopleController(Controller):
    path = "/staff/organisations/{slug:str}/people"
    guards = GUARDS

    @get()
    async def show(
        self,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        staff: NamedDependency[Staff],
        said: FromQuery[str] = "",
    ) -> Template:
        return await people_page(request, organisation, staff, said=said)

    @post(status_code=303)
    async def act(
        self,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
    ) -> Response[Any]:
        try:
            if typed.get("act") == "withdraw":
                await withdrawn(organisation, typed, now)
                return Redirect(link(f"{base_of(organisation)}/people?said=withdrawn"), status_code=303)
            return await invited(request, organisation, staff, typed, now)
        except (Unusable, Refused) as refusal:
            return await people_page(request, organisation, staff, typed=typed, refusal=refusal)


async def withdrawn(organisation: Organisation, typed: Typed, now: datetime) -> None:
    """Take an invitation back; one that somebody has used meanwhile is among the people by now. Raises Unknown."""
    form = read_form(typed, WithdrawForm)
    if isinstance(form, Misfilled):
        raise Unknown
    await withdraw_invitation(form.invitation, organisation.id, now)


async def invited(
    request: AnyRequest, organisation: Organisation, staff: Staff, typed: Typed, now: datetime
) -> Template:
    """The page with the new link. Raises Unusable, Refused."""
    form = filled(typed, InviteForm)
    secret = house_of(request).settings.secret
    token = await invite_to_organisation(
        form.link, organisation.id, form.role, form.series, made_by=staff.id, now=now, secret=secret
    )
    back = {"href": link(f"{base_of(organisation)}/people"), "label": _("担当の方")}
    return organiser_page(
        "staff_link",
        organisation,
        staff,
        crumbs=[*crumbs_of(organisation), back],
        back=back["href"],
        whom=_("%(role)sとしてお招きする方") % {"role": role_name(form.role)},
        **link_context(request, "join", token, now + LASTS),
    )


async def people_page(
    request: AnyRequest,
    organisation: Organisation,
    staff: Staff,
    *,
    said: str = "",
    typed: Typed = NOTHING_TYPED,
    refusal: DomainError | None = None,
) -> Template:
    """Who works here, the invitations that wait, and the form for another one."""
    series = await own_series(organisation.id)
    waiting = await open_invitations(organisation.id, house_of(request).clock())
    people = await people_of(organisation.id)
    return organiser_page(
        "people",
        organisation,
        staff,
        refusal=refusal,
        crumbs=crumbs_of(organisation),
        people=[person_entry(organisation, each, staff) for each in people],
        waiting=[waiting_entry(request, each, series) for each in waiting],
        roles=role_choices(),
        series=series_choices(series),
        chosen=typed.all("series"),
        typed=typed,
        link_id=fresh_id(request),
        said=said_words(said),
    )


def person_entry(organisation: Organisation, person: Person, staff: Staff) -> dict[str, Any]:
    """Somebody who works here as one line."""
    return {
        "mail": person.mail,
        "href": link(f"{base_of(organisation)}/people/{person.id}"),
        "roles": "・".join(role_name(role) for role in person.roles),
        "series": list(person.series.values()) if "facilitator" in person.roles else [],
        "me": person.id == staff.id,
    }


def waiting_entry(request: AnyRequest, found: StaffLink, series: dict[UUID, str]) -> dict[str, Any]:
    """An invitation that nobody has taken up yet."""
    return {
        "id": found.id,
        "role": role_name(found.role),
        "series": [series[each] for each in found.series if each in series],
        "ends": ends_words(request, found),
    }


def said_words(said: str) -> str:
    """What was just done."""
    return {
        "withdrawn": _("お招きを取り消しました。リンクは、もう使えません。"),
        "ended": _("担当を終えました。その方のログインは、すべて終わりました。"),
    }.get(said, "")
