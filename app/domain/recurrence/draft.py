"""Rules on their way to a timetable, and what was found besides."""

from msgspec import Struct, field
from msgspec.structs import replace

from app.domain.recurrence.rule import (
    DayOfMonth,
    Hours,
    Listed,
    NthWeekday,
    Promise,
    Remark,
    Rule,
    Timetable,
    Weekly,
)


class Findings:
    """What reading has found: the timetable, the promise, what is missing (each code once), the remarks."""

    def __init__(self) -> None:
        self.timetable: Timetable | None = None
        self.promise: Promise | None = None
        self.missing: dict[str, str] = {}
        self.remarks: list[Remark] = []

    def lack(self, code: str, words: str) -> None:
        """Notes something missing, with the words that leave it open."""
        self.missing.setdefault(code, words)


class Draft(Struct):
    """A rule with its hours and where it stood among the statements."""

    rule: Rule
    position: int
    hours: list[Hours] = field(default_factory=list)
    every: bool = False
    monthly: bool = False
    waits_for_weekday: bool = False

    @property
    def nths(self) -> tuple[int, ...]:
        """The ordinals of the rule, () where it has none."""
        return self.rule.nths if isinstance(self.rule, NthWeekday) else ()

    def joined_with(self, other: "Draft") -> Rule | None:
        """One rule that says both, where such a rule exists and the hours are the same."""
        if self.hours != other.hours or self.waits_for_weekday or other.waits_for_weekday:
            return None
        if other.position - self.position > 1:
            return None
        return _union(self.rule, other.rule)


def _union(one: Rule, other: Rule) -> Rule | None:
    if isinstance(one, NthWeekday) and isinstance(other, NthWeekday):
        return _union_nth(one, other)
    if isinstance(one, Weekly) and isinstance(other, Weekly) and one.months == other.months:
        return replace(one, weekdays=tuple(sorted({*one.weekdays, *other.weekdays})))
    if isinstance(one, DayOfMonth) and isinstance(other, DayOfMonth) and one.months == other.months:
        return replace(one, days=_last_at_end({*one.days, *other.days}))
    if isinstance(one, Listed) and isinstance(other, Listed):
        return Listed(tuple(sorted({*one.dates, *other.dates})))
    return None


def _union_nth(one: NthWeekday, other: NthWeekday) -> NthWeekday | None:
    if one.weekdays == other.weekdays and one.months == other.months:
        return replace(one, nths=_last_at_end({*one.nths, *other.nths}))
    return None


def _last_at_end(numbers: set[int]) -> tuple[int, ...]:
    return tuple(sorted(numbers, key=lambda n: n if n > 0 else 99))
