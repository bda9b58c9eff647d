"""Dates against two independent ways: python-dateutil, and a plain walk over every day."""

from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.recurrence.expansion import expand
from app.domain.recurrence.reading import read
from app.domain.recurrence.rule import (
    EVERY_MONTH,
    NO_HOURS,
    Entry,
    NthWeekday,
    Rule,
    Timetable,
    Workdays,
)
from tests.domain.recurrence.random_rules import by_dateutil, by_walking, held, random_rules
from tests.domain.recurrence.strategies import days, months, sayable

FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)
TWENTY_YEARS = date(2026, 1, 1), date(2045, 12, 31)
NTHS = (1, 2, 3, 4, 5, -1)
MONTH_SETS = (EVERY_MONTH, (2, 4, 6, 8, 10, 12), (1, 3, 5, 7, 9, 11), (1, 4, 7, 10), (2,), (8, 12))
ALL_MONTH_SETS = [months for size in range(1, 13) for months in combinations(EVERY_MONTH, size)]


@pytest.mark.parametrize("held_months", MONTH_SETS, ids=str)
@pytest.mark.parametrize("nth", NTHS)
@pytest.mark.parametrize("weekday", range(7))
def test_every_nth_weekday_agrees_with_dateutil(weekday: int, nth: int, held_months: tuple[int, ...]) -> None:
    rule = NthWeekday((nth,), (weekday,), held_months)
    first, last = date(2024, 1, 1), date(2029, 12, 31)
    assert held(rule, first, last) == by_dateutil(rule, first, last)


@pytest.mark.soak
@pytest.mark.parametrize("nth", NTHS)
@pytest.mark.parametrize("weekday", range(7))
def test_every_nth_weekday_in_every_set_of_months_agrees_with_dateutil(weekday: int, nth: int) -> None:
    whole = by_dateutil(NthWeekday((nth,), (weekday,)), *TWENTY_YEARS)
    for held_months in ALL_MONTH_SETS:
        found = held(NthWeekday((nth,), (weekday,), held_months), *TWENTY_YEARS)
        assert found == [day for day in whole if day.month in held_months], held_months


@given(sayable, days, st.integers(0, 800))
@settings(max_examples=200, deadline=None)
def test_random_rules_agree_with_dateutil(rule: Rule, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    assert held(rule, first, last) == by_dateutil(rule, first, last)


@given(st.one_of(sayable, st.builds(Workdays, months)), days, st.integers(0, 500))
@settings(max_examples=200, deadline=None)
def test_random_rules_agree_with_a_plain_walk(rule: Rule, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    assert held(rule, first, last) == by_walking(rule, first, last)


def test_random_rules_over_twenty_years_agree_with_a_plain_walk_and_with_dateutil() -> None:
    agree_over_twenty_years(seed=0, count=200)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1, 21))
def test_a_hundred_thousand_rules_over_twenty_years_agree_both_ways(seed: int) -> None:
    agree_over_twenty_years(seed, count=5_000)


def agree_over_twenty_years(seed: int, count: int) -> None:
    for rule in random_rules(seed, count):
        found = held(rule, *TWENTY_YEARS)
        assert found == by_walking(rule, *TWENTY_YEARS), rule
        assert found == by_dateutil(rule, *TWENTY_YEARS), rule


def test_the_plain_walk_and_dateutil_notice_a_wrong_rule() -> None:
    fourth, last_one = NthWeekday((4,), (3,)), NthWeekday((-1,), (3,))
    assert held(last_one, FIRST, LAST) != by_walking(fourth, FIRST, LAST)
    assert held(last_one, FIRST, LAST) != by_dateutil(fourth, FIRST, LAST)


@pytest.mark.parametrize(
    ("words", "moved"),
    [
        pytest.param("毎月第3月曜（祝日の場合は翌日）", {"2026-09-21": "2026-09-24"}, id="翌日は次々に先へ"),
        pytest.param("毎月第2木曜（祝日の場合は翌週）", {"2027-02-11": "2027-02-18"}, id="翌週は同じ曜日"),
        pytest.param(
            "毎月第3月曜（祝日の場合は翌火曜日）", {"2026-09-21": "2026-09-22"}, id="翌火曜は言葉どおり"
        ),
        pytest.param("毎月第3月曜（祝日の場合は第4月曜）", {"2026-09-21": "2026-09-28"}, id="第4月曜へ"),
        pytest.param("毎月20日（土日祝の場合は前営業日）", {"2026-09-20": "2026-09-18"}, id="前営業日"),
        pytest.param(
            "毎月末日（月曜日にあたるときはその翌日）", {"2026-08-31": "2026-09-01"}, id="月をまたぐ"
        ),
    ],
)
def test_a_date_moves_off_a_holiday(words: str, moved: dict[str, str]) -> None:
    timetable = read(words).timetable
    assert timetable is not None
    shifts = {o.nominal.isoformat(): o.date.isoformat() for o in expand(timetable, FIRST, LAST)}
    assert {nominal: shifts[nominal] for nominal in moved} == moved


def test_a_date_that_moves_into_the_window_is_found() -> None:
    timetable = read("毎月末日（月曜日にあたるときはその翌日）").timetable
    assert timetable is not None
    found = expand(timetable, date(2026, 9, 1), date(2026, 9, 29))
    assert [(o.nominal, o.date) for o in found] == [(date(2026, 8, 31), date(2026, 9, 1))]


def test_a_date_that_moves_onto_another_is_held_once() -> None:
    timetable = read("毎週月・火曜（祝日の場合は翌日）").timetable
    assert timetable is not None
    found = expand(timetable, date(2026, 7, 20), date(2026, 7, 26))
    assert [(o.nominal, o.date) for o in found] == [(date(2026, 7, 21), date(2026, 7, 21))]


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("undecided", ["2026-10-12 holiday", "2026-10-26"]),
        ("open", ["2026-10-12", "2026-10-26"]),
        ("closed", ["2026-10-26"]),
        ("next_day", ["2026-10-13 moved", "2026-10-26"]),
        ("next_week", ["2026-10-19 moved", "2026-10-26"]),
        ("previous_workday", ["2026-10-09 moved", "2026-10-26"]),
    ],
)
def test_the_series_policy_answers_for_holidays(policy: str, expected: list[str]) -> None:
    timetable = read("第2・第4月曜日").timetable
    assert timetable is not None
    found = expand(timetable, date(2026, 10, 1), date(2026, 10, 31), policy=policy)  # type: ignore[arg-type]
    assert [" ".join([o.date.isoformat(), *(f.code for f in o.flags)]) for o in found] == expected


def test_words_about_holidays_win_over_the_policy() -> None:
    timetable = read("第2・第4月曜日（祝日の場合は翌日）").timetable
    assert timetable is not None
    found = expand(timetable, date(2026, 10, 1), date(2026, 10, 31), policy="closed")
    assert [o.date.isoformat() for o in found] == ["2026-10-13", "2026-10-26"]


def test_closures_from_outside_are_left_out() -> None:
    timetable = read("毎週水曜").timetable
    assert timetable is not None
    found = expand(timetable, date(2026, 6, 1), date(2026, 6, 14), excluded=frozenset({date(2026, 6, 3)}))
    assert [o.date for o in found] == [date(2026, 6, 10)]


def test_two_sessions_a_day_have_parts_of_their_own() -> None:
    timetable = read("毎月第4日曜11:30～13:00、16:30～17:00").timetable
    assert timetable is not None
    found = expand(timetable, date(2026, 4, 1), date(2026, 4, 30))
    assert [(o.date, o.part) for o in found] == [
        (date(2026, 4, 26), "1130-1300"),
        (date(2026, 4, 26), "1630-1700"),
    ]


def test_occurrences_come_in_order_and_once() -> None:
    timetable = read("毎週水曜日と第2・第4水曜日、毎月15日 10:00～").timetable
    assert timetable is not None
    found = expand(timetable, FIRST, LAST)
    assert all(one.date < next_one.date for one, next_one in pairwise(found))


def test_a_window_of_more_than_a_hundred_years_is_refused() -> None:
    timetable = read("毎日").timetable
    assert timetable is not None
    with pytest.raises(ValueError, match="hundred years"):
        expand(timetable, date(1900, 1, 1), date(2100, 1, 1))


def test_the_far_ends_of_the_calendar_are_no_trouble() -> None:
    timetable = read("毎月末日（祝日の場合は翌日）").timetable
    assert timetable is not None
    assert len(expand(timetable, date(1, 1, 1), date(1, 12, 31))) == 12


@given(st.lists(st.one_of(sayable, st.builds(Workdays, months)), min_size=1, max_size=3), days)
@settings(max_examples=150, deadline=None)
def test_the_short_way_gives_what_the_long_way_gives(rules: list[Rule], first: date) -> None:
    timetable = Timetable(tuple(Entry(rule, (NO_HOURS,)) for rule in rules))
    last, elsewhere = first + timedelta(days=400), frozenset({date(1950, 1, 1)})
    short = expand(timetable, first, last)
    assert short == expand(timetable, first, last, excluded=elsewhere)
