"""Feeds to subscribe to: whole, the same for everybody who chose the same, and never moved."""

from asyncio import to_thread
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath
from litestar.types import ExceptionHandlersMap
from msgspec.structs import replace

from app.domain.errors import DomainError, Ended, Unknown
from app.domain.programme import Session
from app.domain.reservations import Reservation
from app.domain.visibility import organisation_has_page, public_session, series_is_public, venue_has_page
from app.feeds.calendars import (
    calendar_bytes,
    calendar_of,
    event_bytes,
    feed_uid,
    fitting,
    look_of,
    shows,
    window,
)
from app.feeds.choice import Choice, Head, Site, read_choice
from app.feeds.words import NEUTRAL
from app.storage.holders import holding_by_feed
from app.storage.organisations import organisation_by_slug
from app.storage.series import series_by_slug
from app.storage.session_filters import Filter
from app.storage.session_marks import Mark, marks_of, shown_sessions
from app.storage.transactions import read
from app.storage.venues import venue_by_slug
from app.web.conditional import Rendered, cached
from app.web.errors import answer_fault, status_of, waiting
from app.web.house import House, house_of
from app.web.rss import ENDING as RSS_ENDING
from app.web.rss import news_of

# The framework adds the charset.
CALENDAR = "text/calendar"
TEXT = "text/plain"
ENDING = ".ics"
PARAMETERS = ("audience", "mode", "titles", "label", "cancelled")
SECONDS = 300
NO_INDEX = {"X-Robots-Tag": "noindex"}
OWN = NO_INDEX | {"Cache-Control": "private, no-store"}
RETRY_SECONDS = 300
FEW = 5

AnyRequest = Request[Any, Any, Any]


def refuse(_: AnyRequest, error: DomainError) -> Response[str]:
    """A refusal as plain text: a calendar program shows no page."""
    headers = NO_INDEX | {"Cache-Control": "no-store"} | waiting(error)
    return Response(f"{error}\n", status_code=status_of(error), media_type=TEXT, headers=headers)


def fail(request: AnyRequest, error: Exception) -> Response[str]:
    """A fault of ours: come again later. Never an empty or half a calendar, which would delete every date."""
    answer_fault(request, error)
    headers = NO_INDEX | {"Cache-Control": "no-store", "Retry-After": str(RETRY_SECONDS)}
    sentence = "ただいま用意できません。少し待ってから、もう一度お試しください。\n"
    return Response(sentence, status_code=503, media_type=TEXT, headers=headers)


HANDLERS: ExceptionHandlersMap = {DomainError: refuse, Exception: fail}


class FeedController(Controller):
    path = "/feeds"
    exception_handlers = HANDLERS

    @get("/all.ics")
    async def everything(self, request: AnyRequest) -> Response[bytes]:
        return await feed(request, "all", "")

    @get("/venues/{name:str}")
    async def of_venue(self, request: AnyRequest, name: FromPath[str]) -> Response[bytes]:
        return await feed(request, "venues", slug_of(name))

    @get("/series/{name:str}")
    async def of_series(self, request: AnyRequest, name: FromPath[str]) -> Response[bytes]:
        return await feed(request, "series", slug_of(name))

    @get("/organisations/{name:str}")
    async def of_organisation(self, request: AnyRequest, name: FromPath[str]) -> Response[bytes]:
        if name.endswith(RSS_ENDING):
            return await news(request, name.removesuffix(RSS_ENDING))
        return await feed(request, "organisations", slug_of(name))

    @get("/my/{name:str}")
    async def of_reservation(self, request: AnyRequest, name: FromPath[str]) -> Response[bytes]:
        """The feed of one reservation. It changes nothing, and every token that opens nothing gets the same answer."""
        house = house_of(request)
        choice = read_choice(request.query_params, titles="discreet")
        session = await reserved_session(slug_of(name), house)
        head = Head(name=NEUTRAL, uid=feed_uid("my", str(session.id)), personal=True)
        body = calendar_bytes([session], head, choice, site_of(house))
        return Response(body, media_type=CALENDAR, headers=OWN)


def slug_of(name: str) -> str:
    """The name without .ics: a path of the framework cannot have an ending. Raises Unknown without one."""
    if not name.endswith(ENDING):
        raise Unknown
    return name.removesuffix(ENDING)


async def feed(request: AnyRequest, kind: str, slug: str) -> Response[bytes]:
    """The feed of everything, or of a venue, a series or an organisation. Raises Unknown."""
    house = house_of(request)

    async def render() -> Rendered:
        choice = read_choice(request.query_params)
        head, target = await head_of(kind, slug)
        events = await events_of(house, filter_of(house, kind, target, choice), look_of(choice))
        return Rendered(calendar_of(events, head, choice, site_of(house)), CALENDAR)

    return await kept(request, render)


async def news(request: AnyRequest, slug: str) -> Response[bytes]:
    """What is new at an organisation. Raises Unknown."""
    house = house_of(request)

    async def render() -> Rendered:
        return await news_of(slug, read_choice(request.query_params), house, site_of(house))

    return await kept(request, render)


async def kept(request: AnyRequest, render: Callable[[], Awaitable[Rendered]]) -> Response[bytes]:
    """What `render` makes, the same for everybody who chose the same."""
    return await cached(
        request, render, kinds=("programme",), query=PARAMETERS, seconds=SECONDS, headers=NO_INDEX
    )


async def head_of(kind: str, slug: str) -> tuple[Head, UUID | None]:
    """What a feed is called, and the id of what it is of. Raises Unknown for what has no public page."""
    if kind == "all":
        return Head(name="ひだまり", uid=feed_uid("all")), None
    if kind == "venues" and (venue := await venue_by_slug(slug)) and venue_has_page(venue):
        return Head(name=venue.name, uid=feed_uid(kind, str(venue.id))), venue.id
    if kind == "series" and (series := await series_by_slug(slug)) and series_is_public(series):
        return Head(name=series.title, uid=feed_uid(kind, str(series.id))), series.id
    if (
        kind == "organisations"
        and (found := await organisation_by_slug(slug))
        and organisation_has_page(found)
    ):
        return Head(name=found.name, uid=feed_uid(kind, str(found.id))), found.id
    raise Unknown


def filter_of(house: House, kind: str, target: UUID | None, choice: Choice) -> Filter:
    """The sessions of a feed: the same that the pages show."""
    first, last = window(house.today())
    return Filter(
        first=first,
        last=last,
        venue_id=target if kind == "venues" else None,
        series_id=target if kind == "series" else None,
        organisation_id=target if kind == "organisations" else None,
        audience=choice.audience,
        mode=choice.mode,
    )


async def events_of(house: House, wanted: Filter, look: Choice) -> list[bytes]:
    """The events of a feed. Only what changed since it was last written is read whole and written anew."""
    site = site_of(house)

    async def work() -> tuple[list[tuple[Mark, bytes | None]], dict[UUID, Session]]:
        marks = [mark for mark in fitting(await marks_of(wanted), house.today()) if shows(mark, look)]
        known = [(mark, house.written.find((mark, look, site))) for mark in marks]
        return known, await shown_sessions(tuple(mark.id for mark, event in known if event is None))

    known, changed = await read(work)
    # Hundreds of events take a good part of a second: others are answered meanwhile.
    new = (
        await to_thread(written, changed, look, site) if len(changed) > FEW else written(changed, look, site)
    )
    for mark, event in known:
        if event is None:
            house.written.keep((mark, look, site), new[mark.id])
    return [event or new[mark.id] for mark, event in known]


def written(sessions: Mapping[UUID, Session], look: Choice, site: Site) -> dict[UUID, bytes]:
    """The events of sessions, by their ids."""
    return {key: event_bytes(session, look, site) for key, session in sessions.items()}


async def reserved_session(token: str, house: House) -> Session:
    """The session of the reservation that a token opens, as everybody may see it. Raises Ended for any other token."""
    holding = await holding_by_feed(token, house.clock(), house.settings.timezone)
    if holding.reservation.given_up:
        raise Ended
    return as_reserved(public_session(holding.session), holding.reservation)


def as_reserved(session: Session, reservation: Reservation) -> Session:
    """The session as its guest has it: who only waits for a place has nothing settled yet."""
    waits = reservation.held is None and session.state == "published"
    return replace(session, state="planned") if waits else session


def site_of(house: House) -> Site:
    """The installation as feeds need to know it."""
    settings = house.settings
    return Site(base_url=settings.base_url, zone=str(settings.timezone), demo=settings.demo)
