"""Months, fiscal years and dates in words."""

from datetime import date, time

import pytest

from app.domain.errors import Unusable
from app.domain.month import (
    add_months,
    day_words,
    fiscal_year,
    hours_words,
    last_day,
    read_month,
    same_day,
    span_of,
)


def test_months_go_on_over_the_turn_of_the_year() -> None:
    assert add_months(date(2026, 11, 1), 3) == date(2027, 2, 1)
    assert add_months(date(2026, 1, 1), -1) == date(2025, 12, 1)


def test_the_last_day_knows_leap_years() -> None:
    assert (last_day(date(2028, 2, 1)), last_day(date(2027, 2, 1))) == (date(2028, 2, 29), date(2027, 2, 28))


def test_the_same_day_of_a_shorter_month_is_its_last() -> None:
    assert same_day(date(2026, 11, 30), 3) == date(2027, 2, 28)


@pytest.mark.parametrize("text", ["2026-13", "2026-1", "11月", "", "2026-11-01"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(Unusable):
        read_month(text)


def test_a_month_is_read() -> None:
    assert read_month("2026-11") == date(2026, 11, 1)


def test_a_span_has_at_most_twelve_months() -> None:
    assert span_of(date(2026, 11, 15), 2) == (date(2026, 11, 1), date(2026, 12, 1))
    with pytest.raises(Unusable):
        span_of(date(2026, 11, 1), 13)


def test_fiscal_years_begin_in_april() -> None:
    assert (fiscal_year(date(2027, 3, 31)), fiscal_year(date(2027, 4, 1))) == (2026, 2027)


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        (time(13, 30), time(15, 30), "13:30～15:30"),
        (time(9), None, "9:00～"),
        (None, time(15), "～15:00"),
        (None, None, "時刻は未定"),
    ],
)
def test_hours_in_words(starts: time | None, ends: time | None, words: str) -> None:
    assert hours_words(starts, ends) == words


def test_a_day_in_words() -> None:
    assert day_words(date(2026, 11, 22)) == "11月22日（日）"
