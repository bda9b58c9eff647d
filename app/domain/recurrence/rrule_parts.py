"""The text of an RRULE, taken apart and vetted: what is not expected is refused, in Japanese, before anything is counted."""

import re
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import Literal, TypeAlias, cast

from msgspec import Struct

from app.domain.errors import Unusable
from app.domain.recurrence.rule import EVERY_MONTH

Freq: TypeAlias = Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
FREQS = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
TOKYO = timezone(timedelta(hours=9), "Asia/Tokyo")
LONGEST = 300
LARGEST_INTERVAL = 52
LARGEST_COUNT = 500
LONGEST_LIST = 12
LONGEST_YEARS = 5
KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTH", "BYMONTHDAY", "WKST"})
ORDINALS = frozenset({-1, 1, 2, 3, 4, 5})
BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
UNTIL = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?")
Nth: TypeAlias = tuple[int | None, int]
"""A weekday with its ordinal in the month, or with none."""


class RuleParts(Struct, frozen=True):
    """The parts of a vetted rule. `until` is the last local moment, both ends included."""

    freq: Freq
    interval: int = 1
    count: int | None = None
    until: datetime | None = None
    days: tuple[Nth, ...] = ()
    months: tuple[int, ...] = EVERY_MONTH
    month_days: tuple[int, ...] = ()
    week_start: int = 0


def refused(sentence: str) -> Unusable:
    """The refusal of a rule."""
    return Unusable(sentence, "rrule")


def parts_of(text: str, start: datetime, zone: tzinfo = TOKYO) -> RuleParts:
    """The parts of an RRULE, with or without its name. Raises Unusable for whatever is not allowed here."""
    said = _split(text)
    freq = said.get("FREQ", "")
    if freq not in FREQS:
        raise refused("くり返しの単位（FREQ）は、DAILY・WEEKLY・MONTHLY・YEARLY のどれかにしてください。")
    if "COUNT" in said and "UNTIL" in said:
        raise refused("回数（COUNT）と終わりの日（UNTIL）は、どちらか一つにしてください。")
    parts = RuleParts(
        freq=cast(Freq, freq),
        interval=_number(said, "INTERVAL", LARGEST_INTERVAL) or 1,
        count=_number(said, "COUNT", LARGEST_COUNT),
        until=_until(said["UNTIL"], start, zone) if "UNTIL" in said else None,
        days=_days(said.get("BYDAY"), freq),
        months=_list(said, "BYMONTH", range(1, 13)) or EVERY_MONTH,
        month_days=_list(said, "BYMONTHDAY", [-1, *range(1, 32)]),
        week_start=_week_start(said.get("WKST", "MO")),
    )
    if parts.month_days and freq == "WEEKLY":
        raise refused("週ごとのくり返しに、月の日にち（BYMONTHDAY）は書けません。")
    return parts


def _split(text: str) -> dict[str, str]:
    if len(text) > LONGEST or not text.isascii():
        raise refused(f"くり返しの決まり（RRULE）は、英数字{LONGEST}文字までで書いてください。")
    said: dict[str, str] = {}
    for part in text.strip().upper().removeprefix("RRULE:").split(";"):
        name, is_set, value = part.partition("=")
        if not is_set or not value:
            raise refused("くり返しの決まりは「名前=値」を ; でつないで書いてください。")
        if name not in KNOWN:
            raise refused(f"「{name[:20]}」は、ここでは使えません。")
        if name in said:
            raise refused(f"「{name}」が二つあります。一つにまとめてください。")
        said[name] = value
    return said


def _number(said: dict[str, str], name: str, most: int) -> int | None:
    if name not in said:
        return None
    value = int(said[name]) if re.fullmatch(r"\d{1,3}", said[name]) else 0
    if not 1 <= value <= most:
        raise refused(f"「{name}」は、1から{most}までの数にしてください。")
    return value


def _items(name: str, value: str) -> list[str]:
    items = value.split(",")
    if len(items) > LONGEST_LIST:
        raise refused(f"「{name}」に並べられるのは{LONGEST_LIST}個までです。")
    return items


def _list(said: dict[str, str], name: str, allowed: range | list[int]) -> tuple[int, ...]:
    found = set()
    for item in _items(name, said[name]) if name in said else []:
        value = int(item) if re.fullmatch(r"[+-]?\d{1,2}", item) else 0
        if value not in allowed:
            raise refused(f"「{name}」に使えない値があります：{item[:20]}。")
        found.add(value)
    return tuple(sorted(found))


def _days(value: str | None, freq: str) -> tuple[Nth, ...]:
    if not value:
        return ()
    found = {_day(item, freq) for item in _items("BYDAY", value)}
    if len({nth is None for nth, _ in found}) > 1:
        # RFC 5545 unites them, python-dateutil intersects them: nobody can know what was meant.
        raise refused("「毎週の曜日」と「第何曜日」は、別々の決まりに分けてください。")
    return tuple(sorted(found, key=str))


def _day(item: str, freq: str) -> Nth:
    match = BY_DAY.fullmatch(item)
    if match is None:
        raise refused(f"曜日（BYDAY）に使えない値があります：{item[:20]}。")
    weekday = DAYS.index(match[2])
    if match[1] is None:
        return None, weekday
    if freq != "MONTHLY":
        raise refused("第何曜日かは、月ごとのくり返し（MONTHLY）だけに書けます。")
    if int(match[1]) not in ORDINALS:
        raise refused("第何曜日かは、1から5まで、または -1（最終）にしてください。")
    return int(match[1]), weekday


def _week_start(value: str) -> int:
    if value not in DAYS:
        raise refused("週の始まり（WKST）は、曜日にしてください。")
    return DAYS.index(value)


def _until(value: str, start: datetime, zone: tzinfo) -> datetime:
    match = UNTIL.fullmatch(value)
    if match is None:
        raise refused("終わりの日（UNTIL）は、20270331 のように書いてください。")
    hours = [int(part) for part in match.groups()[3:6] if part] or [23, 59, 59]
    try:
        until = datetime(*(int(part) for part in match.groups()[:3]), *hours)  # type: ignore[arg-type]  # noqa: DTZ001 -- local, as the start
        if match[7]:
            until = until.replace(tzinfo=timezone.utc).astimezone(zone).replace(tzinfo=None)  # noqa: UP017
    except (ValueError, OverflowError):
        raise refused("終わりの日（UNTIL）は、ない日です。") from None
    if until < start:
        raise refused("終わりの日（UNTIL）が、始まりより前です。")
    if until.date() > years_on(start.date()):
        raise refused(f"終わりの日（UNTIL）は、始まりから{LONGEST_YEARS}年までにしてください。")
    return until


def years_on(start: date) -> date:
    """The last day that a rule may reach where it is counted day by day."""
    return start + timedelta(days=366 * LONGEST_YEARS)
