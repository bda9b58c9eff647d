from uuid import UUID

import pytest

from app.domain.seats import (
    Availability,
    LimitKind,
    Pool,
    availability,
    availability_words,
    grants,
    moves_up,
    seat_words,
)


def pool(
    capacity: int | None, taken: int = 0, waiting: int = 0, kind: LimitKind | None = None, walked_in: int = 0
) -> Pool:
    return Pool(
        id=UUID(int=1),
        mode="in_person",
        seat="talk",
        limit_kind=kind or ("none" if capacity is None else "number"),
        capacity=capacity,
        reserved=taken,
        walked_in=walked_in,
        waiting=waiting,
    )


@pytest.mark.parametrize(
    ("some", "word"),
    [
        pytest.param(pool(None), "open", id="定員なし"),
        pytest.param(pool(None, 500), "open", id="定員なしで大ぜい"),
        pytest.param(pool(None, kind="unstated"), "unknown", id="未定"),
        pytest.param(pool(None, 500, kind="unstated"), "unknown", id="未定で大ぜい"),
        pytest.param(pool(0), "full", id="席がない"),
        pytest.param(pool(1), "open", id="一つの席"),
        pytest.param(pool(1, 1), "full", id="一つの席がふさがる"),
        pytest.param(pool(2), "open", id="二つの席"),
        pytest.param(pool(3, 1), "open", id="三つのうち二つ残り"),
        pytest.param(pool(3, 2), "open", id="三つのうち一つ残り"),
        pytest.param(pool(3, 3), "full", id="三つともふさがる"),
        pytest.param(pool(4), "open", id="四つ残り"),
        pytest.param(pool(4, 1), "open", id="四つのうち三つ残り"),
        pytest.param(pool(4, 2), "few", id="四つのうち二つ残り"),
        pytest.param(pool(4, 3), "few", id="四つのうち一つ残り"),
        pytest.param(pool(4, 4), "full", id="四つともふさがる"),
        pytest.param(pool(30, 27), "open", id="三十のうち三つ残り"),
        pytest.param(pool(30, 28), "few", id="三十のうち二つ残り"),
        pytest.param(pool(30, 20, walked_in=8), "few", id="当日の方も数える"),
        pytest.param(pool(4, 6), "full", id="定員を下げた"),
        pytest.param(pool(4, 2, waiting=1), "full", id="待つ方がいる"),
    ],
)
def test_availability_is_a_word(some: Pool, word: Availability) -> None:
    assert availability(some) == word


def test_after_the_last_promotion_a_free_place_is_open_to_anyone() -> None:
    freed = pool(8, 7, waiting=3)
    assert (availability(freed), grants(freed)) == ("full", False)
    assert (availability(freed, in_order=False), grants(freed, in_order=False)) == ("few", True)


@pytest.mark.parametrize(
    ("some", "count"),
    [
        pytest.param(pool(4, 4, waiting=3), 0, id="満席"),
        pytest.param(pool(4, 2, waiting=3), 2, id="二つあく"),
        pytest.param(pool(4, 2, waiting=1), 1, id="待つのは一人"),
        pytest.param(pool(4, 6, waiting=1), 0, id="定員を下げた"),
        pytest.param(pool(None, 6, waiting=5), 5, id="定員なしになった"),
    ],
)
def test_as_many_move_up_as_find_room(some: Pool, count: int) -> None:
    assert moves_up(some) == count


def test_words_for_people() -> None:
    assert seat_words("in_person", "talk") == "会場・参加席"
    assert seat_words("online", "listener") == "オンライン・リスナー席"
    assert availability_words(pool(8, 7)) == "残りわずか"
    assert availability_words(pool(None, kind="unstated")) == "主催者にお尋ねください"
