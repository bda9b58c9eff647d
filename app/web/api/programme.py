"""GET /api: venues, series and sessions as everybody may see them, kept and revalidated like pages."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Annotated, Any, get_args
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
from litestar import Controller, Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter

from app.domain.errors import Unknown
from app.domain.programme import Audience, Session
from app.domain.seats import MODES
from app.domain.visibility import series_is_public
from app.settings import Settings
from app.storage.series import all_series, owner_among, owners_of, rules_of, series_by_slug
from app.storage.sessions import in_order, public_session_by_id, sessions_between
from app.storage.venues import all_venues, venue_by_slug
from app.web.api.answers import (
    SeriesAnswer,
    SeriesList,
    SessionAnswer,
    Sessions,
    VenueAnswer,
    Venues,
    series_answer,
    session_answer,
    venue_answer,
)
from app.web.api.windows import Query, choice_of, page_of, window_of
from app.web.conditional import Rendered, cached

JSON = "application/json"
AUDIENCES = get_args(Audience)

From = Annotated[
    str | None, QueryParameter(name="from", description="local date, 2026-11-22; today if missing")
]
To = Annotated[str | None, QueryParameter(name="to", description="local date, included; at most 400 days on")]
After = Annotated[str | None, QueryParameter(name="after", description="from `next` of the page before")]
VenueSlug = Annotated[str | None, QueryParameter(name="venue", description="slug of a venue")]
Of = Annotated[str | None, QueryParameter(name="audience", description="participant, family or supporter")]
In = Annotated[str | None, QueryParameter(name="mode", description="in_person or online")]
AnyRequest = Request[Any, Any, Any]


def answered(
    request: AnyRequest, make: Callable[[], Awaitable[Any]], query: tuple[str, ...] = ()
) -> Awaitable[Response[bytes]]:
    """The JSON of what `make` makes, kept by version. `query` names the parameters that matter."""

    async def render() -> Rendered:
        return Rendered(msgspec.json.encode(await make()), JSON)

    return cached(request, render, query=query)


class VenuesController(Controller):
    path = "/venues"

    @get(summary="Venues")
    async def index(
        self, request: AnyRequest, settings: NamedDependency[Settings], after: After = None
    ) -> Response[bytes]:
        async def make() -> Venues:
            found = tuple(sorted(await all_venues(), key=lambda venue: venue.slug))
            address = f"{settings.base_url}/api/venues"
            page, onward = page_of(found, lambda venue: venue.slug, address, {"after": after})
            return Venues(tuple(venue_answer(venue, settings.base_url) for venue in page), onward)

        return await answered(request, make, ("after",))

    @get("/{slug:str}", summary="One venue")
    async def show(
        self, request: AnyRequest, slug: FromPath[str], settings: NamedDependency[Settings]
    ) -> Response[bytes]:
        async def make() -> VenueAnswer:
            venue = await venue_by_slug(slug)
            if venue is None or not venue.listed:
                raise Unknown
            return venue_answer(venue, settings.base_url)

        return await answered(request, make)

    @get("/{slug:str}/sessions", summary="Sessions of a venue")
    async def sessions(
        self,
        *,
        request: AnyRequest,
        slug: FromPath[str],
        settings: NamedDependency[Settings],
        now: NamedDependency[datetime],
        today: NamedDependency[date],
        first: From = None,
        last: To = None,
        after: After = None,
    ) -> Response[bytes]:
        async def make() -> Sessions:
            asked = {"from": first, "to": last, "after": after}
            address = f"{settings.base_url}/api/venues/{slug}/sessions"
            return await sessions_page(asked, address, now, today, settings.timezone, venue_slug=slug)

        return await answered(request, make, ("from", "to", "after"))


class SeriesController(Controller):
    path = "/series"

    @get(summary="Series")
    async def index(
        self,
        request: AnyRequest,
        settings: NamedDependency[Settings],
        today: NamedDependency[date],
        after: After = None,
    ) -> Response[bytes]:
        async def make() -> SeriesList:
            address = f"{settings.base_url}/api/series"
            page, onward = page_of(await all_series(), lambda series: series.slug, address, {"after": after})
            ids = {series.id for series in page}
            rules, owners = await rules_of(ids), await owners_of(ids)
            items = (
                series_answer(
                    series,
                    tuple(rule.words for rule in rules.get(series.id, ()) if rule.words),
                    owner_among(owners.get(series.id, []), today),
                    settings.base_url,
                )
                for series in page
            )
            return SeriesList(tuple(items), onward)

        return await answered(request, make, ("after",))

    @get("/{slug:str}", summary="One series")
    async def show(
        self,
        request: AnyRequest,
        slug: FromPath[str],
        settings: NamedDependency[Settings],
        today: NamedDependency[date],
    ) -> Response[bytes]:
        async def make() -> SeriesAnswer:
            series = await series_by_slug(slug)
            if series is None or not series_is_public(series):
                raise Unknown
            rules = (await rules_of({series.id})).get(series.id, ())
            owners = (await owners_of({series.id})).get(series.id, [])
            words = tuple(rule.words for rule in rules if rule.words)
            return series_answer(series, words, owner_among(owners, today), settings.base_url)

        return await answered(request, make)


class SessionsController(Controller):
    path = "/sessions"

    @get(summary="Sessions")
    async def index(
        self,
        *,
        request: AnyRequest,
        settings: NamedDependency[Settings],
        now: NamedDependency[datetime],
        today: NamedDependency[date],
        first: From = None,
        last: To = None,
        venue: VenueSlug = None,
        audience: Of = None,
        mode: In = None,
        after: After = None,
    ) -> Response[bytes]:
        async def make() -> Sessions:
            asked = {
                "from": first,
                "to": last,
                "audience": audience,
                "mode": mode,
                "venue": venue,
                "after": after,
            }
            address = f"{settings.base_url}/api/sessions"
            return await sessions_page(asked, address, now, today, settings.timezone, venue_slug=venue)

        return await answered(request, make, ("from", "to", "venue", "audience", "mode", "after"))

    @get("/{session_id:uuid}", summary="One session")
    async def show(
        self,
        request: AnyRequest,
        session_id: FromPath[UUID],
        settings: NamedDependency[Settings],
        now: NamedDependency[datetime],
    ) -> Response[bytes]:
        async def make() -> SessionAnswer:
            session = await public_session_by_id(session_id)
            if session is None:
                raise Unknown
            return session_answer(session, now, settings.timezone)

        return await answered(request, make)


async def sessions_page(
    asked: Query, address: str, now: datetime, today: date, zone: ZoneInfo, *, venue_slug: str | None
) -> Sessions:
    """The page of sessions that is asked for. Raises Misfilled, or Unknown for an unknown venue."""
    window = window_of(asked, today)
    audience, mode = choice_of(asked, "audience", AUDIENCES), choice_of(asked, "mode", MODES)
    venue = await venue_by_slug(venue_slug) if venue_slug else None
    if venue_slug and (venue is None or not venue.listed):
        raise Unknown
    found = await sessions_between(
        window.first, window.last, venue_id=venue.id if venue else None, audience=audience, mode=mode
    )
    page, onward = page_of(found, key_of, address, asked)
    return Sessions(tuple(session_answer(session, now, zone) for session in page), onward)


def key_of(session: Session) -> str:
    """The place of a session in every list, as text in the same order."""
    day, known, starts, session_id = in_order(session)
    return f"{day}T{starts if known else ''}~{session_id}"
