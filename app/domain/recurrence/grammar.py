"""The statements of a phrase, one after another: each production is tried at the cursor, the most telling first."""

import re
from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from msgspec.structs import replace

from app.domain.recurrence.calendar_words import NoYear, WrongDay, resolve
from app.domain.recurrence.cursor import Cursor, Periods
from app.domain.recurrence.grammar_days import months_said, nths_said, read_days, weekday_list
from app.domain.recurrence.grammar_off import bracketed_span, period, read_off, read_shift
from app.domain.recurrence.pieces import (
    At,
    Conflict,
    Exchange,
    Irregular,
    Lacks,
    Limits,
    More,
    Off,
    Often,
    Piece,
    SpecialHours,
    Start,
    Tentative,
    Unread,
)
from app.domain.recurrence.rule import (
    NO_HOURS,
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
from app.domain.recurrence.tokens import Token, tokens_of
from app.domain.recurrence.values import dates_said, days, hours, months, promise, year_month

Production: TypeAlias = Callable[[Cursor], list[Piece] | None]
DAY_WORDS = frozenset(
    {"WEEKDAYS", "LETTERS", "ORDINALS", "DAYS", "DATE", "WORKDAYS", "EVERY_WEEK", "HOLIDAYS"}
)
DOORS = ("受付", "最終受付", "ラスト", "L", "開場", "締切", "申込")


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
    return _single(cursor, token) if token else []


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
    letters = weekday_list(cursor)
    token = None if letters else cursor.take("MONTHS", "PARITY")
    if not letters and token is None:
        return None
    cursor.skip("PARTICLE", "SPECIFIC")
    clock = cursor.take("HOURS")
    if clock is None:
        return None
    days_meant: Rule = Weekly(letters) if token is None else Daily(months_said(token))
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


def _single(cursor: Cursor, token: Token) -> list[Piece]:
    """One word that speaks for itself."""
    match token.kind:
        case "OPENING":
            cursor.depth += 1
        case "CLOSING":
            cursor.depth = max(0, cursor.depth - 1)
            cursor.noted = cursor.noted and cursor.depth > 0
        case "NOTE" | "BREAK":
            cursor.noted = token.kind == "NOTE"
            cursor.months = None
        case "UNSETTLED":
            return _unsettled(cursor, token)
        case kind if kind in MEANINGS:
            return [MEANINGS[kind](token.text)]
        case _:
            return _suspicious(cursor, token)
    return []


def _suspended(words: str) -> Piece:
    return Conflict(f"「{words}」とあります。いまも続いているか、主催者に確かめてください")


MEANINGS: dict[str, Callable[[str], Piece]] = {
    "COUNT": lambda words: Often(promise(words), words),
    "TENTATIVE": lambda words: Tentative(),  # noqa: ARG005 -- all meanings take their words
    "SOFT": lambda words: Tentative(),  # noqa: ARG005
    "MORE": More,
    "IRREGULAR": Irregular,
    "SUSPENDED": _suspended,
    "NO_HOURS": lambda words: At(NO_HOURS),  # noqa: ARG005
    "ALL_YEAR": lambda words: Limits(),  # noqa: ARG005
    "NO_REST": lambda words: Off(()),  # noqa: ARG005
    "OTHER_RHYTHM": lambda words: Lacks("anchor", words),
    "ODD_WEEKS": lambda words: Lacks("anchor", words),
}


def _unsettled(cursor: Cursor, token: Token) -> list[Piece]:
    open_words = token.text.startswith(("未定", "調整中", "検討中", "応相談", "要相談"))
    if not cursor.has_days:
        return [Lacks("date", token.text)]
    return [More(token.text)] if open_words else []


SCHEDULE_WORDS = frozenset(
    {"HOLIDAYS", "WHEN", "TARGET", "EXCEPT", "CLOSED", "CHANGED", "UNTIL", "SPECIFIC", "NEXT_WEEKDAY"}
)
WEATHER = re.compile(
    "雨|荒天|悪天|天候|台風|警報|災害|雪|暑|定員|満|希望|予約|申|参加|流行|感染|都合|諸般|緊急"
)
CARRIED_OUT = re.compile("開催|実施|行い")
SCHEDULE_WORDS |= {"JOIN", "PREVIOUS_WEEKDAY", "YEAR", "YEAR_MONTH", "DATE"}


def _suspicious(cursor: Cursor, token: Token) -> list[Piece]:
    """A word of schedules that no production took; behind other text (参加費なし, 雨天の場合は中止) it is not about days."""
    before = cursor.tokens[cursor.at - 2] if cursor.at > 1 else None
    if token.kind == "ABOUT" and before is not None and before.kind in DAY_WORDS:
        return [Lacks("date", before.text + token.text)]
    if token.kind not in SCHEDULE_WORDS or (token.kind == "SPECIFIC" and before and before.kind in DAY_WORDS):
        return []
    plain = (
        before is not None
        and before.kind in ("TEXT", "NOISE")
        and token.kind in ("EXCEPT", "WHEN", "SPECIFIC", "UNTIL")
    )
    if token.kind == "CHANGED" and CARRIED_OUT.search(token.text):
        return []
    if token.kind == "JOIN":
        return _plus(cursor, token)
    if plain and token.kind == "WHEN":
        return _aside(cursor, before.text if before else "")
    return [] if plain else [Unread(token.text)]


def _plus(cursor: Cursor, token: Token) -> list[Piece]:
    """第3土曜日＋イベント時: there is more."""
    following = cursor.peek()
    more = token.text == "+" and following is not None and following.kind == "TEXT" and cursor.has_days
    return [More(f"+{following.text}")] if more and following else []


def _aside(cursor: Cursor, occasion: str) -> list[Piece]:
    """雨天の場合は翌週に順延: about the weather or the seats; any other occasion that moves a date is told."""
    passed = cursor.skip("PARTICLE", "JOIN", "TARGET", "CHANGED", "EXCEPT", "CLOSED", "SPACE")
    moves = any(token.kind in ("TARGET", "CHANGED") for token in passed)
    return [Unread(f"{occasion}の場合")] if moves and not WEATHER.search(occasion) else []
