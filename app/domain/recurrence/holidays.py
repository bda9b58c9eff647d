"""National holidays of Japan with 振替休日 and 国民の休日, and the turn of the year. Source: the package jpholiday."""

from datetime import date
from functools import lru_cache

import jpholiday
from msgspec import Struct

from app.domain.recurrence.rule import MonthDay

_AFTER = date.max.toordinal()


class YearEnd(Struct, frozen=True):
    """The first and last day of 年末年始 where a venue or organisation rests."""

    first: MonthDay = MonthDay(12, 29)
    last: MonthDay = MonthDay(1, 3)


DEC29_JAN3 = YearEnd()


@lru_cache(maxsize=256)
def holidays_of(year: int) -> dict[int, str]:
    """Ordinal → name, for one year; 春分の日 振替休日 is 振替休日. Empty outside the years the law can be read for."""
    if not 1949 <= year <= 2150:
        return {}
    return {day.toordinal(): name.rpartition(" ")[2] for day, name in jpholiday.year_holidays(year)}


def holiday_name(day: date) -> str | None:
    """春分の日 for 2027-03-21; None for a day that is no holiday."""
    return holidays_of(day.year).get(day.toordinal())


def is_workday(day: date) -> bool:
    """Monday to Friday and no national holiday."""
    return day.weekday() < 5 and holiday_name(day) is None


def in_year_end(day: date, year_end: YearEnd = DEC29_JAN3) -> bool:
    """Whether the day lies within 年末年始."""
    here = MonthDay(day.month, day.day)
    if year_end.first <= year_end.last:
        return year_end.first <= here <= year_end.last
    return here >= year_end.first or here <= year_end.last


def notable_days(window: tuple[int, int], year_end: YearEnd = DEC29_JAN3) -> frozenset[int]:
    """Ordinals of all holidays and year-end days of the years that a window touches, and maybe a few more."""
    first, last = date.fromordinal(window[0]).year, date.fromordinal(window[1]).year
    if first == last:
        return _notable_of(first, year_end)
    return frozenset().union(*(_notable_of(year, year_end) for year in range(first, last + 1)))


@lru_cache(maxsize=1024)
def _notable_of(year: int, year_end: YearEnd) -> frozenset[int]:
    first = date(year, 1, 1).toordinal()
    ends = (o for o in range(first, first + 366) if o < _AFTER and in_year_end(date.fromordinal(o), year_end))
    return frozenset([*holidays_of(year), *ends])
