"""The days on which an organisation rests."""

from datetime import date
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.close_days import close_days, open_days
from app.domain.errors import DomainError, Misfilled, Unknown, Unusable
from app.domain.planning import Rest
from app.domain.programme import Organisation
from app.domain.staff import Staff
from app.storage.closures import closure, closures_of
from app.web.forms import NOTHING_TYPED, Typed, filled, id_of_form, number_of, read_form
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import GUARDS
from app.web.organiser.page import base_of, crumbs_of, organiser_page
from app.web.wording import day_and_year

AnyRequest = Request[Any, Any, Any]


class ClosureForm(Struct, frozen=True):
    first: date
    last: date | None = None
    reason: str = ""


class OpenForm(Struct, frozen=True):
    closure: UUID


class ClosuresController(Controller):
    path = "/staff/organisations/{slug:str}/closures"
    guards = GUARDS

    @get()
    async def show(
        self,
        *,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        staff: NamedDependency[Staff],
        said: FromQuery[str] = "",
        sessions: FromQuery[str] = "",
        reservations: FromQuery[str] = "",
    ) -> Template:
        words = said_words(said, number_of(sessions), number_of(reservations))
        return await closures_page(request, organisation, staff, said=words)

    @post(status_code=303)
    async def act(
        self,
        *,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        try:
            query = await acted(request, organisation, typed)
        except Unusable as refusal:
            return await closures_page(request, organisation, staff, typed=typed, refusal=refusal)
        return Redirect(link(f"{base_of(organisation)}/closures?{query}") + "#said", status_code=303)


async def acted(request: AnyRequest, organisation: Organisation, typed: Typed) -> str:
    """Close or open days; what to say of it, as a query. Raises Unusable and Unknown."""
    house = house_of(request)
    if typed.get("act") == "open":
        opening = read_form(typed, OpenForm)
        if isinstance(opening, Misfilled) or not await is_own(organisation, opening.closure):
            raise Unknown
        zone = house.settings.timezone
        done = await open_days(opening.closure, now=house.clock(), today=house.today(), zone=zone)
        return f"said=opened&sessions={len(done.sessions)}"
    form = filled(typed, ClosureForm)
    rest = Rest(
        form.first,
        form.last or form.first,
        form.reason.strip(),
        organisation_id=organisation.id,
        id=id_of_form(typed, request.url.path),
    )
    closed = await close_days(rest, now=house.clock(), today=house.today())
    return f"said=closed&sessions={len(closed.sessions)}&reservations={closed.reservations}"


async def is_own(organisation: Organisation, closure_id: UUID) -> bool:
    """Whether a closure is this organisation's. Raises Unknown if there is none."""
    return (await closure(closure_id)).organisation_id == organisation.id


def said_words(code: str, sessions: int, reservations: int) -> str:
    """What was done, in words."""
    if code == "opened":
        return _("休みをとりやめました。%(count)s回が、開くに戻りました。") % {"count": sessions}
    if code != "closed":
        return ""
    if reservations:
        return _(
            "休みを入れました。%(count)s回がお休みになり、予約が%(number)s件あります（連絡はできません）。"
        ) % {
            "count": sessions,
            "number": reservations,
        }
    return _("休みを入れました。%(count)s回がお休みになりました。") % {"count": sessions}


async def closures_page(
    request: AnyRequest,
    organisation: Organisation,
    staff: Staff,
    *,
    said: str = "",
    typed: Typed = NOTHING_TYPED,
    refusal: DomainError | None = None,
) -> Template:
    """The days that are closed, and the form for more."""
    house = house_of(request)
    found = await closures_of(organisation_id=organisation.id, since=house.today())
    return organiser_page(
        "closures",
        organisation,
        staff,
        refusal=refusal,
        crumbs=crumbs_of(organisation),
        said=said,
        typed=typed,
        nonce=house.nonce(),
        closures=[
            {"id": str(closure_id), "when": span_words(rest), "reason": rest.reason}
            for closure_id, rest in found
        ],
    )


def span_words(rest: Rest) -> str:
    """2026年12月1日（火）～2026年12月10日（木）, or the one day."""
    if rest.first == rest.last:
        return day_and_year(rest.first)
    return f"{day_and_year(rest.first)}～{day_and_year(rest.last)}"
