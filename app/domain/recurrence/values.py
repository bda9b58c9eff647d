"""What the text of a token says, as numbers: 第1・第3 → (1, 3), 月～金 → (0, 1, 2, 3, 4), 午後1時半から3時 → 13:30, 15:00."""

import re
from datetime import date, time

from msgspec import Struct

from app.domain.recurrence.rule import EVERY_MONTH, Promise

LETTERS = "月火水木金土日"
EVEN, ODD = tuple(range(2, 13, 2)), tuple(range(1, 12, 2))
ERAS = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988}
_ORDINAL = re.compile(r"([1-5])週?\s*(?:~|から)\s*第?([1-5])|([1-5])|(最終|最後|ラスト|末)|(最初|初|はじめ)")
_WEEKDAY = re.compile(rf"([{LETTERS}])(?:曜日?)?(?:\s*(?:~|から)\s*([{LETTERS}])(?:曜日?)?)?")
_MONTH = re.compile(r"(\d{1,2})月?(?:\s*(?:~|から)\s*(?:翌年?の?)?(\d{1,2}))?")
_CLOCK = re.compile(
    r"(?P<next>翌)?(?:朝|日)?の?(?P<before>午前|午後|[AaPp]\.?[Mm]\.?|お?昼|夕方|早朝|深夜|朝|夜|夕|晩)?の?\s*"
    r"(?:(?P<hour>\d{1,2})(?::(?P<minute>\d\d)|時(?:(?P<half>半)|(?P<minutes>\d{1,2})分?)?)?|(?P<word>正午|零時))"
    r"\s*(?P<after>[AaPp]\.?[Mm]\.?)?"
)
_YEAR = re.compile(r"(令和|平成|R|H|20)\s*(\d{1,2})[年/.]?(度)?")
_MONTH_DAY = re.compile(r"(\d{1,2})\s*[月/.]\s*(\d{1,2})")
_MORE_DAYS = re.compile(r"(\d{1,2})日?")
_MARK = re.compile(rf"\(?([{LETTERS}])(?:曜日?)?(?:[・/、]?祝日?)?\)?")


class Said(Struct, frozen=True):
    """A date as the words give it: the year and the weekday may be unsaid."""

    year: int | None
    month: int
    day: int
    weekday: int | None = None


def ordinals(text: str) -> tuple[int, ...]:
    """第1~3 → (1, 2, 3); 最終 → (-1,)."""
    found: set[int] = set()
    for low, high, one, last, first in _ORDINAL.findall(text):
        found.update(range(int(low), int(high) + 1) if low else ())
        found.update([int(one)] if one else [-1] if last else [1] if first else [])
    return tuple(sorted(found, key=lambda nth: nth if nth > 0 else 9))


def weekdays(text: str) -> tuple[int, ...]:
    """月～金 → (0, 1, 2, 3, 4); 土~月 passes over Sunday."""
    found: set[int] = set()
    for first, last in _WEEKDAY.findall(text.replace("まで", "")):
        at = LETTERS.index(first)
        steps = (LETTERS.index(last) - at) % 7 if last else 0
        found.update((at + step) % 7 for step in range(steps + 1))
    return tuple(sorted(found))


def months(text: str) -> tuple[int, ...]:
    """4~9月 → (4, …, 9); 12月~2月 passes the turn of the year. Empty where a number is no month."""
    if "偶数" in text:
        return EVEN
    if "奇数" in text:
        return ODD
    found: set[int] = set()
    for first, last in _MONTH.findall(text):
        steps = (int(last) - int(first)) % 12 if last else 0
        found.update((int(first) - 1 + step) % 12 + 1 for step in range(steps + 1))
        if int(first) not in EVERY_MONTH or (last and int(last) not in EVERY_MONTH):
            return ()
    return tuple(sorted(found))


def come_apart(months: tuple[int, ...] | None) -> bool:
    """偶数月, 3・6・9・12月: a bare weekday there is one of them; of 7・8月 and 5月～9月 it is all."""
    return months is not None and len(months) > 1 and not any(m % 12 + 1 in months for m in months)


def year_of(text: str) -> int | None:
    """令和8年, R8, 2026年 → 2026; None where no year is said."""
    match = _YEAR.search(text)
    if not match:
        return None
    year = int(match[1] + match[2].zfill(2)) if match[1] == "20" else ERAS[match[1]] + int(match[2])
    return year if year < 2100 else None


def is_fiscal(text: str) -> bool:
    """Whether the year is a 年度, from April."""
    match = _YEAR.search(text)
    return bool(match and match[3])


def year_month(text: str) -> tuple[int, int] | None:
    """令和9年2月 → (2027, 2)."""
    year, match = year_of(text), re.search(r"(\d{1,2})月", text)
    if year is None or not match or not 1 <= int(match[1]) <= 12:
        return None
    fiscal = is_fiscal(text) and int(match[1]) < 4
    return year + fiscal, int(match[1])


def dates_said(text: str) -> tuple[Said, ...]:
    """4月6・20日 → two dates of April; weekdays in brackets are kept for checking."""
    year, rest = year_of(text), _without_year(text)
    match = _MONTH_DAY.search(rest)
    if not match:
        return ()
    month = int(match[1])
    if year is not None and is_fiscal(text) and month < 4:
        year += 1
    found = _said(year, month, match[2], rest[match.end() :])
    after = _skip_mark(rest[match.end() :])
    more = [_said(year, month, m[1], after[m.end() :]) for m in _MORE_DAYS.finditer(after)]
    return (found, *more)


def _without_year(text: str) -> str:
    match = _YEAR.match(text)
    return text[match.end() :] if match else text


def _skip_mark(text: str) -> str:
    return re.sub(r"^日", "", text)


def _said(year: int | None, month: int, day: str, after: str) -> Said:
    mark = _MARK.match(re.sub(r"^日", "", after).strip())
    return Said(year, month, int(day), LETTERS.index(mark[1]) if mark else None)


def days(text: str) -> tuple[int, ...]:
    """10日・20日 → (10, 20); 1日~5日 → (1, …, 5). Numbers that are no day of a month are left out."""
    found: set[int] = set()
    for low, high in re.findall(r"(\d{1,2})日?(?:\s*(?:~|から)\s*(\d{1,2}))?", text):
        found.update(range(int(low), int(high or low) + 1))
    return tuple(sorted(day for day in found if 1 <= day <= 31))


NAMED_DAYS = {"元": (1, 1), "大": (12, 31), "クリスマス": (12, 25)}


def named_day(text: str) -> tuple[int, int]:
    """元日 → (1, 1): the month and the day."""
    if text.endswith(("イブ", "イヴ")):
        return 12, 24
    return next(day for name, day in NAMED_DAYS.items() if text.startswith(name))


def days_ending(text: str) -> tuple[int, ...]:
    """4と9のつく日 → (4, 9, 14, 19, 24, 29)."""
    digits = {int(digit) for digit in re.findall(r"\d", text)}
    return tuple(day for day in range(1, 32) if day % 10 in digits)


def promise(text: str) -> Promise | None:
    """月2回程度 → twice a month, about; None for 月数回, which names no number."""
    per = "week" if "週" in text else "year" if re.search(r"年|半年|学期", text) else "month"
    numbers = [int(n) for n in re.findall(r"(\d+)\s*(?:[、~・]|から|回|度|日)", text)]
    if "半年" in text or "学期" in text or not numbers:
        return None
    about = len(numbers) > 1 or bool(re.search(r"程度|ほど|くらい|ぐらい|約|およそ|前後|以上", text))
    if per == "week":
        return Promise(numbers[-1], "week", about)
    return Promise(numbers[-1], "year" if per == "year" else "month", about)


def hours(text: str) -> tuple[time | None, time | None]:
    """The start and end that a clock expression names; either may be None."""
    clocks = list(_CLOCK.finditer(text.strip()))
    if len(clocks) > 1:
        return _both(clocks[0], clocks[1])
    one = _time(clocks[0], _half(clocks[0])) if clocks else None
    ends = text.strip().startswith("~") or bool(re.search(r"まで|迄|終了|閉店|閉館", text))
    return (None, one) if ends else (one, None)


def _both(first: re.Match[str], second: re.Match[str]) -> tuple[time | None, time | None]:
    """午後 said once covers both ends, before or after; an end before the start is in the afternoon."""
    start_half, end_half = _half(first), _half(second)
    start = _time(
        first,
        start_half or ("pm" if second["after"] and end_half == "pm" and _fits_pm(first, second) else None),
    )
    end_half = end_half or ("am" if second["next"] else None)
    end = _time(second, end_half or ("pm" if start_half == "pm" and start and start.hour >= 12 else None))
    said_plainly = not end_half and not second["next"] and not (second["hour"] or "").startswith(("0", "24"))
    if start and end and end <= start and end.hour < 12 and said_plainly and end.hour + 12 > start.hour:
        end = end.replace(hour=end.hour + 12)
    return start, end


def _fits_pm(first: re.Match[str], second: re.Match[str]) -> bool:
    return bool(first["hour"] and second["hour"]) and int(first["hour"]) % 12 <= int(second["hour"]) % 12


def _half(match: re.Match[str]) -> str | None:
    word = (match["before"] or match["after"] or "").lower().replace(".", "")
    if word in ("午前", "am", "朝", "早朝"):
        return "am"
    if word in ("午後", "pm", "夜", "夕方", "夕", "晩"):
        return "pm"
    return "noon" if word in ("昼", "お昼") else None


def _time(match: re.Match[str], half: str | None) -> time | None:
    if match["word"]:
        return time(12) if match["word"] == "正午" else time(0)
    hour, minute = (
        int(match["hour"]),
        int(match["minute"] or match["minutes"] or (30 if match["half"] else 0)),
    )
    hour = _afternoon(hour, half, padded=match["hour"].startswith("0"))
    if hour == 24 and minute == 0:
        return time(0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _afternoon(hour: int, half: str | None, *, padded: bool) -> int:
    """Twelve more for 午後; 1時 to 5時 with nothing said is the afternoon in a daytime group."""
    if half == "am":
        return hour
    if half == "pm":
        return hour + 12 if hour < 12 else hour
    daytime = 1 <= hour <= 5 and not padded
    return hour + 12 if daytime else hour


def is_real(said: Said, year: int) -> bool:
    """Whether the day exists in that year."""
    try:
        date(year, said.month, said.day)
    except ValueError:
        return False
    return True
