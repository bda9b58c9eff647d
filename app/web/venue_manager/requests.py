"""希望 of rooms: many dates granted or refused in one act, or one booking by itself."""

from datetime import date
from itertools import groupby
from typing import Any, Literal
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.book_room import give_back, grant, refuse
from app.actions.taken_room import RoomTaken
from app.domain.errors import DomainError, Unknown, Unusable
from app.domain.month import add_months, month_of
from app.domain.planning import HORIZON_MONTHS
from app.domain.programme import Venue
from app.domain.staff import Staff
from app.storage.bookings import bookings_by_id, bookings_of_venue, rooms_of_venue
from app.web.errors import status_of
from app.web.forms import NOTHING_TYPED, Typed, filled
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.venue_manager.access import GUARDS
from app.web.venue_manager.page import done_of, venue_page
from app.web.venue_manager.uses import RoomUse, date_label, midnight, state_words, uses_of
from app.web.wording import day_and_year

AnyRequest = Request[Any, Any, Any]
NOTHING_CHOSEN = "日付を1つ以上選んでください。"


class Decision(Struct, frozen=True):
    act: Literal["grant", "refuse", "give_back"]
    booking: tuple[UUID, ...] = ()
    reason: str = ""


class RequestsController(Controller):
    path = "/staff/venues/{slug:str}"
    guards = GUARDS

    @get("/requests")
    async def show(
        self,
        request: AnyRequest,
        venue: NamedDependency[Venue],
        staff: NamedDependency[Staff],
        granted: FromQuery[str] = "",
        refused: FromQuery[str] = "",
    ) -> Template:
        done = {"granted": done_of(granted), "refused": done_of(refused)}
        return await requests_page(request, venue, staff, done=done)

    @post("/requests", status_code=303)
    async def decide(
        self,
        request: AnyRequest,
        venue: NamedDependency[Venue],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        try:
            act, count = await decided(request, venue, typed)
        except (Unusable, RoomTaken) as refusal:
            return await requests_page(request, venue, staff, typed=typed, refusal=refusal)
        return Redirect(link(f"/staff/venues/{venue.slug}/requests?{act}={count}"), status_code=303)

    @get("/bookings/{booking_id:uuid}")
    async def booking(
        self,
        request: AnyRequest,
        venue: NamedDependency[Venue],
        booking_id: FromPath[UUID],
        staff: NamedDependency[Staff],
    ) -> Template:
        return booking_page(venue, staff, await use_named(request, venue, booking_id))

    @post("/bookings/{booking_id:uuid}", status_code=303)
    async def decide_one(
        self,
        request: AnyRequest,
        venue: NamedDependency[Venue],
        booking_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        use = await use_named(request, venue, booking_id)
        one = Typed([*typed.pairs, ("booking", str(booking_id))])
        try:
            await decided(request, venue, one)
        except (Unusable, RoomTaken) as refusal:
            return booking_page(venue, staff, use, typed=typed, refusal=refusal)
        return Redirect(link(f"/staff/venues/{venue.slug}/rooms?day={use.starts.date()}"), status_code=303)


async def decided(request: AnyRequest, venue: Venue, typed: Typed) -> tuple[str, int]:
    """Do what the form says; the kind of it and how many. Raises Unusable, RoomTaken and Unknown."""
    form = filled(typed, Decision)
    if not form.booking:
        raise Unusable(NOTHING_CHOSEN, "booking")
    house = house_of(request)
    if form.act == "grant":
        return "granted", await grant(form.booking, venue_id=venue.id, now=house.clock())
    if form.act == "give_back":
        return "given_back", await give_back(form.booking, venue_id=venue.id, now=house.clock())
    zone = house.settings.timezone
    return "refused", await refuse(form.booking, form.reason, venue_id=venue.id, now=house.clock(), zone=zone)


async def wishes_of(request: AnyRequest, venue: Venue) -> tuple[RoomUse, ...]:
    """The wishes from today on that nobody has answered, by time."""
    house = house_of(request)
    zone, today = house.settings.timezone, house.today()
    found = await bookings_of_venue(venue.id, midnight(today, zone), midnight(horizon(today), zone))
    wishes = [booking for booking in found if booking.state == "wish"]
    return await uses_of(wishes, await rooms_of_venue(venue.id), zone)


def horizon(today: date) -> date:
    """Beyond the last session that a rule makes."""
    return add_months(month_of(today), HORIZON_MONTHS + 1)


async def use_named(request: AnyRequest, venue: Venue, booking_id: UUID) -> RoomUse:
    """The use of a booking of this venue. Raises Unknown."""
    found = await bookings_by_id([booking_id])
    uses = await uses_of(found, await rooms_of_venue(venue.id), house_of(request).settings.timezone)
    if not uses:
        raise Unknown
    return uses[0]


async def requests_page(
    request: AnyRequest,
    venue: Venue,
    staff: Staff,
    *,
    done: dict[str, int] | None = None,
    typed: Typed = NOTHING_TYPED,
    refusal: DomainError | None = None,
) -> Template:
    """The wishes, one form for all dates of one gathering in one room."""
    groups = groups_of(await wishes_of(request, venue), typed)
    return venue_page(
        "requests",
        venue,
        staff,
        status_code=status_of(refusal) if refusal else 200,
        done=done or {},
        groups=groups,
        reason=typed.get("reason", ""),
        field=refusal.field if isinstance(refusal, Unusable) else "",
        problem=_(str(refusal)) if refusal else "",
    )


def groups_of(wishes: tuple[RoomUse, ...], typed: Typed) -> list[dict[str, Any]]:
    """Wishes by gathering, room and hours."""
    ordered = sorted(wishes, key=kind_of)
    return [group_of(list(found), typed) for _kind, found in groupby(ordered, key=kind_of)]


def kind_of(use: RoomUse) -> tuple[str, str, str, str]:
    """What makes wishes one group."""
    return (use.title, use.who, use.room.name, use.hours)


def group_of(uses: list[RoomUse], typed: Typed) -> dict[str, Any]:
    """The form of one group. All dates are ticked, unless the form came back: then those that were."""
    values = [str(use.booking.id) for use in uses]
    sent = sorted(set(values) & set(typed.all("booking")))
    back = bool(sent) or typed.get("group") == values[0]
    first = uses[0]
    return {
        "title": first.title,
        "under": [part for part in (first.who, first.room.name, first.hours, first.held) if part],
        "outside": first.outside,
        "options": [
            {"value": value, "label": day_and_year(use.starts.date())}
            for value, use in zip(values, uses, strict=True)
        ],
        "chosen": sent if back else values,
        "sent": back,
        "key": values[0],
    }


def booking_page(
    venue: Venue,
    staff: Staff,
    use: RoomUse,
    *,
    typed: Typed = NOTHING_TYPED,
    refusal: DomainError | None = None,
) -> Template:
    """One booking and what can be decided about it."""
    return venue_page(
        "booking",
        venue,
        staff,
        status_code=status_of(refusal) if refusal else 200,
        use=use,
        when=date_label(use),
        state=state_words(use.booking.state),
        day=use.starts.date(),
        reason=typed.get("reason", ""),
        problem=_(str(refusal)) if refusal else "",
    )
