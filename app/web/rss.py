"""The news of an organisation as RSS."""

from app.domain.month import month_of
from app.domain.programme import Organisation
from app.feeds.calendars import feed_uid, window
from app.feeds.choice import Choice, Head, Site
from app.feeds.rss import Channel, rss_bytes
from app.storage.editions import newest_editions
from app.storage.sessions import sessions_between
from app.web.conditional import Rendered
from app.web.house import House
from app.web.public.organisations import listed_organisation
from app.web.public.pages import address

RSS = "application/rss+xml; charset=utf-8"
ENDING = ".rss"
MOST_EDITIONS = 24


async def news_of(slug: str, choice: Choice, house: House, site: Site) -> Rendered:
    """The feed of the organisation of a slug. Raises Unknown."""
    organisation = await listed_organisation(slug)
    first, last = window(house.today())
    sessions = await sessions_between(
        first,
        last,
        organisation_id=organisation.id,
        audience=choice.audience,
        mode=choice.mode,
        states=("published", "cancelled"),
    )
    editions = await newest_editions(organisation.id, month_of(first), MOST_EDITIONS)
    return Rendered(rss_bytes(channel_of(organisation), editions, sessions, choice, site), RSS)


def channel_of(organisation: Organisation) -> Channel:
    """What the feed is called and where it stands."""
    return Channel(
        head=Head(name=organisation.name, uid=feed_uid("rss", str(organisation.id))),
        page=address("organisations", organisation.slug),
        own=address("feeds", "organisations", f"{organisation.slug}{ENDING}"),
    )
