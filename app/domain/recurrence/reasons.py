"""Why a date is missing or has moved, in Japanese a reader of the page understands."""

from datetime import date

from app.domain.recurrence.days import Window, days_of, month_start
from app.domain.recurrence.fate import Cause, Fate, Setting, fates, months_in
from app.domain.recurrence.holidays import holiday_name, in_year_end
from app.domain.recurrence.rule import (
    Closed,
    Daily,
    DatedSpan,
    Entry,
    Holidays,
    Instead,
    NthWeekday,
    Remark,
    Weekly,
    Workdays,
    YearEndDays,
    YearlySpan,
)

WEEKDAYS = "月火水木金土日"


def day_words(day: date) -> str:
    """7月20日(月)."""
    return f"{day.month}月{day.day}日({WEEKDAYS[day.weekday()]})"


def why_words(day: date) -> str:
    """祝日（海の日）, 年末年始 or the weekday: what a date met that had to move."""
    name = holiday_name(day)
    if name:
        return f"祝日（{name}）"
    return "年末年始" if in_year_end(day) else f"{WEEKDAYS[day.weekday()]}曜日"


def moved_text(entry: Entry, nominal: date, held: date) -> str:  # noqa: ARG001 -- the entry may say more one day
    """7月20日(月)が祝日（海の日）のため、この日に移りました."""
    return f"{day_words(nominal)}が{why_words(nominal)}のため、{day_words(held)}に移ります"


def closed_text(cause: Cause, day: date) -> str:
    """The reason for one date that is not held."""
    if cause == "policy":
        return f"{day_words(day)}は{why_words(day)}のためお休みです"
    if isinstance(cause, Closed):
        return f"{day_words(day)}は{_closed_words(cause, day)}のためお休みです"
    return f"{day_words(day)}はお休みです"


def closed_why(cause: Cause, day: date) -> str:
    """祝日（海の日）のため: the reason of closed_text without its date; empty where there is none to tell."""
    if cause == "policy":
        return f"{why_words(day)}のため"
    return f"{_closed_words(cause, day)}のため" if isinstance(cause, Closed) else ""


def _closed_words(closed: Closed, day: date) -> str:
    rule = closed.days
    if isinstance(rule, Holidays):
        return why_words(day)
    if isinstance(rule, YearEndDays):
        return "年末年始"
    if isinstance(rule, YearlySpan | DatedSpan) and rule.name:
        return rule.name
    if isinstance(rule, NthWeekday):
        return _nth_words(rule, day)
    if isinstance(rule, Daily):
        return f"{day.month}月の休み"
    return f"{WEEKDAYS[day.weekday()]}曜日" if isinstance(rule, Weekly) else "決められた休み"


def _nth_words(rule: NthWeekday, day: date) -> str:
    nth = (day.day - 1) // 7 + 1
    return f"{'第' + str(nth) if nth in rule.nths else '最終'}{WEEKDAYS[day.weekday()]}曜日"


def gap_remarks(entry: Entry, window: Window, setting: Setting) -> list[Remark]:
    """One remark for each date of the entry that is not held or has moved, and for months with another rule."""
    found = [
        r
        for r in (_remark(entry, fate) for fate in fates(entry, window, setting) if _notable(entry, fate))
        if r
    ]
    return found + _exchanged(entry, window, setting)


def _notable(entry: Entry, fate: Fate) -> bool:
    """平日 that leaves out holidays, and 毎日 with its weekly rest, surprise nobody."""
    if isinstance(fate.cause, Closed) and isinstance(entry.rule, Daily | Workdays):
        return not isinstance(fate.cause.days, Weekly)
    return True


def _remark(entry: Entry, fate: Fate) -> Remark | None:
    nominal = date.fromordinal(fate.nominal)
    if fate.held is None:
        text, why = closed_text(fate.cause, nominal), closed_why(fate.cause, nominal)
        return Remark("excluded", text, nominal, why=why)
    if fate.held != fate.nominal:
        held = date.fromordinal(fate.held)
        why = f"{why_words(nominal)}のため、{day_words(held)}に移ります"
        return Remark("moved", moved_text(entry, nominal, held), nominal, held, why)
    return None


def _exchanged(entry: Entry, window: Window, setting: Setting) -> list[Remark]:
    """The dates of the rule in months that have another one (※2月は第1水曜日)."""
    if not entry.instead:
        return []
    days = [date.fromordinal(o) for o in days_of(entry.rule, window, setting.year_end)]
    return [
        Remark("moved", f"{day.month}月は{_instead_words(instead, day)}", day)
        for day in days
        for instead in entry.instead
        if day.month in months_in(instead.rule)
        and instead.year in (None, day.year)
        and day.toordinal() not in _days_of_month(instead, day)
    ]


def _days_of_month(instead: Instead, day: date) -> list[int]:
    start, _, length = month_start(day.year, day.month)
    return days_of(instead.rule, (start, start + length - 1))


def _instead_words(instead: Instead, day: date) -> str:
    days = [day_words(date.fromordinal(o)) for o in _days_of_month(instead, day)]
    return f"{'、'.join(days)}です" if days else "開催がありません"
