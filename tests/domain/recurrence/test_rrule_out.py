"""RFC 5545 out: what python-dateutil makes of our RRULEs, EXDATEs and RDATEs is what we hold."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rruleset, rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.recurrence.expansion import dates
from app.domain.recurrence.reading import read
from app.domain.recurrence.rrule import Recurrence, recurrence, rrules
from app.domain.recurrence.rrule_in import from_rrule
from app.domain.recurrence.rule import NO_HOURS, Entry, Rule, Timetable, Weekly
from tests.domain.recurrence.strategies import days, sayable, timetables

FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)
TOKYO = ZoneInfo("Asia/Tokyo")


def at_midnight(day: date) -> datetime:
    return datetime.combine(day, time(), TOKYO)


def by_dateutil(said: Recurrence, first: date, last: date) -> list[date]:
    """The dates of a reader that knows nothing of us."""
    whole = rruleset()
    for text, start in zip(said.rules, said.starts, strict=True):
        whole.rrule(rrulestr(text, dtstart=at_midnight(start)))  # type: ignore[arg-type]
    for day in said.exdates:
        whole.exdate(at_midnight(day))
    for day in said.rdates:
        whole.rdate(at_midnight(day))
    return [found.date() for found in whole.between(at_midnight(first), at_midnight(last), inc=True)]


def timetable_of(words: str, anchor: date | None = None) -> Timetable:
    timetable = read(words, anchor).timetable
    assert timetable is not None
    return timetable


@given(timetables(), days, st.integers(0, 800))
@settings(max_examples=150, deadline=None)
def test_dateutil_holds_what_we_hold(timetable: Timetable, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    assert by_dateutil(recurrence(timetable, first, last), first, last) == dates(timetable, first, last)


@pytest.mark.soak
@given(timetables(), days, st.integers(0, 20 * 366))
@settings(max_examples=5000, deadline=None)
def test_dateutil_holds_what_we_hold_over_twenty_years(
    timetable: Timetable, first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    assert by_dateutil(recurrence(timetable, first, last), first, last) == dates(timetable, first, last)


def test_without_its_exdates_a_reader_would_hold_too_much() -> None:
    timetable = timetable_of("毎週水曜（祝日を除く）")
    said = recurrence(timetable, FIRST, LAST)
    bare = Recurrence(said.rules, said.starts)
    assert (
        set(by_dateutil(bare, FIRST, LAST)) - set(dates(timetable, FIRST, LAST)) == set(said.exdates) != set()
    )


@given(sayable, days)
@settings(max_examples=100, deadline=None)
def test_a_rule_that_rfc_5545_can_say_needs_no_single_dates(rule: Rule, first: date) -> None:
    said = recurrence(Timetable((Entry(rule, (NO_HOURS,)),)), first, first + timedelta(days=400))
    assert (len(said.rules), said.exdates, said.rdates) == (len(said.starts), (), ())


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        pytest.param("第2・第4月曜日", ["FREQ=MONTHLY;BYDAY=2MO,4MO"], id="第n曜日"),
        pytest.param("偶数月第3金曜", ["FREQ=MONTHLY;BYMONTH=2,4,6,8,10,12;BYDAY=3FR"], id="偶数月"),
        pytest.param(
            "毎週水曜（8月は休み）", ["FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=WE"], id="8月は休み"
        ),
        pytest.param("毎週水曜（第5週は休み）", ["FREQ=MONTHLY;BYDAY=1WE,2WE,3WE,4WE"], id="第5週は休み"),
        pytest.param(
            "第4火曜 ※2月は第3火曜",
            [
                "FREQ=MONTHLY;BYMONTH=1,3,4,5,6,7,8,9,10,11,12;BYDAY=4TU",
                "FREQ=MONTHLY;BYMONTH=2;BYDAY=3TU",
            ],
            id="2月は別の週",
        ),
        pytest.param(
            "第1木曜 10時～、毎月15日 13時～",
            ["FREQ=MONTHLY;BYDAY=1TH", "FREQ=MONTHLY;BYMONTHDAY=15"],
            id="二つの規則",
        ),
        pytest.param("毎日（水曜休館）", ["FREQ=WEEKLY;BYDAY=MO,TU,TH,FR,SA,SU"], id="水曜休館"),
        pytest.param("平日 10時～16時", ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"], id="平日"),
        pytest.param(
            "令和8年5月～令和9年2月 毎週金曜",
            ["FREQ=WEEKLY;BYDAY=FR;UNTIL=20270228T145959Z"],
            id="終わりのある",
        ),
    ],
)
def test_what_holds_in_every_year_stands_in_the_rule(words: str, rules: list[str]) -> None:
    said = recurrence(timetable_of(words), FIRST, LAST)
    assert [list(said.rules), list(rrules(timetable_of(words)))] == [rules, rules]


@pytest.mark.parametrize(
    ("words", "exdates", "rdates"),
    [
        pytest.param("偶数月第2月曜（祝日を除く）", ["2026-10-12"], [], id="祝日を除く"),
        pytest.param("第2木曜（祝日の場合は翌週）", ["2027-02-11"], ["2027-02-18"], id="翌週へ"),
        pytest.param("毎月第3日曜（8月を除く）", [], [], id="毎年のことは規則に"),
        pytest.param("2026年4月18日、5月16日", [], ["2026-04-18", "2026-05-16"], id="日付だけ"),
    ],
)
def test_what_a_year_brings_stands_in_dates(words: str, exdates: list[str], rdates: list[str]) -> None:
    said = recurrence(timetable_of(words), FIRST, LAST)
    assert ([str(d) for d in said.exdates], [str(d) for d in said.rdates]) == (exdates, rdates)


def test_a_rule_starts_on_one_of_its_dates() -> None:
    fortnightly = recurrence(timetable_of("隔週木曜日", date(2026, 3, 26)), FIRST, LAST)
    fifth = recurrence(timetable_of("第5金曜"), date(2026, 6, 1), date(2026, 6, 30))
    assert (fortnightly.starts, fifth.starts) == ((date(2026, 4, 9),), (date(2026, 7, 31),))


def test_the_same_rule_from_two_days_on_is_said_twice() -> None:
    one, other = (Entry(Weekly((2,)), (NO_HOURS,), first=first) for first in (None, date(2026, 5, 1)))
    said = recurrence(Timetable((other, one)), FIRST, LAST)
    assert said == Recurrence(("FREQ=WEEKLY;BYDAY=WE",) * 2, (date(2026, 5, 6), FIRST))


def test_every_five_months_is_counted_from_a_date_of_the_rule() -> None:
    timetable = timetable_of("5か月ごとの第2土曜（12月を除く）", date(2026, 4, 11))
    said = recurrence(timetable, FIRST, date(2030, 3, 31))
    assert said.rules == ("FREQ=MONTHLY;INTERVAL=5;BYMONTH=1,2,3,4,5,6,7,8,9,10,11;BYDAY=2SA",)
    assert (said.starts, said.exdates, said.rdates) == ((date(2026, 4, 11),), (), ())
    assert by_dateutil(said, FIRST, date(2030, 3, 31)) == dates(timetable, FIRST, date(2030, 3, 31))


def test_a_rule_whose_time_is_over_is_left_out() -> None:
    said = recurrence(timetable_of("令和6年5月～令和7年2月 毎週金曜"), FIRST, LAST)
    assert said == Recurrence()


@given(sayable)
@settings(max_examples=100, deadline=None)
def test_our_own_rules_are_read_in_again(rule: Rule) -> None:
    timetable = Timetable((Entry(rule, (NO_HOURS,)),))
    said = recurrence(timetable, FIRST, LAST)
    for text, start in zip(said.rules, said.starts, strict=True):
        again = from_rrule(text, start)
        assert dates(again, FIRST, LAST) == [day for day in dates(timetable, FIRST, LAST) if day >= start]
