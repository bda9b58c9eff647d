"""部屋の入口に貼る紙: the uses of each room on a day, one sheet a room. It hangs where everybody reads it."""

from datetime import date, timedelta
from typing import Any

from litestar import Controller, Request, get
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Template

from app.domain.programme import Venue
from app.domain.staff import Staff
from app.storage.bookings import bookings_of_venue, rooms_of_venue
from app.storage.closures import closures_of
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.venue_manager.access import GUARDS
from app.web.venue_manager.page import venue_page
from app.web.venue_manager.rooms import closed_days, day_of
from app.web.venue_manager.uses import RoomUse, by_room_and_day, midnight, uses_of
from app.web.wording import hours

AnyRequest = Request[Any, Any, Any]
Data = dict[str, Any]
DISCREET = "discreet"


class RoomSheetController(Controller):
    path = "/staff/venues/{slug:str}/rooms/sheet"
    guards = GUARDS

    @get()
    async def show(
        self,
        *,
        request: AnyRequest,
        venue: NamedDependency[Venue],
        staff: NamedDependency[Staff],
        day: FromQuery[str] = "",
        titles: FromQuery[str] = "",
    ) -> Template:
        chosen, discreet = day_of(day, house_of(request).today()), titles == DISCREET
        return venue_page(
            "sheet",
            venue,
            staff,
            day=chosen,
            closed=await closed_on(venue, chosen),
            chips=chips_of(venue.slug, chosen, discreet=discreet),
            sheets=await sheets_of(request, venue, chosen, discreet=discreet),
        )


async def closed_on(venue: Venue, day: date) -> str:
    """Why the venue is closed on a day; empty where it is open."""
    rests = [rest for _id, rest in await closures_of(venue_id=venue.id, since=day)]
    return closed_days(rests, [day]).get(day, "")


def chips_of(slug: str, day: date, *, discreet: bool) -> list[Data]:
    """Which names stand on the paper."""
    base = f"/staff/venues/{slug}/rooms/sheet?day={day}"
    return [
        {"href": link(base), "label": _("会の名前を出す"), "current": not discreet},
        {"href": link(f"{base}&titles={DISCREET}"), "label": _("控えめな名前にする"), "current": discreet},
    ]


async def sheets_of(request: AnyRequest, venue: Venue, day: date, *, discreet: bool) -> list[Data]:
    """Each room with what holds it on a day, by time."""
    zone = house_of(request).settings.timezone
    rooms = await rooms_of_venue(venue.id)
    last = midnight(day + timedelta(days=1), zone)
    found = [
        booking
        for booking in await bookings_of_venue(venue.id, midnight(day, zone), last)
        if booking.state != "refused"
    ]
    cells = by_room_and_day(await uses_of(found, rooms, zone), day)
    return [
        {"room": room.name, "uses": [line(use, discreet=discreet) for use in cells.get((room.id, day), [])]}
        for room in rooms
    ]


def line(use: RoomUse, *, discreet: bool) -> Data:
    """A use as a passer-by may read it: no end that nobody has said, and 使用中 for what is no public gathering."""
    session = use.session
    if session is None or session.series.internal:
        return {"hours": use.hours, "title": _("使用中"), "who": ""}
    shy = discreet or not session.series.listed
    return {
        "hours": hours(session.starts, session.ends) if session.starts else use.hours,
        "title": session.series.discreet_title if shy else session.series.title,
        "who": "" if shy else use.who,
    }
