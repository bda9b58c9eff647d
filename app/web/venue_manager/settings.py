"""The rooms of a venue, its opening hours and the days it is closed."""

from datetime import date, time
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.arrange_rooms import save_hours, save_room
from app.actions.close_days import check_rest, close_days, open_days
from app.domain.errors import Unknown, Unusable
from app.domain.planning import Rest
from app.domain.programme import Venue
from app.domain.staff import Staff
from app.storage.bookings import rooms_of_venue
from app.storage.closing_rules import closing_rules
from app.storage.closures import closure, closures_of, sessions_under
from app.storage.rooms import RoomWords
from app.storage.session_rows import reservation_counts
from app.web.errors import messages_of
from app.web.forms import NOTHING_TYPED, Typed, filled, id_of_form
from app.web.house import house_of
from app.web.i18n import link
from app.web.venue_manager.access import GUARDS
from app.web.venue_manager.page import venue_page
from app.web.wording import day

AnyRequest = Request[Any, Any, Any]
Data = dict[str, Any]


class RoomForm(Struct, frozen=True):
    name: str
    setup_minutes: int = 0
    clearing_minutes: int = 0
    opens: time | None = None
    closes: time | None = None
    room: UUID | None = None


class HoursForm(Struct, frozen=True):
    opens: time | None = None
    closes: time | None = None
    opening_text: str = ""


class ClosureForm(Struct, frozen=True):
    first: date
    reason: str
    last: date | None = None
    sure: str = ""


class ReopenForm(Struct, frozen=True):
    closure: UUID


class VenueSettingsController(Controller):
    path = "/staff/venues/{slug:str}/settings"
    guards = GUARDS

    @get()
    async def show(
        self, request: AnyRequest, venue: NamedDependency[Venue], staff: NamedDependency[Staff]
    ) -> Template:
        return await settings_page(request, venue, staff)

    @post(status_code=303)
    async def submit(
        self,
        request: AnyRequest,
        venue: NamedDependency[Venue],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        part = typed.get("part", "")
        try:
            asked = await PARTS[part](request, venue, typed) if part in PARTS else None
        except Unusable as refusal:
            return await settings_page(request, venue, staff, typed=typed, refusal=refusal)
        if asked:
            return await settings_page(request, venue, staff, typed=typed, asked=asked)
        anchor = part if part in ("rooms", "hours") else "closures"
        return Redirect(link(f"/staff/venues/{venue.slug}/settings") + f"#{anchor}", status_code=303)


async def keep_room(request: AnyRequest, venue: Venue, typed: Typed) -> None:
    """Add or change a room."""
    form = filled(typed, RoomForm)
    words = RoomWords(form.name, form.setup_minutes, form.clearing_minutes, form.opens, form.closes)
    await save_room(venue.id, words, house_of(request).clock(), room_id=form.room)


async def keep_hours(request: AnyRequest, venue: Venue, typed: Typed) -> None:
    """Set the opening hours."""
    form = filled(typed, HoursForm)
    await save_hours(venue.id, form.opens, form.closes, form.opening_text, house_of(request).clock())


async def close(request: AnyRequest, venue: Venue, typed: Typed) -> Data | None:
    """Close the venue, or first say what that would call off."""
    form = filled(typed, ClosureForm)
    made = id_of_form(typed, request.url.path)
    rest = Rest(form.first, form.last or form.first, form.reason.strip(), venue_id=venue.id, id=made)
    check_rest(rest)
    house = house_of(request)
    if form.sure != span_of(rest) and (effect := await effect_of(rest, house.today())):
        return effect
    await close_days(rest, now=house.clock(), today=house.today())
    return None


async def effect_of(rest: Rest, today: date) -> Data | None:
    """How many sessions and reservations a closure would call off; None if there are none."""
    sessions = [
        each for each in await sessions_under(rest) if each.state != "cancelled" and each.date >= today
    ]
    if not sessions:
        return None
    counts = await reservation_counts([each.id for each in sessions])
    return {"sessions": len(sessions), "reservations": sum(counts.values()), "sure": span_of(rest)}


def span_of(rest: Rest) -> str:
    """The days that somebody was told about, so that a yes counts for these alone."""
    return f"{rest.first}/{rest.last}"


async def reopen(request: AnyRequest, venue: Venue, typed: Typed) -> None:
    """Lift a closure of this venue. Raises Unknown for that of another."""
    form = filled(typed, ReopenForm)
    if (await closure(form.closure)).venue_id != venue.id:
        raise Unknown
    house = house_of(request)
    await open_days(form.closure, now=house.clock(), today=house.today(), zone=house.settings.timezone)


PARTS = {"rooms": keep_room, "hours": keep_hours, "closures": close, "reopen": reopen}


async def settings_page(
    request: AnyRequest,
    venue: Venue,
    staff: Staff,
    *,
    typed: Typed = NOTHING_TYPED,
    refusal: Unusable | None = None,
    asked: Data | None = None,
) -> Template:
    """Everything as it stands; a form that came back keeps what was typed."""
    rooms = await rooms_of_venue(venue.id)
    closures = await closures_of(venue_id=venue.id, since=house_of(request).today())
    back = typed.get("part", "") if refusal or asked else ""
    return venue_page(
        "settings",
        venue,
        staff,
        status_code=422 if refusal else 200,
        rooms=rooms,
        rules=[each.words for each in await closing_rules(venue.id)],
        closures=[
            {"id": id_, "days": days_of(rest), "reason": rest.reason}
            for id_, rest in closures
            if rest.rule_id is None
        ],
        hours=typed if back == "hours" else hours_of(venue),
        typed=typed if back else NOTHING_TYPED,
        back=back,
        errors=messages_of(refusal),
        asked=asked,
        nonce=house_of(request).nonce(),
    )


def hours_of(venue: Venue) -> Data:
    """The opening hours as the form shows them."""
    return {
        "opens": clock_value(venue.opens),
        "closes": clock_value(venue.closes),
        "opening_text": venue.opening_text or "",
    }


def clock_value(at: time | None) -> str:
    """09:30, as a field of the browser wants it."""
    return f"{at:%H:%M}" if at else ""


def days_of(rest: Rest) -> str:
    """12月29日（火）～1月3日（日）."""
    return day(rest.first) if rest.first == rest.last else f"{day(rest.first)}～{day(rest.last)}"
