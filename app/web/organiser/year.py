"""Every date of the coming twelve months with what becomes of it, and why; and the same for one day that is asked for."""

from datetime import date, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from app.domain.month import add_months, month_of
from app.domain.programme import Organisation, Session
from app.domain.staff import Staff
from app.domain.told_dates import Told, counts, told_dates
from app.storage.lines import lines_of_series
from app.storage.sessions import sessions_between
from app.web.guards import requires
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import is_of, series_seen_by
from app.web.organiser.page import base_of, may_change, organiser_page
from app.web.organiser.taps import day_of
from app.web.wording import day, day_and_year, hours, month

Data = dict[str, Any]
MONTHS = 12


class YearController(Controller):
    path = "/staff/organisations/{slug:str}/series/{series_id:uuid}/year"
    guards = [requires("organiser", "viewer", of="organisation")]  # noqa: RUF012 -- as Litestar reads it

    @get()
    async def show(
        self,
        organisation: NamedDependency[Organisation],
        series_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        today: NamedDependency[date],
        asked: FromQuery[str] = "",
    ) -> Template:
        series = await series_seen_by(organisation, series_id, today)
        last = add_months(month_of(today), MONTHS) - timedelta(days=1)
        sessions = await sessions_between(today, last, series_id=series.id, listed_only=False)
        told = told_dates(await lines_of_series(series.id, today), sessions, today, last)
        return organiser_page(
            "year",
            organisation,
            staff,
            series=series,
            here=f"{base_of(organisation)}/series/{series.id}",
            summary=summary_of(told),
            months=months_of(told, pages_of(organisation, staff, sessions)),
            asked=asked,
            answer=answer_to(asked, told, today, last),
        )


def pages_of(organisation: Organisation, staff: Staff, sessions: tuple[Session, ...]) -> dict[UUID, str]:
    """The pages at the desk of those sessions that they may change; a viewer opens none."""
    if not may_change(staff, organisation):
        return {}
    base = base_of(organisation)
    return {each.id: link(f"{base}/sessions/{each.id}") for each in sessions if is_of(each, organisation)}


def summary_of(told: tuple[Told, ...]) -> list[str]:
    """開く 46回, 休み 4回 and the like, without those that are none."""
    said = counts(told)
    return [
        _("%(fate)s %(count)s回") % {"fate": kind_words(kind), "count": said[kind]}
        for kind in ("held", "asked", "moved", "off")
        if said[kind]
    ]


def kind_words(kind: str) -> str:
    """開く, 聞いています, 移る, 休み."""
    return {"held": _("開く"), "asked": _("確かめたい"), "moved": _("移る"), "off": _("休み")}[kind]


def months_of(told: tuple[Told, ...], pages: dict[UUID, str]) -> list[Data]:
    """The dates by month."""
    return [
        {"label": month(first), "rows": [row_of(each, pages) for each in of_month]}
        for first, of_month in groupby(told, key=lambda each: month_of(each.date))
    ]


def row_of(told: Told, pages: dict[UUID, str]) -> Data:
    """One date: the day, the hours, what becomes of it, and why."""
    return {
        "id": f"d{told.date}",
        "day": day(told.date),
        "hours": hours(told.starts, told.ends) if told.session_id and (told.starts or told.ends) else "",
        "href": pages.get(told.session_id, "") if told.session_id else "",
        "kind": told.kind,
        "fate": kind_words(told.kind),
        "why": why_words(told),
    }


def why_words(told: Told) -> str:
    """The reason in words; empty where none is needed."""
    other = day(told.other) if told.other else ""
    return {
        "": "",
        "by_hand": _("手で入れた日"),
        "came_from": _("%(day)sから移りました") % {"day": other},
        "gone_to": _("%(day)sに移しました") % {"day": other},
        "holiday_open": _("%(holiday)s。祝日でも開きます") % {"holiday": _(told.text)},
        "said": _(told.text),
    }[told.why]


def answer_to(asked: str, told: tuple[Told, ...], first: date, last: date) -> list[str]:
    """What becomes of the day that is asked for; nothing where none is."""
    if not asked.strip():
        return []
    wanted = day_of(asked.strip())
    if wanted is None or not first <= wanted <= last:
        days = {"first": day_and_year(first), "last": day_and_year(last)}
        return [_("%(first)sから%(last)sまでの日を選んでください。") % days]
    found = [each for each in told if each.date == wanted]
    return [answer_words(each) for each in found] or [unnamed_words(wanted)]


def answer_words(told: Told) -> str:
    """11月23日（月）：休み。…."""
    fate = _("%(day)s：%(fate)s。") % {"day": day(told.date), "fate": kind_words(told.kind)}
    return f"{fate} {why_words(told)}".strip()


def unnamed_words(wanted: date) -> str:
    """A day that no word names: which of its weekday it is."""
    said = {"day": day(wanted), "nth": (wanted.day - 1) // 7 + 1}
    return _("%(day)sは、予定の言葉に入っていない日です。この曜日の、月の%(nth)s回目です。") % said
