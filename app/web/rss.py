"""The news of an organisation as RSS, the same for everybody who chose the same."""

from datetime import timedelta
from typing import Any

from litestar import Request, Response

from app.domain.edition import Edition
from app.domain.errors import Unknown
from app.domain.month import month_of
from app.domain.programme import Organisation, Session
from app.domain.visibility import organisation_has_page
from app.feeds.calendars import feed_uid
from app.feeds.choice import Choice, Head, Site, read_choice
from app.feeds.rss import Channel, rss_bytes
from app.storage.editions import newest_editions
from app.storage.organisations import organisation_by_slug
from app.storage.sessions import sessions_between
from app.web.conditional import Rendered, cached
from app.web.house import House, house_of
from app.web.public.pages import address

RSS = "application/rss+xml; charset=utf-8"
ENDING = ".rss"
PARAMETERS = ("audience", "mode", "titles", "label", "cancelled")
SECONDS = 300
DAYS_BACK = 31
DAYS_AHEAD = 400
MOST_EDITIONS = 24
NO_INDEX = {"X-Robots-Tag": "noindex"}


async def rss_feed(request: Request[Any, Any, Any], slug: str) -> Response[bytes]:
    """The feed of the organisation of a slug. Raises Unknown."""
    house = house_of(request)

    async def render() -> Rendered:
        organisation = await organisation_by_slug(slug)
        if organisation is None or not organisation_has_page(organisation):
            raise Unknown
        choice = read_choice(request.query_params)
        sessions = await changed_sessions(organisation, choice, house)
        editions = await editions_shown(organisation, house)
        settings = house.settings
        site = Site(base_url=settings.base_url, zone=str(settings.timezone), demo=settings.demo)
        return Rendered(rss_bytes(channel_of(organisation), editions, sessions, choice, site), RSS)

    return await cached(
        request, render, kinds=("programme",), query=PARAMETERS, seconds=SECONDS, headers=NO_INDEX
    )


def channel_of(organisation: Organisation) -> Channel:
    """What the feed is called and where it stands."""
    return Channel(
        head=Head(name=organisation.name, uid=feed_uid("rss", str(organisation.id))),
        page=address("organisations", organisation.slug),
        own=address("feeds", "organisations", f"{organisation.slug}{ENDING}"),
    )


async def changed_sessions(organisation: Organisation, choice: Choice, house: House) -> tuple[Session, ...]:
    """The sessions of the feed's window that may be news."""
    today = house.today()
    return await sessions_between(
        today - timedelta(days=DAYS_BACK),
        today + timedelta(days=DAYS_AHEAD),
        organisation_id=organisation.id,
        audience=choice.audience,
        mode=choice.mode,
        states=("published", "cancelled"),
    )


async def editions_shown(organisation: Organisation, house: House) -> tuple[Edition, ...]:
    """The editions of the feed's window."""
    first = month_of(house.today() - timedelta(days=DAYS_BACK))
    return await newest_editions(organisation.id, first, MOST_EDITIONS)
