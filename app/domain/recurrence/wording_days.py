"""Rules of days in words: 毎月第1・第3木曜, 毎週火・金曜, 隔週木曜（基準日2026年3月26日）."""

from datetime import date, time
from functools import singledispatch

from app.domain.recurrence.reasons import WEEKDAYS
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
    Weekly,
    Workdays,
    YearEndDays,
    YearlySpan,
)
from app.domain.recurrence.values import EVEN, ODD


@singledispatch
def days_words(rule: object) -> str:
    """The days of a rule, months first."""
    raise TypeError(f"no such rule: {rule!r}")


@days_words.register
def _(rule: NthWeekday) -> str:
    return f"{months_words(rule.months) or '毎月'}{nth_words(rule)}"


def nth_words(rule: NthWeekday) -> str:
    """第2・第4火曜, without the months."""
    return ordinal_words(rule.nths) + weekday_words(rule.weekdays)


def ordinal_words(nths: tuple[int, ...]) -> str:
    """第2・最終."""
    return "・".join("最終" if nth == -1 else f"第{nth}" for nth in nths)


def weekday_words(weekdays: tuple[int, ...]) -> str:
    """火・金曜, 月～金曜; empty for none."""
    if len(weekdays) > 2 and weekdays[-1] - weekdays[0] == len(weekdays) - 1:
        return f"{WEEKDAYS[weekdays[0]]}～{WEEKDAYS[weekdays[-1]]}曜"
    return "・".join(WEEKDAYS[weekday] for weekday in weekdays) + "曜" if weekdays else ""


def months_words(months: tuple[int, ...]) -> str:
    """偶数月の, 1・4月の; empty for every month."""
    if months == EVERY_MONTH:
        return ""
    return f"{month_list(months)}の"


def month_list(months: tuple[int, ...]) -> str:
    """偶数月, 1・4・7月."""
    if months == EVEN:
        return "偶数月"
    return "奇数月" if months == ODD else "・".join(map(str, months)) + "月"


@days_words.register
def _(rule: Weekly) -> str:
    return f"{months_words(rule.months)}毎週{weekday_words(rule.weekdays)}"


@days_words.register
def _(rule: Daily) -> str:
    return f"{months_words(rule.months)}毎日"


@days_words.register
def _(rule: Workdays) -> str:
    return f"{months_words(rule.months)}平日"


@days_words.register
def _(rule: NthWorkday) -> str:
    return f"{months_words(rule.months) or '毎月'}{ordinal_words(rule.nths)}平日"


@days_words.register
def _(rule: Holidays) -> str:
    return f"{months_words(rule.months)}祝日"


@days_words.register
def _(rule: DayOfMonth) -> str:
    return f"{months_words(rule.months) or '毎月'}{day_list(rule.days)}"


def day_list(days: tuple[int, ...]) -> str:
    """10日・20日・末日."""
    return "・".join("末日" if day == -1 else f"{day}日" for day in days)


@days_words.register
def _(rule: EveryNWeeks) -> str:
    every = "隔週" if rule.weeks == 2 else f"{rule.weeks}週間ごとの"
    return f"{every}{weekday_words(rule.weekdays)}（基準日{date_words(rule.anchor)}）"


@days_words.register
def _(rule: EveryNMonths) -> str:
    which = days_words(rule.rule).removeprefix("毎月")
    return f"{rule.every}か月ごとの{which}（基準日{date_words(rule.anchor)}）"


@days_words.register
def _(rule: Listed) -> str:
    words, year = [], None
    for day in rule.dates:
        head = "" if day.year == year else f"{day.year}年"
        words.append(f"{head}{day.month}月{day.day}日({WEEKDAYS[day.weekday()]})")
        year = day.year
    return "、".join(words)


@days_words.register
def _(rule: Following) -> str:
    return f"{days_words(rule.after)}の{'直前' if rule.back else '直後'}の{WEEKDAYS[rule.weekday]}曜"


@days_words.register
def _(rule: YearEndDays) -> str:  # noqa: ARG001 -- the dispatch asks for it
    return "年末年始"


@days_words.register
def _(rule: YearlySpan) -> str:
    return span_words(rule)


@days_words.register
def _(rule: DatedSpan) -> str:
    return span_words(rule)


def span_words(span: YearlySpan | DatedSpan) -> str:
    """8月13日～8月16日, お盆（8月13日～8月16日）."""
    days = f"{_day_words(span.first)}～{_day_words(span.last)}"
    return f"{span.name}（{days}）" if span.name else days


def _day_words(day: MonthDay | date) -> str:
    return f"{day.month}月{day.day}日" if isinstance(day, MonthDay) else date_words(day)


def date_words(day: date) -> str:
    """2026年4月8日."""
    return f"{day.year}年{day.month}月{day.day}日"


def clock_words(moment: time) -> str:
    """9:30; before six with a nought (05:00), as 5:00 would be taken for the afternoon."""
    return (
        f"{moment.hour:02d}:{moment.minute:02d}" if moment.hour < 6 else f"{moment.hour}:{moment.minute:02d}"
    )
