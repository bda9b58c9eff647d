"""Dates as the words give them to real dates: the year from the words, from the list so far, or from the anchor."""

from collections.abc import Iterable
from datetime import date

from app.domain.recurrence.reasons import WEEKDAYS
from app.domain.recurrence.values import Said, is_real


class NoYear(Exception):
    """The words name no year, and none can be had from the anchor."""


class WrongDay(Exception):
    """The weekday in brackets is not that of the date. The message is for people."""


def resolve(said: Iterable[Said], anchor: date | None) -> tuple[date, ...]:
    """Real dates, ascending through a list: a year once said holds on, and a smaller month is the next year's.

    Raises NoYear, or WrongDay where a weekday contradicts the calendar or the day does not exist.
    """
    found: list[date] = []
    year: int | None = None
    for one in said:
        if one.year is not None:
            year = one.year
        elif year is not None and found and one.month < found[-1].month:
            year += 1
        day = _real(one, year) if year is not None else _near(one, anchor)
        year = year if year is None else day.year
        found.append(day)
    return tuple(found)


def _real(one: Said, year: int) -> date:
    if not is_real(one, year):
        raise WrongDay(f"{year}年{one.month}月{one.day}日はありません")
    day = date(year, one.month, one.day)
    if one.weekday is not None and day.weekday() != one.weekday:
        raise WrongDay(f"{year}年{one.month}月{one.day}日は{WEEKDAYS[day.weekday()]}曜日です")
    return day


def _near(one: Said, anchor: date | None) -> date:
    """The first such date from the day of writing on."""
    if anchor is None:
        raise NoYear
    year = anchor.year
    if (one.month, one.day) < (anchor.month, anchor.day):
        year += 1
    return _real(one, year)
