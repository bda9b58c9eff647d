"""Areas: what is on there, and everything that has no dates yet."""

from datetime import timedelta
from typing import Any
from urllib.parse import quote

from litestar import Controller, Request, Response, get
from litestar.params import FromPath
from litestar.response import Template

from app.domain.errors import Unknown
from app.storage.areas import all_areas
from app.storage.information import all_information
from app.storage.organisations import all_organisations
from app.storage.series import series_of_area
from app.storage.sessions import next_dates, sessions_between
from app.storage.venues import all_venues
from app.web.i18n import link
from app.web.moment import Moment
from app.web.public.entries import organisation_entry, series_entries
from app.web.public.pages import address, kept_for_all, page
from app.web.public.venues import venue_entry
from app.web.views import coming, day_groups

DAYS = 14
MOST_CARDS = 12


class AreaController(Controller):
    path = "/areas"

    @get()
    async def all_of_them(self, request: Request[Any, Any, Any]) -> Response[bytes]:
        async def render(_: Moment) -> Template:
            links = [{"href": area_link(area), "label": area} for area in await all_areas()]
            return page("areas", "/areas", areas=links)

        return await kept_for_all(request, render)

    @get("/{area:str}")
    async def one(self, request: Request[Any, Any, Any], area: FromPath[str]) -> Response[bytes]:
        async def render(at: Moment) -> Template:
            return await area_page(area, at)

        return await kept_for_all(request, render)


def area_link(area: str) -> str:
    """The page of an area."""
    return link(f"/areas/{quote(area, safe='')}")


async def area_page(area: str, at: Moment) -> Template:
    """What is on in an area, who is there, and what has no dates. Raises Unknown."""
    if area not in await all_areas():
        raise Unknown
    today = at.today
    soon = await sessions_between(today, today + timedelta(days=DAYS), area=area, limit=MOST_CARDS)
    dated, undated = await series_entries(await series_of_area(area, today), await next_dates(today))
    return page(
        "area",
        address("areas", area),
        area=area,
        days=day_groups(coming(soon, at), at),
        more=link(address("", area=area)),
        dated=dated,
        undated=undated,
        venues=[venue_entry(venue) for venue in await all_venues(area)],
        organisations=[organisation_entry(each) for each in await all_organisations(area)],
        information=await all_information(area=area),
    )
