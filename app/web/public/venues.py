"""Venues: by area, and each with its month."""

from datetime import date, timedelta
from typing import Any

from litestar import Controller, Request, Response, get
from litestar.params import FromPath
from litestar.response import Template

from app.domain.errors import Unknown
from app.domain.month import add_months, last_day
from app.domain.programme import Session, Venue
from app.domain.visibility import venue_has_page
from app.storage.closing_rules import closing_rules
from app.storage.sessions import sessions_between
from app.storage.venues import all_venues, venue_by_slug
from app.web import saying
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.moment import Moment
from app.web.public.entries import by_area
from app.web.public.pages import address, asked_month, kept_for_all, month_link, page
from app.web.views import Data, day_groups, month_weeks
from app.web.wording import day, month_name

DAYS_AHEAD = 400
# Beyond these a page would grow too heavy: cards become lines, then the month table goes.
MOST_CARDS = 44
MOST_MARKS = 90


class VenueController(Controller):
    path = "/venues"

    @get()
    async def all_of_them(self, request: Request[Any, Any, Any]) -> Response[bytes]:
        async def render(_: Moment) -> Template:
            return page("venues", "/venues", areas=by_area(venue_entry(each) for each in await all_venues()))

        return await kept_for_all(request, render)

    @get("/{slug:str}")
    async def one(self, request: Request[Any, Any, Any], slug: FromPath[str]) -> Response[bytes]:
        async def render(at: Moment) -> Template:
            return await venue_page(slug, request.query_params.get("month"), at)

        return await kept_for_all(request, render, query=("month",))


def venue_entry(venue: Venue) -> Data:
    """A venue as one line of the list."""
    return {
        "href": link(f"/venues/{venue.slug}"),
        "title": venue.name,
        "area": venue.area or "",
        "under": venue.address or unknown_place(venue),
    }


def unknown_place(venue: Venue) -> str:
    """Why there is no address: it is not public, or nobody has said."""
    if venue.address_public:
        return _("場所は、主催者にお尋ねください。")
    return _("くわしい場所は、予約した方にお伝えします。")


async def venue_page(slug: str, asked: str | None, at: Moment) -> Template:
    """The month of a venue. Raises Unknown."""
    venue = await venue_by_slug(slug)
    if not venue_has_page(venue) or venue is None:
        raise Unknown
    today = at.today
    month = asked_month(asked, today)
    found = await sessions_between(month, last_day(month), venue_id=venue.id)
    own = f"/venues/{venue.slug}"
    return page(
        "venue",
        address("venues", venue.slug, month=asked and f"{month:%Y-%m}"),
        venue=venue,
        place=venue.address or unknown_place(venue),
        resting="\n".join([saying.rest(rule.timetable) for rule in await closing_rules(venue.id)]),
        month=month,
        days=day_groups(found, at, place=False),
        is_long=len(found) > MOST_CARDS,
        weeks=month_weeks(month, found, at) if len(found) <= MOST_MARKS else [],
        empty=None if found else empty_month(month, await next_session(venue, month, today)),
        before=month_link(add_months(month, -1), today, f"{own}?month={add_months(month, -1):%Y-%m}"),
        after=month_link(add_months(month, 1), today, f"{own}?month={add_months(month, 1):%Y-%m}"),
        subscribe=link(address("subscribe", what=f"venues/{venue.slug}")),
    )


async def next_session(venue: Venue, month: date, today: date) -> Session | None:
    """The first session after a month (from today on, if the month is over), not cancelled."""
    first = max(today, last_day(month) + timedelta(days=1)) if month <= today else last_day(month)
    found = await sessions_between(
        first, today + timedelta(days=DAYS_AHEAD), venue_id=venue.id, states=("published", "planned"), limit=1
    )
    return found[0] if found else None


def empty_month(month: date, later: Session | None) -> Data:
    """11月はありません。次回は12月18日（金）です。"""
    none = _("%(month)sはありません。") % {"month": month_name(month)}
    if later is None:
        return {"text": none}
    return {
        "text": none + _("次回は%(day)sです。") % {"day": day(later.date)},
        "href": link(f"/sessions/{later.id}"),
        "label": _("その回を見る"),
    }
