"""Named periods that an organisation sets (お盆, GW, 夏休み), and its 年末年始: what schedule words lean on."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from msgspec import Struct

from app.domain.errors import Misfilled
from app.domain.recurrence.cursor import Periods
from app.domain.recurrence.holidays import YearEnd
from app.domain.recurrence.rule import DatedSpan, MonthDay

USUAL = ("お盆", "GW", "夏休み", "冬休み", "春休み")
MOST = 40
LONGEST = timedelta(days=200)
LONGEST_NAME = 20
SAME_NAMES = (("GW", "ゴールデンウィーク", "ゴールデンウイーク"),)
LEAP_YEAR = 2024


class Period(Struct, frozen=True, order=True):
    """One span of one year, both days included: お盆 of 2026."""

    name: str
    first: date
    last: date


def check_periods(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The periods by name and day, each once. Raises Misfilled for names and days that cannot be."""
    found = tuple(sorted({_checked(each) for each in periods}))
    if len(found) > MOST:
        raise Misfilled({"name": f"期間は{MOST}個までにしてください。過ぎたものは消せます。"})
    return found


def _checked(period: Period) -> Period:
    name = unicodedata.normalize("NFKC", period.name).strip()
    if not name or len(name) > LONGEST_NAME:
        raise Misfilled({"name": f"期間の名前を、{LONGEST_NAME}文字までで書いてください。"})
    if period.last < period.first:
        raise Misfilled({"last": f"「{name}」の終わりの日は、始まりの日より後にしてください。"})
    if period.last - period.first > LONGEST:
        raise Misfilled({"last": f"「{name}」が長すぎます。日にちを確かめてください。"})
    return Period(name, period.first, period.last)


def spans_by_name(stored: Mapping[str, Iterable[tuple[date, date]]]) -> Periods:
    """Stored periods as reading takes them: under their own name and under others for the same (GW)."""
    found = {
        name: tuple(DatedSpan(first, last, name) for first, last in spans) for name, spans in stored.items()
    }
    for names in SAME_NAMES:
        known = next((found[name] for name in names if name in found), None)
        if known:
            found = dict.fromkeys(names, known) | found
    return found


def read_month_day(words: str) -> MonthDay | None:
    """A day of every year as people write it: 12月29日, 12/29, 12-29; None for anything else."""
    plain = unicodedata.normalize("NFKC", words).strip()
    match = re.fullmatch(r"(\d{1,2})[-/.月](\d{1,2})日?", plain)
    if match is None:
        return None
    month, day = int(match[1]), int(match[2])
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(LEAP_YEAR, month)[1]:
        return None
    return MonthDay(month, day)


def read_year_end(first: str, last: str) -> YearEnd:
    """年末年始 from its two days. Raises Misfilled where one cannot be read, or where it is not around the new year."""
    found = read_month_day(first), read_month_day(last)
    wrong = {
        field: "「12月29日」のように、月と日で書いてください。"
        for field, day in zip(("year_end_first", "year_end_last"), found, strict=True)
        if day is None
    }
    if wrong or found[0] is None or found[1] is None:
        raise Misfilled(wrong)
    if found[0].month < 12 or found[1].month > 1:
        raise Misfilled({"year_end_first": "年末年始は、12月から1月までの間で書いてください。"})
    return YearEnd(found[0], found[1])
