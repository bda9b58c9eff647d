"""設備の管理: organisations, venues, those who begin there, and accounts. No page with people who take part."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.add_place import NewPlace, add_organisation, add_venue
from app.actions.end_person import end_staff
from app.actions.let_in import invite_to_organisation, invite_to_venue
from app.actions.reset_password import password_link_by_admin
from app.actions.sign_in import normal_mail
from app.domain.errors import DomainError, Refused, Unknown, Unusable
from app.domain.staff import Staff
from app.domain.staff_links import LASTS
from app.storage.installation import installed_organisations, installed_venues
from app.storage.organisations import organisations_by_id
from app.storage.records import Row
from app.storage.staff import staff_by_mail
from app.storage.venues import venues_by_id
from app.web.account.handed import fresh_id, link_context
from app.web.errors import messages_of, status_of
from app.web.facilitator.page import INSTALLATION, staff_links
from app.web.forms import NOTHING_TYPED, Typed, filled
from app.web.guards import requires
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.wording import dotted

AnyRequest = Request[Any, Any, Any]
HERE = INSTALLATION


class PlaceForm(Struct, frozen=True):
    form: UUID
    name: str
    slug: str = ""
    area: str = ""
    address: str = ""


class InviteForm(Struct, frozen=True):
    link: UUID
    place: UUID


class AccountForm(Struct, frozen=True):
    link: UUID
    mail: str
    one_step: bool = False
    sure: bool = False


class Asked(Struct, frozen=True):
    """A form that the admin has sent."""

    request: AnyRequest
    staff: Staff
    typed: Typed
    now: datetime

    @property
    def secret(self) -> bytes:
        """The secret of the installation."""
        return house_of(self.request).settings.secret


class InstallationController(Controller):
    path = HERE
    guards = [requires("admin")]  # noqa: RUF012 -- as Litestar reads it

    @get()
    async def show(
        self, request: AnyRequest, staff: NamedDependency[Staff], said: FromQuery[str] = ""
    ) -> Template:
        return await installation_page(request, staff, said=said)

    @post(status_code=303)
    async def act(
        self,
        request: AnyRequest,
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
    ) -> Response[Any]:
        act = ACTS.get(typed.get("act", ""))
        if act is None:
            raise Unknown
        try:
            return await act(Asked(request, staff, typed, now))
        except (Unusable, Refused) as refusal:
            return await installation_page(request, staff, typed=typed, refusal=refusal)


async def organisation_added(asked: Asked) -> Response[Any]:
    form = filled(asked.typed, PlaceForm)
    await add_organisation(form.form, NewPlace(form.name, form.slug, form.area), asked.now)
    return Redirect(link(f"{HERE}?said=organisation"), status_code=303)


async def venue_added(asked: Asked) -> Response[Any]:
    form = filled(asked.typed, PlaceForm)
    await add_venue(form.form, NewPlace(form.name, form.slug, form.area, form.address), asked.now)
    return Redirect(link(f"{HERE}?said=venue"), status_code=303)


async def organiser_invited(asked: Asked) -> Response[Any]:
    form = filled(asked.typed, InviteForm)
    organisation = (await organisations_by_id({form.place})).get(form.place)
    if organisation is None:
        raise Unknown
    token = await invite_to_organisation(
        form.link, organisation.id, "organiser", made_by=asked.staff.id, now=asked.now, secret=asked.secret
    )
    return link_page(asked, "join", token, _("%(name)sの主催の方") % {"name": organisation.name})


async def manager_invited(asked: Asked) -> Response[Any]:
    form = filled(asked.typed, InviteForm)
    venue = (await venues_by_id({form.place})).get(form.place)
    if venue is None:
        raise Unknown
    token = await invite_to_venue(
        form.link, venue.id, made_by=asked.staff.id, now=asked.now, secret=asked.secret
    )
    return link_page(asked, "join", token, _("%(name)sの会場担当の方") % {"name": venue.name})


async def password_link(asked: Asked) -> Response[Any]:
    form = filled(asked.typed, AccountForm)
    try:
        token = await password_link_by_admin(
            form.link,
            normal_mail(form.mail),
            one_step=form.one_step,
            made_by=asked.staff.id,
            now=asked.now,
            secret=asked.secret,
        )
    except Unknown as refusal:
        raise Unusable(str(refusal), "mail") from refusal
    return link_page(asked, "password", token, normal_mail(form.mail))


async def account_ended(asked: Asked) -> Response[Any]:
    form = filled(asked.typed, AccountForm)
    if not form.sure:
        raise Unusable("終えてよければ、しるしを付けてから押してください。", "sure")
    known = await staff_by_mail(normal_mail(form.mail))
    if known is None:
        raise Unusable("このアドレスの方は見つかりません。", "mail")
    if known.id == asked.staff.id:
        raise Refused("ご自分のアカウントは、ここでは終えられません。")
    await end_staff(known.id, asked.now)
    return Redirect(link(f"{HERE}?said=ended"), status_code=303)


ACTS: dict[str, Callable[[Asked], Awaitable[Response[Any]]]] = {
    "organisation": organisation_added,
    "venue": venue_added,
    "organiser": organiser_invited,
    "manager": manager_invited,
    "password": password_link,
    "end": account_ended,
}


def link_page(asked: Asked, kind: Any, token: str, whom: str) -> Template:
    """The new link, on this page alone."""
    context = {
        **link_context(asked.request, kind, token, asked.now + LASTS),
        "staff_links": staff_links(asked.staff),
        "staff_here": HERE,
        "crumbs": [{"href": link(HERE), "label": _("サーバーの管理")}],
        "back": link(HERE),
        "whom": whom,
    }
    return Template("staff/organiser/staff_link.html", context=context, status_code=200)


async def installation_page(
    request: AnyRequest,
    staff: Staff,
    *,
    said: str = "",
    typed: Typed = NOTHING_TYPED,
    refusal: DomainError | None = None,
) -> Template:
    """Organisations and venues with how many look after them, and the forms."""
    errors, form = messages_of(refusal), form_of(typed.get("act", ""))
    context = {
        "staff_links": staff_links(staff),
        "staff_here": HERE,
        "here": HERE,
        "organisations": [place_option(each) for each in await installed_organisations()],
        "venues": [place_option(each) for each in await installed_venues()],
        "forms": {name: fresh_id(request) for name in FORMS},
        "problem": errors.pop("", ""),
        # Each form has fields of the same names: what was typed into one belongs to it alone.
        "errors": {name: errors if name == form else {} for name in FORMS},
        "typed": {name: typed if name == form else NOTHING_TYPED for name in FORMS},
        "said": said_words(said),
    }
    return Template(
        "staff/admin/installation.html", context=context, status_code=status_of(refusal) if refusal else 200
    )


FORMS = ("organisation", "organiser", "venue", "manager", "account")


def form_of(act: str) -> str:
    """The form an act was sent from."""
    return act if act in FORMS else "account"


def place_option(row: Row) -> tuple[str, str]:
    """An organisation or a venue to choose: its name, where it is, and how many look after it."""
    people = _("%(number)s人") % {"number": row["people"]} if row["people"] else _("まだいません")
    return str(row["id"]), dotted(row["name"], *([row["area"]] if row["area"] else []), people)


def said_words(said: str) -> str:
    """What was just done."""
    return {
        "organisation": _("団体を加えました。つぎに、主催の方を招いてください。"),
        "venue": _("会場を加えました。"),
        "ended": _("アカウントを終えました。その方のログインは、すべて終わりました。"),
    }.get(said, "")
