"""引き継ぐ: from a day on another organisation runs the series."""

from datetime import date
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.hand_over import hand_over
from app.domain.errors import DomainError, Misfilled, Unusable
from app.domain.programme import Organisation, Series
from app.domain.staff import Staff
from app.storage.organisations import all_organisations
from app.storage.series import owners_of
from app.web.forms import NOTHING_TYPED, Typed, read_form
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import GUARDS, organisation_of, series_of
from app.web.organiser.page import base_of, crumbs_of, organiser_page
from app.web.wording import day_and_year

AnyRequest = Request[Any, Any, Any]


class HandOverForm(Struct, frozen=True):
    to: UUID
    first: date


class HandOverController(Controller):
    path = "/staff/organisations/{slug:str}/series/{series_id:uuid}/hand-over"
    guards = GUARDS

    @get()
    async def show(
        self,
        *,
        slug: FromPath[str],
        series_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        today: NamedDependency[date],
    ) -> Template:
        organisation = await organisation_of(slug)
        series = await series_of(organisation, series_id, today)
        return await hand_over_page(organisation, staff, series, today)

    @post(status_code=303)
    async def submit(
        self,
        *,
        request: AnyRequest,
        slug: FromPath[str],
        series_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        house = house_of(request)
        today = house.today()
        organisation = await organisation_of(slug)
        series = await series_of(organisation, series_id, today)
        form = read_form(typed, HandOverForm)
        try:
            if isinstance(form, Misfilled):
                raise form
            await hand_over(series.id, form.to, form.first, now=house.clock(), today=today)
        except Unusable as refusal:
            return await hand_over_page(organisation, staff, series, today, typed=typed, refusal=refusal)
        address = f"{base_of(organisation)}/series/{series.id}/dates?said=handed_over"
        return Redirect(link(address) + "#said", status_code=303)


async def hand_over_page(
    organisation: Organisation,
    staff: Staff,
    series: Series,
    today: date,
    *,
    typed: Typed = NOTHING_TYPED,
    refusal: DomainError | None = None,
) -> Template:
    """Who runs the series from when on, and the form for the next one."""
    owners = (await owners_of({series.id})).get(series.id, [])
    others = [each for each in await all_organisations() if each.id != organisation.id]
    return organiser_page(
        "hand_over",
        organisation,
        staff,
        refusal=refusal,
        series=series,
        crumbs=crumbs_of(organisation, series),
        here=f"{base_of(organisation)}/series/{series.id}/hand-over",
        typed=typed,
        owners=[(owner.name, since_words(first, current_of(owners, today))) for first, owner in owners],
        options=[("", _("選んでください")), *((str(each.id), each.name) for each in others)],
    )


def current_of(owners: list[tuple[date, Organisation]], today: date) -> date:
    """Since when the one who owns the series today has done so."""
    return max((first for first, _owner in owners if first <= today), default=today)


def since_words(first: date, current: date) -> str:
    """いま, まえ, or from when on."""
    if first > current:
        return _("%(day)sから") % {"day": day_and_year(first)}
    return _("いま") if first == current else _("まえ")
