"""What only a look at the calendar shows: a fifth Tuesday that July does not have, an exclusion that hits nothing."""

from datetime import date

from app.domain.recurrence.days import Window, days_of, month_start, months_of
from app.domain.recurrence.expansion import window_of
from app.domain.recurrence.fate import Setting, months_in, named_days
from app.domain.recurrence.rule import (
    Closed,
    DatedSpan,
    Entry,
    Instead,
    Listed,
    Remark,
    Timetable,
    YearlySpan,
)


def window_remarks(timetable: Timetable, first: date, last: date) -> tuple[Remark, ...]:
    """Contradictions with the calendar between first and last, and exceptions that are past."""
    window = window_of(first, last)
    found: list[Remark] = []
    for entry in timetable.entries:
        found += [r for instead in entry.instead for r in _instead(instead, window)]
        found += _over(entry, first)
        found += [r for closed in entry.closed for r in _closed(entry, closed, window)]
    return tuple(dict.fromkeys(found))


def _over(entry: Entry, first: date) -> list[Remark]:
    """令和7年度は第2土曜日, read in the year after."""
    if entry.last is None or entry.last >= first:
        return []
    last = entry.last
    text = f"{last.year}年{last.month}月{last.day}日までの予定です。いまの予定を確かめてください"
    return [Remark("conflict", text)]


def _instead(instead: Instead, window: Window) -> list[Remark]:
    if instead.year is not None and instead.year < date.fromordinal(window[0]).year:
        return [Remark("past_exception", f"{instead.year}年の例外は、過ぎたものとして扱います")]
    found = []
    for year, month in months_of(window):
        start, _, length = month_start(year, month)
        concerned = month in months_in(instead.rule) and instead.year in (None, year)
        whole = window[0] <= start and start + length - 1 <= window[1]
        if concerned and whole and not days_of(instead.rule, (start, start + length - 1)):
            text = f"{year}年{month}月には、言葉の示す日がありません"
            found.append(Remark("conflict", text, date(year, month, 1)))
    return found


def _closed(entry: Entry, closed: Closed, window: Window) -> list[Remark]:
    """A single date that is excluded and is none of the rule's days."""
    rule = closed.days
    if isinstance(rule, Listed | DatedSpan) and _last(rule) < date.fromordinal(window[0]):
        return [Remark("past_exception", f"{_last(rule).year}年の休みは、過ぎたものとして扱います")]
    if not isinstance(rule, Listed | YearlySpan) or (
        isinstance(rule, YearlySpan) and rule.first != rule.last
    ):
        return []
    named = set(named_days(entry, window, Setting()))
    idle = [date.fromordinal(o) for o in days_of(rule, window) if o not in named]
    return [Remark("conflict", f"{d.month}月{d.day}日は、もともと開く日ではありません", d) for d in idle]


def _last(rule: Listed | DatedSpan) -> date:
    return rule.last if isinstance(rule, DatedSpan) else rule.dates[-1]
