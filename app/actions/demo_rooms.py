"""The rooms of the demo as somebody who looks after them leaves them: some wishes answered, a few uses of the house."""

from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from app.actions.arrange_rooms import OwnUse, book_own_use
from app.actions.book_room import grant
from app.actions.taken_room import RoomTaken
from app.storage.bookings import bookings_of_venue, rooms_of_venue
from app.storage.venues import managed_venues

ANSWERED = timedelta(days=60)
# Day of the week (0 Monday), room, from, to, what for.
USES = (
    (1, 0, time(9), time(12), "区の研修"),
    (2, 1, time(18), time(20), "書道サークル"),
    (3, 0, time(13), time(17), "健診"),
    (5, 1, time(10), time(12), "お茶の会"),
)


async def use_rooms(now: datetime, today: date, zone: ZoneInfo) -> None:
    """Grant some wishes of the next months, and hold rooms for the house this week and the next. Safe to repeat."""
    this_week = today - timedelta(days=today.weekday())
    for venue_id in await managed_venues():
        await _answer(venue_id, now)
        for monday in (this_week, this_week + timedelta(weeks=1)):
            await _hold(venue_id, monday, now, zone)


async def _answer(venue_id: UUID, now: datetime) -> None:
    found = await bookings_of_venue(venue_id, now, now + ANSWERED)
    # Those of even days, so that a second start finds nothing more to answer.
    wishes = [each.id for each in found if each.state == "wish" and each.held_from.day % 2 == 0]
    if wishes:
        await grant(wishes, venue_id=venue_id, now=now)


async def _hold(venue_id: UUID, monday: date, now: datetime, zone: ZoneInfo) -> None:
    known = await rooms_of_venue(venue_id)
    for day, place, starts, ends, purpose in USES:
        if place < len(known):
            use = OwnUse(known[place].id, monday + timedelta(days=day), starts, ends, purpose)
            try:
                await book_own_use(use, venue_id=venue_id, now=now, zone=zone)
            except RoomTaken:
                continue  # a gathering is there already
