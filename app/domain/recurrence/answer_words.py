"""Words with an answer put in where it belongs: 週2回 → 毎週火・金曜, 月1回土曜 → 毎月第2土曜, 第3または第4土曜 → 第3土曜.

Spelling is left as it was typed. Whether what comes out can be read is for the caller to see.
"""

import re
from collections.abc import Iterable

from app.domain.recurrence.reasons import WEEKDAYS

_DIGIT = "0-9０-９一二三四五六七八九十"
_ABOUT = r"(?:\s*(?:程度|ほど|くらい|ぐらい))?"
_WEEK_PROMISE = re.compile(rf"(?:毎?週に?|1週間に)\s*[{_DIGIT}]\s*[回日]{_ABOUT}")
_MONTH_PROMISE = re.compile(rf"(?:毎?月に?|[1１一]?[かヶケヵカ箇]月に)\s*[{_DIGIT}]\s*[回日度]{_ABOUT}")
_WEEKS = re.compile(
    rf"第\s*[{_DIGIT}]週?(?:\s*(?:[・、,.~～〜-]\s*第?|第)\s*[1-5１-５一二三四五]週?(?![0-9０-９時:：]))*|最終週?|月末の?"
)
_EVERY_WEEK = re.compile(r"毎週|週[1１一]")
_EVERY_MONTH = re.compile(r"毎月(?!第)")
_WEEKDAY = re.compile(rf"[{WEEKDAYS}]曜日?")
_INTERVAL = re.compile(rf"隔月|([{_DIGIT}]+)\s*[かヶケヵカ箇]月(?:に\s*[1１一]\s*[回度]|ごと|毎|おき)?")
_MONTH_DAY = re.compile(r"[0-9０-９]{1,2}\s*[月/.／]\s*[0-9０-９]")
_ATOM = (
    rf"(?<![・、])第\s*[{_DIGIT}]週?(?:の?[{WEEKDAYS}]曜日?)?|[{WEEKDAYS}](?:曜日?)?(?![{WEEKDAYS}])|"
    rf"[0-9０-９]{{1,2}}月[0-9０-９]{{1,2}}日?|[0-9０-９]{{1,2}}日"
)
_OR = r"\s*、?\s*(?:または|又は|もしくは|若しくは|あるいは|[oO][rR]|か)\s*"
_CHOICE = re.compile(rf"(?:{_ATOM})(?:{_OR}(?:{_ATOM}))+")


def with_weekdays(words: str, weekdays: Iterable[int]) -> str:
    """The words on these weekdays: in place of 週2回, behind 毎週 or the weeks; in front where none of them stands."""
    said = f"{'・'.join(WEEKDAYS[weekday] for weekday in weekdays)}曜"
    if found := _WEEK_PROMISE.search(words):
        return f"{words[: found.start()]}毎週{said}{words[found.end() :]}"
    if found := _last(_WEEKS, words) or _EVERY_WEEK.search(words):
        return f"{words[: found.end()]}{said}{words[found.end() :]}"
    return f"{said} {words}"


def weeks_said(count: int) -> tuple[str, ...]:
    """第1 … 最終 for once a month, 第1・第3 and 第2・第4 for twice."""
    if count == 2:
        return "第1・第3", "第2・第4"
    return ("第1", "第2", "第3", "第4", "最終") if count == 1 else ()


def with_week(words: str, week: str) -> str:
    """The words in this week of the month: in place of 月1回, behind 毎月, or in front of the weekday."""
    if found := _MONTH_PROMISE.search(words):
        return f"{words[: found.start()]}毎月{week}{words[found.end() :]}"
    if found := _EVERY_MONTH.search(words):
        return f"{words[: found.end()]}{week}{words[found.end() :]}"
    found = _WEEKDAY.search(words)
    at = found.start() if found else 0
    return f"{words[:at]}{week}{words[at:]}"


def alternatives(words: str) -> list[tuple[str, str]]:
    """第3または第4土曜 → (第3土曜, …), (第4土曜, …): each of the alternatives, and the words with it alone."""
    found = _CHOICE.search(words)
    if not found:
        return []
    parts = re.split(_OR, found[0])
    weekday = _WEEKDAY.search(parts[-1])
    tail = weekday[0] if weekday and len(parts[-1]) > len(weekday[0]) else ""
    chosen = [part if not tail or _WEEKDAY.search(part) else f"{part}{tail}" for part in parts]
    return [(part, f"{words[: found.start()]}{part}{words[found.end() :]}") for part in chosen]


def month_sets(words: str) -> tuple[str, ...]:
    """隔月 → 偶数月 and 奇数月; 3か月ごと → the three sets of months; () for what does not divide a year."""
    every = _interval(words)
    if every == 2:
        return "偶数月", "奇数月"
    if every < 2 or 12 % every:
        return ()
    return tuple(f"{'・'.join(map(str, range(first, 13, every)))}月" for first in range(1, every + 1))


def with_month_set(words: str, months: str) -> str:
    """The words in these months, in place of 隔月."""
    return _INTERVAL.sub(f"{months}の", words, count=1)


def _interval(words: str) -> int:
    found = _INTERVAL.search(words)
    if not found:
        return 0
    return _number(found[1]) if found[1] else 2


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else "一二三四五六七八九十".find(text) + 1


def with_year(words: str, year: int) -> str:
    """The words with a year in front of their first date."""
    found = _MONTH_DAY.search(words)
    at = found.start() if found else 0
    return f"{words[:at]}{year}年{words[at:]}"


def _last(shape: re.Pattern[str], words: str) -> re.Match[str] | None:
    return next(iter(list(shape.finditer(words))[::-1]), None)
