"""Dates and hours as a reader says them, in the language of the request. All of them are template filters."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.month import clock_words, day_words, hours_words, month_words
from app.domain.recurrence.holidays import holiday_name
from app.web.i18n import LANGUAGE, gettext

MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
REIWA = 2018


def day(value: date) -> str:
    """11月22日（日） · Sun 22 November."""
    if LANGUAGE.get() == "en":
        return f"{DAYS[value.weekday()]} {value.day} {MONTHS[value.month - 1]}"
    return day_words(value)


def day_and_year(value: date) -> str:
    """2026年11月22日（日） · Sun 22 November 2026."""
    return f"{day(value)} {value.year}" if LANGUAGE.get() == "en" else f"{value.year}年{day_words(value)}"


def era(value: date) -> str:
    """令和8年11月22日（日）, for reports. English has the common year."""
    if LANGUAGE.get() == "en":
        return day_and_year(value)
    return f"{reiwa(value.year)}年{day_words(value)}"


def fiscal(year: int) -> str:
    """令和8年度 · fiscal year 2026: from April of that year to March of the next."""
    return f"fiscal year {year}" if LANGUAGE.get() == "en" else f"{reiwa(year)}年度"


def reiwa(year: int) -> str:
    """令和8, 令和元."""
    return f"令和{year - REIWA if year > REIWA + 1 else '元'}"


def month(value: date) -> str:
    """2026年11月 · November 2026."""
    return f"{MONTHS[value.month - 1]} {value.year}" if LANGUAGE.get() == "en" else month_words(value)


def month_name(value: date) -> str:
    """11月 · November."""
    return MONTHS[value.month - 1] if LANGUAGE.get() == "en" else f"{value.month}月"


def holiday(value: date) -> str:
    """勤労感謝の日 · Labour Thanksgiving Day; empty for a day that is no holiday."""
    name = holiday_name(value)
    return gettext(name) if name else ""


def dotted(*parts: str) -> str:
    """The parts that are not empty: 会場・参加席 · Venue · Talking seat."""
    return gettext("・").join(part for part in parts if part)


def clock(value: time) -> str:
    """9:30."""
    return clock_words(value)


def hours(starts: time | None, ends: time | None) -> str:
    """13:30～15:30 · 13:30–15:30; 時刻は未定 without both."""
    if starts is None and ends is None:
        return gettext("時刻は未定")
    words = hours_words(starts, ends)
    return words.replace("～", "–") if LANGUAGE.get() == "en" else words


def moment(value: datetime, zone: ZoneInfo) -> str:
    """11月22日（日）13:30, of an instant."""
    local = value.astimezone(zone)
    space = " " if LANGUAGE.get() == "en" else ""
    return f"{day(local.date())}{space}{clock(local.time())}"


FILTERS: dict[str, Callable[..., Any]] = {
    "day": day,
    "day_and_year": day_and_year,
    "era": era,
    "month": month,
    "clock": clock,
    "hours": hours,
    "moment": moment,
}
