"""回数の約束 (週2回, 年5回): how many dates are still to be entered. Years are fiscal, from April."""

from collections.abc import Iterable
from datetime import date, timedelta

from app.domain.month import fiscal_year, last_day, month_of
from app.domain.recurrence.rule import Promise

PERIODS = {"week": "今週", "month": "今月", "year": "今年度"}
PER = {"week": "週", "month": "月", "year": "年"}


def period_of(per: str, day: date) -> tuple[date, date]:
    """The week (from Monday), month or fiscal year a day lies in: first and last day."""
    if per == "week":
        first = day - timedelta(days=day.weekday())
        return first, first + timedelta(days=6)
    if per == "month":
        return month_of(day), last_day(month_of(day))
    return date(fiscal_year(day), 4, 1), date(fiscal_year(day) + 1, 3, 31)


def left_of(promise: Promise, dates: Iterable[date], day: date) -> int:
    """How many dates the promise still lacks in the period of a day; 0 once it is kept."""
    first, last = period_of(promise.per, day)
    return max(0, promise.count - sum(first <= each <= last for each in dates))


def left_words(promise: Promise, dates: Iterable[date], day: date) -> str:
    """今年度はあと2回, or 今年度の5回は入りました."""
    left, period = left_of(promise, dates, day), PERIODS[promise.per]
    return f"{period}はあと{left}回" if left else f"{period}の{promise.count}回は入りました"


def promise_words(promise: Promise) -> str:
    """年5回程度."""
    return f"{PER[promise.per]}{promise.count}回{'程度' if promise.about else ''}"
