"""The days of one rule within a window, by arithmetic on ordinals (date.toordinal()).

Time grows with the days found and the months of the window, never with its distance from any start.
"""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache, singledispatch
from itertools import product
from typing import TypeAlias

from app.domain.recurrence.holidays import DEC29_JAN3, YearEnd, holidays_of
from app.domain.recurrence.rule import (
    EVERY_MONTH,
    Daily,
    DatedSpan,
    DayOfMonth,
    EveryNMonths,
    EveryNWeeks,
    Following,
    Holidays,
    Listed,
    MonthDay,
    NthWeekday,
    NthWorkday,
    Rule,
    Weekly,
    Workdays,
    YearEndDays,
    YearlySpan,
)

Window: TypeAlias = tuple[int, int]
FIRST_YEAR, LAST_YEAR = 1, 9998


@lru_cache(maxsize=4096)
def month_start(year: int, month: int) -> tuple[int, int, int]:
    """(ordinal of the first, its weekday, number of days) of a month."""
    first = date(year, month, 1).toordinal()
    return first, (first - 1) % 7, monthrange(year, month)[1]


def months_of(window: Window) -> Iterator[tuple[int, int]]:
    """(year, month) of every month that the window touches."""
    first, last = date.fromordinal(window[0]), date.fromordinal(window[1])
    at, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    for index in range(at, end + 1):
        yield index // 12, index % 12 + 1


def days_of(rule: Rule, window: Window, year_end: YearEnd = DEC29_JAN3) -> list[int]:
    """The ordinals of a rule within a window (both ends included), ascending, each once."""
    if window[0] > window[1]:
        return []
    return _days(rule, window, year_end)


def names_day(rule: Rule, day: date) -> bool:
    """Whether a date is one of a rule's days."""
    return bool(days_of(rule, (day.toordinal(), day.toordinal())))


def covers(days: Rule, rule: Rule) -> bool:
    """Whether all days of a rule are among these days, as far as the two say it of weekdays or dates."""
    if isinstance(rule, Listed):
        return all(names_day(days, day) for day in rule.dates)
    if not isinstance(days, Weekly | NthWeekday) or not isinstance(rule, Weekly | NthWeekday):
        return False
    if isinstance(days, NthWeekday) and (isinstance(rule, Weekly) or not set(rule.nths) <= set(days.nths)):
        return False
    return set(rule.weekdays) <= set(days.weekdays) and set(rule.months) <= set(days.months)


@singledispatch
def _days(rule: object, window: Window, year_end: YearEnd) -> list[int]:  # noqa: ARG001 -- the dispatch asks for it
    raise TypeError(f"no such rule: {rule!r}")


@_days.register
def _(rule: NthWeekday, window: Window, year_end: YearEnd) -> list[int]:  # noqa: ARG001
    found: list[int] = []
    for year in range(date.fromordinal(window[0]).year, date.fromordinal(window[1]).year + 1):
        found += nth_weekdays(year, rule.months, rule.nths, rule.weekdays)
    return _trimmed(found, window)


def _trimmed(days: list[int], window: Window) -> list[int]:
    """Without the days before and after the window; the days ascend."""
    return days[bisect_left(days, window[0]) : bisect_right(days, window[1])]


@lru_cache(maxsize=4096)
def nth_weekdays(
    year: int, months: tuple[int, ...], nths: tuple[int, ...], weekdays: tuple[int, ...]
) -> tuple[int, ...]:
    """The nth weekdays (nth 1 to 5, or -1 for 最終) of these months of a year, ascending.

    A month without a fifth such weekday has none: it is passed over, never moved.
    """
    found = set()
    for month, weekday, nth in product(months, weekdays, nths):
        start, first_weekday, length = month_start(year, month)
        first = (weekday - first_weekday) % 7
        day = first + 7 * (nth - 1) if nth > 0 else first + 7 * ((length - 1 - first) // 7)
        if day < length:
            found.add(start + day)
    return tuple(sorted(found))


@_days.register
def _(rule: Weekly, window: Window, year_end: YearEnd) -> list[int]:  # noqa: ARG001
    return _in_months(_every(7, rule.weekdays, window), rule.months)


def _every(step: int, weekdays: Iterable[int], window: Window, monday: int = 1) -> list[int]:
    """Days of every step-th week counted from a Monday, on these weekdays."""
    low, high = window
    found: list[int] = []
    for weekday in weekdays:
        found += range(low + (monday + weekday - low) % step, high + 1, step)
    found.sort()
    return found


def _in_months(days: list[int], months: tuple[int, ...]) -> list[int]:
    if months == EVERY_MONTH:
        return days
    return [o for o in days if date.fromordinal(o).month in months]


@_days.register
def _(rule: Daily, window: Window, year_end: YearEnd) -> list[int]:  # noqa: ARG001
    if rule.months == EVERY_MONTH:
        return list(range(window[0], window[1] + 1))
    found: list[int] = []
    for year, month in months_of(window):
        if month in rule.months:
            start, _, length = month_start(year, month)
            found += range(max(start, window[0]), min(start + length - 1, window[1]) + 1)
    return found


@_days.register
def _(rule: Workdays, window: Window, year_end: YearEnd) -> list[int]:  # noqa: ARG001
    holidays = holidays_in(window)
    return [o for o in _in_months(_every(7, range(5), window), rule.months) if o not in holidays]


@_days.register
def _(rule: NthWorkday, window: Window, year_end: YearEnd) -> list[int]:  # noqa: ARG001
    found: set[int] = set()
    for year, month in months_of(window):
        if month in rule.months:
            start, _, length = month_start(year, month)
            workdays = days_of(Workdays(), (start, start + length - 1))
            found.update(workdays[nth - 1 if nth > 0 else nth] for nth in rule.nths if nth <= len(workdays))
    return _trimmed(sorted(found), window)


def holidays_in(window: Window) -> dict[int, str]:
    """Ordinal → name of the national holidays of all years that the window touches."""
    first, last = date.fromordinal(window[0]).year, date.fromordinal(window[1]).year
    if first == last:
        return holidays_of(first)
    return {o: name for year in range(first, last + 1) for o, name in holidays_of(year).items()}


@_days.register
def _(rule: Holidays, window: Window, year_end: YearEnd) -> list[int]:  # noqa: ARG001
    low, high = window
    return _in_months([o for o in sorted(holidays_in(window)) if low <= o <= high], rule.months)


@_days.register
def _(rule: DayOfMonth, window: Window, year_end: YearEnd) -> list[int]:  # noqa: ARG001
    low, high = window
    found: list[int] = []
    for year, month in months_of(window):
        if month in rule.months:
            start, _, length = month_start(year, month)
            days = {length if day == -1 else day for day in rule.days}
            found += [start + d - 1 for d in sorted(days) if d <= length and low <= start + d - 1 <= high]
    return found


@_days.register
def _(rule: EveryNWeeks, window: Window, year_end: YearEnd) -> list[int]:  # noqa: ARG001
    anchor = rule.anchor.toordinal()
    monday = anchor - (anchor - 1) % 7
    return _every(7 * rule.weeks, rule.weekdays, window, monday)


@_days.register
def _(rule: EveryNMonths, window: Window, year_end: YearEnd) -> list[int]:
    start = rule.anchor.year * 12 + rule.anchor.month
    days = ((o, date.fromordinal(o)) for o in days_of(rule.rule, window, year_end))
    return [o for o, day in days if (day.year * 12 + day.month - start) % rule.every == 0]


@_days.register
def _(rule: Listed, window: Window, year_end: YearEnd) -> list[int]:  # noqa: ARG001
    low, high = window
    return sorted({o for o in (day.toordinal() for day in rule.dates) if low <= o <= high})


@_days.register
def _(rule: YearEndDays, window: Window, year_end: YearEnd) -> list[int]:  # noqa: ARG001
    return _yearly(year_end.first, year_end.last, window)


@_days.register
def _(rule: YearlySpan, window: Window, year_end: YearEnd) -> list[int]:  # noqa: ARG001
    return _yearly(rule.first, rule.last, window)


def _yearly(first: MonthDay, last: MonthDay, window: Window) -> list[int]:
    low, high = window
    found: set[int] = set()
    turns = 0 if first <= last else 1
    for year in range(date.fromordinal(low).year - 1, date.fromordinal(high).year + 1):
        start, end = _day(year, first), _day(year + turns, last)
        found.update(range(max(low, start), min(high, end) + 1))
    return sorted(found)


def _day(year: int, day: MonthDay) -> int:
    """The ordinal of a day of the year; 2月29日 is the 28th in other years."""
    start, _, length = month_start(min(max(year, FIRST_YEAR), LAST_YEAR), day.month)
    return start + min(day.day, length) - 1


@_days.register
def _(rule: DatedSpan, window: Window, year_end: YearEnd) -> list[int]:  # noqa: ARG001
    return list(range(max(window[0], rule.first.toordinal()), min(window[1], rule.last.toordinal()) + 1))


@_days.register
def _(rule: Following, window: Window, year_end: YearEnd) -> list[int]:
    low, high = window
    if rule.back:
        later = days_of(rule.after, (low, high + 7), year_end)
        found = {o - 1 - (o - 2 - rule.weekday) % 7 for o in later}
    else:
        before = days_of(rule.after, (max(1, low - 7), high), year_end)
        found = {o + 1 + (rule.weekday - o) % 7 for o in before}
    return sorted(o for o in found if low <= o <= high)
