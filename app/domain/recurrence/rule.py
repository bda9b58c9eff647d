"""What schedule words mean, as values: rules of days, hours, exclusions, shifts. Stored as JSON.

Weekdays are 0 (Monday) to 6 (Sunday). An nth is 1 to 5, or -1 for 最終. A day of the month is 1 to 31, or -1 for 末日.
Tuples are sorted and without repetition, so that equal meaning is equal value.
"""

from datetime import date, time
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct

EVERY_MONTH: tuple[int, ...] = tuple(range(1, 13))
EVERY_DAY: tuple[int, ...] = tuple(range(7))

HolidayPolicy: TypeAlias = Literal[
    "undecided", "closed", "open", "next_day", "next_workday", "next_week", "previous_workday"
]
Day: TypeAlias = date
Target: TypeAlias = Literal[
    "next_day",
    "next_workday",
    "next_week",
    "previous_day",
    "previous_workday",
    "previous_week",
    "weekday",
    "previous_weekday",
    "nth",
]


class MonthDay(Struct, frozen=True, order=True, array_like=True):
    """A day of every year: 12月29日."""

    month: int
    day: int


class NthWeekday(Struct, frozen=True, tag="nth_weekday"):
    """第1・第3木曜, 偶数月第3金曜, 最終木曜."""

    nths: tuple[int, ...]
    weekdays: tuple[int, ...]
    months: tuple[int, ...] = EVERY_MONTH


class Weekly(Struct, frozen=True, tag="weekly"):
    """毎週火・金曜."""

    weekdays: tuple[int, ...]
    months: tuple[int, ...] = EVERY_MONTH


class Daily(Struct, frozen=True, tag="daily"):
    """毎日; among exclusions with months: 8月は休み."""

    months: tuple[int, ...] = EVERY_MONTH


class Workdays(Struct, frozen=True, tag="workdays"):
    """平日: Monday to Friday that is not a national holiday."""

    months: tuple[int, ...] = EVERY_MONTH


class Holidays(Struct, frozen=True, tag="holidays"):
    """祝日, with 振替休日 and 国民の休日."""

    months: tuple[int, ...] = EVERY_MONTH


class NthWorkday(Struct, frozen=True, tag="nth_workday"):
    """第1平日, 第2営業日, 最終平日: counted among the days of 平日."""

    nths: tuple[int, ...]
    months: tuple[int, ...] = EVERY_MONTH


class DayOfMonth(Struct, frozen=True, tag="day_of_month"):
    """毎月20日, 末日, 4と9のつく日."""

    days: tuple[int, ...]
    months: tuple[int, ...] = EVERY_MONTH


class EveryNWeeks(Struct, frozen=True, tag="every_n_weeks"):
    """隔週木曜: the week (from Monday) of the anchor, and every nth week before and after it."""

    weeks: int
    weekdays: tuple[int, ...]
    anchor: date


class EveryNMonths(Struct, frozen=True, tag="every_n_months"):
    """5か月ごとの第2土曜: in the month of the anchor, and every nth month before and after it. For what 12 cannot be divided by."""

    every: int
    rule: NthWeekday | DayOfMonth
    anchor: date


class Listed(Struct, frozen=True, tag="listed"):
    """Dates that the words name one by one."""

    dates: tuple[date, ...]


class YearEndDays(Struct, frozen=True, tag="year_end"):
    """年末年始: 12/29 to 1/3 unless the organisation sets it."""


class YearlySpan(Struct, frozen=True, tag="yearly_span"):
    """8月13日～16日 of every year, first and last included; may pass the turn of the year."""

    first: MonthDay
    last: MonthDay
    name: str = ""


class DatedSpan(Struct, frozen=True, tag="dated_span"):
    """A span of one year, first and last included: お盆 as an organisation has set it for this year."""

    first: date
    last: date
    name: str = ""


PlainRule: TypeAlias = (
    NthWeekday
    | Weekly
    | Daily
    | Workdays
    | NthWorkday
    | Holidays
    | DayOfMonth
    | EveryNWeeks
    | EveryNMonths
    | Listed
    | YearEndDays
    | YearlySpan
    | DatedSpan
)


class Following(Struct, frozen=True, tag="following"):
    """第3火曜の直後の木曜: the first such weekday after each day of another rule; `back`, the last one before it (第3日曜の前日)."""

    after: PlainRule
    weekday: int
    back: bool = False


Rule: TypeAlias = PlainRule | Following


class Shift(Struct, frozen=True):
    """祝日の場合は翌週: where a date goes that falls on a holiday, on one of these weekdays or into the year end.

    A weekday or nth target (翌火曜日, 翌週の金曜日, 第3月曜日) is taken literally; the day-wise ones go on to the first free day.
    """

    to: Target
    holidays: bool = True
    weekdays: tuple[int, ...] = ()
    year_end: bool = False
    weekday: int | None = None
    nth: int | None = None


class Closed(Struct, frozen=True):
    """Days on which nothing is held; with what happens to the closing itself on a holiday (水曜休館、祝日は開館)."""

    days: Rule
    open_on_holidays: bool = False
    shift: Shift | None = None


class Instead(Struct, frozen=True):
    """※2月は第1水曜日: in the months of this rule it stands in place of the rule; of one year only where a year is said."""

    rule: Rule
    year: int | None = None


class Hours(Struct, frozen=True):
    """From when to when; either may be unsaid. The id names this part of the day and is not a position."""

    id: str
    start: time | None = None
    end: time | None = None


class Entry(Struct, frozen=True):
    """One rule of days with its hours and what limits it. `within` empty means the whole year."""

    rule: Rule
    hours: tuple[Hours, ...]
    closed: tuple[Closed, ...] = ()
    instead: tuple[Instead, ...] = ()
    shift: Shift | None = None
    open_on_holidays: bool = False
    first: date | None = None
    last: date | None = None
    within: tuple[YearlySpan | DatedSpan, ...] = ()


class Timetable(Struct, frozen=True):
    """予定の言葉: the union of its entries. Tentative where the words say 原則."""

    entries: tuple[Entry, ...]
    tentative: bool = False


class Promise(Struct, frozen=True):
    """週2回, 年5回程度: how often without saying when. Years are fiscal, from April."""

    count: int
    per: Literal["week", "month", "year"]
    about: bool = False


class Remark(Struct, frozen=True):
    """A thing to look at: code of the contract, Japanese, the date it is about (None for the words as a whole).

    `to` is where a date has gone that moved; `why` is the reason by itself, to stand beside the date.
    """

    code: str
    text: str
    date: Day | None = None
    to: Day | None = None
    why: str = ""


def hours_of(start: time | None = None, end: time | None = None) -> Hours:
    """Hours whose id follows from what they say: "1000-1200", "1700-", "-" for hours unsaid."""
    return Hours(f"{_digits(start)}-{_digits(end)}", start, end)


def _digits(moment: time | None) -> str:
    return moment.isoformat("minutes").replace(":", "") if moment else ""


NO_HOURS = hours_of()


def keep_parts(old: Timetable, new: Timetable) -> Timetable:
    """The new timetable with the ids of the old where hours are the same, or where both have only one kind of hours.

    So that an edited rule keeps its sessions: 14:00 instead of 13:30 is the same part of the day.
    """
    before, after = _all_hours(old), _all_hours(new)
    ids = {(h.start, h.end): h.id for h in before}
    if len(before) == len(after) == 1:
        ids = {(after[0].start, after[0].end): before[0].id}
    taken = set(ids.values())
    entries = tuple(_with_ids(entry, ids, taken) for entry in new.entries)
    return msgspec.structs.replace(new, entries=entries)


def _all_hours(timetable: Timetable) -> list[Hours]:
    return list(dict.fromkeys(h for entry in timetable.entries for h in entry.hours))


def _with_ids(entry: Entry, ids: dict[tuple[time | None, time | None], str], taken: set[str]) -> Entry:
    hours = tuple(Hours(_free_id(h, ids, taken), h.start, h.end) for h in entry.hours)
    return msgspec.structs.replace(entry, hours=hours)


def _free_id(hours: Hours, ids: dict[tuple[time | None, time | None], str], taken: set[str]) -> str:
    kept = ids.get((hours.start, hours.end))
    if kept is not None:
        return kept
    return f"{hours.id}+" if hours.id in taken else hours.id


def to_json(timetable: Timetable) -> bytes:
    """The timetable as it is stored."""
    return msgspec.json.encode(timetable)


def from_json(stored: bytes | str) -> Timetable:
    """A stored timetable. Raises msgspec.ValidationError for anything else."""
    return msgspec.json.decode(stored, type=Timetable)
