"""What of an entry holds in every year, as plain rules: months that are off, a second rule for one month, a fifth week off.

Exclusions and shifts that depend on the year (holidays, single dates) are left to whoever compares with the dates held.
"""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from app.domain.recurrence.fate import months_in
from app.domain.recurrence.rule import (
    EVERY_DAY,
    EVERY_MONTH,
    Closed,
    Daily,
    DatedSpan,
    DayOfMonth,
    Entry,
    NthWeekday,
    Rule,
    Timetable,
    Weekly,
    Workdays,
    YearlySpan,
)

NTHS = (1, 2, 3, 4, 5)
Months = tuple[int, ...]


class Spoken(Struct, frozen=True):
    """A rule in its months (they stand in the rule too, where it has a place for them), from and until, both included."""

    rule: Rule
    months: Months
    first: date | None = None
    last: date | None = None


def spoken(timetable: Timetable) -> tuple[Spoken, ...]:
    """The plain rules of a timetable, each once. They give at least the dates that no holiday and no single date moves."""
    found = (one for entry in timetable.entries for one in _of_entry(entry))
    return tuple(dict.fromkeys(found))


def _of_entry(entry: Entry) -> list[Spoken]:
    open_months = _open_months(entry)
    yearly = [each for each in entry.instead if each.year is None]
    exchanged = {month for each in yearly for month in months_in(each.rule)}
    rules = [(entry.rule, [m for m in open_months if m not in exchanged])]
    rules += [(each.rule, list(open_months)) for each in yearly]
    bounded = (_bounded(rule, months, entry) for rule, months in rules)
    return [one for one in bounded if one]


def _bounded(rule: Rule, months: list[int], entry: Entry) -> Spoken | None:
    """The rule in these months, without the weekdays that are always closed; None where nothing of it is left."""
    held = tuple(month for month in months_in(rule) if month in months)
    left = _without_closed(_in_months(rule, held), entry.closed) if held else None
    return Spoken(left, held, entry.first, entry.last) if left else None


def _in_months(rule: Rule, months: Months) -> Rule:
    if isinstance(rule, Workdays):
        return Weekly(tuple(range(5)), months)
    if isinstance(rule, NthWeekday | Weekly | Daily | DayOfMonth):
        return replace(rule, months=months)
    return rule


def _open_months(entry: Entry) -> Months:
    """The months that no season and no closing takes out of every year."""
    off = {
        m for each in entry.closed if isinstance(each.days, Daily) and _always(each) for m in each.days.months
    }
    season = _season(entry.within)
    return tuple(month for month in EVERY_MONTH if month not in off and month in season)


def _always(closed: Closed) -> bool:
    return closed.shift is None and not closed.open_on_holidays


def _season(within: tuple[YearlySpan | DatedSpan, ...]) -> Months:
    """The months that the seasons touch; all where one of them is of a single year, or none is said."""
    if not within or not all(isinstance(span, YearlySpan) for span in within):
        return EVERY_MONTH
    return tuple(
        sorted({month for span in within if isinstance(span, YearlySpan) for month in _touched(span)})
    )


def _touched(span: YearlySpan) -> Months:
    if span.first <= span.last:
        return tuple(range(span.first.month, span.last.month + 1))
    return (*range(1, span.last.month + 1), *range(span.first.month, 13))


def _without_closed(rule: Rule, closed: tuple[Closed, ...]) -> Rule | None:
    """水曜休館, 第5週は休み: weekdays and weeks that are always closed leave the rule; None where nothing is left."""
    left: Rule | None = rule
    for each in closed:
        if left is not None and _always(each):
            left = _less(left, each.days)
    return left


def _less(rule: Rule, off: Rule) -> Rule | None:
    if isinstance(off, Weekly) and isinstance(rule, Weekly | NthWeekday | Daily) and _covers(off, rule):
        weekdays = EVERY_DAY if isinstance(rule, Daily) else rule.weekdays
        kept = tuple(weekday for weekday in weekdays if weekday not in off.weekdays)
        plain = Weekly(kept, rule.months) if isinstance(rule, Daily) else replace(rule, weekdays=kept)
        return plain if kept else None
    if isinstance(off, NthWeekday) and isinstance(rule, Weekly | NthWeekday) and _covers(off, rule):
        return _less_weeks(rule, off)
    return rule


def _covers(off: Weekly | NthWeekday, rule: Weekly | NthWeekday | Daily) -> bool:
    return set(rule.months) <= set(off.months)


def _less_weeks(rule: Weekly | NthWeekday, off: NthWeekday) -> Rule | None:
    """The weeks that are left; 最終 is now the fourth, now the fifth, and stays as it is."""
    nths = NTHS if isinstance(rule, Weekly) else rule.nths
    if -1 in (*nths, *off.nths) or not set(rule.weekdays) <= set(off.weekdays):
        return rule
    kept = tuple(nth for nth in nths if nth not in off.nths)
    return NthWeekday(kept, rule.weekdays, rule.months) if kept else None
