"""Some days of an entry taken apart from the rest, where their hours are others: （金曜は15時まで）, 土日祝は午後5時まで."""

from datetime import date, time
from itertools import pairwise
from typing import TypeVar

from msgspec.structs import replace

from app.domain.recurrence.days import names_day
from app.domain.recurrence.pieces import At, EveryMonth, Limits, Piece, SpecialHours
from app.domain.recurrence.rule import (
    EVERY_DAY,
    NO_HOURS,
    Closed,
    Daily,
    DayOfMonth,
    Entry,
    Holidays,
    Hours,
    Listed,
    NthWeekday,
    Rule,
    Weekly,
    Workdays,
    hours_of,
)

T = TypeVar("T", int, date)
NOON, EVENING = time(12), time(17)


def split_hours(entry: Entry, piece: SpecialHours) -> list[Entry]:
    """One entry for the days with hours of their own, one for the rest; the entry alone where none of its days are meant."""
    rest: list[Entry] = [entry]
    own: list[Entry] = []
    for meant in piece.days:
        parts = [_taken(each, meant) for each in rest]
        own += [part for part, _ in parts if part is not None]
        rest = [left for _, left in parts if left is not None]
    return [*rest, *(replace(each, hours=_special(each.hours, piece)) for each in own)]


def by_month(pieces: list[Piece]) -> list[Piece]:
    """9:00～（4月～11月）、10:00～（12月～3月）: several hours, each with its months behind it."""
    pairs = [
        at
        for at, (hours, months) in enumerate(pairwise(pieces))
        if isinstance(hours, At) and isinstance(months, EveryMonth) and months.place == "bracket"
    ]
    if len(pairs) < 2:
        return pieces
    found = list(pieces)
    for at in pairs:
        hours, months = pieces[at], pieces[at + 1]
        assert isinstance(hours, At) and isinstance(months, EveryMonth)  # noqa: S101 -- chosen so
        found[at : at + 2] = [SpecialHours((Daily(months.months),), hours.hours), Limits()]
    return found


def _taken(entry: Entry, meant: Rule) -> tuple[Entry | None, Entry | None]:
    """The entry for the days meant, and the one for all others."""
    if isinstance(meant, NthWeekday):
        return _taken_nth(entry, meant)
    if isinstance(meant, Holidays):
        if isinstance(entry.rule, Holidays):
            return entry, None
        everyday = isinstance(entry.rule, Daily | Weekly) and _weekdays(entry.rule) >= set(range(5))
        left = replace(entry, closed=(*entry.closed, Closed(meant)))
        return (replace(entry, rule=meant), left) if everyday else (None, entry)
    if isinstance(meant, Listed | DayOfMonth):
        return _taken_dates(entry, meant)
    if isinstance(entry.rule, Workdays) and isinstance(meant, Weekly):
        entry = replace(
            entry, rule=Weekly(tuple(range(5)), entry.rule.months), closed=(*entry.closed, Closed(Holidays()))
        )
    special, rest = parted(entry.rule, meant)
    own = replace(entry, rule=special) if special is not None else None
    return own, replace(entry, rule=rest) if rest is not None else None


def _taken_nth(entry: Entry, meant: NthWeekday) -> tuple[Entry | None, Entry | None]:
    """毎週月曜日（第3月曜日は10時～）, 第2・第4水曜（第4は17時まで）: these leave the rule and stand beside it."""
    rule = entry.rule
    if not isinstance(rule, Weekly | NthWeekday):
        return None, entry
    meant = replace(meant, weekdays=meant.weekdays or rule.weekdays, months=rule.months)
    if not set(meant.weekdays) <= set(rule.weekdays):
        return None, entry
    if isinstance(rule, NthWeekday) and meant.weekdays == rule.weekdays:
        own, left = _part(rule, "nths", rule.nths, meant.nths)
        return (replace(entry, rule=own) if own else None), (replace(entry, rule=left) if left else None)
    if isinstance(rule, NthWeekday) and not set(meant.nths) <= set(rule.nths):
        return None, entry
    return replace(entry, rule=meant), replace(entry, closed=(*entry.closed, Closed(meant)))


def _taken_dates(entry: Entry, meant: Listed | DayOfMonth) -> tuple[Entry | None, Entry | None]:
    """8月1日・2日（2日は15時まで）, 毎週土曜（12月26日は正午まで）: single days of the rule."""
    rule = entry.rule
    if isinstance(rule, Listed):
        own, rest = _part(rule, "dates", rule.dates, tuple(d for d in rule.dates if names_day(meant, d)))
    elif isinstance(rule, DayOfMonth) and isinstance(meant, DayOfMonth):
        own, rest = _part(rule, "days", rule.days, meant.days)
    elif isinstance(meant, Listed) and all(names_day(rule, day) for day in meant.dates):
        return replace(entry, rule=meant), replace(entry, closed=(*entry.closed, Closed(meant)))
    else:
        return None, entry
    return (replace(entry, rule=own) if own else None), (replace(entry, rule=rest) if rest else None)


def _weekdays(rule: Daily | Weekly) -> set[int]:
    return set(rule.weekdays if isinstance(rule, Weekly) else EVERY_DAY)


def _special(usual: tuple[Hours, ...], piece: SpecialHours) -> tuple[Hours, ...]:
    """The hours of those days: 15時まで keeps the usual start; 午前のみ keeps of several hours those in the morning."""
    if piece.part:
        return tuple(h for h in usual if h.start and _is_in(h.start, piece.part)) or (NO_HOURS,)
    merged = hours_of(usual[0].start, piece.hours.end) if piece.hours.start is None else piece.hours
    return (merged,)


def _is_in(start: time, part: str) -> bool:
    if any(word in part for word in ("午前", "朝")):
        return start < NOON
    return start >= EVENING if any(word in part for word in ("夜", "夕", "晩")) else start >= NOON


def parted(rule: Rule, meant: Rule) -> tuple[Rule | None, Rule | None]:
    """What of a rule falls on the weekdays or into the months meant, and what does not; None for nothing."""
    if isinstance(meant, Daily) and isinstance(
        rule, Weekly | NthWeekday | Daily | Workdays | DayOfMonth | Holidays
    ):
        return _part(rule, "months", rule.months, meant.months)
    if isinstance(meant, Weekly) and isinstance(rule, Daily):
        rest = tuple(day for day in EVERY_DAY if day not in meant.weekdays)
        return replace(meant, months=rule.months), Weekly(rest, rule.months) if rest else None
    if isinstance(meant, Weekly) and isinstance(rule, Weekly | NthWeekday):
        return _part(rule, "weekdays", rule.weekdays, meant.weekdays)
    return None, rule


def _part(rule: Rule, name: str, has: tuple[T, ...], meant: tuple[T, ...]) -> tuple[Rule | None, Rule | None]:
    own, rest = tuple(n for n in has if n in meant), tuple(n for n in has if n not in meant)
    special = replace(rule, **{name: own}) if own else None
    return special, replace(rule, **{name: rest}) if rest else None
