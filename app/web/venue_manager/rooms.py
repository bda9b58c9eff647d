"""The rooms of a day and of a week."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from litestar import Controller, Request, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from app.domain.errors import Unusable
from app.domain.month import WEEKDAYS
from app.domain.planning import Rest
from app.domain.programme import Venue
from app.domain.room_hours import RoomFacts
from app.domain.staff import Staff
from app.storage.bookings import bookings_of_venue, rooms_of_venue
from app.storage.closures import closures_of
from app.web.forms import read_date
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.venue_manager.access import GUARDS, managed_venue
from app.web.venue_manager.page import venue_page
from app.web.venue_manager.requests import wishes_of
from app.web.venue_manager.uses import RoomUse, by_room_and_day, midnight, use_data, uses_of
from app.web.wording import day as day_words

AnyRequest = Request[Any, Any, Any]
Data = dict[str, Any]
Cells = dict[tuple[UUID, date], list[RoomUse]]
DAYS_OF_WEEK = 7


class RoomsController(Controller):
    path = "/staff/venues/{slug:str}/rooms"
    guards = GUARDS

    @get()
    async def show(
        self,
        request: AnyRequest,
        slug: FromPath[str],
        staff: NamedDependency[Staff],
        day: FromQuery[str] = "",
        week: FromQuery[str] = "",
    ) -> Template:
        venue = await managed_venue(slug)
        today = house_of(request).today()
        chosen = day_of(week or day, today)
        first = chosen - timedelta(days=(chosen.weekday() + 1) % DAYS_OF_WEEK) if week else chosen
        days = [first + timedelta(days=step) for step in range(DAYS_OF_WEEK if week else 1)]
        board = await board_of(request, venue, days)
        wishes = await wishes_of(request, venue)
        context: Data = {
            "days": days,
            "wishes": len(wishes),
            "chips": chips_of(slug, chosen, today, weekly=bool(week)),
            "pager": pager_of(slug, days),
            **board,
        }
        return venue_page("week" if week else "day", venue, staff, **context)


def day_of(text: str, today: date) -> date:
    """The day an address names; today for anything that is no date."""
    try:
        found = read_date(text)
    except Unusable:
        return today
    return min(max(found, date(2000, 1, 1)), date(2199, 12, 31))


async def board_of(request: AnyRequest, venue: Venue, days: list[date]) -> Data:
    """The table of the rooms for these days, each cell a list of uses, or why the venue is closed."""
    zone = house_of(request).settings.timezone
    rooms = await rooms_of_venue(venue.id)
    last = midnight(days[-1] + timedelta(days=1), zone)
    found = await bookings_of_venue(venue.id, midnight(days[0], zone), last)
    cells = by_room_and_day(await uses_of(found, rooms, zone), days[0])
    closed = closed_days([rest for _id, rest in await closures_of(venue_id=venue.id, since=days[0])], days)
    return {
        "closed": closed,
        "heads": [short_day(each) for each in days],
        "list": [
            list_day(each, rooms, cells, venue.slug)
            for each in days
            if any(cells.get((room.id, each)) for room in rooms)
        ],
        "rows": [row_of(room, days, cells, closed, venue.slug) for room in rooms],
    }


def short_day(day: date) -> str:
    """24日（火）: the page says which month."""
    return _("%(number)s日（%(weekday)s）") % {"number": day.day, "weekday": _(WEEKDAYS[day.weekday()])}


def list_day(day: date, rooms: tuple[RoomFacts, ...], cells: Cells, slug: str) -> Data:
    """A day with the uses of all rooms by time."""
    found = [use for room in rooms for use in cells.get((room.id, day), [])]
    found.sort(key=lambda use: (use.starts, use.room.name))
    return {"label": day_words(day), "uses": [use_data(use, slug) for use in found]}


def closed_days(rests: list[Rest], days: list[date]) -> dict[date, str]:
    """Why the venue is closed, for each of these days on which it is."""
    return {
        each: rest.reason or _("休館日") for each in days for rest in rests if rest.first <= each <= rest.last
    }


def row_of(
    room: RoomFacts, days: list[date], cells: Cells, closed: dict[date, str], slug: str
) -> tuple[str, list[Any]]:
    """A room with its cells."""
    return room.name, [cell_of(cells.get((room.id, each), []), closed.get(each, ""), slug) for each in days]


def cell_of(uses: list[RoomUse], closed: str, slug: str) -> Any:
    """The uses of a day; why the venue is closed where there are none."""
    return closed if closed and not uses else [use_data(use, slug) for use in uses]


def chips_of(slug: str, chosen: date, today: date, *, weekly: bool) -> list[Data]:
    """Day or week."""
    base = f"/staff/venues/{slug}/rooms"
    return [
        {
            "href": link(f"{base}?day={today}"),
            "label": _("今日"),
            "current": not weekly and chosen == today,
        },
        {"href": link(f"{base}?day={chosen}"), "label": _("1日"), "current": not weekly and chosen != today},
        {"href": link(f"{base}?week={chosen}"), "label": _("1週間"), "current": weekly},
    ]


def pager_of(slug: str, days: list[date]) -> tuple[Data, Data]:
    """The day or the week before and after."""
    name = "day" if len(days) == 1 else "week"
    base = f"/staff/venues/{slug}/rooms?{name}="
    labels = (_("前の日"), _("次の日")) if name == "day" else (_("前の週"), _("次の週"))
    before, after = days[0] - timedelta(days=len(days)), days[0] + timedelta(days=len(days))
    return (
        {"href": link(f"{base}{before}"), "label": labels[0]},
        {"href": link(f"{base}{after}"), "label": labels[1]},
    )
