"""One person who works for the organisation: what they may do, a link for a forgotten password, the end of it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.end_person import change_roles, end_membership
from app.actions.reset_password import password_link_by_organiser
from app.domain.errors import DomainError, Misfilled, Refused, Unknown, Unusable
from app.domain.programme import Organisation
from app.domain.staff import ORGANISATION_ROLES, Staff
from app.domain.staff_links import LASTS
from app.storage.people import Person, own_series, person_of, works_elsewhere
from app.web.account.handed import fresh_id, link_context
from app.web.account.roles import role_choices, series_choices
from app.web.forms import NOTHING_TYPED, Typed, filled, read_form
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import GUARDS
from app.web.organiser.page import base_of, crumbs_of, organiser_page

AnyRequest = Request[Any, Any, Any]
Data = dict[str, Any]
START = "/staff"


class RolesForm(Struct, frozen=True):
    roles: tuple[str, ...] = ()
    series: tuple[UUID, ...] = ()


class LinkForm(Struct, frozen=True):
    link: UUID
    one_step: bool = False


class EndForm(Struct, frozen=True):
    sure: bool = False


class Desk(Struct, frozen=True):
    """The person a page is about, and who looks at it."""

    request: AnyRequest
    organisation: Organisation
    person: Person
    staff: Staff

    @property
    def people(self) -> str:
        """The page of everybody who works here."""
        return f"{base_of(self.organisation)}/people"

    @property
    def here(self) -> str:
        """The page of this person."""
        return f"{self.people}/{self.person.id}"


class PersonController(Controller):
    path = "/staff/organisations/{slug:str}/people/{staff_id:uuid}"
    guards = GUARDS

    @get()
    async def show(
        self,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        staff_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        said: FromQuery[str] = "",
    ) -> Template:
        return await person_page(await desk_at(request, organisation, staff_id, staff), said=said)

    @post(status_code=303)
    async def act(
        self,
        *,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        staff_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
    ) -> Response[Any]:
        desk = await desk_at(request, organisation, staff_id, staff)
        try:
            return await acted(desk, typed, now)
        except (Unusable, Refused) as refusal:
            return await person_page(desk, typed=typed, refusal=refusal)


async def desk_at(request: AnyRequest, organisation: Organisation, staff_id: UUID, staff: Staff) -> Desk:
    """Somebody who works for the organisation. Raises Unknown for anybody else."""
    person = await person_of(organisation.id, staff_id)
    if person is None:
        raise Unknown
    return Desk(request, organisation, person, staff)


async def acted(desk: Desk, typed: Typed, now: datetime) -> Response[Any]:
    """Do what was tapped. Raises Unusable, Refused, and Unknown for no such act."""
    act = typed.get("act")
    if act == "roles":
        return await roles_changed(desk, typed, now)
    if act == "password":
        return await password_link(desk, typed, now)
    if act == "end":
        return await ended(desk, typed, now)
    raise Unknown


async def roles_changed(desk: Desk, typed: Typed, now: datetime) -> Redirect:
    form = filled(typed, RolesForm)
    roles = [role for role in ORGANISATION_ROLES if role in form.roles]
    await change_roles(desk.organisation.id, desk.person.id, roles, form.series, now)
    still_mine = desk.person.id != desk.staff.id or "organiser" in roles
    return Redirect(link(f"{desk.here}?said=roles" if still_mine else START), status_code=303)


async def password_link(desk: Desk, typed: Typed, now: datetime) -> Template:
    form = filled(typed, LinkForm)
    token = await password_link_by_organiser(
        form.link,
        desk.organisation.id,
        desk.person.id,
        one_step=form.one_step,
        made_by=desk.staff.id,
        now=now,
        secret=house_of(desk.request).settings.secret,
    )
    return organiser_page(
        "staff_link",
        desk.organisation,
        desk.staff,
        crumbs=crumbs_to(desk),
        back=link(desk.here),
        whom=desk.person.mail,
        **link_context(desk.request, "password", token, now + LASTS),
    )


async def ended(desk: Desk, typed: Typed, now: datetime) -> Redirect:
    form = read_form(typed, EndForm)
    if isinstance(form, Misfilled) or not form.sure:
        raise Unusable("終えてよければ、しるしを付けてから押してください。", "sure")
    await end_membership(desk.organisation.id, desk.person.id, now)
    if desk.person.id == desk.staff.id:
        return Redirect(link("/staff/sign-in?said=ended"), status_code=303)
    return Redirect(link(f"{desk.people}?said=ended"), status_code=303)


def crumbs_to(desk: Desk) -> list[dict[str, str]]:
    """The way back."""
    return [*crumbs_of(desk.organisation), {"href": link(desk.people), "label": _("担当の方")}]


async def person_page(
    desk: Desk, *, said: str = "", typed: Typed = NOTHING_TYPED, refusal: DomainError | None = None
) -> Template:
    """The person with their roles as they stand, or as they were typed."""
    again = typed.get("act") == "roles"
    return organiser_page(
        "person",
        desk.organisation,
        desk.staff,
        refusal=refusal,
        crumbs=crumbs_to(desk),
        person=desk.person,
        me=desk.person.id == desk.staff.id,
        here=desk.here,
        elsewhere=await works_elsewhere(desk.person.id, desk.organisation.id),
        roles=role_choices(),
        held=typed.all("roles") if again else desk.person.roles,
        series=series_choices(await own_series(desk.organisation.id)),
        followed=typed.all("series") if again else [str(each) for each in desk.person.series],
        link_id=fresh_id(desk.request),
        said=_("保存しました。") if said == "roles" else "",
    )
