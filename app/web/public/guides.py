"""Pages of plain words: for those who come first, for families, what is read or watched; and the word to robots."""

from datetime import timedelta
from typing import Any

from litestar import Controller, Request, Response, get
from litestar.response import Template

from app.storage.information import all_information
from app.storage.sessions import sessions_between
from app.web.conditional import Rendered, cached
from app.web.house import house_of
from app.web.i18n import link
from app.web.moment import Moment
from app.web.public.pages import address, kept_for_all, page
from app.web.views import coming, dated_card

FAMILY_DAYS = 60
FAMILY_CARDS = 6
# Feeds are not forbidden: calendars that obey robots.txt would never fetch them. What is personal is forbidden and
# carries noindex; a demo says noindex in its headers, which a robot must be allowed to read.
ROBOTS = "User-agent: *\nDisallow: /r\nDisallow: /i/\nDisallow: /p/\nDisallow: /staff\nDisallow: /api/\n"


class GuideController(Controller):
    path = "/"

    @get("/about")
    async def about(self, request: Request[Any, Any, Any]) -> Response[bytes]:
        async def render(_: Moment) -> Template:
            return page("about", "/about")

        return await kept_for_all(request, render)

    @get("/families")
    async def families(self, request: Request[Any, Any, Any]) -> Response[bytes]:
        return await kept_for_all(request, families_page)

    @get("/information")
    async def information(self, request: Request[Any, Any, Any]) -> Response[bytes]:
        async def render(_: Moment) -> Template:
            return page("information", "/information", areas=await information_by_area())

        return await kept_for_all(request, render)

    @get("/robots.txt")
    async def robots(self, request: Request[Any, Any, Any]) -> Response[bytes]:
        async def render() -> Rendered:
            base_url = house_of(request).settings.base_url
            return Rendered(f"{ROBOTS}\nSitemap: {base_url}/sitemap.xml\n".encode(), "text/plain")

        return await cached(request, render, query=())


async def families_page(at: Moment) -> Template:
    """ご家族の方へ: the next family meetings, and what to expect."""
    last = at.today + timedelta(days=FAMILY_DAYS)
    soon = await sessions_between(at.today, last, audience="family", limit=4 * FAMILY_CARDS)
    meetings = [session for session in soon if session.series.audience == ("family",)] or list(soon)
    return page(
        "families",
        "/families",
        meetings=[dated_card(session, at) for session in coming(meetings, at)[:FAMILY_CARDS]],
        more=link(address("", audience="family")),
        subscribe=link(address("subscribe", audience="family")),
    )


async def information_by_area() -> list[tuple[str, list[Any]]]:
    """Pieces of information by the area of their organisation; without an area last."""
    found: dict[str, list[Any]] = {}
    for piece in await all_information():
        found.setdefault(piece.organisation.area or "", []).append(piece)
    return sorted(found.items(), key=lambda pair: (pair[0] == "", pair[0]))
