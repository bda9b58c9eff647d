"""The same when organisers are at work meanwhile: a session is moved, called off and restored, its rule is edited, months are published."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from app.actions.cancel_session import cancel, restore
from app.actions.change_rule import change_rule
from app.actions.move_session import move
from app.actions.publish import publish
from app.actions.session_changes import Spot
from app.domain.errors import Ended
from app.domain.planning import LinePool
from app.domain.programme import Session
from app.domain.registration import promotes_until
from app.domain.seats import Mode, Seat
from app.domain.series_wish import LineWish
from app.storage.sessions import session_by_id
from tests.actions.gathering import ZONE, Gathering
from tests.actions.programme import House, house, lines_of, sessions_of
from tests.actions.test_any_order import CAPACITIES, KEYS, PEOPLE, Key, Store, run
from tests.rig.clock import NOON

# The 22nd, the 28th, the 24th and the 26th of November.
WORDS = (
    "毎月第4日曜 13:30～15:30",
    "毎月第4土曜 13:30～15:30",
    "毎月第4火曜 10時～12時",
    "毎月第4木曜 18時～20時",
)
DAYS = st.integers(20, 29)
MONTHS = st.sampled_from([date(2026, 11, 1), date(2026, 12, 1)])


class OfASeries(Store):
    """A session that a rule made and a month published."""

    def __init__(self) -> None:
        super().__init__()
        self.published()

    async def made(self) -> Gathering:
        number = len(HOUSES)
        self.here = await house(NOON, f"house-{number}")
        HOUSES.append(self.here)
        pools = tuple(LinePool(mode(key), seat(key), "number", CAPACITIES[key]) for key in CAPACITIES)
        line = LineWish(words=WORDS[0], pools=pools)
        # Without a note nothing online is published.
        series = await self.here.series_of(line, online_note="カメラはなくても大丈夫です。")
        [self.line] = await lines_of(series)
        first, *_ = await sessions_of(series)
        return Gathering(first.id, series, NOON)

    @property
    def session(self) -> Session:
        found = self.runner.run(session_by_id(self.where.id))
        assert found is not None
        return found

    @property
    def cancelled(self) -> bool:
        return self.session.state == "cancelled"

    def now(self) -> datetime:
        """Well before the 繰り上げの締切 or just past it, wherever the session lies."""
        return NOON if self.model.in_order else promotes_until(self.session, ZONE).astimezone(UTC)

    def act(self, work: Callable[[datetime], Awaitable[Any]]) -> None:
        """Do something to the programme. Those who wait move up by it if the 繰り上げの締切 lies ahead again."""
        now = self.now()
        self.runner.run(ended(work(now)))
        self.model.set_in_order(now < promotes_until(self.session, ZONE))

    def published(self) -> None:
        self.runner.run(publish(self.here.organisation, date(2026, 11, 1), now=NOON))

    # What organisers do

    @rule(day=DAYS)
    @precondition(lambda self: not self.cancelled)
    def move(self, day: int) -> None:
        spot = Spot(date=date(2026, 11, day), starts=self.session.starts, ends=self.session.ends)
        if self.model.in_order or spot.date > self.session.date:
            self.act(lambda now: move(self.where.id, spot, now=now, today=local(now), zone=ZONE))

    @rule()
    @precondition(lambda self: not self.cancelled)
    def call_off(self) -> None:
        self.act(lambda now: cancel(self.where.id, "台風", now=now))

    @rule()
    @precondition(lambda self: self.cancelled)
    def restore(self) -> None:
        self.act(lambda now: restore(self.where.id, now=now, zone=ZONE))

    @rule(words=st.sampled_from(WORDS))
    @precondition(lambda self: self.model.in_order and not self.cancelled)
    def edit_the_rule(self, words: str) -> None:
        self.act(lambda now: change_rule(self.line, words, now=now, today=local(now), zone=ZONE))

    @rule(month=MONTHS)
    def publish(self, month: date) -> None:
        self.act(lambda now: publish(self.here.organisation, month, now=now))

    # What people are told of a session that is called off

    @rule(key=KEYS, wait=st.booleans())
    def reserve(self, key: Key, wait: bool) -> None:
        if not self.cancelled:
            self.reserved(key, wait=wait)
            return
        with pytest.raises(Ended):
            self.runner.run(self.now_here().take("だれか", *key, wait=wait))

    @precondition(lambda self: self.ids and not self.cancelled)
    @rule(number=PEOPLE, key=KEYS, wait=st.booleans())
    def switch(self, number: int, key: Key, wait: bool) -> None:
        self.switched(number, key, wait=wait)

    @precondition(lambda self: self.ids and not self.cancelled)
    @rule(number=PEOPLE)
    def take_free_place(self, number: int) -> None:
        self.free_place_taken(number)


HOUSES: list[House] = []


async def ended(work: Awaitable[Any]) -> None:
    await work


def mode(key: Key) -> Mode:
    return "online" if key[0] == "online" else "in_person"


def seat(key: Key) -> Seat:
    return "listener" if key[1] == "listener" else "talk"


def local(now: datetime) -> date:
    return now.astimezone(ZONE).date()


async def test_nothing_an_organiser_does_upsets_the_seats(sqlite_address: str) -> None:
    await asyncio.to_thread(run, sqlite_address, 6, store=OfASeries)


@pytest.mark.soak
async def test_nothing_upsets_them_in_very_many_orders(sqlite_address: str) -> None:
    await asyncio.to_thread(run, sqlite_address, 300, store=OfASeries, steps=50)
