"""Counts between the one that commissions a series and the one that runs it: who lets whom read them, and reading them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.share_counts import end_sharing, share_counts
from app.domain.errors import Unknown
from app.domain.heads import Counted
from app.domain.programme import Organisation
from app.domain.staff import Staff
from app.storage.report import counted_sessions
from app.storage.report_months import ClosedMonth, closed_months
from app.storage.shared_counts import commissions_of, shared_with
from app.web.forms import Typed, filled
from app.web.guards import requires
from app.web.house import House, house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import GUARDS
from app.web.organiser.page import base_of, crumbs_of, organiser_page
from app.web.organiser.report import COMMISSIONED, asked_or_refused, exported, report_page
from app.web.organiser.report_span import Asked, asked_of
from app.web.organiser.report_view import Figures, figures_of

Data = dict[str, Any]


class ShareForm(Struct, frozen=True):
    series: UUID
    organisation: UUID
    act: str = "share"


class CommissionedReportController(Controller):
    """For the one that commissions: the counts it may read."""

    path = f"/staff/organisations/{{slug:str}}/{COMMISSIONED}"
    guards = [requires("organiser", "viewer", of="organisation")]  # noqa: RUF012 -- as Litestar reads it

    @get()
    async def show(
        self,
        request: Request[Any, Any, Any],
        organisation: NamedDependency[Organisation],
        staff: NamedDependency[Staff],
        today: NamedDependency[date],
    ) -> Template:
        asked, refusal, typed = asked_or_refused(request.query_params, today)
        figures = await commissioned_figures(organisation, asked, house_of(request))
        page = report_page(organisation, figures, today, kind=COMMISSIONED)
        return organiser_page("report", organisation, staff, refusal=refusal, typed=typed, **page)

    @get("/table.csv")
    async def table(
        self,
        request: Request[Any, Any, Any],
        organisation: NamedDependency[Organisation],
        now: NamedDependency[datetime],
        today: NamedDependency[date],
    ) -> Response[bytes]:
        asked = asked_of(request.query_params, today)
        figures = await commissioned_figures(organisation, asked, house_of(request))
        return await exported(organisation, figures, now, today)


class SharingController(Controller):
    """For the one that runs the series: who may read its counts."""

    path = "/staff/organisations/{slug:str}/report/sharing"
    guards = GUARDS

    @get()
    async def show(
        self,
        organisation: NamedDependency[Organisation],
        staff: NamedDependency[Staff],
        today: NamedDependency[date],
        said: FromQuery[str] = "",
    ) -> Template:
        found = await commissions_of(organisation.id, today)
        return organiser_page(
            "report_sharing",
            organisation,
            staff,
            crumbs=[
                *crumbs_of(organisation),
                {"href": link(f"{base_of(organisation)}/report"), "label": _("報告")},
            ],
            said=_("このようにしました。") if said else "",
            commissions=found,
        )

    @post(status_code=303)
    async def change(
        self,
        organisation: NamedDependency[Organisation],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
        today: NamedDependency[date],
    ) -> Response[Any]:
        form = filled(typed, ShareForm)
        if form.act == "end":
            await end_sharing(organisation.id, form.series, form.organisation, now=now, today=today)
        elif not await share_counts(organisation.id, form.series, form.organisation, now=now, today=today):
            await require_shared(organisation, form, today)
        return Redirect(link(f"{base_of(organisation)}/report/sharing?said=kept") + "#said", status_code=303)


async def require_shared(organisation: Organisation, form: ShareForm, today: date) -> None:
    """Raise Unknown unless it is shared already: a second press is no fault."""
    found = await commissions_of(organisation.id, today)
    here = {(each.series_id, each.organisation_id) for each in found if each.shared}
    if (form.series, form.organisation) not in here:
        raise Unknown


async def commissioned_figures(organisation: Organisation, asked: Asked, house: House) -> Figures:
    """Every figure of all series whose counts the organisation may read, for sessions of the owners that let it."""
    sessions: list[Counted] = []
    closed: list[ClosedMonth] = []
    span = Asked(asked.first, asked.last)
    for owner_id, series in (await shared_with(organisation.id)).items():
        found = await counted_sessions(
            owner_id, span.first, span.last, now=house.clock(), zone=house.settings.timezone
        )
        sessions += [each for each in found if each.series_id in series]
        closed += await closed_months(owner_id, span.first, span.last)
    return figures_of(span, tuple(sessions), tuple(closed), house.today())
