"""A month of the report: each gathering with its heads, to be put right, and the act that closes the month."""

from datetime import date, datetime
from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from app.actions.close_month import close_month
from app.domain.errors import DomainError, Refused, Unusable
from app.domain.head_report import fiscal_span
from app.domain.heads import Counted
from app.domain.month import last_day
from app.domain.programme import Organisation
from app.domain.staff import Staff
from app.storage.report import counted_month
from app.storage.report_months import ClosedMonth, closed_months
from app.web.forms import Typed
from app.web.guards import requires
from app.web.house import House, house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import GUARDS
from app.web.organiser.page import base_of, crumbs_of, may_change, organiser_page
from app.web.organiser.report_span import Asked
from app.web.public.pages import month_at
from app.web.wording import day, moment
from app.web.wording import month as month_name

Data = dict[str, Any]


class ReportMonthController(Controller):
    path = "/staff/organisations/{slug:str}/report/{month:str}"

    @get(guards=[requires("organiser", "viewer", of="organisation")])
    async def show(
        self,
        request: Request[Any, Any, Any],
        organisation: NamedDependency[Organisation],
        month: FromPath[str],
        staff: NamedDependency[Staff],
        said: FromQuery[str] = "",
    ) -> Template:
        return await month_page(organisation, staff, month_at(month), house_of(request), said=said)

    @post(guards=GUARDS, status_code=303)
    async def close(
        self,
        *,
        request: Request[Any, Any, Any],
        organisation: NamedDependency[Organisation],
        month: FromPath[str],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
    ) -> Response[Any]:
        first, house = month_at(month), house_of(request)
        try:
            if not typed.get("seen"):
                raise Unusable("数を確かめたら、しるしを付けてください。", "seen")
            zone = house.settings.timezone
            await close_month(organisation.id, first, now=now, zone=zone, staff_id=staff.id)
        except (Refused, Unusable) as refusal:
            return await month_page(organisation, staff, first, house, refusal=refusal)
        return Redirect(link(f"{address_of(organisation, first)}?said=closed") + "#said", status_code=303)


def address_of(organisation: Organisation, month: date) -> str:
    """Where a month of the report stands."""
    return f"{base_of(organisation)}/report/{month:%Y-%m}"


def report_crumbs(organisation: Organisation, month: date) -> list[Data]:
    """The way back: the desk, and the report of the fiscal year."""
    whole = Asked(*fiscal_span(month)).address(base_of(organisation))
    return [*crumbs_of(organisation), {"href": whole, "label": _("報告")}]


async def month_page(
    organisation: Organisation,
    staff: Staff,
    month: date,
    house: House,
    *,
    said: str = "",
    refusal: DomainError | None = None,
) -> Template:
    """The gatherings of a month."""
    mine = may_change(staff, organisation)
    return organiser_page(
        "report_month",
        organisation,
        staff,
        refusal=refusal,
        crumbs=report_crumbs(organisation, month),
        label=month_name(month),
        here=address_of(organisation, month),
        said=said_words(said),
        **await month_figures(organisation, month, house, mine=mine),
    )


async def month_figures(organisation: Organisation, month: date, house: House, *, mine: bool) -> Data:
    """The heads of a month, and what may be done with them."""
    zone = house.settings.timezone
    sessions = await counted_month(organisation.id, month, now=house.clock(), zone=zone)
    closed = next(iter(await closed_months(organisation.id, month, month)), None)
    return {
        "sessions": [session_line(organisation, each, may_correct=mine and not closed) for each in sessions],
        "total": sum(each.total for each in sessions),
        "closed": closed_words(closed, house),
        "closable": mine and closed is None and house.today() > last_day(month),
    }


def said_words(code: str) -> str:
    """What was done, in words."""
    said = {"closed": _("この月を締めました。"), "corrected": _("人数を直しました。")}
    return said.get(code, "")


def closed_words(closed: ClosedMonth | None, house: House) -> str:
    """Since when a month is closed; nothing while it is open."""
    if closed is None:
        return ""
    return _("%(moment)sに締めました。人数は、もう変わりません。") % {
        "moment": moment(closed.closed_at, house.settings.timezone)
    }


def session_line(organisation: Organisation, session: Counted, *, may_correct: bool) -> Data:
    """One gathering; its heads lead to where they are put right."""
    correctable = may_correct and session.held and session.places
    return {
        "id": str(session.id),
        "day": day(session.date),
        "title": session.series,
        "venue": session.venue,
        "held": session.held,
        "heads": session.total,
        "href": link(f"{base_of(organisation)}/report/sessions/{session.id}") if correctable else "",
    }
