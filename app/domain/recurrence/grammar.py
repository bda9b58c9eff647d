"""The statements of a phrase, one after another: each production is tried at the cursor, the most telling first."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from msgspec.structs import replace

from app.domain.recurrence.calendar_words import NoYear, WrongDay, resolve
from app.domain.recurrence.cursor import Cursor, Periods
from app.domain.recurrence.grammar_days import read_days
from app.domain.recurrence.grammar_lists import nths_said, weekday_list
from app.domain.recurrence.grammar_months import months_said
from app.domain.recurrence.grammar_off import bracketed_span, period, read_off
from app.domain.recurrence.grammar_shift import read_shift
from app.domain.recurrence.grammar_words import DAY_WORDS, single
from app.domain.recurrence.pieces import (
    At,
    Exchange,
    Lacks,
    Limits,
    More,
    Piece,
    SpecialHours,
    Start,
    Tentative,
    Unread,
)
from app.domain.recurrence.rule import (
    Daily,
    DatedSpan,
    DayOfMonth,
    Instead,
    NthWeekday,
    Rule,
    Weekly,
    YearlySpan,
    hours_of,
)
from app.domain.recurrence.spans import read_span
from app.domain.recurrence.tokens import tokens_of
from app.domain.recurrence.values import dates_said, days, hours, months, year_month

Production: TypeAlias = Callable[[Cursor], list[Piece] | None]
DOORS = ("受付", "最終", "ラスト", "L", "開場", "締切", "申込")


def pieces_of(text: str, anchor: date | None, periods: Periods) -> list[Piece]:
    """The statements of normalised text, in order."""
    cursor = Cursor(tokens_of(text), anchor, periods)
    while not cursor.over():
        cursor.pieces += _statement(cursor)
    return cursor.pieces


def _statement(cursor: Cursor) -> list[Piece]:
    start = cursor.at
    for production in PRODUCTIONS:
        found = cursor.attempt(production)
        if found is not None and cursor.at > start:
            return found
    token = cursor.take(cursor.tokens[cursor.at].kind, gaps=False)
    return single(cursor, token) if token else []


def _start(cursor: Cursor) -> list[Piece] | None:
    """次回は4月8日, 基準日 2026年4月8日."""
    if not cursor.take("FIRST_ONE"):
        return None
    cursor.skip("PARTICLE", "TEXT")
    if token := cursor.take("DATE"):
        try:
            return [Start(resolve(dates_said(token.text), cursor.anchor)[0])]
        except (NoYear, WrongDay):
            return [Unread(token.text)]
    if token := cursor.take("YEAR_MONTH"):
        found = year_month(token.text)
        return [Start(month=found[1] if found else None)]
    token = cursor.take("MONTHS")
    return [Start(month=months(token.text)[0])] if token and months(token.text) else None


def _exchange(cursor: Cursor) -> list[Piece] | None:
    """※2月は第1水曜日, 8月のみ第3土曜, 12月は20日: in place of the rule, in these months."""
    year, held = _exchange_months(cursor)
    if not held:
        return None
    marked = bool(cursor.skip("PARTICLE", "SPACE", "SPECIFIC", "JOIN")) and cursor.previous() is not None
    marked = marked and any(
        t.kind == "SPECIFIC" or t.text == "は" for t in cursor.tokens[cursor.at - 2 : cursor.at]
    )
    cursor.skip("PARTICLE")
    rule = _exchanged_rule(cursor, held)
    if rule is None:
        return None
    changed = cursor.take("CHANGED") is not None
    if not cursor.has_days and not (year is not None and marked):
        return None
    return (
        [Exchange(Instead(rule, year), cursor.place)] if marked or changed or cursor.place != "line" else None
    )


def _exchange_months(cursor: Cursor) -> tuple[int | None, tuple[int, ...]]:
    if token := cursor.take("YEAR_MONTH"):
        found = year_month(token.text)
        return (found[0], (found[1],)) if found else (None, ())
    token = cursor.take("MONTHS", "PARITY")
    return None, months_said(token) if token else ()


def _exchanged_rule(cursor: Cursor, held: tuple[int, ...]) -> Rule | None:
    nths = nths_said(cursor)
    if nths is not None:
        cursor.skip("PARTICLE")
        return NthWeekday(nths, weekday_list(cursor), held)
    if token := cursor.take("DAYS"):
        return DayOfMonth(days(token.text), held)
    return None


def _special_hours(cursor: Cursor) -> list[Piece] | None:
    """（金曜は15時まで）, ※8月は13時～: hours of some of the days."""
    if not cursor.has_days or cursor.place == "line":
        return None
    nths = nths_said(cursor)
    letters = weekday_list(cursor)
    token = None if letters else cursor.take("MONTHS", "PARITY")
    if not letters and token is None:
        return None
    cursor.skip("PARTICLE", "SPECIFIC")
    clock = cursor.take("HOURS")
    if clock is None:
        return None
    days_meant: Rule = Weekly(letters) if token is None else Daily(months_said(token))
    days_meant = NthWeekday(nths, letters) if nths and letters else days_meant
    return [SpecialHours(days_meant, hours_of(*hours(clock.text)))]


def _varied(cursor: Cursor) -> list[Piece] | None:
    """月によっては第4金曜日: which months is not said."""
    token = cursor.take("VARIES")
    if token is None:
        return None
    cursor.skip("PARTICLE", "JOIN")
    at = cursor.at
    following = cursor.peek()
    if following is not None and following.kind in DAY_WORDS:
        return [Lacks("choice", token.text)]
    cursor.at = at
    return [Tentative(), More(token.text)]


def _season_words(cursor: Cursor) -> list[Piece] | None:
    """夏休み中の毎週木曜日: within the span the organisation has set."""
    token = cursor.take("PERIOD", "FUZZY_DAY")
    if token is None:
        return None
    cursor.skip("PARTICLE")
    if token.kind == "FUZZY_DAY":
        following = cursor.peek()
        bounded = following is not None and following.kind in ("FROM", "RANGE", "UNTIL")
        return [Lacks("bounds" if bounded else "date", token.text)]
    if cursor.take("SOFT", "UNSETTLED"):
        return [More(token.text)]
    if cursor.take("OPEN"):
        return []
    bounds: YearlySpan | DatedSpan | None = cursor.attempt(bracketed_span)
    spans = (replace(bounds, name=token.text),) if bounds is not None else period(cursor, token.text)
    cursor.skip("PARTICLE")
    return [Limits(within=spans, place=cursor.place)] if spans else [Lacks("bounds", token.text)]


def _year_end(cursor: Cursor) -> list[Piece] | None:
    token = cursor.take("YEAR_END")
    if token is None:
        return None
    return [] if cursor.take("OPEN") else [Unread(token.text)]


def _clock(cursor: Cursor) -> list[Piece] | None:
    before = cursor.previous()
    token = cursor.take("HOURS")
    if token is None:
        return None
    doors = before is not None and before.kind == "NOISE" and before.text.startswith(DOORS)
    start, end = hours(token.text)
    return [At(hours_of(start, end), doors)] if start or end else []


def _alternative(cursor: Cursor) -> list[Piece] | None:
    """第4または第5: which of the two is not said. Between other words (会場またはオンライン) it is none of ours."""
    before = cursor.previous()
    token = cursor.take("OR")
    if token is None:
        return None
    following = cursor.peek()
    asks = token.text.startswith(("どちらか", "のいずれか", "いずれか"))
    beside = (before is not None and before.kind in DAY_WORDS | {"EXCEPT", "MONTHS"}) or (
        following is not None and following.kind in DAY_WORDS
    )
    return [Lacks("choice", token.text)] if asks or beside else []


PRODUCTIONS: tuple[Production, ...] = (
    _start,
    read_shift,
    read_off,
    _exchange,
    _special_hours,
    read_span,
    _varied,
    read_days,
    _clock,
    _season_words,
    _year_end,
    _alternative,
)
