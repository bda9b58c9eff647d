"""Months, fiscal years and how dates are said: 11月22日（日）, 13:30～15:30.

A month is the date of its first day. Fiscal years begin in April.
"""

import re
from calendar import monthrange
from datetime import date, time, timedelta
from typing import TypeAlias

from app.domain.errors import Unusable

Day: TypeAlias = date
"""For values that have a field named date."""

WEEKDAYS = "月火水木金土日"
MONTH = re.compile(r"(\d{4})-(\d{2})")
LONGEST_SPAN = 12


def month_of(day: date) -> date:
    """The month a day lies in."""
    return day.replace(day=1)


def add_months(month: date, count: int) -> date:
    """The month so many months later, or earlier where the count is negative."""
    index = month.year * 12 + month.month - 1 + count
    return date(index // 12, index % 12 + 1, 1)


def last_day(month: date) -> date:
    """The last day of a month."""
    return month.replace(day=monthrange(month.year, month.month)[1])


def same_day(day: date, months: int) -> date:
    """The same day of the month so many months later; the month's last day where it is shorter."""
    month = add_months(month_of(day), months)
    return min(month + timedelta(days=day.day - 1), last_day(month))


def read_month(text: str) -> date:
    """The month of 2026-11. Raises Unusable for anything else."""
    found = MONTH.fullmatch(text)
    if not found or not 1 <= int(found[2]) <= 12 or not 1970 <= int(found[1]) <= 2200:
        raise Unusable("月は 2026-11 のように書いてください。", "month")
    return date(int(found[1]), int(found[2]), 1)


def span_of(first: date, count: int) -> tuple[date, ...]:
    """So many months from the first on. Raises Unusable unless there are 1 to 12."""
    if not 1 <= count <= LONGEST_SPAN:
        raise Unusable("一度に出せるのは、1か月から12か月までです。", "months")
    return tuple(add_months(month_of(first), step) for step in range(count))


def fiscal_year(day: date) -> int:
    """2026 for every day from 2026-04-01 to 2027-03-31."""
    return day.year if day.month >= 4 else day.year - 1


def month_words(month: date) -> str:
    """2026年11月."""
    return f"{month.year}年{month.month}月"


def month_name(month: date) -> str:
    """11月."""
    return f"{month.month}月"


def day_words(day: date) -> str:
    """11月22日（日）."""
    return f"{day.month}月{day.day}日（{WEEKDAYS[day.weekday()]}）"


def clock_words(at: time) -> str:
    """9:30."""
    return f"{at.hour}:{at.minute:02}"


def hours_words(starts: time | None, ends: time | None) -> str:
    """13:30～15:30, 13:30～ without an end, ～15:30 without a start, 時刻は未定 without both."""
    if starts is None and ends is None:
        return "時刻は未定"
    return f"{clock_words(starts) if starts else ''}～{clock_words(ends) if ends else ''}"
