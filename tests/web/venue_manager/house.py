"""A venue with a manager, rooms and a gathering that asks for one."""

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import httpx
from msgspec import Struct

from app.actions.book_room import ask_room
from app.storage.bookings import Booking, bookings_of_venue
from app.storage.tables import RoomRow
from tests.rig.client import Client, staff_member
from tests.rig.clock import Clock
from tests.rig.town import add_organisation, add_room, add_series, add_session, add_venue

MANAGER = "kaijou@example.org"
TUESDAY = date(2026, 11, 24)
BASE = "/staff/venues/house"


class House(Struct, frozen=True):
    """The client of the venue manager, and what there is."""

    client: Client
    venue_id: UUID
    room_id: UUID
    series_id: UUID
    clock: Clock

    async def ask(self, days: int = 1, **session: Any) -> tuple[UUID, ...]:
        """The salon asks for the room on Tuesdays, week by week, 13:30 to 15:30."""
        found = [
            await add_session(
                self.series_id, TUESDAY + timedelta(weeks=week), venue_id=self.venue_id, **session
            )
            for week in range(days)
        ]
        await ask_room(found, self.room_id, now=self.clock())
        return tuple(found)

    async def bookings(self) -> tuple[Booking, ...]:
        """All bookings of the venue."""
        first = self.clock() - timedelta(days=10)
        return await bookings_of_venue(self.venue_id, first, first + timedelta(days=400))

    async def states(self) -> list[str]:
        """Their states, by time."""
        return [booking.state for booking in await self.bookings()]

    async def use(self, starts: str, ends: str, **typed: str) -> httpx.Response:
        """Book the room by hand on the Tuesday."""
        form = {"room": str(self.room_id), "day": str(TUESDAY), "starts": starts, "ends": ends, **typed}
        return await self.client.submit(f"{BASE}/uses/new", form)


async def house_of(client: Client, clock: Clock, **series: Any) -> House:
    """The house, open from 9:00 to 21:00, its manager signed in."""
    venue_id = await add_venue("house", name="みんなの家", opens=time(9), closes=time(21))
    room_id = await add_room(venue_id, "和室")
    series_id = await add_series(
        await add_organisation("ward", name="ひなた区"), **({"title": "ひだまりサロン"} | series)
    )
    await staff_member(MANAGER, "venue_manager", clock, venue="house")
    await client.sign_in(MANAGER)
    return House(client, venue_id, room_id, series_id, clock)


async def with_buffers(room_id: UUID, minutes: int) -> None:
    """Let the room be held so many minutes before and after."""
    await RoomRow.update({RoomRow.setup_minutes: minutes, RoomRow.clearing_minutes: minutes}).where(
        RoomRow.id == room_id
    )
