"""年5回: how many are left."""

from datetime import date

import pytest

from app.domain.promises import left_words, period_of, promise_words
from app.domain.recurrence.rule import Promise

DAY = date(2026, 11, 15)


@pytest.mark.parametrize(
    ("per", "first", "last"),
    [
        ("week", date(2026, 11, 9), date(2026, 11, 15)),
        ("month", date(2026, 11, 1), date(2026, 11, 30)),
        ("year", date(2026, 4, 1), date(2027, 3, 31)),
    ],
)
def test_the_period_of_a_sunday_in_november(per: str, first: date, last: date) -> None:
    assert period_of(per, DAY) == (first, last)


def test_three_of_five_leave_two() -> None:
    dates = [date(2026, 4, 1), date(2026, 12, 1), date(2027, 3, 31), date(2027, 4, 1), date(2026, 3, 31)]
    assert left_words(Promise(5, "year"), dates, DAY) == "今年度はあと2回"


def test_a_promise_that_is_kept_says_so() -> None:
    assert left_words(Promise(1, "month"), [DAY, DAY], DAY) == "今月の1回は入りました"


def test_a_promise_in_words() -> None:
    assert promise_words(Promise(2, "week", about=True)) == "週2回程度"
