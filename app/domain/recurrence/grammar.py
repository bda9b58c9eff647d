"""The statements of a phrase, one after another: each production is tried at the cursor, the most telling first."""

import re
from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from msgspec.structs import replace

from app.domain.recurrence.calendar_words import NoYear, WrongDay, resolve
from app.domain.recurrence.cursor import Cursor, Periods
from app.domain.recurrence.grammar_days import read_days
from app.domain.recurrence.grammar_exchange import read_exchange, read_special_hours
from app.domain.recurrence.grammar_off import read_off
from app.domain.recurrence.grammar_off_items import own_bounds, period
from app.domain.recurrence.grammar_shift import read_shift
from app.domain.recurrence.grammar_some import read_some
from app.domain.recurrence.grammar_told import read_period_hours, read_told
from app.domain.recurrence.grammar_words import DAY_WORDS, RULE_WORDS, single
from app.domain.recurrence.pieces import (
    At,
    Lacks,
    Limits,
    More,
    Pause,
    Piece,
    Start,
    Unread,
)
from app.domain.recurrence.rule import Daily, hours_of
from app.domain.recurrence.spans import read_span
from app.domain.recurrence.tokens import tokens_of
from app.domain.recurrence.values import dates_said, hours, months, year_month

Production: TypeAlias = Callable[[Cursor], list[Piece] | None]
ALONE = ("TEXT", "CLOSING")
"""Kinds with which no production begins."""
AROUND = re.compile("頃|ごろ|前後")
FOR_SOME = re.compile("[一-龥ぁ-んァ-ヴー](?<![日曜])は$")
"""（子どもは17時まで）: for whom or for what, not on which days."""
IF = re.compile("(?:れば|けば|なら|ときは|場合は)、?$")
CHOICE = re.compile("どちらか|いずれか|うち|どこか|どれか")
OPENS = re.compile("開場|受け?付|入場|入館|ラスト|L")
DOORS = ("受付", "最終", "入館", "入場", "入園", "ラスト", "L", "開場", "締切", "申込")


def pieces_of(text: str, anchor: date | None, periods: Periods) -> list[Piece]:
    """The statements of normalised text, in order."""
    cursor = Cursor(tokens_of(text), anchor, periods)
    while not cursor.over():
        cursor.pieces += _statement(cursor)
    return cursor.pieces


def _statement(cursor: Cursor) -> list[Piece]:
    start = cursor.at
    for production in () if cursor.kinds[start] in ALONE else PRODUCTIONS:
        found = cursor.attempt(production)
        if found is not None and cursor.at > start:
            return found
    token = cursor.take(cursor.tokens[cursor.at].kind, gaps=False)
    return single(cursor, token) if token else []


def _start(cursor: Cursor) -> list[Piece] | None:
    """次回は4月8日, 基準日 2026年4月8日."""
    first = cursor.take("FIRST_ONE")
    if first is None:
        return None
    cursor.skip("PARTICLE", "TEXT", "SPECIFIC")
    if cursor.attempt(_first_by_rule):
        return [More(first.text.strip(" は:の"))]
    if token := cursor.take("DATE"):
        try:
            return [Start(resolve(dates_said(token.text), cursor.anchor)[0], held=True)]
        except (NoYear, WrongDay):
            return [Unread(token.text)]
    if token := cursor.take("YEAR_MONTH"):
        found = year_month(token.text)
        return [Start(month=found[1] if found else None)]
    token = cursor.take("MONTHS")
    return [Start(month=months(token.text)[0])] if token and months(token.text) else None


def _first_by_rule(cursor: Cursor) -> bool | None:
    """毎週水曜（初回は第3）, 初回のみ 第2土曜: what is said of one of the days only."""
    told = cursor.peek()
    if told is None or told.kind not in RULE_WORDS:
        return None
    if cursor.has_days:
        cursor.skip("SPACE", "ORDINALS", "WEEKDAYS", "LETTERS")
    return True


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
    if cursor.attempt(_only_told):
        return [More(token.text)]
    if held := cursor.take("OPEN"):
        return [More(f"{token.text}あり")] if held.text == "あり" and cursor.has_days else []
    bounds = cursor.attempt(own_bounds)
    if isinstance(bounds, Daily):
        cursor.months, cursor.months_used = bounds.months, False
        return []
    spans = (replace(bounds, name=token.text),) if bounds is not None else period(cursor, token.text)
    cursor.skip("PARTICLE")
    return [Limits(within=spans, place=cursor.place)] if spans else [Lacks("bounds", token.text)]


def _only_told(cursor: Cursor) -> bool | None:
    """夏休み・冬休み期間は変更あり: what happens then is told, and the rule stands."""
    cursor.skip("JOIN", "SPACE", "PERIOD", "PARTICLE")
    found = cursor.take("SOFT", "UNSETTLED", "IRREGULAR", "MORE")
    cursor.take("OPEN")
    return True if found else None


def _year_end(cursor: Cursor) -> list[Piece] | None:
    token = cursor.take("YEAR_END")
    if token is None:
        return None
    return [] if cursor.take("OPEN") else [Unread(token.text)]


def _words_before(cursor: Cursor) -> str:
    """The last two tokens before the one just taken: （部屋が空いていれば、16時から利用可能）."""
    return "".join(token.text for token in cursor.tokens[max(0, cursor.at - 3) : cursor.at - 1])


def _clock(cursor: Cursor) -> list[Piece] | None:
    before = cursor.previous()
    token = cursor.take("HOURS")
    if token is None:
        return None
    doors = before is not None and before.kind == "NOISE" and before.text.startswith(DOORS)
    doors = doors or (cursor.place == "bracket" and bool(IF.search(_words_before(cursor))))
    doors = doors or OPENS.search(token.text) is not None
    start, end = hours(token.text)
    doors = doors or (
        start is None and cursor.place == "bracket" and FOR_SOME.search(_words_before(cursor)) is not None
    )
    loose = token.text if AROUND.search(token.text) or cursor.take("ABOUT") else ""
    return [At(hours_of(start, end), doors, cursor.place, loose)] if start or end else []


def _pause(cursor: Cursor) -> list[Piece] | None:
    """（正午から午後1時を除く）, 昼休み12時～13時."""
    named = cursor.take("REST")
    cursor.skip("PARTICLE", "SPACE", "COLON", "OPENING")
    token = cursor.take("HOURS")
    start, end = hours(token.text) if token and cursor.has_hours else (None, None)
    cursor.skip("PARTICLE", "SPACE", "JOIN")
    told = cursor.take("REST", "EXCEPT", "CLOSED") or named
    return [Pause(hours_of(start, end))] if told and start and end else None


def _alternative(cursor: Cursor) -> list[Piece] | None:
    """第4または第5: which of the two is not said. Between other words (会場またはオンライン) it is none of ours."""
    before = next((t for t in reversed(cursor.tokens[: cursor.at]) if t.kind not in ("JOIN", "SPACE")), None)
    token = cursor.take("OR")
    if token is None:
        return None
    cursor.skip("JOIN", "SPACE")
    following = cursor.peek()
    asks = CHOICE.search(token.text) is not None
    beside = (before is not None and before.kind in DAY_WORDS | {"EXCEPT", "MONTHS", "CLOSING"}) or (
        following is not None and following.kind in DAY_WORDS | {"EVERY_MONTH", "PARITY"}
    )
    if asks or beside:
        return [Lacks("choice", token.text)]
    times = before is not None and following is not None and before.kind == following.kind == "HOURS"
    return [Unread(token.text)] if times else []


def _aside(cursor: Cursor) -> list[Piece] | None:
    """予備日 5月17日, 申込締切：4月30日, 受付開始 4/1～: dates on which nothing is held."""
    if not cursor.take("ASIDE"):
        return None
    cursor.skip("PARTICLE", "COLON", "SPACE")
    while cursor.take("DATE", "DAYS", "MARKED_DAYS", "LETTERS") or cursor.take(
        "RANGE", "FROM", "UNTIL", "HOURS", gaps=False
    ):
        cursor.attempt(_one_more_date)
    return []


def _one_more_date(cursor: Cursor) -> bool | None:
    joined = cursor.skip("JOIN")
    following = cursor.peek()
    return True if joined and following is not None and following.kind == "DATE" else None


PRODUCTIONS: tuple[Production, ...] = (
    _aside,
    read_told,
    _start,
    read_some,
    read_shift,
    read_off,
    read_exchange,
    read_special_hours,
    read_span,
    read_days,
    _pause,
    _clock,
    read_period_hours,
    _season_words,
    _year_end,
    _alternative,
)
