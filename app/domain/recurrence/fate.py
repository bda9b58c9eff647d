"""What becomes of each day that a rule names: held, moved, or not held and by what."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Literal, TypeAlias

from msgspec import Struct

from app.domain.recurrence.days import Window, days_of, holidays_in, nth_weekdays
from app.domain.recurrence.holidays import DEC29_JAN3, YearEnd, holidays_of, in_year_end
from app.domain.recurrence.rule import (
    EVERY_MONTH,
    Closed,
    Daily,
    DayOfMonth,
    Entry,
    Following,
    HolidayPolicy,
    Holidays,
    Instead,
    Listed,
    NthWeekday,
    NthWorkday,
    Rule,
    Shift,
    Target,
    Weekly,
    Workdays,
)

MARGIN = 40
"""How far before and after the window a shifted date may start from."""
STEPS = 40
"""How many steps a shift may take to find a free day; beyond that the date is dropped."""

Cause: TypeAlias = Closed | Instead | Literal["policy", "excluded"] | None


class Setting(Struct, frozen=True):
    """What stands outside the words: the series' holiday policy, the year end, closures (ordinals)."""

    policy: HolidayPolicy = "undecided"
    year_end: YearEnd = DEC29_JAN3
    excluded: frozenset[int] = frozenset()

    def asks_about_holidays(self, entry: Entry, *, moved: bool = False) -> bool:
        """Whether a date on a holiday is still a question: nothing said, or a shift that led onto a holiday."""
        if moved:
            return True
        return not states_holidays(entry) and (self.policy == "undecided" or isinstance(entry.rule, Listed))


def widened(window: Window) -> Window:
    """The window with the margin from which a date may move into it, within the calendar."""
    return max(1, window[0] - MARGIN), min(date.max.toordinal() - MARGIN, window[1] + MARGIN)


class Fate(Struct, frozen=True):
    """A day the rule names (ordinal), the day it is held on, or None with the cause."""

    nominal: int
    held: int | None
    cause: Cause = None


def fates(entry: Entry, window: Window, setting: Setting) -> list[Fate]:
    """The fate of every day of an entry that is held in the window, or would have been."""
    shift = shift_of(entry, setting)
    wide = widened(window) if shift else window
    named = _clip(entry, named_days(entry, wide, setting), wide, setting)
    judge = _Judge(entry, setting, shift, wide)
    found = [judge.fate(day) for day in named]
    return [f for f in found if _concerns(f, window)] if shift else found


def is_bare(entry: Entry) -> bool:
    """Whether an entry is its rule and nothing else."""
    limits = entry.closed or entry.instead or entry.shift or entry.first or entry.last or entry.within
    return not limits


def is_plain(entry: Entry, setting: Setting) -> bool:
    """Whether nothing, neither the words nor what stands outside them, moves or closes a day of an entry."""
    return is_bare(entry) and setting.policy in ("undecided", "open") and not setting.excluded


def _concerns(fate: Fate, window: Window) -> bool:
    return any(o is not None and window[0] <= o <= window[1] for o in (fate.nominal, fate.held))


def states_holidays(entry: Entry) -> bool:
    """Whether the words themselves say what happens on holidays."""
    return (
        entry.open_on_holidays
        or bool(entry.shift and entry.shift.holidays)
        or isinstance(entry.rule, Workdays | NthWorkday | Holidays)
        or any(isinstance(c.days, Holidays) for c in entry.closed)
    )


@lru_cache(maxsize=1024)
def _policy_shift(policy: HolidayPolicy) -> Shift | None:
    if policy == "undecided" or policy == "closed" or policy == "open":  # noqa: PLR1714 -- narrows the type
        return None
    return Shift(policy)


def shift_of(entry: Entry, setting: Setting) -> Shift | None:
    """The shift the words state, else the one of the series' policy."""
    if entry.shift or states_holidays(entry) or isinstance(entry.rule, Listed):
        return entry.shift
    return _policy_shift(setting.policy)


def named_days(entry: Entry, window: Window, setting: Setting) -> list[int]:
    """The days the rule names, with the months that have a rule of their own exchanged."""
    base = days_of(entry.rule, window, setting.year_end)
    if not entry.instead:
        return base
    own = [o for o in base if not _replaced(entry, date.fromordinal(o))]
    for instead in entry.instead:
        own += [o for o in days_of(instead.rule, window) if _is_of_year(instead, o)]
    return sorted(set(own))


def _replaced(entry: Entry, day: date) -> bool:
    return any(day.month in months_in(i.rule) and i.year in (None, day.year) for i in entry.instead)


def _is_of_year(instead: Instead, ordinal: int) -> bool:
    return instead.year is None or date.fromordinal(ordinal).year == instead.year


def months_in(rule: Rule) -> tuple[int, ...]:
    """The months a rule speaks of."""
    if isinstance(rule, Listed):
        return tuple(sorted({day.month for day in rule.dates}))
    if isinstance(rule, NthWeekday | Weekly | Daily | Workdays | NthWorkday | Holidays | DayOfMonth):
        return rule.months
    return months_in(rule.after) if isinstance(rule, Following) else EVERY_MONTH


def _clip(entry: Entry, days: list[int], window: Window, setting: Setting) -> list[int]:
    """Without the days before the first, after the last, or outside the seasons of the entry."""
    if entry.first:
        days = [o for o in days if o >= entry.first.toordinal()]
    if entry.last:
        days = [o for o in days if o <= entry.last.toordinal()]
    if entry.within:
        season = {o for span in entry.within for o in days_of(span, window, setting.year_end)}
        days = [o for o in days if o in season]
    return days


class _Judge:
    """Decides each day of one entry; what is closed is worked out once for the window."""

    def __init__(self, entry: Entry, setting: Setting, shift: Shift | None, window: Window) -> None:
        wide = widened(window) if shift else window
        self.setting = setting
        self.shift = shift
        self.closed = [(closed, closed_days(closed, wide, setting)) for closed in entry.closed]
        self.by_policy = setting.policy == "closed" and not states_holidays(entry)
        self.by_policy = self.by_policy and not isinstance(entry.rule, Listed)
        self.plain = not (self.closed or shift or self.by_policy or setting.excluded)

    def fate(self, day: int) -> Fate:
        if self.plain:
            return Fate(day, day)
        cause = self.cause(day)
        if cause is not None:
            return Fate(day, None, cause)
        held = moved(day, self.shift, self.setting) if self.shift else day
        if held is None or held == day:
            return Fate(day, held)
        cause = self.cause(held)
        return Fate(day, held if cause is None else None, cause)

    def cause(self, day: int) -> Cause:
        for closed, days in self.closed:
            if day in days:
                return closed
        if self.by_policy and day in holidays_of(date.fromordinal(day).year):
            return "policy"
        return "excluded" if day in self.setting.excluded and not self.hits_shift(day) else None

    def hits_shift(self, day: int) -> bool:
        return self.shift is not None and hit(day, self.shift, self.setting)


def closed_days(closed: Closed, window: Window, setting: Setting) -> frozenset[int]:
    """The days on which an exclusion closes, its own holiday rule applied (月曜休館、祝日の場合は翌平日休館)."""
    shift = closed.shift
    wide = widened(window) if shift else window
    days = days_of(closed.days, wide, setting.year_end)
    if closed.open_on_holidays:
        holidays = holidays_in(wide)
        return frozenset(o for o in days if o not in holidays)
    if shift is None:
        return frozenset(days)
    return frozenset(o for o in (moved(day, shift, setting) for day in days) if o is not None)


def hit(day: int, shift: Shift, setting: Setting) -> bool:
    """Whether a day is one that the shift moves away."""
    at = date.fromordinal(day)
    return (
        (shift.holidays and day in holidays_of(at.year))
        or (day - 1) % 7 in shift.weekdays
        or (shift.year_end and in_year_end(at, setting.year_end))
    )


def moved(day: int, shift: Shift, setting: Setting) -> int | None:
    """Where the shift puts a day; the day itself where it does not apply; None where no free day is near."""
    if not hit(day, shift, setting):
        return day
    if shift.weekday is not None and shift.to != "nth":
        return _named_weekday(day, shift.to, shift.weekday)
    if shift.to == "nth":
        return _nth_of_month(day, shift)
    for candidate in _steps(day, shift):
        if not hit(candidate, shift, setting) and not (_needs_workday(shift) and _rests(candidate)):
            return candidate
    return None


def _named_weekday(day: int, to: Target, weekday: int) -> int:
    """翌火曜日 is the next one, 前日の火曜日 the one before, 翌週の金曜日 that of the week (from Monday) after."""
    if to == "weekday":
        return day + 1 + (weekday - day) % 7
    if to == "previous_weekday":
        return day - 1 - (day - 2 - weekday) % 7
    monday = day - (day - 1) % 7
    return monday + weekday + (7 if to == "next_week" else -7)


def _nth_of_month(day: int, shift: Shift) -> int | None:
    at = date.fromordinal(day)
    weekday = at.weekday() if shift.weekday is None else shift.weekday
    found = nth_weekdays(at.year, (at.month,), (shift.nth or 1,), (weekday,))
    return found[0] if found else None


def _steps(day: int, shift: Shift) -> Iterator[int]:
    step = 7 if shift.to.endswith("week") else 1
    step = -step if shift.to.startswith("previous") else step
    return (o for o in range(day + step, day + step * (STEPS // abs(step) + 1), step) if o > 0)


def _needs_workday(shift: Shift) -> bool:
    return shift.to.endswith("workday")


def _rests(day: int) -> bool:
    return (day - 1) % 7 > 4 or day in holidays_of(date.fromordinal(day).year)
