"""The dates of an organisation as a page to be shown in a frame, on the sites that its desk names and nowhere else."""

from datetime import timedelta
from typing import Any

from litestar import Controller, Request, Response, get
from litestar.params import FromPath
from litestar.response import Template

from app.domain.embedding import frame_ancestors
from app.storage.embed_places import embed_places
from app.storage.sessions import sessions_between
from app.web.edge import CSP
from app.web.i18n import link
from app.web.moment import Moment
from app.web.public.organisations import listed_organisation
from app.web.public.pages import address, kept_for_all, page
from app.web.views import coming, day_groups

DAYS = 62
MOST_CARDS = 12
NO_FRAMES = "frame-ancestors 'none'"


class EmbedController(Controller):
    path = "/embed/organisations"

    @get("/{slug:str}")
    async def show(self, request: Request[Any, Any, Any], slug: FromPath[str]) -> Response[bytes]:
        async def render(at: Moment) -> Template:
            return await embed_page(slug, at)

        answer = await kept_for_all(request, render)
        # After the page, whose version was read first: whoever changed the sites meanwhile has made a newer one.
        organisation = await listed_organisation(slug)
        answer.headers.update(framed(await embed_places(organisation.id)))
        return answer


def framed(places: tuple[str, ...]) -> dict[str, str]:
    """The headers that let these sites show the page in a frame, and no other."""
    rule = CSP.replace(NO_FRAMES, f"frame-ancestors {frame_ancestors(places)}")
    return {"Content-Security-Policy": rule, "Cross-Origin-Resource-Policy": "cross-origin"}


async def embed_page(slug: str, at: Moment) -> Template:
    """What is next, in short. Raises Unknown."""
    organisation, today = await listed_organisation(slug), at.today
    found = await sessions_between(
        today, today + timedelta(days=DAYS), organisation_id=organisation.id, limit=MOST_CARDS * 2
    )
    shown = coming(found, at)[:MOST_CARDS]
    return page(
        "embed",
        address("embed", "organisations", organisation.slug),
        organisation=organisation,
        days=day_groups(shown, at),
        more=link(address("organisations", organisation.slug)),
    )
