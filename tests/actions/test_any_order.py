"""Acts in any order leave the store as the model says: hypothesis looks for an order in which they do not."""

import asyncio
from collections.abc import Coroutine
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
)

from app.actions import attend
from app.actions.change_capacity import change_capacity
from app.actions.give_up import give_up
from app.actions.occasion import Occasion
from app.actions.promote import promote
from app.actions.switch import switch, take_free_place
from app.domain.errors import Ended, OverCapacity, PoolFull, Unknown, Unusable
from app.domain.seats import Pool
from app.storage.pools import pools_of
from app.storage.reservations import people_of
from tests.actions.gathering import LAST_PROMOTION, Gathering, gathering, nothing_is_miscounted
from tests.domain.seats.model import Counts, Limit, SeatModel
from tests.rig.clock import NOON
from tests.rig.databases import faults, opened_aside
from tests.rig.machines import walk

Key = tuple[str, str]
CAPACITIES: dict[Key, int | None] = {
    ("in_person", "talk"): 2,
    ("in_person", "listener"): 1,
    ("online", "talk"): 3,
}
KEYS = st.sampled_from(list(CAPACITIES))
PEOPLE = st.integers(0, 40)
HEADS = st.integers(1, 3)
LIMITS = st.one_of(st.integers(0, 4), st.sampled_from(["none", "unstated"]))
ANSWERS = {
    PoolFull: "full",
    Ended: "ended",
    OverCapacity: "over_capacity",
    Unknown: "refused",
    Unusable: "refused",
}


class Store(RuleBasedStateMachine):
    """One session in the database, and a model that is told the same."""

    runner: ClassVar[asyncio.Runner]

    def __init__(self) -> None:
        super().__init__()
        self.where = self.runner.run(self.made())
        self.keys: dict[Key, UUID] = {(pool.mode, pool.seat): pool.id for pool in self.pools()}
        self.model = SeatModel({key: limit for key, limit in CAPACITIES.items() if limit is not None})
        self.ids: dict[str, UUID] = {}

    async def made(self) -> Gathering:
        """The session that everything is done to."""
        return await gathering(NOON, CAPACITIES)

    # Acts

    @rule(key=KEYS, wait=st.booleans())
    def reserve(self, key: Key, wait: bool) -> None:
        self.reserved(key, wait=wait)

    def reserved(self, key: Key, *, wait: bool) -> None:
        name = f"{len(self.ids)}番"
        if (answer := self.model.reserve(name, key, wait=wait)) == "full":
            with pytest.raises(PoolFull):
                self.runner.run(self.now_here().take(name, *key, wait=wait))
        else:
            receipt = self.runner.run(self.now_here().take(name, *key, wait=wait))
            self.ids[name] = receipt.id
            assert receipt.status == answer

    @precondition(lambda self: self.ids)
    @rule(number=PEOPLE, key=KEYS, wait=st.booleans())
    def switch(self, number: int, key: Key, wait: bool) -> None:
        self.switched(number, key, wait=wait)

    def switched(self, number: int, key: Key, *, wait: bool) -> None:
        name = self.person(number)
        self.compare(
            self.model.switch(name, key, wait=wait), switch(self.at(), self.ids[name], *key, wait=wait)
        )

    @precondition(lambda self: self.ids)
    @rule(number=PEOPLE)
    def take_free_place(self, number: int) -> None:
        self.free_place_taken(number)

    def free_place_taken(self, number: int) -> None:
        name = self.person(number)
        expected = self.model.take_free_place(name)
        self.compare(expected, take_free_place(self.at(), self.ids[name]))

    @precondition(lambda self: self.ids)
    @rule(number=PEOPLE)
    def give_up(self, number: int) -> None:
        name = self.person(number)
        self.compare(self.model.give_up(name), give_up(self.at(), self.ids[name]))

    @precondition(lambda self: self.ids)
    @rule(number=PEOPLE, above=st.booleans())
    def check_in(self, number: int, above: bool) -> None:
        name = self.person(number)
        self.compare(
            self.model.check_in(name, above=above), attend.check_in(self.at(), self.ids[name], above=above)
        )

    @precondition(lambda self: self.ids)
    @rule(number=PEOPLE)
    def undo_check_in(self, number: int) -> None:
        name = self.person(number)
        self.compare(self.model.undo_check_in(name), attend.undo_check_in(self.at(), self.ids[name]))

    @precondition(lambda self: self.ids)
    @rule(number=PEOPLE)
    def went_home(self, number: int) -> None:
        name = self.person(number)
        self.compare(self.model.went_home(name), attend.went_home(self.at(), self.ids[name]))

    @precondition(lambda self: self.ids)
    @rule(number=PEOPLE, above=st.booleans())
    def came_back(self, number: int, above: bool) -> None:
        name = self.person(number)
        self.compare(
            self.model.came_back(name, above=above), attend.came_back(self.at(), self.ids[name], above=above)
        )

    @rule(key=KEYS, heads=HEADS, above=st.booleans())
    def walk_in(self, key: Key, heads: int, above: bool) -> None:
        expected = self.model.walk_in(key, heads, above=above)
        self.compare(expected, attend.walk_in(self.at(), self.keys[key], heads, above=above))

    @rule(key=KEYS, heads=HEADS)
    def correct(self, key: Key, heads: int) -> None:
        self.compare(self.model.correct(key, heads), attend.correct(self.at(), self.keys[key], heads))

    @rule(key=KEYS, heads=HEADS)
    def walk_ins_went_home(self, key: Key, heads: int) -> None:
        expected = self.model.walk_ins_went_home(key, heads)
        self.compare(expected, attend.walk_ins_went_home(self.at(), self.keys[key], heads))

    @rule(key=KEYS, limit=LIMITS)
    def set_limit(self, key: Key, limit: Limit) -> None:
        kind, capacity = ("number", limit) if isinstance(limit, int) else (limit, None)
        expected = self.model.set_limit(key, limit)
        self.compare(expected, change_capacity(self.at(), self.keys[key], kind, capacity))

    @rule(in_order=st.booleans())
    def pass_or_move_the_last_promotion(self, in_order: bool) -> None:
        self.compare(self.model.set_in_order(in_order), promote(self.at()))

    # What must hold

    @invariant()
    def the_store_is_as_the_model_says(self) -> None:
        counts = {(pool.mode, pool.seat): counts_of(pool) for pool in self.pools()}
        assert counts == self.model.pools()
        assert self.people() == {
            name: (person.held, person.waits_for, person.arrived, person.gone)
            for name, person in self.model.people.items()
            if not person.given_up
        }

    @invariant()
    def those_who_wait_are_in_the_order_they_came(self) -> None:
        people = self.runner.run(people_of(self.where.id))
        for key, queue in self.model.queues.items():
            turns = {person.order: person.nickname for person in people if person.waiting_for == key}
            assert [turns[turn] for turn in sorted(turn for turn in turns if turn)] == queue

    @invariant()
    def every_count_is_that_of_the_rows(self) -> None:
        assert self.runner.run(nothing_is_miscounted())

    def teardown(self) -> None:
        assert self.runner.run(faults()) == ()

    # Helpers

    def compare(self, expected: str, act: Coroutine[Any, Any, Any]) -> None:
        answer = self.answer(act)
        assert answer == ("done" if expected in {"reserved", "waiting"} else expected)

    def answer(self, act: Coroutine[Any, Any, Any]) -> str:
        try:
            self.runner.run(act)
        except tuple(ANSWERS) as refusal:
            return ANSWERS[type(refusal)]
        return "done"

    def now(self) -> datetime:
        return NOON if self.model.in_order else LAST_PROMOTION

    def at(self) -> Occasion:
        return self.where.at(self.now())

    def now_here(self) -> Gathering:
        return Gathering(self.where.id, self.where.series_id, self.now())

    def person(self, number: int) -> str:
        return list(self.ids)[number % len(self.ids)]

    def pools(self) -> tuple[Pool, ...]:
        return self.runner.run(pools_of(self.where.id))

    def people(self) -> dict[str, tuple[Key | None, Key | None, bool, bool]]:
        return {
            person.nickname: (
                (person.mode, person.seat) if person.mode and person.seat else None,
                person.waiting_for,
                person.arrived,
                person.gone,
            )
            for person in self.runner.run(people_of(self.where.id))
        }


def counts_of(pool: Pool) -> Counts:
    return Counts(pool.capacity, pool.reserved, pool.walked_in, pool.waiting, pool.arrived, pool.left)


def run(address: str, examples: int, *, store: type[Store] = Store, steps: int = 25) -> None:
    """In a thread of its own."""
    with opened_aside(address) as runner:
        walk(type("OneStore", (store,), {"runner": runner}), examples, steps)


async def test_acts_in_any_order_are_as_the_model_says_on_sqlite(sqlite_address: str) -> None:
    await asyncio.to_thread(run, sqlite_address, 20)


async def test_acts_in_any_order_are_as_the_model_says_on_postgresql(postgresql_address: str) -> None:
    await asyncio.to_thread(run, postgresql_address, 10)


@pytest.mark.soak
async def test_acts_in_very_many_orders_are_as_the_model_says(sqlite_address: str) -> None:
    await asyncio.to_thread(run, sqlite_address, 2000, steps=50)


async def test_a_promotion_that_never_happens_would_be_found(
    sqlite_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: without moving up the store and the model must part."""

    async def nobody_moves_up(_: tuple[Pool, ...]) -> None:
        pass

    monkeypatch.setattr("app.actions.promote.move_up", nobody_moves_up)
    with pytest.raises(AssertionError):
        await asyncio.to_thread(run, sqlite_address, 20)
