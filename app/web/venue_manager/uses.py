"""Uses of rooms as plain data: when, what, and whether it is settled. Titles of internal sessions and nicknames never."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any
from uuid import UUID

from markupsafe import Markup
from msgspec import Struct

from app.domain.programme import Session
from app.domain.room_hours import RoomFacts, is_outside
from app.storage.bookings import Booking
from app.storage.sessions import sessions_by_id
from app.web.facilitator.names import unbroken
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.wording import day, hours

Data = dict[str, Any]
KINDS = {"granted": "", "wish": "wish", "refused": "refused"}


class RoomUse(Struct, frozen=True):
    """A booking with its room and, where it is for one, its session."""

    booking: Booking
    room: RoomFacts
    session: Session | None
    zone: tzinfo

    @property
    def starts(self) -> datetime:
        """When people are in the room, local: the minutes before are not counted."""
        return (self.booking.held_from + timedelta(minutes=self.room.setup_minutes)).astimezone(self.zone)

    @property
    def ends(self) -> datetime:
        """Until when people are in the room, local."""
        return (self.booking.held_until - timedelta(minutes=self.room.clearing_minutes)).astimezone(self.zone)

    @property
    def title(self) -> str:
        """What the room is used for; 使用中 for what is nobody else's business."""
        if self.session is None:
            return self.booking.purpose or _("使用中")
        return _("使用中") if self.session.series.internal else self.session.series.title

    @property
    def who(self) -> str:
        """The organisation that asks."""
        hidden = self.session is None or self.session.series.internal
        return self.session.owner.name if self.session and self.session.owner and not hidden else ""

    @property
    def hours(self) -> str:
        """13:30～15:30."""
        return hours(self.starts.time(), self.ends.time())

    @property
    def outside(self) -> bool:
        """Whether it lies outside of the opening hours."""
        return is_outside(self.room, self.starts.time(), self.ends.time())

    @property
    def held(self) -> str:
        """The time with the minutes before and after, where there are any."""
        if not (self.room.setup_minutes or self.room.clearing_minutes):
            return ""
        first, last = (
            self.booking.held_from.astimezone(self.zone),
            self.booking.held_until.astimezone(self.zone),
        )
        return _("準備と片づけをふくめ %(hours)s") % {"hours": hours(first.time(), last.time())}


async def uses_of(
    bookings: Sequence[Booking], rooms: Iterable[RoomFacts], zone: tzinfo
) -> tuple[RoomUse, ...]:
    """The uses of bookings, in their order."""
    of_room = {room.id: room for room in rooms}
    ids = tuple({booking.session_id for booking in bookings if booking.session_id})
    sessions: dict[UUID | None, Session] = {session.id: session for session in await sessions_by_id(ids)}
    return tuple(
        RoomUse(booking, of_room[booking.room_id], sessions.get(booking.session_id), zone)
        for booking in bookings
        if booking.room_id in of_room
    )


def state_words(state: str) -> str:
    """希望, 決定, 不可."""
    return {"wish": _("希望"), "granted": _("決定"), "refused": _("不可")}[state]


def use_data(use: RoomUse, href: str, *, name: str = "") -> Data:
    """One use for a list or a table, its title a link where there is a page of it. name: what is said instead of it."""
    title = name or use.title
    return {
        "time": Markup("").join(unbroken(part) for part in hour_parts(use.hours)),
        "hours": use.hours,
        "href": href,
        "name": title,
        "room": use.room.name,
        "title": Markup('<a href="{}">{}</a>').format(href, title) if href else title,
        "kind": KINDS[use.booking.state],
        "under": state_words(use.booking.state),
        "who": "" if name else use.who,
        "held": use.held,
        "reason": "" if name else use.booking.reason or "",
    }


def booking_href(use: RoomUse, slug: str) -> str:
    """The page of a use for those who look after the venue."""
    return link(f"/staff/venues/{slug}/bookings/{use.booking.id}")


def hour_parts(text: str) -> list[str]:
    """13:30～ and 15:30, for narrow cells."""
    first, mark, last = text.partition("～")
    return [first + mark, last] if last else [text]


def by_room_and_day(uses: Iterable[RoomUse], first: date) -> dict[tuple[UUID, date], list[RoomUse]]:
    """Uses by room and local day; what began before the first day stands on the first."""
    cells: dict[tuple[UUID, date], list[RoomUse]] = defaultdict(list)
    for use in uses:
        cells[(use.room.id, max(first, use.starts.date()))].append(use)
    return cells


def midnight(day_: date, zone: tzinfo) -> datetime:
    """The instant with which a local day begins."""
    return datetime.combine(day_, time(), zone)


def date_label(use: RoomUse) -> Markup:
    """11月24日（火） 13:30～15:30."""
    return unbroken(day(use.starts.date()), use.hours)
