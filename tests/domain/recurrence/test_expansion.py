"""Dates against two independent ways: python-dateutil, and a plain walk over every day."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from itertools import pairwise

import jpholiday
import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.recurrence.expansion import dates, expand
from app.domain.recurrence.reading import read
from app.domain.recurrence.rrule import rrules
from app.domain.recurrence.rule import (
    EVERY_MONTH,
    NO_HOURS,
    Daily,
    DayOfMonth,
    Entry,
    EveryNWeeks,
    NthWeekday,
    Rule,
    Timetable,
    Weekly,
    Workdays,
)
from tests.domain.recurrence.strategies import (
    days,
    days_of_month,
    every_n_weeks,
    months,
    nth_weekdays,
    weekdays,
)

FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)
MONTH_SETS = (EVERY_MONTH, (2, 4, 6, 8, 10, 12), (1, 3, 5, 7, 9, 11), (1, 4, 7, 10), (2,), (8, 12))


def held(rule: Rule, first: date = FIRST, last: date = LAST) -> list[date]:
    return dates(Timetable((Entry(rule, (NO_HOURS,)),)), first, last)


def by_dateutil(rule: Rule, first: date, last: date) -> list[date]:
    """What python-dateutil makes of our RRULE, counted from an anchor before the window."""
    (text,) = rrules(Timetable((Entry(rule, (NO_HOURS,)),)))
    start = datetime(first.year - 1, 1, 1)  # noqa: DTZ001 -- floating, as local dates are
    if isinstance(rule, EveryNWeeks):
        weeks = (rule.anchor - start.date()).days // (7 * rule.weeks) + 1
        start = datetime.combine(rule.anchor - timedelta(weeks=weeks * rule.weeks), datetime.min.time())
    window = datetime.combine(first, datetime.min.time()), datetime.combine(last, datetime.min.time())
    return [found.date() for found in rrulestr(text, dtstart=start).between(*window, inc=True)]


@pytest.mark.parametrize("held_months", MONTH_SETS, ids=str)
@pytest.mark.parametrize("nth", [1, 2, 3, 4, 5, -1])
@pytest.mark.parametrize("weekday", range(7))
def test_every_nth_weekday_agrees_with_dateutil(weekday: int, nth: int, held_months: tuple[int, ...]) -> None:
    rule = NthWeekday((nth,), (weekday,), held_months)
    first, last = date(2024, 1, 1), date(2029, 12, 31)
    assert held(rule, first, last) == by_dateutil(rule, first, last)


sayable: st.SearchStrategy[Rule] = st.one_of(
    nth_weekdays,
    st.builds(Weekly, weekdays, months),
    st.builds(Daily, months),
    st.builds(DayOfMonth, days_of_month, months),
    every_n_weeks(),
)


@given(sayable, days, st.integers(0, 800))
@settings(max_examples=400, deadline=None)
def test_random_rules_agree_with_dateutil(rule: Rule, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    assert held(rule, first, last) == by_dateutil(rule, first, last)


def is_held(rule: Rule, day: date) -> bool:
    """The plain way: whether one day is one of the rule's."""
    length = monthrange(day.year, day.month)[1]
    match rule:
        case NthWeekday(nths=nths, weekdays=named, months=held_months):
            nth, is_last = (day.day - 1) // 7 + 1, day.day + 7 > length
            return (
                day.month in held_months
                and day.weekday() in named
                and (nth in nths or (is_last and -1 in nths))
            )
        case Weekly(weekdays=named, months=held_months):
            return day.month in held_months and day.weekday() in named
        case DayOfMonth(days=named, months=held_months):
            return day.month in held_months and (day.day in named or (day.day == length and -1 in named))
        case EveryNWeeks(weeks=weeks, weekdays=named, anchor=anchor):
            mondays = [d - timedelta(days=d.weekday()) for d in (day, anchor)]
            return day.weekday() in named and (mondays[0] - mondays[1]).days % (7 * weeks) == 0
        case Workdays(months=held_months):
            return day.month in held_months and day.weekday() < 5 and not jpholiday.is_holiday(day)
        case Daily(months=held_months):
            return day.month in held_months
        case _:
            raise AssertionError(rule)


@given(st.one_of(sayable, st.builds(Workdays, months)), days, st.integers(0, 500))
@settings(max_examples=300, deadline=None)
def test_random_rules_agree_with_a_plain_walk(rule: Rule, first: date, length: int) -> None:
    walked = [day for day in (first + timedelta(days=n) for n in range(length + 1)) if is_held(rule, day)]
    assert held(rule, first, first + timedelta(days=length)) == walked


def test_the_plain_walk_notices_a_wrong_rule() -> None:
    walked = [
        FIRST + timedelta(days=n)
        for n in range(365)
        if is_held(NthWeekday((4,), (3,)), FIRST + timedelta(days=n))
    ]
    assert held(NthWeekday((-1,), (3,))) != walked


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
