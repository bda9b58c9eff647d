"""お盆, 夏休み, 年末年始: what an organisation means by the names that schedule words use."""

from datetime import date
from itertools import zip_longest
from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from app.actions.set_periods import Reread, set_periods, to_look_at
from app.domain.errors import Misfilled
from app.domain.periods import USUAL, Period, read_year_end
from app.domain.programme import Organisation
from app.domain.recurrence.rule import MonthDay
from app.domain.staff import Staff
from app.storage.periods import period_list, year_end_of
from app.web.forms import Typed, number_of
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import GUARDS
from app.web.organiser.page import base_of, crumbs_of, organiser_page
from app.web.organiser.taps import day_of

Data = dict[str, Any]
EMPTY_ROWS = 3


class PeriodsController(Controller):
    path = "/staff/organisations/{slug:str}/periods"
    guards = GUARDS

    @get()
    async def show(
        self,
        organisation: NamedDependency[Organisation],
        staff: NamedDependency[Staff],
        today: NamedDependency[date],
        said: FromQuery[str] = "",
    ) -> Template:
        return await periods_page(organisation, staff, today, said=said_words(said))

    @post(status_code=303)
    async def act(
        self,
        request: Request[Any, Any, Any],
        organisation: NamedDependency[Organisation],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        house = house_of(request)
        today, zone = house.today(), house.settings.timezone
        try:
            year_end = read_year_end(typed.get("year_end_first", ""), typed.get("year_end_last", ""))
            done = await set_periods(
                organisation.id, typed_periods(typed), year_end, now=house.clock(), today=today, zone=zone
            )
        except Misfilled as refusal:
            return await periods_page(organisation, staff, today, typed=typed, refusal=refusal)
        return Redirect(link(f"{base_of(organisation)}/periods?said={len(done)}") + "#said", status_code=303)


def typed_rows(typed: Typed) -> list[Data]:
    """The rows of the form as they were typed, without the empty ones."""
    columns = (typed.all("name"), typed.all("first"), typed.all("last"))
    found = [
        {"name": name.strip(), "first": first.strip(), "last": last.strip()}
        for name, first, last in zip_longest(*columns, fillvalue="")
    ]
    return [row for row in found if row["first"] or row["last"] or row["name"] not in ("", *USUAL)]


def typed_periods(typed: Typed) -> list[Period]:
    """The periods of the form. Raises Misfilled where a day is missing."""
    found = []
    for row in typed_rows(typed):
        first, last = day_of(row["first"]), day_of(row["last"])
        if first is None or last is None:
            raise Misfilled({"first" if first is None else "last": "始まりと終わりの日を入れてください。"})
        found.append(Period(row["name"], first, last))
    return found


def said_words(code: str) -> str:
    """What was done, in words."""
    if not code:
        return ""
    resolved = number_of(code)
    if resolved:
        return _("期間を入れました。%(count)s件の予定の言葉から、日にちが決まりました。") % {
            "count": resolved
        }
    return _("期間を入れました。")


async def periods_page(
    organisation: Organisation,
    staff: Staff,
    today: date,
    *,
    said: str = "",
    typed: Typed | None = None,
    refusal: Misfilled | None = None,
) -> Template:
    """The periods that are set, as a form with some empty rows, and the lines that would change."""
    year_end = await year_end_of(organisation.id)
    return organiser_page(
        "periods",
        organisation,
        staff,
        refusal=refusal,
        crumbs=crumbs_of(organisation),
        said=said,
        rows=with_empty(typed_rows(typed) if typed else await stored_rows(organisation)),
        year_end_first=typed.get("year_end_first", "") if typed else words_of(year_end.first),
        year_end_last=typed.get("year_end_last", "") if typed else words_of(year_end.last),
        waiting=[line_entry(organisation, each) for each in await to_look_at(organisation.id, today)],
    )


async def stored_rows(organisation: Organisation) -> list[Data]:
    """The periods as rows of the form."""
    found = await period_list(organisation.id)
    return [{"name": each.name, "first": str(each.first), "last": str(each.last)} for each in found]


def with_empty(rows: list[Data]) -> list[Data]:
    """The rows, then those for the usual names that are not among them, then one without a name."""
    named = {row["name"] for row in rows}
    usual = [name for name in USUAL if name not in named]
    return [*rows, *({"name": name, "first": "", "last": ""} for name in [*usual[:EMPTY_ROWS], ""])]


def words_of(day: MonthDay) -> str:
    """12月29日."""
    return f"{day.month}月{day.day}日"


def line_entry(organisation: Organisation, line: Reread) -> Data:
    """A line with the page that shows what the periods of now would do to it."""
    href = f"{base_of(organisation)}/series/{line.series_id}/lines/{line.line_id}"
    return {"href": link(href), "title": line.title, "words": line.words}
