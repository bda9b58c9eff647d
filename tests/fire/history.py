"""Whether what many people were told at the same time could have happened one after another.

A history is what clients sent and were answered, each with the time before and after. Every session stands for itself.
Its history is sound if there is an order of its acts in which no act comes before one that was answered earlier than it
was sent, in which the plain model of seats gives every answer that was given, and whose end is what the store holds. That
is more than it looks: the model grants no place beyond the capacity and lets nobody overtake, an act whose answer was
lost may count or not, and what was acknowledged must be in the store.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from math import inf
from typing import Any, Literal

from msgspec import Struct

from tests.domain.seats.model import Limit, SeatModel

Kind = Literal["reserve", "switch", "give_up", "look", "store"]
LOST = inf
# So many tries explain any honest history of some hundred acts many times over.
MOST_TRIES = 300_000


class Act(Struct, frozen=True, kw_only=True):
    """One request about one reservation, known by its nickname, and its answer. ended LOST: no answer came.

    answer: reserved, waiting, full, done, ended, overloaded, or (held, waited for) where a reservation was shown.
    """

    kind: Kind
    name: str = ""
    pool: Hashable = None
    wait: bool = False
    began: float
    ended: float = LOST
    answer: Any = None

    @property
    def lost(self) -> bool:
        """Whether nobody knows if it was done."""
        return self.ended == LOST


class Found(Struct, frozen=True):
    """What the store holds in the end: who holds and waits for what, who waits for each pool in order, and the counts."""

    people: Mapping[str, tuple[Hashable, Hashable]]
    queues: Mapping[Any, list[str]]
    counts: Mapping[Any, tuple[int, int]]


@dataclass
class House(SeatModel):
    """The seats of a session, and how each wish was answered the first time."""

    receipts: dict[str, str] = field(default_factory=dict)

    def copied(self) -> "House":
        """Another one that may go another way."""
        other = copy(self)
        other.people = {name: copy(person) for name, person in self.people.items()}
        other.queues = {key: list(queue) for key, queue in self.queues.items()}
        other.receipts = dict(self.receipts)
        return other

    def shown(self, name: str) -> Any:
        """A reservation as its holder sees it."""
        person = self.people[name]
        return (person.held, person.waits_for) if person.active else "ended"

    def do(self, act: Act) -> Any:
        """Do an act; what it is answered with."""
        if act.kind == "reserve":
            return self.wished(act)
        if act.kind == "switch":
            answer = self.switch(act.name, act.pool, wait=act.wait)
            return answer if answer in ("full", "ended") else self.shown(act.name)
        return self.give_up(act.name) if act.kind == "give_up" else self.shown(act.name)

    def wished(self, act: Act) -> str:
        """A place, a turn or a refusal; for a wish that was granted before, the first answer again."""
        if act.name not in self.receipts:
            answer = self.reserve(act.name, act.pool, wait=act.wait)
            if answer == "full":
                return answer
            self.receipts[act.name] = answer
        return self.receipts[act.name]

    def found(self) -> Found:
        """What a store would hold."""
        return Found(
            people={
                name: (each.held, each.waits_for) for name, each in self.people.items() if not each.given_up
            },
            queues=self.queues,
            counts={key: (self.counts(key).reserved, len(self.queues[key])) for key in self.limits},
        )

    def key(self) -> Hashable:
        """The same for houses in the same state."""
        people = frozenset(
            (name, each.held, each.waits_for, each.given_up) for name, each in self.people.items()
        )
        return people, tuple(tuple(queue) for queue in self.queues.values())


def explained(limits: dict[Hashable, Limit], acts: Sequence[Act], store: Found) -> bool:
    """Whether some order explains every answer and the store. Raises RecursionError if none was found in time."""
    last = max((act.ended for act in acts if not act.lost), default=0.0)
    # The end of the story is one more act: looking into the store.
    look = Act(kind="store", began=last + 1, ended=last + 2, answer=store)
    told = sorted((act for act in (*acts, look) if counts(act)), key=lambda act: act.began)
    return search(House(limits), told)


def counts(act: Act) -> bool:
    """Whether an act says anything: not one that was refused for overload, or a look whose answer was lost."""
    return act.answer != "overloaded" and not (act.lost and act.kind == "look")


def search(house: House, acts: list[Act]) -> bool:
    """Try the orders, the likeliest first, never the same state twice."""
    wanted = sum(1 << number for number, act in enumerate(acts) if not act.lost)
    seen: set[Hashable] = set()
    stack = [steps(house, acts, 0)]
    while stack:
        for done, after in stack[-1]:
            state = (done, after.key())
            if state in seen:
                continue
            if done & wanted == wanted:
                return True
            seen.add(state)
            if len(seen) > MOST_TRIES:
                raise RecursionError("no order was found in time")
            stack.append(steps(after, acts, done))
            break
        else:
            stack.pop()
    return False


def steps(house: House, acts: list[Act], done: int) -> Iterator[tuple[int, House]]:
    """The acts that can come next and are answered as they were: what is done then, and the house afterwards."""
    for number in next_ones(acts, done):
        act, after = acts[number], house.copied()
        if act.kind == "store":
            if after.found() == act.answer:
                yield done | 1 << number, after
        elif (act.kind == "reserve" or act.name in after.people) and (
            after.do(act) == act.answer or act.lost
        ):
            yield done | 1 << number, after


def next_ones(acts: list[Act], done: int) -> list[int]:
    """The acts, by number, before which no other must have come; those that were answered first, first."""
    left = [number for number in range(len(acts)) if not done >> number & 1]
    until = min(acts[number].ended for number in left)
    return sorted(
        (number for number in left if acts[number].began <= until), key=lambda number: acts[number].ended
    )
