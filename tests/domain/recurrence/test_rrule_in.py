"""Rules from outside: equal to dateutil where they are taken, refused quickly where they are not."""

import time
from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import Unusable
from app.domain.recurrence.expansion import dates, expand
from app.domain.recurrence.reading import read
from app.domain.recurrence.rrule import rrules
from app.domain.recurrence.rrule_in import from_rrule
from app.domain.recurrence.wording import wording

START = datetime(2026, 4, 5, 10)  # noqa: DTZ001 -- local, as RRULE has it
QUICK = 0.01

HOSTILE = (
    "",
    "FREQ",
    "FREQ=",
    "=WEEKLY",
    "FREQ=WEEKLY;",
    ";FREQ=WEEKLY",
    "FREQ=SECONDLY",
    "FREQ=MINUTELY",
    "FREQ=HOURLY",
    "FREQ=FORTNIGHTLY",
    "FREQ=SECONDLY;COUNT=1",
    "INTERVAL=2",
    "FREQ=DAILY;BYMONTH=13",
    "FREQ=DAILY;BYMONTH=0",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;INTERVAL=-1",
    "FREQ=DAILY;INTERVAL=53",
    "FREQ=DAILY;INTERVAL=99999999999999999999",
    "FREQ=DAILY;INTERVAL=2",
    "FREQ=DAILY;INTERVAL=1.5;COUNT=3",
    "FREQ=DAILY;COUNT=0",
    "FREQ=DAILY;COUNT=501",
    "FREQ=DAILY;COUNT=-3",
    "FREQ=DAILY;COUNT=1000000000",
    "FREQ=DAILY;COUNT=2;UNTIL=20260501",
    "FREQ=DAILY;UNTIL=20991231",
    "FREQ=DAILY;UNTIL=20310601",
    "FREQ=DAILY;UNTIL=20250101",
    "FREQ=DAILY;UNTIL=20260230",
    "FREQ=DAILY;UNTIL=2026-05-01",
    "FREQ=DAILY;UNTIL=20260501T250000Z",
    "FREQ=DAILY;UNTIL=99991231T235959Z",
    "FREQ=DAILY;BYSECOND=0",
    "FREQ=DAILY;BYMINUTE=0,1,2,3",
    "FREQ=DAILY;BYHOUR=9,10",
    "FREQ=WEEKLY;BYDAY=3SU",
    "FREQ=WEEKLY;BYDAY=-1SU",
    "FREQ=WEEKLY;BYDAY=",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=WEEKLY;BYDAY=SU,,MO",
    "FREQ=WEEKLY;BYDAY=SU;BYDAY=MO",
    "FREQ=WEEKLY;FREQ=DAILY",
    "FREQ=WEEKLY;BYMONTHDAY=3",
    "FREQ=WEEKLY;WKST=XX",
    "FREQ=WEEKLY;BYDAY=" + ",".join(["MO"] * 13),
    "FREQ=WEEKLY;X-EVIL=1",
    "FREQ=WEEKLY;BYDAY=ＭＯ",
    "FREQ=WEEKLY\r\nATTACH:http://x.example",
    "FREQ=WEEKLY;BYDAY=MO" + ";" * 400,
    "FREQ=MONTHLY;BYDAY=6SU",
    "FREQ=MONTHLY;BYDAY=SU,3MO",
    "FREQ=MONTHLY;BYDAY=0SU",
    "FREQ=MONTHLY;BYDAY=-2SU",
    "FREQ=MONTHLY;BYDAY=53SU",
    "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=3",
    "FREQ=MONTHLY;BYMONTHDAY=32",
    "FREQ=MONTHLY;BYMONTHDAY=0",
    "FREQ=MONTHLY;BYMONTHDAY=-5",
    "FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2",
    "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6,9,11",
    "FREQ=MONTHLY;BYMONTHDAY=" + ",".join(map(str, range(1, 32))),
    "FREQ=MONTHLY;INTERVAL=5",
    "FREQ=MONTHLY;INTERVAL=2;BYMONTH=5",
    "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
    "FREQ=MONTHLY;COUNT=500;BYMONTHDAY=31;BYMONTH=12",
    "FREQ=YEARLY;BYMONTH=4;BYDAY=3FR",
    "FREQ=YEARLY;BYWEEKNO=20",
    "FREQ=YEARLY;BYYEARDAY=1,-1",
    "FREQ=YEARLY;INTERVAL=2",
    "FREQ=YEARLY;COUNT=500",
    "FREQ=YEARLY;BYEASTER=0",
    "RRULE:RRULE:FREQ=DAILY",
    "FREQ=DAILY\0;COUNT=1",
)


def test_there_are_sixty_and_more() -> None:
    assert len(set(HOSTILE)) >= 60


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text)[:40])
def test_a_hostile_rule_is_refused_at_once(text: str) -> None:
    taken = []
    for _ in range(3):
        started = time.process_time()
        with pytest.raises(Unusable, match=r"。$"):
            from_rrule(text, START)
        taken.append(time.process_time() - started)
    assert min(taken) < QUICK


def by_dateutil(text: str, start: datetime, last: date) -> list[date]:
    found = rrulestr(text, dtstart=start).between(
        start, datetime.combine(last, datetime.max.time()), inc=True
    )
    return sorted({each.date() for each in found})


DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
plain_days = st.lists(st.sampled_from(DAYS), min_size=1, max_size=3, unique=True).map(",".join)
nth_days = st.lists(
    st.tuples(st.sampled_from(["", "1", "2", "3", "4", "5", "-1"]), st.sampled_from(DAYS)).map("".join),
    min_size=1, max_size=4, unique=True,
).map(",".join)  # fmt: skip
months = st.lists(st.integers(1, 12), min_size=1, max_size=6, unique=True).map(
    lambda m: ",".join(map(str, m))
)
month_days = st.lists(st.sampled_from([-1, *range(1, 32)]), min_size=1, max_size=3, unique=True).map(
    lambda d: ",".join(map(str, d))
)


@st.composite
def rule_texts(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={freq}"]
    if draw(st.booleans()):
        parts.append(f"INTERVAL={draw(st.sampled_from([1, 2, 3, 4, 5, 6, 7, 12, 52]))}")
    if draw(st.booleans()):
        parts.append(f"BYDAY={draw(nth_days if freq == 'MONTHLY' else plain_days)}")
    if draw(st.booleans()):
        parts.append(f"BYMONTH={draw(months)}")
    if freq != "WEEKLY" and draw(st.booleans()):
        parts.append(f"BYMONTHDAY={draw(month_days)}")
    end = draw(st.sampled_from(["", "COUNT", "UNTIL"]))
    if end == "COUNT":
        parts.append(f"COUNT={draw(st.integers(1, 60))}")
    if end == "UNTIL":
        parts.append(
            f"UNTIL={draw(st.dates(date(2027, 1, 1), date(2029, 12, 31))):%Y%m%d}T{draw(st.integers(0, 23)):02}0000"
        )
    if draw(st.booleans()):
        parts.append(f"WKST={draw(st.sampled_from(DAYS))}")
    return ";".join(draw(st.permutations(parts)))


@given(rule_texts(), st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.integers(0, 23))
@settings(max_examples=400, deadline=None)
def test_what_is_taken_agrees_with_dateutil_for_years(text: str, first: date, hour: int) -> None:
    start = datetime.combine(first, datetime.min.time()).replace(hour=hour)
    last = first + timedelta(days=366 * 7)
    try:
        timetable = from_rrule(text, start)
    except Unusable:
        return
    assert dates(timetable, first - timedelta(days=400), last) == by_dateutil(text, start, last)


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;INTERVAL=2;COUNT=30",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR;COUNT=5",
        "FREQ=MONTHLY;INTERVAL=5;COUNT=6",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=MO",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=3FR",
        "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1",
    ],
)
def test_what_our_rules_cannot_say_is_taken_with_an_end(text: str) -> None:
    last = START.date() + timedelta(days=2500)
    found = dates(from_rrule(text, START), START.date(), last)
    assert found and found == by_dateutil(text, START, last)


def test_the_random_rules_are_mostly_taken() -> None:
    taken = refused = 0

    @given(rule_texts())
    @settings(max_examples=200, deadline=None, database=None)
    def count(text: str) -> None:
        nonlocal taken, refused
        try:
            from_rrule(text, START)
            taken += 1
        except Unusable:
            refused += 1

    count()
    assert taken > refused


def test_a_rule_reads_as_a_flyer_says_it() -> None:
    timetable = from_rrule("RRULE:freq=monthly;byday=1th,3th", START)
    assert wording(timetable) == "2026年4月5日から 毎月第1・第3木曜 10:00～"


@pytest.mark.parametrize("words", ["毎月第3日曜", "偶数月第3金曜", "毎週火・金曜", "最終木曜", "毎月末日"])
def test_our_own_rules_come_back(words: str) -> None:
    timetable = read(words).timetable
    assert timetable is not None
    (text,) = rrules(timetable)
    first, last = date(2026, 4, 1), date(2029, 3, 31)
    assert dates(from_rrule(text, first), first, last) == dates(timetable, first, last)


def test_the_end_in_utc_is_the_local_day() -> None:
    timetable = from_rrule("FREQ=DAILY;UNTIL=20260410T145959Z", START)
    assert [each.date.day for each in expand(timetable, date(2026, 4, 8), date(2026, 4, 20))] == [8, 9, 10]


def test_a_start_outside_the_calendar_is_refused() -> None:
    with pytest.raises(Unusable, match="始まりの日"):
        from_rrule("FREQ=DAILY", date(9999, 1, 1))
