"""The rooms of a day and of a week."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from litestar import Controller, Request, get
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Template
from msgspec import Struct

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
from app.web.venue_manager.access import GUARDS
from app.web.venue_manager.page import venue_page
from app.web.venue_manager.requests import wishes_of
from app.web.venue_manager.uses import RoomUse, booking_href, by_room_and_day, midnight, use_data, uses_of
from app.web.wording import day as day_words

AnyRequest = Request[Any, Any, Any]
Data = dict[str, Any]
Cells = dict[tuple[UUID, date], list[RoomUse]]
Telling = Callable[[RoomUse], Data]
DAYS_OF_WEEK = 7
MOST_MARKS = 3


class RoomsController(Controller):
    path = "/staff/venues/{slug:str}/rooms"
    guards = GUARDS

    @get()
    async def show(
        self,
        *,
        request: AnyRequest,
        venue: NamedDependency[Venue],
        staff: NamedDependency[Staff],
        day: FromQuery[str] = "",
        week: FromQuery[str] = "",
        room: FromQuery[str] = "",
    ) -> Template:
        at = Shown(f"/staff/venues/{venue.slug}/rooms", house_of(request).today(), day, week, room)
        wishes = await wishes_of(request, venue)
        board = await board_of(request, venue, at, lambda use: use_data(use, booking_href(use, venue.slug)))
        return venue_page(at.template, venue, staff, wishes=len(wishes), **board)


class Shown(Struct, frozen=True):
    """Which days and which room an address asks for. base: the page itself."""

    base: str
    today: date
    day: str = ""
    week: str = ""
    room: str = ""

    @property
    def template(self) -> str:
        """The page of a week or of a day."""
        return "week" if self.week else "day"

    @property
    def chosen(self) -> date:
        """The day that is named."""
        return day_of(self.week or self.day, self.today)

    @property
    def days(self) -> list[date]:
        """The day, or its week from Sunday to Saturday."""
        if not self.week:
            return [self.chosen]
        first = self.chosen - timedelta(days=(self.chosen.weekday() + 1) % DAYS_OF_WEEK)
        return [first + timedelta(days=step) for step in range(DAYS_OF_WEEK)]

    def href(self, *, day: date | None = None, week: date | None = None, room: str | None = None) -> str:
        """Another day, week or room of the same page."""
        named = f"week={week}" if week else f"day={day}"
        wanted = self.room if room is None else room
        return link(f"{self.base}?{named}&room={wanted}" if wanted else f"{self.base}?{named}")


def day_of(text: str, today: date) -> date:
    """The day an address names; today for anything that is no date."""
    try:
        found = read_date(text)
    except Unusable:
        return today
    return min(max(found, date(2000, 1, 1)), date(2199, 12, 31))


async def board_of(
    request: AnyRequest, venue: Venue, at: Shown, told: Telling, seen: Callable[[RoomUse], bool] = bool
) -> Data:
    """The rooms on the days that are shown, with the way round.

    told: what is said of a use; seen: which uses whoever looks may see at all (all).
    """
    zone, days = house_of(request).settings.timezone, at.days
    every = await rooms_of_venue(venue.id)
    rooms = tuple(room for room in every if str(room.id) == at.room) or every
    found = await bookings_of_venue(
        venue.id, midnight(days[0], zone), midnight(days[-1] + timedelta(days=1), zone)
    )
    uses = [use for use in await uses_of(found, rooms, zone) if seen(use)]
    cells = by_room_and_day(uses, days[0])
    closed = closed_days([rest for _id, rest in await closures_of(venue_id=venue.id, since=days[0])], days)
    return {
        "days": days,
        "chips": chips_of(at),
        "room_chips": room_chips(at, every) if len(every) > 1 else [],
        "pager": pager_of(at),
        "closed": closed,
        "heads": [short_day(each) for each in days],
        "list": list_of(days, rooms, cells, closed, told, alone=len(rooms) == 1),
        "rows": [row_of(room, days, cells, closed, told) for room in rooms],
        "mark_heads": [{"number": each.day, "weekday": _(WEEKDAYS[each.weekday()])} for each in days],
        "marks": [marks_row(at, room, cells, closed) for room in rooms],
    }


def short_day(day: date) -> str:
    """24日（火）: the page says which month."""
    return _("%(number)s日（%(weekday)s）") % {"number": day.day, "weekday": _(WEEKDAYS[day.weekday()])}


def list_of(
    days: list[date],
    rooms: tuple[RoomFacts, ...],
    cells: Cells,
    closed: dict[date, str],
    told: Telling,
    *,
    alone: bool,
) -> list[Data]:
    """The days with the uses of all rooms by time; of one room alone also the days on which it is free."""
    found = [list_day(day, rooms, cells, closed, told) for day in days]
    return [each for each in found if alone or each["uses"]]


def list_day(
    day: date, rooms: tuple[RoomFacts, ...], cells: Cells, closed: dict[date, str], told: Telling
) -> Data:
    """A day with the uses of these rooms by time."""
    found = [use for room in rooms for use in cells.get((room.id, day), [])]
    found.sort(key=lambda use: (use.starts, use.room.name))
    return {"label": day_words(day), "closed": closed.get(day, ""), "uses": [told(use) for use in found]}


def closed_days(rests: list[Rest], days: list[date]) -> dict[date, str]:
    """Why the venue is closed, for each of these days on which it is."""
    return {
        each: rest.reason or _("休館日") for each in days for rest in rests if rest.first <= each <= rest.last
    }


def row_of(
    room: RoomFacts, days: list[date], cells: Cells, closed: dict[date, str], told: Telling
) -> tuple[str, list[Any]]:
    """A room with its cells."""
    return room.name, [cell_of(cells.get((room.id, each), []), closed.get(each, ""), told) for each in days]


def cell_of(uses: list[RoomUse], closed: str, told: Telling) -> Any:
    """The uses of a day; why the venue is closed where there are none."""
    return closed if closed and not uses else [told(use) for use in uses]


def marks_row(at: Shown, room: RoomFacts, cells: Cells, closed: dict[date, str]) -> Data:
    """A room with a mark a use, each day an entrance to its page: for a narrow screen."""
    return {"room": room.name, "days": [marks_day(at, room, day, cells, closed) for day in at.days]}


def marks_day(at: Shown, room: RoomFacts, day: date, cells: Cells, closed: dict[date, str]) -> Data:
    """● for each use that is settled, ○ for each wish, 休 on a closed day; and the same in words."""
    uses = [use.booking.state for use in cells.get((room.id, day), [])]
    held, wished = uses.count("granted"), uses.count("wish")
    words = [_("使用%(number)s") % {"number": held}] if held else []
    words += [_("希望%(number)s") % {"number": wished}] if wished else []
    off = day in closed and not uses
    return {
        "href": at.href(day=day),
        "marks": _("休") if off else "●" * min(held, MOST_MARKS) + "○" * min(wished, MOST_MARKS),
        "spoken": f"{room.name} {short_day(day)} {closed[day] if off else '・'.join(words) or _('空き')}",
    }


def chips_of(at: Shown) -> list[Data]:
    """Day or week."""
    weekly = bool(at.week)
    return [
        {
            "href": at.href(day=at.today),
            "label": _("今日"),
            "current": not weekly and at.chosen == at.today,
        },
        {
            "href": at.href(day=at.chosen),
            "label": _("1日"),
            "current": not weekly and at.chosen != at.today,
        },
        {"href": at.href(week=at.chosen), "label": _("1週間"), "current": weekly},
    ]


def room_chips(at: Shown, rooms: tuple[RoomFacts, ...]) -> list[Data]:
    """All rooms, or one of them."""
    ids = {str(room.id) for room in rooms}
    named = {"week": at.chosen} if at.week else {"day": at.chosen}
    found = [("", _("すべての部屋")), *((str(room.id), room.name) for room in rooms)]
    chosen = at.room if at.room in ids else ""
    return [
        {"href": at.href(**named, room=value), "label": label, "current": value == chosen}
        for value, label in found
    ]


def pager_of(at: Shown) -> tuple[Data, Data]:
    """The day or the week before and after."""
    days = at.days
    before, after = days[0] - timedelta(days=len(days)), days[0] + timedelta(days=len(days))
    if at.week:
        return (
            {"href": at.href(week=before), "label": _("前の週")},
            {"href": at.href(week=after), "label": _("次の週")},
        )
    return (
        {"href": at.href(day=before), "label": _("前の日")},
        {"href": at.href(day=after), "label": _("次の日")},
    )
