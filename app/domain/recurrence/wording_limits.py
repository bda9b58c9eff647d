"""Exclusions, shifts and months of their own in words: （祝日・8月を除く）, （祝日の場合は翌週）, ※2月は第1水曜."""

from app.domain.recurrence.reasons import WEEKDAYS
from app.domain.recurrence.rule import (
    EVERY_MONTH,
    Closed,
    Daily,
    DayOfMonth,
    Entry,
    Holidays,
    Instead,
    Listed,
    NthWeekday,
    Rule,
    Shift,
    Weekly,
    YearEndDays,
    YearlySpan,
)
from app.domain.recurrence.wording_days import (
    day_list,
    days_words,
    month_list,
    months_words,
    nth_words,
    weekday_words,
)

TARGET_WORDS = {
    "next_day": "翌日",
    "next_workday": "翌平日",
    "next_week": "翌週",
    "previous_day": "前日",
    "previous_workday": "前営業日",
    "previous_week": "前週",
}
NAMED_WORDS = {
    "weekday": "直後の",
    "previous_weekday": "直前の",
    "next_week": "翌週の",
    "previous_week": "前週の",
}


def limit_words(entry: Entry) -> str:
    """The brackets of an entry: what is excluded, what is moved, whether holidays are open."""
    words = ""
    if entry.closed:
        items = [_closed_words(closed) for closed in entry.closed]
        join = "、" if any("・" in item for item in items) else "・"
        words += f"（{join.join(items)}を除く）"
    if entry.shift:
        words += f"（{shift_words(entry.shift)}）"
    return words + ("（祝日も開催）" if entry.open_on_holidays else "")


def _closed_words(closed: Closed) -> str:
    words = _excluded_words(closed.days)
    if closed.open_on_holidays:
        return f"{words}（祝日は開催）"
    return f"{words}（{shift_words(closed.shift)}）" if closed.shift else words


def _excluded_words(rule: Rule) -> str:  # noqa: PLR0911 -- a table of rules
    match rule:
        case Holidays():
            return "祝日"
        case YearEndDays():
            return "年末年始"
        case Daily(months=months):
            return month_list(months)
        case Weekly(weekdays=weekdays, months=months):
            return months_words(months) + weekday_words(weekdays)
        case NthWeekday(months=months):
            return months_words(months) + nth_words(rule)
        case DayOfMonth(days=days, months=months):
            return months_words(months) + ("毎月" if months == EVERY_MONTH else "") + day_list(days)
        case Listed(dates=dates):
            return "、".join(f"{d.year}年{d.month}月{d.day}日" for d in dates)
        case YearlySpan(first=first, last=last, name="") if first == last:
            return f"{first.month}月{first.day}日"
        case _:
            return days_words(rule)


def shift_words(shift: Shift) -> str:
    """祝日の場合は翌週."""
    conditions = ["祝日"] * shift.holidays + ["年末年始"] * shift.year_end
    conditions += [weekday_words(shift.weekdays)] if shift.weekdays else []
    return f"{'・'.join(conditions)}の場合は{_target_words(shift)}"


def _target_words(shift: Shift) -> str:
    weekday = "" if shift.weekday is None else f"{WEEKDAYS[shift.weekday]}曜"
    if shift.to == "nth":
        return ("最終" if shift.nth == -1 else f"第{shift.nth}") + (weekday or "週")
    return NAMED_WORDS[shift.to] + weekday if weekday else TARGET_WORDS[shift.to]


def note_words(entry: Entry, *, bracket: bool = False) -> str:
    """The months with a rule of their own, as notes or, for one of several entries, in brackets."""
    notes = [_instead_words(instead) for instead in entry.instead]
    if not bracket:
        return "".join(f" ※{note}" for note in notes)
    return "".join(f"（{note}）" for note in notes)


def _instead_words(instead: Instead) -> str:
    year = f"{instead.year}年" if instead.year else ""
    match instead.rule:
        case NthWeekday(months=months):
            return f"{year}{month_list(months)}は{nth_words(instead.rule)}"
        case DayOfMonth(days=days, months=months):
            return f"{year}{month_list(months)}は{day_list(days)}"
        case _:
            return f"{year}{days_words(instead.rule)}"
