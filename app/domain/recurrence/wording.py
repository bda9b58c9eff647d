"""A timetable as a good flyer says it: 原則 毎月第3日曜 10:00～12:00. What is printed reads back as the same timetable."""

from datetime import time
from itertools import groupby

from msgspec.structs import replace

from app.domain.recurrence.canonical import canonical
from app.domain.recurrence.fate import months_in
from app.domain.recurrence.rule import EVERY_MONTH, NO_HOURS, Entry, Holidays, Hours, Rule, Timetable, Weekly
from app.domain.recurrence.wording_days import clock_words, date_words, days_words, span_words
from app.domain.recurrence.wording_en import wording_en
from app.domain.recurrence.wording_limits import limit_words, note_words

__all__ = ["wording", "wording_en"]

BLANK: Rule = Weekly(())


def wording(timetable: Timetable) -> str:
    """The timetable in Japanese, one line."""
    entries = canonical(timetable).entries
    shared = _shared(entries)
    groups = [list(group) for _, group in groupby(entries, key=_outside)]
    parts = _parts(groups, with_limits=shared is None)
    line = "、".join(parts) + (limit_words(shared) + note_words(shared) if shared else "")
    return f"原則 {line}" if timetable.tentative else line


def _outside(entry: Entry) -> Entry:
    """All that is not the rule: entries that share it are said together."""
    return replace(entry, rule=BLANK)


def _limits_only(entry: Entry) -> Entry:
    return Entry(BLANK, (), entry.closed, entry.instead, entry.shift, entry.open_on_holidays)


def _shared(entries: tuple[Entry, ...]) -> Entry | None:
    """The limits, where all entries have the same ones."""
    limits = {_limits_only(entry) for entry in entries}
    return limits.pop() if len(limits) == 1 else None


def _parts(groups: list[list[Entry]], *, with_limits: bool) -> list[str]:
    several_hours = any(group[0].hours != (NO_HOURS,) for group in groups)
    limited = [with_limits and _is_limited(group[0]) for group in groups]
    parts = []
    bounded = False
    for index, group in enumerate(groups):
        bounds = bounds_words(group[0])
        words = (bounds or ("通年 " if bounded else "")) + _rules_words([e.rule for e in group])
        bounded = bounded or bool(bounds)
        words += _hours_words(group[0].hours, needed=several_hours)
        parts.append(words + _own_limits(group[0], limited, index))
    return parts


def _rules_words(rules: list[Rule]) -> str:
    """The rules in a row; 毎月の祝日 where the months of the one before would else be taken for those of the holidays."""
    words = [days_words(rule) for rule in rules]
    for at, rule in enumerate(rules[1:], start=1):
        if rule == Holidays() and months_in(rules[at - 1]) != EVERY_MONTH:
            words[at] = f"毎月の{words[at]}"
    return "、".join(words)


def _is_limited(entry: Entry) -> bool:
    return _limits_only(entry) != Entry(BLANK, ())


def _own_limits(entry: Entry, limited: list[bool], index: int) -> str:
    """The limits of this group; 休みなし where it has none and would else fall under those that follow."""
    if limited[index]:
        return limit_words(entry) + note_words(entry, bracket=True)
    return "（休みなし）" if any(limited[index + 1 :]) else ""


def bounds_words(entry: Entry) -> str:
    """2026年5月1日から2027年2月28日まで , 8月13日～8月31日 ; nothing where it is all year round."""
    words = "".join(f"{span_words(span)} " for span in entry.within)
    if entry.first and entry.last:
        words += f"{date_words(entry.first)}～{date_words(entry.last)} "
    elif entry.first:
        words += f"{date_words(entry.first)}から "
    elif entry.last:
        words += f"{date_words(entry.last)}まで "
    return words


def _hours_words(hours: tuple[Hours, ...], *, needed: bool) -> str:
    if hours == (NO_HOURS,):
        return "（時間未定）" if needed else ""
    return " " + "、".join(hours_words(h) for h in hours)


def hours_words(hours: Hours) -> str:
    """10:00～12:00, 17:00～, 12:00まで, 時間未定."""
    start, end = hours.start, hours.end
    if start is None:
        return f"{clock_words(end)}まで" if end else "時間未定"
    if end is None:
        return f"{clock_words(start)}～"
    if end == time(0):
        return f"{clock_words(start)}～24:00"
    return f"{clock_words(start)}～{'翌' if end <= start else ''}{clock_words(end)}"
