"""予定の購読: what somebody uses leads to one way, with the address of the feed that they put together."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from litestar import Controller, Request, Response, get
from litestar.response import Template
from msgspec import Struct
from msgspec.structs import replace

from app.domain.programme import Session
from app.domain.visibility import organisation_has_page, series_is_public, venue_has_page
from app.feeds.choice import AUDIENCES, LONGEST_LABEL, MODES, Choice, Site, read_choice
from app.feeds.texts import short
from app.feeds.words import location, summary
from app.storage.organisations import all_organisations, organisation_by_slug
from app.storage.series import series_by_slug
from app.storage.sessions import sessions_between
from app.storage.venues import all_venues, venue_by_slug
from app.web import saying
from app.web.feeds import site_of
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.moment import Moment
from app.web.public.pages import address, first_of, kept_for_all, page
from app.web.public.ways import (
    Way,
    delay_of,
    otherwise_of,
    paper_page,
    read_way,
    steps_of,
    way_options,
)
from app.web.views import Data, hours_of
from app.web.wording import day

PARAMETERS = ("what", "with", "audience", "mode", "titles", "label")
EVERYTHING = "all"
GOOGLE = "https://calendar.google.com/calendar/r?cid="
DAYS = 60
DAYS_AHEAD = 400


class Wanted(Struct, frozen=True, kw_only=True):
    """What a reader chose; what is "all", or a kind and a slug. titles and way stay empty until somebody chooses."""

    what: str = EVERYTHING
    way: Way | None = None
    audience: str | None = None
    mode: str | None = None
    titles: str | None = None
    label: str = ""

    @property
    def settled(self) -> bool:
        """Whether the way can be shown: for a calendar it has to be chosen what it shows."""
        return self.way == "paper" or (self.way is not None and bool(self.titles or self.label))


class SubscribeController(Controller):
    path = "/subscribe"

    @get()
    async def show(self, request: Request[Any, Any, Any]) -> Response[bytes]:
        async def render(at: Moment) -> Template:
            return await subscribe_page(dict(request.query_params), site_of(house_of(request)), at)

        return await kept_for_all(request, render, query=PARAMETERS)


async def subscribe_page(query: dict[str, str], site: Site, at: Moment) -> Template:
    """The choices; once they are made, the way to the feed and what it will show."""
    known = await named(query.get("what"))
    wanted = wanted_of(query, known[0] if known else EVERYTHING)
    session = await next_session(wanted, at.today)
    return page(
        "subscribe",
        address("subscribe", **chosen(wanted), **{"with": wanted.way}),
        wanted=wanted,
        choices=choices(session, site),
        whats=await whats(known, at.today),
        asks_titles=bool(wanted.way and not wanted.settled),
        phone=phone_of(wanted, session),
        way=way_data(wanted, site, session, at.today) if wanted.settled and wanted.way else None,
    )


def phone_of(wanted: Wanted, session: Session | None) -> str | None:
    """Whom to call, where all dates that were chosen are of one organiser."""
    if session is None or not wanted.what.startswith(("series/", "organisations/")):
        return None
    return session.series.phone or (session.owner.phone if session.owner else None)


def wanted_of(query: dict[str, str], what: str) -> Wanted:
    """What a query says; what is not understood is not chosen."""
    return Wanted(
        what=what,
        way=read_way(query.get("with")),
        audience=first_of(query, "audience", AUDIENCES),
        mode=first_of(query, "mode", MODES),
        titles=first_of(query, "titles", ("full", "discreet")),
        label=short(query.get("label", ""), LONGEST_LABEL),
    )


def way_data(wanted: Wanted, site: Site, session: Session | None, today: date) -> Data:
    """The one way that was chosen, with the address, the steps and the line that the calendar will show."""
    way: Way = wanted.way or "paper"
    url = site.base_url + feed_path(wanted)
    return {
        "name": next(option["label"] for option in way_options() if option["value"] == way),
        "url": url if way != "paper" else "",
        "webcal": f"webcal://{urlsplit(url).netloc}{feed_path(wanted)}" if way == "apple" else "",
        "google": GOOGLE + quote(url, safe="") if way == "google-computer" else "",
        "page": paper_page(wanted.what, today) if way == "paper" else "",
        "steps": steps_of(way),
        "otherwise": otherwise_of(way),
        "delay": delay_of(way),
        "preview": preview(session, choice_of(wanted), site) if way != "paper" else None,
    }


def choice_of(wanted: Wanted) -> Choice:
    """The choice that the address will carry."""
    return read_choice({name: value for name, value in chosen(wanted).items() if value})


def preview(session: Session | None, choice: Choice, site: Site) -> Data | None:
    """The next date as the calendar will show it, and as it would if it were cancelled; None before the first date."""
    if session is None:
        return None
    cancelled = replace(session, state="cancelled")
    return {
        "day": day(session.date),
        "hours": hours_of(session),
        "line": summary(session, choice, site),
        "place": "" if choice.discreet else location(session),
        "cancelled": summary(cancelled, choice, site),
    }


async def next_session(wanted: Wanted, today: date) -> Session | None:
    """The first date ahead of what was chosen; not one that is cancelled."""
    kind, _slash, slug = wanted.what.partition("/")
    venue = await venue_by_slug(slug) if kind == "venues" else None
    series = await series_by_slug(slug) if kind == "series" else None
    organisation = await organisation_by_slug(slug) if kind == "organisations" else None
    found = await sessions_between(
        today,
        today + timedelta(days=DAYS_AHEAD),
        venue_id=venue.id if venue else None,
        series_id=series.id if series else None,
        organisation_id=organisation.id if organisation else None,
        audience=wanted.audience,
        mode=wanted.mode,
        states=("published", "planned"),
        limit=1,
    )
    return found[0] if found else None


async def named(what: str | None) -> tuple[str, str] | None:
    """The kind and slug of a public venue, series or organisation with its name; None for everything else."""
    kind, _slash, slug = (what or "").partition("/")
    if kind == "venues":
        venue = await venue_by_slug(slug)
        return (f"venues/{venue.slug}", venue.name) if venue and venue_has_page(venue) else None
    if kind == "series":
        series = await series_by_slug(slug)
        return (f"series/{series.slug}", series.title) if series and series_is_public(series) else None
    if kind == "organisations":
        found = await organisation_by_slug(slug)
        return (f"organisations/{found.slug}", found.name) if found and organisation_has_page(found) else None
    return None


def chosen(wanted: Wanted) -> dict[str, str | None]:
    """The choice as parameters, but for what is used."""
    return {
        "what": None if wanted.what == EVERYTHING else wanted.what,
        "audience": wanted.audience,
        "mode": wanted.mode,
        "titles": wanted.titles,
        "label": wanted.label or None,
    }


def feed_path(wanted: Wanted) -> str:
    """The path of the feed; ASCII, as every calendar takes it."""
    silent = {"what": wanted.what, "titles": "full"}
    asked = {name: value for name, value in chosen(wanted).items() if value and value != silent.get(name)}
    return f"/feeds/{wanted.what}.ics" + (f"?{urlencode(asked)}" if asked else "")


def choices(session: Session | None, site: Site) -> Data:
    """What can be chosen, as options with their labels."""
    return {
        "with": way_options(),
        "audience": [
            {"value": "", "label": _("すべて")},
            *({"value": word, "label": saying.audience(word)} for word in AUDIENCES),
        ],
        "mode": [
            {"value": "", "label": _("すべて")},
            {"value": "in_person", "label": _("会場で")},
            {"value": "online", "label": _("家から（オンライン）")},
        ],
        "titles": [
            {"value": "full", "label": _("会の名前を出す"), "note": shown_as(session, Choice(), site)},
            {
                "value": "discreet",
                "label": _("ひかえめな名前にする"),
                "note": shown_as(session, Choice(titles="discreet"), site),
            },
        ],
    }


def shown_as(session: Session | None, choice: Choice, site: Site) -> str:
    """The line of the next date under a choice."""
    covered = _("会の名前・場所・説明を出しません。") if choice.discreet else ""
    if session is None:
        return covered
    return _("「%(line)s」と出ます。") % {"line": summary(session, choice, site)} + covered


async def whats(known: tuple[str, str] | None, today: date) -> list[tuple[str, str]]:
    """What can be subscribed to: everything, organisations and venues with dates ahead, and what was asked for."""
    soon = await sessions_between(today, today + timedelta(days=DAYS))
    owners = {session.owner.id for session in soon if session.owner}
    places = {session.venue.id for session in soon if session.venue}
    found = {EVERYTHING: _("すべての予定")}
    found |= dict([known] if known else [])
    found |= {
        f"organisations/{each.slug}": each.name for each in await all_organisations() if each.id in owners
    }
    found |= {f"venues/{each.slug}": each.name for each in await all_venues() if each.id in places}
    return list(found.items())
