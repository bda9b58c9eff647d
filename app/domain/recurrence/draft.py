"""Rules on their way to a timetable, and what was found besides."""

from msgspec import Struct, field

from app.domain.recurrence.rule import (
    Closed,
    Hours,
    NthWeekday,
    Promise,
    Remark,
    Rule,
    Timetable,
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
    same_hours: bool = False
    closed: tuple[Closed, ...] = ()

    @property
    def nths(self) -> tuple[int, ...]:
        """The ordinals of the rule, () where it has none."""
        return self.rule.nths if isinstance(self.rule, NthWeekday) else ()
