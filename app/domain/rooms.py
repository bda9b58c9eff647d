"""Other times for a room that is taken: the nearest ones of the same length, the minutes before and after included."""

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from msgspec import Struct

from app.domain.room_hours import RoomFacts, Use

STEP = timedelta(minutes=30)
DAYS_AHEAD = 14
MOST_TIMES = 3
MOST_STEPS_A_DAY = 100
# Where a venue does not say its hours, nobody is sent there at night.
OPENS, CLOSES = time(9), time(21)


class FreeTime(Struct, frozen=True):
    """A start and an end (local, with the zone), without the minutes before and after."""

    starts: datetime
    ends: datetime


def nearest_free(
    room: RoomFacts,
    wanted: datetime,
    lasts: timedelta,
    held: Iterable[Use],
    *,
    earliest: datetime,
    closed: Collection[date] = (),
) -> tuple[FreeTime, ...]:
    """Up to three free times nearest to a wish, on its day and the 14 after it, none before `earliest`.

    The day counts first, then the hour: who cannot have Friday at half past one is better served by half past one on
    Saturday than by Saturday at nine.

    `wanted` is local with its zone, `lasts` the length without buffers, `held` the uses of the room on these days.
    Offered are each half hour of the opening hours, and each time right after a use. Empty if nothing is free.
    """
    uses = tuple(held)
    zone = wanted.tzinfo or UTC
    starts = {
        start.astimezone(UTC)
        for day in days_from(wanted.date(), closed)
        for start in starts_of(room, day, lasts, uses, zone)
        if start >= earliest and is_free(room, start, lasts, uses)
    }
    nearest = sorted(starts, key=lambda start: distance(start, wanted, zone))[:MOST_TIMES]
    return tuple(FreeTime(start.astimezone(zone), (start + lasts).astimezone(zone)) for start in nearest)


def distance(start: datetime, wanted: datetime, zone: tzinfo) -> tuple[timedelta, timedelta, datetime]:
    """How far a time is from the wish: days, then hours of the day; of two alike the sooner is nearer."""
    local = start.astimezone(zone)
    same_hour = datetime.combine(local.date(), wanted.time(), zone)
    return abs(local.date() - wanted.date()), abs(local - same_hour), start


def is_free(room: RoomFacts, start: datetime, lasts: timedelta, held: Iterable[Use]) -> bool:
    """Whether the room can be held from an instant for so long, with the minutes before and after. Back to back is free."""
    use = around(room, start, lasts)
    return not any(use.overlaps(other) for other in held)


def around(room: RoomFacts, start: datetime, lasts: timedelta) -> Use:
    """The use of the room by a gathering: with the minutes before and after it."""
    begins = start.astimezone(UTC)
    setup, clearing = timedelta(minutes=room.setup_minutes), timedelta(minutes=room.clearing_minutes)
    return Use(begins - setup, begins + lasts + clearing)


def days_from(first: date, closed: Collection[date]) -> Iterator[date]:
    """The day and the 14 after it, without those on which the venue is closed."""
    days = (first + timedelta(days=ahead) for ahead in range(DAYS_AHEAD + 1))
    return (day for day in days if day not in closed)


def starts_of(
    room: RoomFacts, day: date, lasts: timedelta, held: Iterable[Use], zone: tzinfo
) -> Iterator[datetime]:
    """The starts worth trying on a day: each half hour, and the end of each use; all lie within the opening hours."""
    opens, closes = opening(room, day, zone)
    after_uses = (other.held_until + timedelta(minutes=room.setup_minutes) for other in held)
    grid = (opens + STEP * step for step in range(MOST_STEPS_A_DAY))
    for start in (*grid, *after_uses):
        if opens <= start and start + lasts <= closes:
            yield start


def opening(room: RoomFacts, day: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """The opening hours of a day as instants; 9:00 to 21:00 where the venue does not say. A closing at 0:00 ends the day."""
    opens, closes = room.opens or OPENS, room.closes or CLOSES
    last = day if closes > opens else day + timedelta(days=1)
    return datetime.combine(day, opens, zone).astimezone(UTC), datetime.combine(
        last, closes, zone
    ).astimezone(UTC)
