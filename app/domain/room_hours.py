"""From when until when a session holds its room, buffers included."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from uuid import UUID

from msgspec import Struct


class RoomFacts(Struct, frozen=True, kw_only=True):
    """部屋 with what decides how long a use holds it. managed: someone has to grant it.

    opens and closes are those of the venue, unless the room has its own.
    """

    id: UUID
    venue_id: UUID
    name: str
    setup_minutes: int = 0
    clearing_minutes: int = 0
    opens: time | None = None
    closes: time | None = None
    own_opens: time | None = None
    own_closes: time | None = None
    managed: bool = False


class Use(Struct, frozen=True):
    """A stretch of time in which a room is held (aware UTC), the second end not included."""

    held_from: datetime
    held_until: datetime

    def overlaps(self, other: "Use") -> bool:
        """Whether the two would be in one room at once; back to back is no overlap."""
        return self.held_from < other.held_until and other.held_from < self.held_until


def is_outside(room: RoomFacts, starts: time, ends: time) -> bool:
    """Whether a gathering lies outside of the opening hours; what nobody has said bounds nothing."""
    late = room.closes is not None and not starts < ends <= room.closes
    return late or (room.opens is not None and starts < room.opens)


def use_of(
    room: RoomFacts, day: date, starts: time | None, ends: time | None, *, vacate: time | None, zone: tzinfo
) -> Use:
    """The time a gathering holds a room with the minutes before and after it.

    No start counts from the opening, or 0:00; no end lasts until 部屋を空ける時刻, else until closing, else midnight.
    An end that is not after the start is on the next day.
    """
    begins = starts or room.opens or time.min
    stops = ends or vacate or room.closes or time.min
    first = datetime.combine(day, begins, zone)
    last = datetime.combine(day if stops > begins else day + timedelta(days=1), stops, zone)
    return Use(
        (first - timedelta(minutes=room.setup_minutes)).astimezone(UTC),
        (last + timedelta(minutes=room.clearing_minutes)).astimezone(UTC),
    )
