"""What is told and cannot be worked out: （祝日の週は木曜日）, （都合により第3土曜）, 月によっては第4金曜日, 水曜午後は休み."""

import re

from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.grammar_off_items import period
from app.domain.recurrence.grammar_shift import OFF_WORDS
from app.domain.recurrence.grammar_words import DAY_WORDS
from app.domain.recurrence.pieces import At, Days, Lacks, More, Piece, Tentative
from app.domain.recurrence.rule import NO_HOURS

OF_SOME = re.compile("[一-龥ぁ-んァ-ヴー](?<![日曜回時週月間])$")
"""Of whom or what: 中学生, 相談; but 開催日は第3土曜 is of all."""


def read_told(cursor: Cursor) -> list[Piece] | None:
    """What is said of some days, weeks or months, as a remark."""
    for production in (_told_only, _some_holidays, _for_some, _at_chance, _varied, _half_day, _only_part):
        found = cursor.attempt(production)
        if found is not None:
            return found
    return None


def _told_only(cursor: Cursor) -> list[Piece] | None:
    """（祝日の週は木曜日）, （第5土曜がある月は第5土曜）: what happens in some weeks or months is told, and not worked out."""
    token = cursor.take("TOLD_ONLY")
    if token is None:
        return None
    cursor.until("CLOSING", "BREAK", "NOTE")
    return [More(token.text)]


def _some_holidays(cursor: Cursor) -> list[Piece] | None:
    """水曜～日曜（祝日の月・火も開館）: days besides, which are told."""
    if not cursor.take("HOLIDAYS") or cursor.place == "line" or not cursor.has_days or cursor.has_closing:
        return None
    said = any(particle.text == "の" for particle in cursor.skip("PARTICLE"))
    days = cursor.take("WEEKDAYS", "LETTERS") if said else None
    return [More(f"祝日の{days.text}")] if days and cursor.take("OPEN") else None


def _for_some(cursor: Cursor) -> list[Piece] | None:
    """月～金（中学生は木曜）: the days of some people or things are not those of all."""
    if cursor.place == "line":
        return None
    topic, whose = cursor.tokens[max(0, cursor.at - 1)], cursor.tokens[max(0, cursor.at - 2)]
    following = cursor.peek(gaps=False)
    told = topic.text == "は" and whose.kind == "TEXT" and OF_SOME.search(whose.text)
    if not told or not cursor.has_days or following is None or following.kind not in DAY_WORDS:
        return None
    cursor.until("CLOSING", "BREAK", "NOTE")
    return [More(f"{whose.text}は")]


def _at_chance(cursor: Cursor) -> list[Piece] | None:
    """（会場の都合により第3土曜）: which days it is then, nobody knows before."""
    token = cursor.take("AT_CHANCE") if cursor.has_days else None
    if token is None:
        return None
    rest = cursor.until("CLOSING", "BREAK", "NOTE")
    return [More(token.text)] if any(each.kind in DAY_WORDS for each in rest) else None


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


def _half_day(cursor: Cursor) -> list[Piece] | None:
    """水曜午後は休み, （木曜午後・日曜休み）: the day stands, and until when is not told."""
    day = cursor.take("WEEKDAYS", "LETTERS", "HOLIDAYS")
    part = cursor.take("PART") if day else None
    if day is None or part is None:
        return None
    glue = cursor.skip("PARTICLE", "SPACE", "JOIN")
    if cursor.take(*OFF_WORDS):
        return [More(f"{day.text}{part.text}")]
    at = cursor.at
    listed = any(token.kind == "JOIN" for token in glue)
    rests = listed and any(token.kind in OFF_WORDS for token in cursor.until("CLOSING", "BREAK", "NOTE"))
    cursor.at = at
    return [More(f"{day.text}{part.text}")] if rests else None


def _only_part(cursor: Cursor) -> list[Piece] | None:
    """土曜は午前のみ: hours that are not told, and not those said beside."""
    before = cursor.previous()
    topic = before is not None and before.text == "は" and bool(cursor.pieces)
    if not topic or not isinstance(cursor.pieces[-1], Days) or not cursor.take("PART"):
        return None
    following = cursor.peek()
    return [At(NO_HOURS)] if following is None or following.kind != "HOURS" else None


def read_period_hours(cursor: Cursor) -> list[Piece] | None:
    """（冬季は16時～18時）: other hours in a time whose bounds are not known; the days stand."""
    token = cursor.take("PERIOD", "SEASON", "FUZZY_DAY") if cursor.has_days else None
    said = cursor.skip("PARTICLE", "SPACE", "COLON", "SPECIFIC")
    if cursor.place == "line" and not (cursor.has_hours and any(token.text == "は" for token in said)):
        return None
    return [More(token.text)] if token and not period(cursor, token.text) and cursor.take("HOURS") else None
