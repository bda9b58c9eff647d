"""今日と今週: what is on, narrowed by links in the words people use."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from litestar import Controller, Request, Response, get
from litestar.response import Template
from msgspec import Struct
from msgspec.structs import asdict, replace

from app.storage.areas import all_areas
from app.storage.session_filters import Filter
from app.storage.sessions import first_date, sessions_of
from app.web.forms import number_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.moment import Moment
from app.web.public.pages import address, first_of, kept_for_all, page
from app.web.views import Data, coming, day_groups
from app.web.wording import day

DAYS = 7
A_PAGE = 36
DAYS_AHEAD = 400
PARAMETERS = ("audience", "mode", "seat", "registration", "area", "from", "skip")
AUDIENCES = ("participant", "family", "supporter")


class Wanted(Struct, frozen=True, kw_only=True):
    """What a reader narrowed the list to; None asks nothing."""

    audience: str | None = None
    mode: str | None = None
    seat: str | None = None
    registration: str | None = None
    area: str | None = None

    def href(self, **more: str | None) -> str:
        """The front page narrowed so."""
        return link(address("", **asdict(self), **more))

    def filter(self, first: date, last: date) -> Filter:
        """The sessions from first to last that fit."""
        ways = ("walk_in", "walk_in_or_reserve") if self.registration else ()
        asked = {**asdict(self), "registration": ways}
        return Filter(first=first, last=last, **asked)


class Days(Struct, frozen=True, kw_only=True):
    """Which part of which days is shown: `count` sessions from `first` on, of which `skip` are passed over."""

    first: date
    today: date
    skip: int
    count: int


class FrontController(Controller):
    path = "/"

    @get()
    async def front(self, request: Request[Any, Any, Any]) -> Response[bytes]:
        async def render(at: Moment) -> Template:
            return await front_page(dict(request.query_params), at)

        return await kept_for_all(request, render, query=PARAMETERS)


async def front_page(query: dict[str, str], at: Moment) -> Template:
    """The page for a query; what it does not understand is left out."""
    wanted, today = read_wanted(query, await all_areas()), at.today
    first = first_day(query.get("from"), today)
    skip = number_of(query.get("skip"))
    found = coming(await sessions_of(wanted.filter(first, first + timedelta(days=DAYS - 1))), at)
    shown = found[skip : skip + A_PAGE]
    later = await first_date(wanted.filter(first + timedelta(days=DAYS), today + timedelta(days=DAYS_AHEAD)))
    return page(
        "front",
        address("", **asdict(wanted), **start(first, today), skip=str(skip) if skip else None),
        days=day_groups(shown, at),
        chips=chips(wanted),
        title=title(first, today),
        empty=None if shown else empty(wanted, later),
        onward=onward(wanted, Days(first=first, today=today, skip=skip, count=len(found)), later),
    )


def read_wanted(query: dict[str, str], areas: tuple[str, ...]) -> Wanted:
    """The filters of a query."""
    return Wanted(
        audience=first_of(query, "audience", AUDIENCES),
        mode=first_of(query, "mode", ("in_person", "online")),
        seat=first_of(query, "seat", ("talk", "listener")),
        registration=first_of(query, "registration", ("walk_in",)),
        area=first_of(query, "area", areas),
    )


def first_day(text: str | None, today: date) -> date:
    """The day of 2026-11-22; today for anything else, and for days that are over or too far away."""
    with suppress(ValueError):
        asked = date.fromisoformat(text or "")
        return asked if today < asked <= today + timedelta(days=DAYS_AHEAD) else today
    return today


def start(first: date, today: date) -> dict[str, str | None]:
    """The parameter that says from which day on, where it is not today."""
    return {"from": None if first == today else str(first)}


def title(first: date, today: date) -> str:
    """What the list is."""
    return _("今日と今週の居場所") if first == today else _("%(day)sからの居場所") % {"day": day(first)}


def chips(wanted: Wanted) -> list[Data]:
    """The filters as links: each adds itself to the others, or takes itself away."""
    found = [
        {"href": link("/"), "label": _("すべて"), "current": wanted == Wanted()},
        chip(wanted, "mode", "online", _("家から")),
        chip(wanted, "seat", "listener", _("聞くだけ")),
        chip(wanted, "registration", "walk_in", _("予約なし")),
        chip(wanted, "audience", "family", _("ご家族の会")),
    ]
    if wanted.area:
        found.append(chip(wanted, "area", wanted.area, wanted.area))
    return [*found, {"href": link("/areas"), "label": _("地域から"), "current": False}]


def chip(wanted: Wanted, field: str, value: str, label: str) -> Data:
    """One filter: a link that sets it, or takes it away where it is set."""
    current = getattr(wanted, field) == value
    return {
        "href": replace(wanted, **{field: None if current else value}).href(),
        "label": label,
        "current": current,
    }


def empty(wanted: Wanted, later: date | None) -> Data:
    """Nothing this week: when there will be something, or that no date is known."""
    if later is None:
        return {"text": _("日にちの決まった予定は、まだありません。")}
    text = _("今週の予定はまだありません。次は%(day)sです。") % {"day": day(later)}
    return {
        "text": text,
        "href": wanted.href(**{"from": str(later)}),
        "label": _("その日の予定を見る"),
    }


def onward(wanted: Wanted, days: Days, later: date | None) -> Data | None:
    """Where the list goes on: the rest of these days, or the next days with something on."""
    if days.skip + A_PAGE < days.count:
        href = wanted.href(**start(days.first, days.today), skip=str(days.skip + A_PAGE))
        return {"href": href, "label": _("つづきを見る")}
    if later is None:
        return None
    label = _("%(day)sからの予定を見る") % {"day": day(later)}
    return {"href": wanted.href(**{"from": str(later)}), "label": label}
