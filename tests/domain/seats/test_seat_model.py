"""The model against the rules of the design, said a second time and without it: a ledger of who asked when."""

from collections.abc import Callable, Hashable
from typing import ClassVar
from uuid import UUID

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from app.domain.seats import Pool, grants, moves_up
from tests.domain.seats.model import Answer, Counts, Limit, SeatModel
from tests.rig.machines import walk

KEYS = st.sampled_from(["hall", "hall listener", "online"])
LIMITS = st.one_of(st.integers(0, 4), st.sampled_from(["none", "unstated"]))
PEOPLE = st.integers(0, 40)


class Seats(RuleBasedStateMachine):
    """Acts at random. After each, nobody was granted a place above the capacity and nobody was overtaken."""

    model: ClassVar[type[SeatModel]] = SeatModel

    def __init__(self) -> None:
        super().__init__()
        self.seats = self.model({"hall": 2, "hall listener": 1, "online": 3})
        self.before = self.seats.pools()
        self.asked: list[tuple[str, Hashable]] = []
        self.granted_above = False

    # Acts

    @initialize(keys=st.lists(KEYS, min_size=3, max_size=9))
    def a_crowd_is_there(self, keys: list[Hashable]) -> None:
        for key in keys:
            self.reserve(key, wait=True)

    @rule(key=KEYS, wait=st.booleans())
    def reserve(self, key: Hashable, wait: bool) -> None:
        name = f"person {len(self.seats.people)}"
        answer = self.note(lambda: self.seats.reserve(name, key, wait=wait))
        assert answer in {"reserved", "waiting" if wait else "full"}
        assert (name in self.seats.people) == (answer != "full")

    @precondition(lambda self: self.seats.people)
    @rule(number=PEOPLE, key=KEYS, wait=st.booleans())
    def switch(self, number: int, key: Hashable, wait: bool) -> None:
        name = self.person(number)
        held = self.seats.people[name].held
        answer = self.note(lambda: self.seats.switch(name, key, wait=wait))
        now = self.seats.people[name].held
        assert now == held if answer in {"full", "ended"} else now in {held, key}

    @precondition(lambda self: self.seats.people)
    @rule(number=PEOPLE)
    def give_up(self, number: int) -> None:
        name = self.person(number)
        self.note(lambda: self.seats.give_up(name))
        once = self.seats.pools()
        self.seats.give_up(name)
        assert self.seats.pools() == once

    @precondition(lambda self: self.seats.people)
    @rule(number=PEOPLE, above=st.booleans())
    def check_in(self, number: int, above: bool) -> None:
        self.note(lambda: self.seats.check_in(self.person(number), above=above), above=above, at_door=True)

    @precondition(lambda self: self.seats.people)
    @rule(number=PEOPLE)
    def went_home(self, number: int) -> None:
        arrived = {key: counts.arrived for key, counts in self.seats.pools().items()}
        self.note(lambda: self.seats.went_home(self.person(number)))
        assert sum(arrived.values()) == sum(counts.arrived for counts in self.seats.pools().values())

    @precondition(lambda self: self.seats.people)
    @rule(number=PEOPLE, above=st.booleans())
    def came_back(self, number: int, above: bool) -> None:
        self.note(lambda: self.seats.came_back(self.person(number), above=above), above=above)

    @rule(key=KEYS, heads=st.integers(1, 3), above=st.booleans())
    def walk_in(self, key: Hashable, heads: int, above: bool) -> None:
        self.note(lambda: self.seats.walk_in(key, heads, above=above), above=above)

    @rule(key=KEYS, heads=st.integers(1, 3))
    def correct(self, key: Hashable, heads: int) -> None:
        self.note(lambda: self.seats.correct(key, heads))

    @rule(key=KEYS, heads=st.integers(1, 3))
    def walk_ins_went_home(self, key: Hashable, heads: int) -> None:
        self.note(lambda: self.seats.walk_ins_went_home(key, heads))

    @rule(key=KEYS, limit=LIMITS)
    def set_limit(self, key: Hashable, limit: Limit) -> None:
        self.note(lambda: self.seats.set_limit(key, limit))

    @rule(in_order=st.booleans())
    def set_in_order(self, in_order: bool) -> None:
        self.note(lambda: self.seats.set_in_order(in_order))

    # What must hold

    @invariant()
    def nobody_is_granted_a_place_above_the_capacity(self) -> None:
        for key, counts in self.seats.pools().items():
            more = taken(counts) > taken(self.before[key])
            assert self.granted_above or not (
                more and counts.capacity is not None and taken(counts) > counts.capacity
            )

    @invariant()
    def nobody_waits_beside_a_free_place_until_the_last_promotion(self) -> None:
        for key, counts in self.seats.pools().items():
            assert not (self.seats.in_order and counts.waiting and self.seats.has_room(key))

    @invariant()
    def everybody_has_one_place_at_most_and_those_who_gave_up_wait_for_none(self) -> None:
        queued = [name for queue in self.seats.queues.values() for name in queue]
        assert len(queued) == len(set(queued))
        for name, person in self.seats.people.items():
            assert (name in queued) == (person.waits_for is not None)
            assert not (person.given_up and (person.waits_for or (person.held and not person.gone)))
            assert person.given_up or person.held or person.waits_for

    @invariant()
    def counts_are_never_negative_and_those_who_left_had_come(self) -> None:
        for counts in self.seats.pools().values():
            assert min(counts.reserved, counts.walked_in, counts.waiting, counts.arrived, counts.left) >= 0
            assert counts.left <= counts.arrived

    @invariant()
    def the_rules_of_the_domain_say_the_same(self) -> None:
        for key, counts in self.seats.pools().items():
            pool = pool_of(counts)
            assert grants(pool, in_order=self.seats.in_order) == self.seats.grants(key)
            assert (moves_up(pool) > 0) == bool(counts.waiting and self.seats.has_room(key))

    # The ledger

    def note(self, act: Callable[[], Answer], *, above: bool = False, at_door: bool = False) -> Answer:
        """Do an act, and hold the order in which people asked against who got a place by it. At the door staff decide."""
        self.before, self.granted_above = self.seats.pools(), above
        waited = {name: person.waits_for for name, person in self.seats.people.items()}
        answer = act()
        if self.seats.in_order and not at_door:
            self.require_order(waited)
        wanted = {name: person.waits_for for name, person in self.seats.people.items() if person.waits_for}
        self.asked = [ask for ask in self.asked if ask in wanted.items()]
        self.asked += [ask for ask in wanted.items() if ask not in self.asked]
        return answer

    def require_order(self, waited: dict[str, Hashable | None]) -> None:
        """Nobody who still waits asked before somebody who waited, too, and now sits there."""
        people = self.seats.people
        for place, (name, key) in enumerate(self.asked):
            later = [other for other, wanted in self.asked[place + 1 :] if wanted == key == waited[other]]
            assert people[name].waits_for != key or not any(people[other].held == key for other in later)

    def person(self, number: int) -> str:
        return list(self.seats.people)[number % len(self.seats.people)]


def pool_of(counts: Counts) -> Pool:
    return Pool(
        id=UUID(int=1),
        mode="in_person",
        seat="talk",
        limit_kind="none" if counts.capacity is None else "number",
        capacity=counts.capacity,
        reserved=counts.reserved,
        walked_in=counts.walked_in,
        waiting=counts.waiting,
    )


def taken(counts: Counts) -> int:
    return counts.reserved + counts.walked_in


def run(model: type[SeatModel], examples: int = 150) -> None:
    machine = type(f"Seats of {model.__name__}", (Seats,), {"model": model})
    walk(machine, examples, 40)


class LastComeFirst(SeatModel):
    def promote(self, key: Hashable) -> bool:
        if self.queues[key] and self.has_room(key):
            self.seat(self.queues[key][-1], key)
            return True
        return False


class ForgetsToMoveUp(SeatModel):
    def give_up(self, name: str) -> Answer:
        order, self.in_order = self.in_order, False
        answer = super().give_up(name)
        self.in_order = order
        return answer


class PromotesWithoutLooking(SeatModel):
    def promote(self, key: Hashable) -> bool:
        if self.queues[key]:
            self.seat(self.queues[key][0], key)
            return True
        return False


class CountsNoWalkIns(SeatModel):
    def taken(self, key: Hashable) -> int:
        return self.counts(key).reserved


class LeavesBeforeItArrives(SeatModel):
    def switch(self, name: str, key: Hashable, *, wait: bool = False) -> Answer:
        if self.people[name].active and self.people[name].held != key:
            self.people[name].held = None
        return super().switch(name, key, wait=wait)


def test_seats_are_dealt_by_the_rules() -> None:
    run(SeatModel)


@pytest.mark.parametrize(
    "broken", [LastComeFirst, ForgetsToMoveUp, PromotesWithoutLooking, CountsNoWalkIns, LeavesBeforeItArrives]
)
def test_a_broken_rule_would_be_found(broken: type[SeatModel]) -> None:
    with pytest.raises(AssertionError):
        run(broken)
