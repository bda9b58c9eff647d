"""予定の購読: the address of the feed that a reader wants, put together from what they choose."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from litestar import Controller, Request, Response, get
from litestar.response import Template
from msgspec import Struct

from app.domain.visibility import organisation_has_page, series_is_public, venue_has_page
from app.feeds.choice import AUDIENCES, LONGEST_LABEL, MODES
from app.feeds.texts import short
from app.storage.organisations import all_organisations, organisation_by_slug
from app.storage.series import series_by_slug
from app.storage.sessions import sessions_between
from app.storage.venues import all_venues, venue_by_slug
from app.web import saying
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.moment import Moment
from app.web.public.pages import address, first_of, kept_for_all, page
from app.web.views import Data

PARAMETERS = ("what", "audience", "mode", "titles", "label")
EVERYTHING = "all"
GOOGLE = "https://calendar.google.com/calendar/r?cid="
DAYS = 60


class Wanted(Struct, frozen=True, kw_only=True):
    """What a reader chose; what is "all", or a kind and a slug."""

    what: str = EVERYTHING
    audience: str | None = None
    mode: str | None = None
    titles: str = "full"
    label: str = ""


class SubscribeController(Controller):
    path = "/subscribe"

    @get()
    async def show(self, request: Request[Any, Any, Any]) -> Response[bytes]:
        async def render(at: Moment) -> Template:
            base_url = house_of(request).settings.base_url
            return await subscribe_page(dict(request.query_params), base_url, at.today)

        return await kept_for_all(request, render, query=PARAMETERS)


async def subscribe_page(query: dict[str, str], base_url: str, today: date) -> Template:
    """The choices, and the address they make."""
    known = await named(query.get("what"))
    wanted = Wanted(
        what=known[0] if known else EVERYTHING,
        audience=first_of(query, "audience", AUDIENCES),
        mode=first_of(query, "mode", MODES),
        titles=first_of(query, "titles", ("full", "discreet")) or "full",
        label=short(query.get("label", ""), LONGEST_LABEL),
    )
    url = base_url + feed_path(wanted)
    return page(
        "subscribe",
        address("subscribe", **chosen(wanted)),
        wanted=wanted,
        choices=choices(),
        whats=await whats(known, today),
        url=url,
        webcal=f"webcal://{urlsplit(url).netloc}{feed_path(wanted)}",
        google=GOOGLE + quote(url, safe=""),
    )


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
    """The choice as parameters, what goes without saying left out."""
    return {
        "what": None if wanted.what == EVERYTHING else wanted.what,
        "audience": wanted.audience,
        "mode": wanted.mode,
        "titles": None if wanted.titles == "full" else wanted.titles,
        "label": wanted.label or None,
    }


def feed_path(wanted: Wanted) -> str:
    """The path of the feed; ASCII, as every calendar takes it."""
    asked = {name: value for name, value in chosen(wanted).items() if value and name != "what"}
    return f"/feeds/{wanted.what}.ics" + (f"?{urlencode(asked)}" if asked else "")


def choices() -> Data:
    """What can be chosen, as options with their labels."""
    return {
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
            {"value": "full", "label": _("会の名前を出す")},
            {
                "value": "discreet",
                "label": _("ひかえめな名前にする"),
                "note": _("会の名前・場所・説明を出しません。"),
            },
        ],
    }


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
