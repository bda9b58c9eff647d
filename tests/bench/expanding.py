"""Expanding a window of twelve months against python-dateutil, six years after the start; and reading, phrase by phrase.

dateutil gets its rule ready-made and is asked for `between` alone: both sides give dates and nothing else. `expand`, which
gives hours, holidays and year end as well, stands beside it.
"""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import islice, product

from dateutil.rrule import rrule, rruleset, rrulestr
from msgspec import Struct

from app.domain.recurrence.expansion import dates, expand
from app.domain.recurrence.reading import read
from app.domain.recurrence.report import answer_batch
from app.domain.recurrence.rrule import rrules
from app.domain.recurrence.rule import (
    EVERY_MONTH,
    NO_HOURS,
    DayOfMonth,
    Entry,
    NthWeekday,
    Rule,
    Timetable,
    Weekly,
)
from tests.bench.figures import rate_of, tell

PHRASES = (
    ("第1・第3木曜日 12時～16時", "FREQ=MONTHLY;BYDAY=1TH,3TH"),
    ("偶数月第3金曜 13:30～15:30", "FREQ=MONTHLY;BYMONTH=2,4,6,8,10,12;BYDAY=3FR"),
    ("毎週水曜日 12時～17時", "FREQ=WEEKLY;BYDAY=WE"),
)
"""What is put beside other projects as well."""


class Race(Struct, frozen=True):
    """A rule, its words, and how many times faster than dateutil it is to be."""

    words: str
    rule: str
    goal: int


RACES = (
    Race("第3日曜", "FREQ=MONTHLY;BYDAY=3SU", 60),
    Race("偶数月第3金曜", "FREQ=MONTHLY;BYMONTH=2,4,6,8,10,12;BYDAY=3FR", 60),
    Race("最終木曜", "FREQ=MONTHLY;BYDAY=-1TH", 60),
    Race("第1・3木曜、第2・4月曜", "FREQ=MONTHLY;BYDAY=1TH,3TH,2MO,4MO", 40),
    Race("毎週火・金曜", "FREQ=WEEKLY;BYDAY=TU,FR", 25),
)
START = datetime(2020, 1, 1)  # noqa: DTZ001 -- as RFC 5545 has local times
WINDOWS = (("six years on", date(2026, 1, 1)), ("20 years on", date(2040, 1, 1)))
MIXED = 300
TIMES = 200
PHRASES_READ = 1000


def run() -> None:
    """Print the races, the mixed rules, and how many phrases are read in a second."""
    for race in RACES:
        for where, first in WINDOWS:
            run_race(race, where, first)
    run_mixed()
    run_reading()


def run_race(race: Race, where: str, first: date) -> None:
    """One rule in one window, dates alone and with all that belongs to them."""
    timetable, last = timetable_of(race.words), twelve_months(first)
    ours = rate_of(f"{race.words}, {where}", "windows/s", times(TIMES, lambda: dates(timetable, first, last)))
    whole = rate_of(
        f"  with hours and flags, {race.words}",
        "windows/s",
        times(TIMES, lambda: expand(timetable, first, last)),
    )
    ready = rrulestr(race.rule, dtstart=START)
    theirs = rate_of(
        f"dateutil between (goal {race.goal} times)", "windows/s", times(TIMES // 20, between(ready, first))
    )
    tell(ours, theirs)
    tell(whole, theirs)


def timetable_of(words: str) -> Timetable:
    """What the words mean."""
    found = read(words).timetable
    assert found is not None
    return found


def twelve_months(first: date) -> date:
    """The last day of a window of twelve months."""
    return first.replace(year=first.year + 1) - timedelta(days=1)


def between(ready: rrule | rruleset, first: date) -> Callable[[], object]:
    """The same window, asked of dateutil."""
    lower, upper = (datetime.combine(day, datetime.min.time()) for day in (first, twelve_months(first)))
    return lambda: ready.between(lower, upper, inc=True)


def times(count: int, work: Callable[[], object]) -> Callable[[], int]:
    """The work so many times over."""

    def repeated() -> int:
        for _ in range(count):
            work()
        return count

    return repeated


def run_mixed() -> None:
    """All of many different rules, one after another."""
    chance = random.Random(0)
    timetables = [Timetable((Entry(a_rule(chance), (NO_HOURS,)),)) for _ in range(MIXED)]
    ready = [rrulestr(rrules(each)[0], dtstart=START) for each in timetables]
    first = date(2026, 1, 1)
    last = twelve_months(first)
    asked = [between(rule, first) for rule in ready]
    ours = rate_of(
        f"{MIXED} mixed rules", "sets/s", times(1, lambda: [dates(t, first, last) for t in timetables])
    )
    theirs = rate_of("dateutil between", "sets/s", times(1, lambda: [ask() for ask in asked]), rounds=3)
    tell(ours, theirs)
    print(f"  {1000 / ours.rate:.1f} ms (goal 15) beside {1000 / theirs.rate:.0f} ms")


def a_rule(chance: random.Random) -> Rule:
    """A rule as flyers have them: mostly nth weekdays."""
    months = chance.choice([EVERY_MONTH, EVERY_MONTH, (2, 4, 6, 8, 10, 12), (4, 5, 6, 9, 10)])
    weekdays = tuple(sorted(chance.sample(range(7), chance.choice([1, 1, 1, 2]))))
    kind = chance.random()
    if kind < 0.7:
        nths = chance.choice([(1,), (2,), (3,), (4,), (-1,), (1, 3), (2, 4)])
        return NthWeekday(nths, weekdays, months)
    if kind < 0.85:
        return Weekly(weekdays, months)
    return DayOfMonth((chance.randint(1, 28),), months)


def run_reading() -> None:
    """Different phrases through what `hidamari expand --batch` does, a year of dates for each."""
    lines = list(islice(different_phrases(), PHRASES_READ))
    assert len(set(lines)) == PHRASES_READ
    first, last = date(2026, 4, 1), date(2027, 3, 31)

    def batch() -> int:
        return sum(1 for _ in answer_batch(lines, first, last))

    tell(rate_of("different phrases read in a batch (goal 1,000)", "phrases/s", batch, rounds=3))


def different_phrases() -> list[str]:
    """Wordings with varied weeks, weekdays, hours and remarks, each another one."""
    weeks = ("第{0}", "毎月第{0}・第4", "第１、第{0}", "偶数月第{0}", "原則、毎月第{0}")
    ends = ("", "（祝日を除く）", " ※8月は休み", "（祝日の場合は翌日）")
    hours = ("10時～12時", "13:30～15:30", "午後1時半から3時", "17時30分～")
    found = [
        f"p\t{week.format(nth)}{weekday}曜日 {clock}{end}\t"
        for end, clock, week, nth, weekday in product(ends, hours, weeks, (2, 3), "月火水木金土日")
    ]
    random.Random(0).shuffle(found)
    return (
        found
        + [
            f"p\t毎週{a}・{b}曜日 {clock}\t"
            for a, b in zip("月火水木金", "火水木金土", strict=True)
            for clock in hours
        ]
        + [f"p\t毎月{day}日 {clock}\t" for day in range(1, 29) for clock in hours[:4]]
        + [f"p\t毎月{day}日と第3{w}曜日\t" for day in range(1, 29) for w in "月火水木金土日"]
    )
