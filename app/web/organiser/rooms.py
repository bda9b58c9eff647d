"""The rooms of a venue as an organiser sees them: own sessions by name, everything else 使用中."""

from collections.abc import Callable
from datetime import date
from typing import Any

from litestar import Controller, Request, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from app.domain.errors import Unknown
from app.domain.programme import Organisation, Session, Venue
from app.domain.staff import Staff
from app.storage.bookings import rooms_of_venue
from app.storage.venues import venue_by_slug
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import GUARDS, is_of
from app.web.organiser.page import base_of, crumbs_of, organiser_page
from app.web.venue_manager.rooms import Shown, board_of
from app.web.venue_manager.uses import RoomUse, use_data

Data = dict[str, Any]


class VenueRoomsController(Controller):
    path = "/staff/organisations/{slug:str}/rooms/{venue_slug:str}"
    guards = GUARDS

    @get()
    async def show(
        self,
        *,
        request: Request[Any, Any, Any],
        organisation: NamedDependency[Organisation],
        venue_slug: FromPath[str],
        staff: NamedDependency[Staff],
        today: NamedDependency[date],
        day: FromQuery[str] = "",
        week: FromQuery[str] = "",
        room: FromQuery[str] = "",
    ) -> Template:
        venue = await venue_with_rooms(venue_slug)
        base = f"{base_of(organisation)}/rooms/{venue.slug}"
        shown = Shown(base, today, day, week or ("" if day else str(today)), room)
        board = await board_of(
            request, venue, shown, lambda use: told(use, organisation), seen_by(organisation)
        )
        return organiser_page(
            "rooms",
            organisation,
            staff,
            venue=venue,
            weekly=bool(shown.week),
            crumbs=crumbs_of(organisation),
            **board,
        )


async def venue_with_rooms(slug: str) -> Venue:
    """A venue that has rooms. Raises Unknown."""
    venue = await venue_by_slug(slug)
    if venue is None or not await rooms_of_venue(venue.id):
        raise Unknown
    return venue


def told(use: RoomUse, organisation: Organisation) -> Data:
    """A use: one's own leads to its session, of others it is only said that the room is held."""
    if own := own_session(use, organisation):
        return use_data(use, link(f"{base_of(organisation)}/sessions/{own.id}"))
    return use_data(use, "", name=_("使用中"))


def seen_by(organisation: Organisation) -> Callable[[RoomUse], bool]:
    """Everything that holds a room, and what was refused to the organisation itself."""
    return lambda use: use.booking.state != "refused" or own_session(use, organisation) is not None


def own_session(use: RoomUse, organisation: Organisation) -> Session | None:
    """The session that holds the room, where it is the organisation's own."""
    return use.session if use.session and is_of(use.session, organisation) else None
