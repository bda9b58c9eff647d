"""Heads: what was counted at the door, and what an organiser put right of it."""

from uuid import UUID

import pytest

from app.domain.heads import (
    COUNTING,
    DEFINITIONS,
    Correction,
    Heads,
    corrected,
    counted_heads,
    role_of,
    way_of,
)
from app.domain.seats import Mode, Pool, Seat

HERE: tuple[Mode, Seat] = ("in_person", "talk")
COUNTED = (
    Heads(*HERE, "family", "reserved", 2),
    Heads(*HERE, "unsaid", "reserved", 1),
    Heads(*HERE, "unsaid", "walk_in", 3),
    Heads("online", "listener", "participant", "reserved", 4),
)


def test_whoever_arrived_and_has_no_name_was_counted_at_the_door() -> None:
    pools = [
        Pool(id=UUID(int=1), mode="in_person", seat="talk", arrived=6),
        Pool(id=UUID(int=2), mode="online", seat="listener", arrived=4),
        Pool(id=UUID(int=3), mode="online", seat="talk"),
    ]
    named = [each for each in COUNTED if each.way == "reserved"]
    assert counted_heads(pools, named) == COUNTED


@pytest.mark.parametrize(
    ("correction", "here"),
    [
        pytest.param(
            Correction("in_person", "talk", 5, 0),
            [("family", "reserved", 2), ("unsaid", "reserved", 3)],
            id="more",
        ),
        pytest.param(
            Correction("in_person", "talk", 2, 3),
            [("family", "reserved", 2), ("unsaid", "walk_in", 3)],
            id="as many as told their role",
        ),
        pytest.param(
            Correction("in_person", "talk", 1, 1),
            [("unsaid", "reserved", 1), ("unsaid", "walk_in", 1)],
            id="fewer than told their role",
        ),
        pytest.param(Correction("in_person", "talk", 0, 0), [], id="nobody"),
    ],
)
def test_a_correction_counts_in_place_of_the_door(
    correction: Correction, here: list[tuple[str, str, int]]
) -> None:
    found = corrected(COUNTED, [correction])
    assert [(each.role, each.way, each.count) for each in found if each.mode == "in_person"] == here
    assert [each for each in found if each.mode == "online"] == [COUNTED[-1]]


def test_a_seat_nobody_was_counted_in_can_be_put_right() -> None:
    found = corrected((), [Correction("online", "talk", 2, 1)])
    assert [(each.way, each.count) for each in found] == [("reserved", 2), ("walk_in", 1)]


@pytest.mark.parametrize(
    ("way", "said"),
    [("web", "reserved"), ("api", "reserved"), ("telephone", "reserved"), ("door", "walk_in")],
)
def test_a_nickname_from_the_door_had_no_reservation(way: str, said: str) -> None:
    assert way_of(way) == said


def test_a_role_is_told_or_it_is_not() -> None:
    assert [role_of(role) for role in ("family", "unsaid", None)] == ["family", "unsaid", "unsaid"]


def test_a_definition_that_was_used_stays_as_it_was() -> None:
    """What closed months say must not be rewritten: another way of counting is another number."""
    assert max(DEFINITIONS) == COUNTING
    assert DEFINITIONS[1][0].startswith(
        "延べは、受付で「来た」とした方と、当日参加として数えた方の合計です。"
    )
