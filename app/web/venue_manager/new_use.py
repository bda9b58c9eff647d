"""Booking a room by hand, for what is no session."""

from datetime import date, time
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.arrange_rooms import OwnUse, book_own_use
from app.actions.taken_room import RoomTaken
from app.domain.errors import DomainError, Unusable
from app.domain.programme import Venue
from app.domain.staff import Staff
from app.storage.bookings import rooms_of_venue
from app.web.errors import messages_of, status_of
from app.web.forms import Typed, filled
from app.web.house import house_of
from app.web.i18n import link
from app.web.venue_manager.access import GUARDS
from app.web.venue_manager.page import venue_page
from app.web.wording import day as day_words
from app.web.wording import hours

AnyRequest = Request[Any, Any, Any]


class UseForm(Struct, frozen=True):
    room: UUID
    day: date
    starts: time
    ends: time
    purpose: str = ""


class NewUseController(Controller):
    path = "/staff/venues/{slug:str}/uses/new"
    guards = GUARDS

    @get()
    async def show(
        self,
        request: AnyRequest,
        venue: NamedDependency[Venue],
        staff: NamedDependency[Staff],
        day: FromQuery[str] = "",
    ) -> Template:
        typed = Typed([("day", day or str(house_of(request).today()))])
        return await use_page(venue, staff, typed)

    @post(status_code=303)
    async def submit(
        self,
        request: AnyRequest,
        venue: NamedDependency[Venue],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        chosen = with_slot(typed)
        try:
            day = await booked(request, venue, chosen)
        except (Unusable, RoomTaken) as refusal:
            return await use_page(venue, staff, chosen, refusal)
        return Redirect(link(f"/staff/venues/{venue.slug}/rooms?day={day}"), status_code=303)


def with_slot(typed: Typed) -> Typed:
    """The form, with the free time that was tapped instead of the one that was typed."""
    slot = typed.get("slot", "").split()
    if len(slot) != 3:
        return typed
    return Typed([*zip(("day", "starts", "ends"), slot, strict=True), *typed.pairs])


async def booked(request: AnyRequest, venue: Venue, typed: Typed) -> date:
    """Book what the form says; the day of it. Raises Unusable, Unknown and RoomTaken."""
    form = filled(typed, UseForm)
    house = house_of(request)
    wish = OwnUse(form.room, form.day, form.starts, form.ends, form.purpose)
    await book_own_use(wish, venue_id=venue.id, now=house.clock(), zone=house.settings.timezone)
    return form.day


async def use_page(venue: Venue, staff: Staff, typed: Typed, refusal: DomainError | None = None) -> Template:
    """The form with everything typed; where the room is taken, why, and the free times as buttons."""
    rooms = await rooms_of_venue(venue.id)
    return venue_page(
        "use",
        venue,
        staff,
        status_code=status_of(refusal) if refusal else 200,
        typed=typed,
        # A room that is taken stands with the time.
        errors=messages_of(refusal, otherwise="starts"),
        rooms=[{"value": str(room.id), "label": room.name} for room in rooms],
        chosen=typed.get("room") or (str(rooms[0].id) if len(rooms) == 1 else ""),
        free=free_slots(refusal),
    )


def free_slots(refusal: DomainError | None) -> list[dict[str, str]]:
    """The nearest free times as buttons that book them."""
    if not isinstance(refusal, RoomTaken):
        return []
    return [
        {
            "value": f"{first:%Y-%m-%d %H:%M} {last:%H:%M}",
            "label": f"{day_words(first.date())} {hours(first.time(), last.time())}",
        }
        for first, last in refusal.free
    ]
