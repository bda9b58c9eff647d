"""The report of an organisation: figures, bars and tables of a fiscal year, for the house or to be passed on."""

import asyncio
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from litestar import Controller, Request, Response, get
from litestar.di import NamedDependency
from litestar.response import Template

from app.actions.export_report import note_export
from app.domain.errors import Misfilled
from app.domain.head_report import fiscal_span
from app.domain.heads import COUNTING, DEFINITIONS
from app.domain.month import last_day, read_month
from app.domain.programme import Organisation
from app.domain.staff import Staff
from app.publishing.report_table import report_bytes
from app.storage.report import counted_sessions
from app.storage.report_months import closed_months
from app.storage.shared_counts import shared_with
from app.web.guards import requires
from app.web.house import House, house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.page import base_of, crumbs_of, organiser_page
from app.web.organiser.report_span import Asked, asked_of
from app.web.organiser.report_view import Figures, figures_of, span_words, summary, tables

Data = dict[str, Any]
CSV = "text/csv"
COMMISSIONED = "report/commissioned"
NO_STORE = {"Cache-Control": "no-store"}
MASKED_NOTE = "＊は、1人から4人までの数と、引き算でその数が分かってしまうところです。"
NO_PERSONS_NOTE = "実人数はありません。呼び名だけで参加する集まりでは、同じ方かどうかが分からないためです。"
UNFINISHED_NOTE = "途中の数です。年度が終わり、すべての月を締めてから渡してください。"


class ReportController(Controller):
    path = "/staff/organisations/{slug:str}"
    guards = [requires("organiser", "viewer", of="organisation")]  # noqa: RUF012 -- as Litestar reads it

    @get("/report")
    async def show(
        self,
        request: Request[Any, Any, Any],
        organisation: NamedDependency[Organisation],
        staff: NamedDependency[Staff],
        today: NamedDependency[date],
    ) -> Template:
        asked, refusal, typed = asked_or_refused(request.query_params, today)
        figures = await figures_at(organisation, asked, house_of(request))
        page = report_page(organisation, figures, today)
        if await shared_with(organisation.id):
            page["commissioned"] = Asked(asked.first, asked.last).address(base_of(organisation), COMMISSIONED)
        return organiser_page("report", organisation, staff, refusal=refusal, typed=typed, **page)

    @get("/report.csv")
    async def table(
        self,
        request: Request[Any, Any, Any],
        organisation: NamedDependency[Organisation],
        now: NamedDependency[datetime],
        today: NamedDependency[date],
    ) -> Response[bytes]:
        asked = asked_of(request.query_params, today)
        figures = await figures_at(organisation, asked, house_of(request))
        return await exported(organisation, figures, now, today)


async def exported(
    organisation: Organisation, figures: Figures, now: datetime, today: date
) -> Response[bytes]:
    """The figures as a file to save, noted in the log of acts."""
    await note_export(organisation.id, figures.asked.first, now)
    content = report_bytes(figures.report, figures.masks, notes_of(figures, today))
    return Response(content, media_type=CSV, headers=NO_STORE | saved_as(organisation, figures.asked))


async def figures_at(organisation: Organisation, asked: Asked, house: House) -> Figures:
    """The figures of an organisation."""
    sessions = await counted_sessions(
        organisation.id, asked.first, asked.last, now=house.clock(), zone=house.settings.timezone
    )
    closed = await closed_months(organisation.id, asked.first, asked.last)
    # Choosing what to leave out may take half a second, which others need not wait for.
    return await asyncio.to_thread(figures_of, asked, sessions, closed, house.today())


def asked_or_refused(query: Mapping[str, str], today: date) -> tuple[Asked, Misfilled | None, Data]:
    """What an address asks for, or the fiscal year with what is wrong with it; and what stands in the fields."""
    try:
        asked = asked_of(query, today)
    except Misfilled as refusal:
        return Asked(*fiscal_span(today)), refusal, dict(query)
    return asked, None, {"from": str(asked.first), "to": str(asked.last)}


def report_page(organisation: Organisation, figures: Figures, today: date, *, kind: str = "report") -> Data:
    """All that the page shows. kind: of all that the organisation runs, or of what it commissions."""
    asked, base = figures.asked, base_of(organisation)
    own = kind == "report"
    return {
        "crumbs": crumbs_of(organisation),
        "kind": kind,
        "span": span_words(asked),
        "asked": asked,
        "variants": variants(asked, base) if own else [],
        "years": years(asked, base, today, kind),
        "summary": summary(figures),
        "tables": tables(figures, months(figures, base) if own else {}),
        "masks": figures.masks,
        "unfinished": asked.shareable and not finished(figures, today),
        "definitions": [[_(each) for each in sentences] for sentences in figures.definitions],
        "csv": asked.address(base, "report.csv" if own else f"{kind}/table.csv"),
    }


def variants(asked: Asked, base: str) -> list[Data]:
    """The two variants of a report, as links."""
    whole = Asked(*fiscal_span(asked.first), "shareable")
    return [
        {
            "href": Asked(asked.first, asked.last).address(base),
            "label": _("団体の中で使う"),
            "current": not asked.shareable,
        },
        {"href": whole.address(base), "label": _("外に渡す"), "current": asked.shareable},
    ]


def years(asked: Asked, base: str, today: date, kind: str) -> list[Data]:
    """The current fiscal year and the two before it, as links."""
    found: list[Data] = []
    day = today
    for _step in range(3):
        span = Asked(*fiscal_span(day), asked.variant)
        found.append({"href": span.address(base, kind), "label": span_words(span), "current": span == asked})
        day = span.first - timedelta(days=1)
    return found


def months(figures: Figures, base: str) -> dict[str, Data]:
    """The page of each month, and whether it is closed. What is passed on leads nowhere."""
    if figures.asked.shareable:
        return {}
    closed = {f"{each.month:%Y-%m}" for each in figures.closed}
    return {
        line.key: {
            "href": link(f"{base}/report/{line.key}"),
            "note": _("締めました") if line.key in closed else "",
        }
        for line in figures.report.tables[0].lines
    }


def finished(figures: Figures, today: date) -> bool:
    """Whether the time is over and all its months are closed, so that the figures will never be others."""
    closed = {each.month for each in figures.closed}
    begun = [read_month(line.key) for line in figures.report.tables[0].lines]
    return today > last_day(figures.asked.last) and closed >= set(begun)


def notes_of(figures: Figures, today: date) -> Iterable[str]:
    """What has to be said beside the figures, where they go alone."""
    if figures.masks is not None:
        yield MASKED_NOTE
        if not finished(figures, today):
            yield UNFINISHED_NOTE
    yield NO_PERSONS_NOTE
    for sentences in figures.definitions or [DEFINITIONS[COUNTING]]:
        yield from sentences


def saved_as(organisation: Organisation, asked: Asked) -> dict[str, str]:
    """The name under which a browser saves it."""
    ending = "-shareable" if asked.shareable else ""
    name = f"{organisation.slug}-report-{asked.first}-{asked.last}{ending}.csv"
    return {"Content-Disposition": f'attachment; filename="{name}"'}
