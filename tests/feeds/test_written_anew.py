"""After any change a feed is what it would be if everything were read and written anew."""

import random
import secrets
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.feeds.calendars import calendar_bytes, calendar_of, event_bytes, fitting, look_of
from app.feeds.choice import Choice, Head, Site, read_choice
from app.storage.engine import rows
from app.storage.session_marks import Mark, marks_of
from app.storage.sessions import sessions_of
from app.web import feeds
from app.web.house import House
from tests.rig import town
from tests.rig.client import settings_for
from tests.rig.clock import Clock, machine_now
from tests.rig.databases import Database

TODAY = date(2026, 11, 15)
HEAD = Head(name="ひだまり", uid="1")
CHOICES = [
    read_choice(query) for query in ({}, {"titles": "discreet"}, {"label": "用事"}, {"cancelled": "drop"})
]
STEPS = 40


class Town:
    """Two venues, three series, thirty sessions, and everything that can change about them."""

    def __init__(self) -> None:
        self.sessions: list[UUID] = []

    async def build(self) -> None:
        self.owners = [await town.add_organisation(slug, phone="03") for slug in ("a", "b")]
        self.venues = [await town.add_venue(slug, address="町1-2") for slug in ("north", "south")]
        self.rooms = [await town.add_room(venue) for venue in self.venues]
        self.series = [await town.add_series(self.owners[0], slug) for slug in ("x", "y", "z")]
        for number in range(30):
            day = TODAY + timedelta(days=number * 3)
            series, venue = self.series[number % 3], self.venues[number % 2]
            self.sessions.append(await town.add_session(series, day, venue_id=venue))

    async def cancel(self, chance: random.Random) -> None:
        await self.set("session", chance.choice(self.sessions), state="cancelled", cancel_reason="雪のため")

    async def restore(self, chance: random.Random) -> None:
        await self.set("session", chance.choice(self.sessions), state="published", cancel_reason=None)

    async def move(self, chance: random.Random) -> None:
        day = TODAY + timedelta(days=chance.randrange(-40, 120))
        await self.set("session", chance.choice(self.sessions), date=day, former_date=TODAY, starts=None)

    async def change_place(self, chance: random.Random) -> None:
        venue, former = chance.choice(self.venues), chance.choice([*self.venues, None])
        await self.set("session", chance.choice(self.sessions), venue_id=venue, former_venue_id=former)

    async def open_online(self, chance: random.Random) -> None:
        session = chance.choice(self.sessions)
        await rows("DELETE FROM pool WHERE session_id = {}", session)
        await town.add_pool(session, chance.choice(["in_person", "online"]))

    async def book(self, chance: random.Random) -> None:
        session = chance.choice(self.sessions)
        await rows("DELETE FROM booking WHERE session_id = {}", session)
        await town.add_booking(chance.choice(self.rooms), session, chance.choice(["granted", "refused"]))

    async def rename_venue(self, chance: random.Random) -> None:
        public = chance.random() < 0.5
        await self.set(
            "venue", chance.choice(self.venues), name=f"家{chance.random()}", address_public=public
        )

    async def rename_series(self, chance: random.Random) -> None:
        await self.set(
            "series", chance.choice(self.series), title=f"会{chance.random()}", planned_shown=False
        )

    async def telephone(self, chance: random.Random) -> None:
        await self.set("organisation", chance.choice(self.owners), phone=f"03-{chance.randrange(9999)}")

    async def hand_over(self, chance: random.Random) -> None:
        series, day = chance.choice(self.series), TODAY + timedelta(days=chance.randrange(100))
        await rows("DELETE FROM ownership WHERE series_id = {} AND first = {}", series, day)
        await town.add_owner(series, chance.choice(self.owners), day)

    async def set(self, table: str, key: UUID, **columns: Any) -> None:
        named = ", ".join(f"{name} = {{}}" for name in columns)
        await rows(f"UPDATE {table} SET {named} WHERE id = {{}}", *columns.values(), key)

    @property
    def changes(self) -> list[Callable[[random.Random], Awaitable[None]]]:
        return [
            self.cancel,
            self.restore,
            self.move,
            self.change_place,
            self.open_online,
            self.book,
            self.rename_venue,
            self.rename_series,
            self.telephone,
            self.hand_over,
        ]


@pytest.fixture
def house(database: Database, clock: Clock) -> House:
    return House(settings_for(database.address), clock, secrets.token_bytes)


async def anew(house: House, choice: Choice) -> bytes:
    found = await sessions_of(feeds.filter_of(house, "all", None, choice))
    return calendar_bytes(fitting(found, house.today()), HEAD, choice, feeds.site_of(house))


async def kept(house: House, choice: Choice) -> bytes:
    events = await feeds.events_of(house, feeds.filter_of(house, "all", None, choice), look_of(choice))
    return calendar_of(events, HEAD, choice, feeds.site_of(house))


async def walk(house: House, seed: int, steps: int) -> None:
    chance, place = random.Random(seed), Town()
    await place.build()
    for _ in range(steps):
        await chance.choice(place.changes)(chance)
        choice = chance.choice(CHOICES)
        assert await kept(house, choice) == await anew(house, choice)


async def test_what_is_kept_is_what_would_be_written_anew(house: House) -> None:
    await walk(house, seed=1, steps=STEPS)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(20))
async def test_what_is_kept_is_what_would_be_written_anew_for_long(house: House, seed: int) -> None:
    await walk(house, seed, steps=300)


async def test_a_change_writes_one_event_again(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Town()
    made: list[UUID] = []
    await place.build()
    await kept(house, Choice())

    def counting(session: Any, look: Choice, site: Site) -> bytes:
        made.append(session.id)
        return original(session, look, site)

    original = event_bytes
    monkeypatch.setattr(feeds, "event_bytes", counting)
    await place.set("session", place.sessions[4], state="cancelled", changed_at=machine_now())
    await kept(house, Choice())
    assert made == [place.sessions[4]]


async def test_with_a_mark_that_misses_a_change_the_feed_would_be_old(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Town()
    await place.build()
    before = await kept(house, Choice())
    original = marks_of

    async def blind(wanted: Any) -> Any:
        return tuple(replaced(mark) for mark in await original(wanted))

    def replaced(mark: Mark) -> Mark:
        return Mark(mark.key, mark.date, mark.state, ())

    monkeypatch.setattr(feeds, "marks_of", blind)
    assert await kept(house, Choice()) == before
    await place.set("venue", place.venues[0], name="別の家")
    assert await kept(house, Choice()) == before != await anew(house, Choice())
