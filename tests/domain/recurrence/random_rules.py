"""Random rules by the thousand, two ways of finding their dates that share nothing with ours, and a way to compare."""

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from random import Random

import jpholiday
from dateutil.rrule import rrulestr
from msgspec import Struct

from app.domain.recurrence.expansion import dates
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

KINDS = ("nth", "nth", "weekly", "days", "n_weeks", "daily")
NTHS, MONTH_DAYS = (1, 2, 3, 4, 5, -1), (*range(1, 32), -1)


def held(rule: Rule, first: date, last: date) -> list[date]:
    """Our dates."""
    return dates(Timetable((Entry(rule, (NO_HOURS,)),)), first, last)


def by_dateutil(rule: Rule, first: date, last: date) -> list[date]:
    """What python-dateutil makes of our RRULE, counted from an anchor before the window."""
    (text,) = rrules(Timetable((Entry(rule, (NO_HOURS,)),)))
    start = first.replace(year=first.year - 1, month=1, day=1)
    if isinstance(rule, EveryNWeeks):
        weeks = (rule.anchor - start).days // (7 * rule.weeks) + 1
        start = rule.anchor - timedelta(weeks=weeks * rule.weeks)
    begin, lower, upper = (datetime.combine(day, datetime.min.time()) for day in (start, first, last))
    return [found.date() for found in rrulestr(text, dtstart=begin).between(lower, upper, inc=True)]


class Day(Struct, frozen=True):
    """What a plain walk has to know of one day."""

    date: date
    month: int
    day: int
    weekday: int
    nth: int
    is_last_week: bool
    is_last: bool
    week: int
    is_holiday: bool


@lru_cache(maxsize=20_000)
def day_of(day: date) -> Day:
    """One day of the calendar on the wall; `week` counts Mondays."""
    length = monthrange(day.year, day.month)[1]
    return Day(
        day,
        day.month,
        day.day,
        day.weekday(),
        (day.day - 1) // 7 + 1,
        day.day + 7 > length,
        day.day == length,
        (day - date(1900, 1, 1)).days // 7,
        bool(jpholiday.is_holiday(day)),
    )


@lru_cache(maxsize=8)
def wall_calendar(first: date, last: date) -> tuple[Day, ...]:
    """Every day from first to last."""
    return tuple(day_of(first + timedelta(days=step)) for step in range((last - first).days + 1))


def by_walking(rule: Rule, first: date, last: date) -> list[date]:
    """The plain way: every day of the window is looked at by itself."""
    is_held = holding(rule)
    return [day.date for day in wall_calendar(first, last) if is_held(day)]


def holding(rule: Rule) -> Callable[[Day], bool]:
    """Whether one day is one of the rule's."""
    match rule:
        case NthWeekday(nths=nths, weekdays=named, months=months):
            last = -1 in nths
            return lambda d: (
                d.weekday in named and d.month in months and (d.nth in nths or (last and d.is_last_week))
            )
        case Weekly(weekdays=named, months=months):
            return lambda d: d.weekday in named and d.month in months
        case DayOfMonth(days=days, months=months):
            last = -1 in days
            return lambda d: d.month in months and (d.day in days or (last and d.is_last))
        case EveryNWeeks(weeks=weeks, weekdays=named, anchor=anchor):
            week = day_of(anchor).week
            return lambda d: d.weekday in named and (d.week - week) % weeks == 0
        case Workdays(months=months):
            return lambda d: d.weekday < 5 and not d.is_holiday and d.month in months
        case Daily(months=months):
            return lambda d: d.month in months
        case _:
            raise AssertionError(rule)


def random_rules(seed: int, count: int) -> Iterator[Rule]:
    """So many rules that an RRULE can say, always the same ones for a seed."""
    chance = Random(seed)
    return (random_rule(chance) for _ in range(count))


def random_rule(chance: Random) -> Rule:
    """Any mix of weekdays, weeks, days and months."""
    weekdays = some(chance, range(7), 4)
    months = chance.choice([EVERY_MONTH, some(chance, EVERY_MONTH, 12)])
    match chance.choice(KINDS):
        case "nth":
            return NthWeekday(some(chance, NTHS, 3), weekdays, months)
        case "weekly":
            return Weekly(weekdays, months)
        case "days":
            return DayOfMonth(some(chance, MONTH_DAYS, 5), months)
        case "n_weeks":
            anchor = date(2026, 1, 5) + timedelta(days=weekdays[0] + 7 * chance.randrange(-300, 300))
            return EveryNWeeks(chance.randint(2, 8), weekdays, anchor)
        case _:
            return Daily(months)


def some(chance: Random, values: range | tuple[int, ...], most: int) -> tuple[int, ...]:
    """One to `most` of the values, 最終 behind the others."""
    found = chance.sample(list(values), chance.randint(1, most))
    return tuple(sorted(found, key=lambda value: value if value > 0 or 0 in values else 99))
