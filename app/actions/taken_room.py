"""A room that is taken: the refusal, and when it is free instead."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from app.actions.hold_rooms import TOKYO, Conflict, RoomWish
from app.domain.errors import Refused
from app.domain.month import day_words, hours_words
from app.domain.planning import Rest, rest_on
from app.domain.room_hours import RoomFacts, Use
from app.domain.rooms import DAYS_AHEAD, nearest_free
from app.storage.bookings import held_between
from app.storage.lines import rests


class RoomTaken(Refused):
    """The room is held by another use. free: the nearest free times of the same length, as local starts and ends."""

    code = "room_taken"
    sentence = "その時間は、部屋に先の予約があります。"

    def __init__(self, message: str = "", free: Sequence[tuple[datetime, datetime]] = ()) -> None:
        """A sentence with the reason, and the times to offer instead."""
        super().__init__(message)
        self.free = tuple(free)


async def taken_error(conflict: Conflict, zone: tzinfo = TOKYO, now: datetime | None = None) -> RoomTaken:
    """The error for a wish that met a booking: who is there when, and when the room is free instead, from now on."""
    room, use = conflict.room, conflict.use
    if room is None or use is None:
        return RoomTaken("この部屋は、いまは使えません。ほかの部屋を選んでください。")
    free = await nearest(room, conflict.wish, use, zone, now)
    met = conflict.booking
    hours = _hours(met.held_from, met.held_until, zone) if met else ""
    instead = (
        f"空いている近い時間：{'、'.join(free_words(free))}。" if free else "ほかの日か部屋を選んでください。"
    )
    text = f"{day_words(conflict.wish.date)}の{room.name}は、{hours}に先の予約があります。{instead}"
    return RoomTaken(text, free)


def free_words(free: Sequence[tuple[datetime, datetime]]) -> list[str]:
    """11月22日（日） 15:00～17:00 for each time."""
    return [f"{day_words(first.date())} {hours_words(first.time(), last.time())}" for first, last in free]


def _hours(first: datetime, last: datetime, zone: tzinfo) -> str:
    return hours_words(first.astimezone(zone).time(), last.astimezone(zone).time())


async def nearest(
    room: RoomFacts, wish: RoomWish, use: Use, zone: tzinfo, now: datetime | None
) -> tuple[tuple[datetime, datetime], ...]:
    """The free times of the same length nearest to a wish, local; none that are over or on which the venue is closed."""
    first = datetime.combine(wish.date - timedelta(days=1), time.min, zone)
    last = first + timedelta(days=DAYS_AHEAD + 3)
    held = await held_between([room.id], first, last)
    lasts = use.held_until - use.held_from - timedelta(minutes=room.setup_minutes + room.clearing_minutes)
    midnight = datetime.combine(wish.date, time.min, zone)
    found = nearest_free(
        room,
        datetime.combine(wish.date, wish.starts or room.opens or time.min, zone),
        lasts,
        [booking.use for booking in held],
        earliest=max(midnight, now) if now else midnight,
        closed=closed_days(await rests(wish.date), room, wish.date),
    )
    return tuple((free.starts, free.ends) for free in found)


def closed_days(closed: Sequence[Rest], room: RoomFacts, first: date) -> frozenset[date]:
    """The days from `first` on that may be offered and on which the venue of a room is closed."""
    days = [first + timedelta(days=step) for step in range(DAYS_AHEAD + 1)]
    return frozenset(day for day in days if rest_on(tuple(closed), day, room.venue_id, None))
