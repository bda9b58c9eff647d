"""The checker of histories believes what can have happened, and nothing else."""

from typing import Any

import pytest

from tests.fire.history import LOST, Act, Found, explained

A, B = "会場", "オンライン"


def take(name: str, began: float, ended: float, answer: Any, *, wait: bool = False, pool: str = A) -> Act:
    return Act(kind="reserve", name=name, pool=pool, wait=wait, began=began, ended=ended, answer=answer)


def wait(name: str, began: float, ended: float, answer: Any, pool: str = A) -> Act:
    return take(name, began, ended, answer, wait=True, pool=pool)


def leave(name: str, began: float, ended: float, answer: Any = "done") -> Act:
    return Act(kind="give_up", name=name, began=began, ended=ended, answer=answer)


def look(name: str, began: float, ended: float, answer: Any) -> Act:
    return Act(kind="look", name=name, began=began, ended=ended, answer=answer)


def change(name: str, pool: str, began: float, ended: float, answer: Any) -> Act:
    return Act(kind="switch", name=name, pool=pool, wait=True, began=began, ended=ended, answer=answer)


def store(held: dict[str, Any], **waiting: str) -> Found:
    """Who holds what; who waits, for what, in that order."""
    people = {name: (held.get(name), waiting.get(name)) for name in {**held, **waiting}}
    queues = {pool: [name for name, wanted in waiting.items() if wanted == pool] for pool in (A, B)}
    counts = {pool: (list(held.values()).count(pool), len(queues[pool])) for pool in (A, B)}
    return Found(people, queues, counts)


def sound(acts: list[Act], found: Found, places: int = 1) -> bool:
    return explained({A: places, B: places}, acts, found)


GOOD = {
    "nothing happened": ([], store({})),
    "one takes the place and the next is refused": (
        [take("a", 1, 2, "reserved"), take("b", 3, 4, "full")],
        store({"a": A}),
    ),
    "the later one of two at once wins": (
        [take("a", 1, 5, "full"), take("b", 2, 4, "reserved")],
        store({"b": A}),
    ),
    "who leaves makes room for who waits": (
        [
            take("a", 1, 2, "reserved"),
            wait("b", 3, 4, "waiting"),
            leave("a", 5, 6),
            look("b", 7, 8, (A, None)),
        ],
        store({"b": A}),
    ),
    "a lost wish was granted": ([take("a", 1, LOST, None), take("b", 2, 3, "full")], store({"a": A})),
    "a lost wish was not granted": ([take("a", 1, LOST, None), take("b", 2, 3, "reserved")], store({"b": A})),
    "a lost wish is sent again": (
        [take("a", 1, LOST, None), take("a", 5, 6, "reserved"), take("b", 2, 3, "full")],
        store({"a": A}),
    ),
    "the first answer is given again after a change": (
        [take("a", 1, 2, "reserved"), leave("a", 3, 4), take("a", 5, 6, "reserved")],
        store({}),
    ),
    "the old place is kept while waiting": (
        [take("a", 1, 2, "reserved"), take("b", 1, 2, "reserved", pool=B), change("b", A, 3, 4, (B, A))],
        store({"a": A, "b": B}, b=A),
    ),
    "a place is left behind for another": (
        [
            take("a", 1, 2, "reserved"),
            take("b", 1, 2, "reserved", pool=B),
            change("b", A, 3, 4, (B, A)),
            wait("c", 5, 6, "waiting", pool=B),
            leave("a", 7, 8),
        ],
        store({"b": A, "c": B}),
    ),
    "an overload says nothing": (
        [take("a", 1, 2, "overloaded"), take("b", 3, 4, "reserved")],
        store({"b": A}),
    ),
}

BAD = {
    "two take the only place": (
        [take("a", 1, 2, "reserved"), take("b", 1, 2, "reserved")],
        store({"a": A, "b": A}),
    ),
    "an acknowledged place is not in the store": ([take("a", 1, 2, "reserved")], store({})),
    "an acknowledged leave is undone": ([take("a", 1, 2, "reserved"), leave("a", 3, 4)], store({"a": A})),
    "somebody is in the store who never asked": ([], store({"a": A})),
    "a refusal though there was room throughout": ([take("a", 1, 2, "full")], store({})),
    "the one who came later waits in front": (
        [take("a", 1, 2, "reserved"), wait("b", 3, 4, "waiting"), wait("c", 5, 6, "waiting")],
        store({"a": A}, c=A, b=A),
    ),
    "one who came later moves up": (
        [
            take("a", 1, 2, "reserved"),
            wait("b", 3, 4, "waiting"),
            wait("c", 5, 6, "waiting"),
            leave("a", 7, 8),
        ],
        store({"c": A}, b=A),
    ),
    "somebody overtakes one who waits": (
        [
            take("a", 1, 2, "reserved"),
            wait("b", 3, 4, "waiting"),
            leave("a", 5, 6),
            take("c", 7, 8, "reserved"),
        ],
        store({"c": A}, b=A),
    ),
    "a place is free and somebody waits for it": ([wait("a", 1, 2, "waiting")], store({}, a=A)),
    "the old place is lost by waiting for another": (
        [take("a", 1, 2, "reserved"), take("b", 1, 2, "reserved", pool=B), change("b", A, 3, 4, (None, A))],
        store({"a": A}, b=A),
    ),
    "a retry is given another answer": (
        [take("a", 1, 2, "reserved"), wait("b", 3, 4, "waiting"), leave("a", 5, 6), wait("b", 7, 8, "reserved")],
        store({"b": A}),
    ),
    "a look shows what was given up long ago": (
        [take("a", 1, 2, "reserved"), leave("a", 3, 4), look("a", 5, 6, (A, None))],
        store({}),
    ),
    "the counts are not those of the people": (
        [take("a", 1, 2, "reserved")],
        Found({"a": (A, None)}, {A: [], B: []}, {A: (2, 0), B: (0, 0)}),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_what_can_have_happened_is_believed(name: str) -> None:
    assert sound(*GOOD[name])


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_have_happened_is_not(name: str) -> None:
    assert not sound(*BAD[name])


def test_the_same_answers_in_another_time_can_be_sound() -> None:
    """What makes the difference is who was answered before whom asked."""
    apart = [take("a", 1, 2, "full"), take("b", 3, 4, "reserved")]
    together = [take("a", 1, 4, "full"), take("b", 2, 3, "reserved")]
    assert (sound(apart, store({"b": A})), sound(together, store({"b": A}))) == (False, True)
