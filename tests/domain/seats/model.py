"""The seats of one session as a few lists in memory, without a database: what the storage is compared with.

A pool is named by a key, a person by a name. Every act answers with a word and leaves the same state as the write it
stands for; `pools()` gives the counts, `people` who sits and waits where.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Literal

Limit = int | Literal["none", "unstated"]
Answer = Literal["reserved", "waiting", "full", "ended", "done", "over_capacity", "refused"]


@dataclass
class Person:
    """Somebody who reserved. given_up: nothing is left but that they came, if they did."""

    held: Hashable | None = None
    waits_for: Hashable | None = None
    arrived: bool = False
    gone: bool = False
    given_up: bool = False

    @property
    def active(self) -> bool:
        return not (self.given_up or self.gone)


@dataclass
class Heads:
    """Heads without a name: here now, and gone home."""

    here: int = 0
    gone: int = 0


@dataclass(frozen=True)
class Counts:
    """The counts of a pool, as a row has them."""

    capacity: int | None
    reserved: int
    walked_in: int
    waiting: int
    arrived: int
    left: int


@dataclass
class SeatModel:
    """Pools by key in id order. in_order: before the 繰り上げの締切, when those who wait move up and nobody overtakes."""

    limits: dict[Hashable, Limit]
    in_order: bool = True
    people: dict[str, Person] = field(default_factory=dict)
    queues: dict[Hashable, list[str]] = field(default_factory=dict)
    heads: dict[Hashable, Heads] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.queues = {key: [] for key in self.limits}
        self.heads = {key: Heads() for key in self.limits}

    # What is asked

    def pools(self) -> dict[Hashable, Counts]:
        return {key: self.counts(key) for key in self.limits}

    def counts(self, key: Hashable) -> Counts:
        sitting = [person for person in self.people.values() if person.held == key]
        heads = self.heads[key]
        return Counts(
            capacity=self.capacity(key),
            reserved=sum(not person.gone for person in sitting),
            walked_in=heads.here,
            waiting=len(self.queues[key]),
            arrived=heads.here + heads.gone + sum(person.arrived for person in sitting),
            left=heads.gone + sum(person.gone for person in sitting),
        )

    def capacity(self, key: Hashable) -> int | None:
        limit = self.limits[key]
        return limit if isinstance(limit, int) else None

    def taken(self, key: Hashable) -> int:
        return self.counts(key).reserved + self.counts(key).walked_in

    def has_room(self, key: Hashable, heads: int = 1) -> bool:
        capacity = self.capacity(key)
        return capacity is None or self.taken(key) + heads <= capacity

    def grants(self, key: Hashable) -> bool:
        return self.has_room(key) and not (self.in_order and self.queues[key])

    # What people do

    def reserve(self, name: str, key: Hashable, *, wait: bool = False) -> Answer:
        if self.grants(key):
            self.people[name] = Person(held=key)
            return "reserved"
        if not wait:
            return "full"
        self.people[name] = Person()
        self.queue(name, key)
        return "waiting"

    def switch(self, name: str, key: Hashable, *, wait: bool = False) -> Answer:
        person = self.people[name]
        if not person.active:
            return "ended"
        answer = self.change(name, person, key, wait=wait)
        self.move_up()
        return answer

    def change(self, name: str, person: Person, key: Hashable, *, wait: bool) -> Answer:
        if person.held == key:
            self.stop_waiting(name)
        elif self.grants(key):
            self.seat(name, key)
        elif not wait:
            return "full"
        elif person.waits_for != key:
            self.queue(name, key)
        return "reserved" if person.waits_for is None else "waiting"

    def take_free_place(self, name: str) -> Answer:
        person = self.people[name]
        if not person.active:
            return "ended"
        return "done" if person.waits_for is None else self.switch(name, person.waits_for)

    def give_up(self, name: str) -> Answer:
        person = self.people[name]
        if person.given_up:
            return "done"
        self.stop_waiting(name)
        if person.arrived:
            person.gone = True
        else:
            person.held = None
        person.given_up = True
        self.move_up()
        return "done"

    # What happens at the door

    def check_in(self, name: str, *, above: bool = False) -> Answer:
        person = self.people[name]
        if not person.active:
            return "ended"
        if person.held is None:
            wanted = person.waits_for
            if not (above or self.has_room(wanted)):
                return "over_capacity"
            self.seat(name, wanted)
        person.arrived = True
        self.move_up()
        return "done"

    def undo_check_in(self, name: str) -> Answer:
        person = self.people[name]
        if not person.active:
            return "ended"
        person.arrived = False
        return "done"

    def went_home(self, name: str) -> Answer:
        person = self.people[name]
        if not person.active:
            return "ended"
        if person.held is None or not person.arrived:
            return "refused"
        self.stop_waiting(name)
        person.gone = True
        self.move_up()
        return "done"

    def came_back(self, name: str, *, above: bool = False) -> Answer:
        person = self.people[name]
        if person.given_up or not person.gone:
            return "done"
        if not (above or self.has_room(person.held)):
            return "over_capacity"
        person.gone = False
        return "done"

    def walk_in(self, key: Hashable, heads: int = 1, *, above: bool = False) -> Answer:
        if not (above or self.has_room(key, heads)):
            return "over_capacity"
        self.heads[key].here += heads
        return "done"

    def correct(self, key: Hashable, heads: int = 1) -> Answer:
        if self.heads[key].here < heads:
            return "refused"
        self.heads[key].here -= heads
        self.move_up()
        return "done"

    def walk_ins_went_home(self, key: Hashable, heads: int = 1) -> Answer:
        if self.heads[key].here < heads:
            return "refused"
        self.heads[key].here -= heads
        self.heads[key].gone += heads
        self.move_up()
        return "done"

    # What organisers do

    def set_limit(self, key: Hashable, limit: Limit) -> Answer:
        self.limits[key] = limit
        self.move_up()
        return "done"

    def set_in_order(self, in_order: bool) -> Answer:
        """The 繰り上げの締切 passed, or the session was moved to a later day."""
        self.in_order = in_order
        self.move_up()
        return "done"

    # How places change hands

    def move_up(self) -> None:
        """Until nobody can move: whoever moves up leaves a place that another may wait for. The end is the same in any order."""
        while self.in_order and any(self.promote(key) for key in self.limits):
            pass

    def promote(self, key: Hashable) -> bool:
        if not (self.queues[key] and self.has_room(key)):
            return False
        self.seat(self.queues[key][0], key)
        return True

    def seat(self, name: str, key: Hashable) -> None:
        self.stop_waiting(name)
        self.people[name].held = key

    def queue(self, name: str, key: Hashable) -> None:
        self.stop_waiting(name)
        self.people[name].waits_for = key
        self.queues[key].append(name)

    def stop_waiting(self, name: str) -> None:
        person = self.people[name]
        if person.waits_for is not None:
            self.queues[person.waits_for].remove(name)
            person.waits_for = None
