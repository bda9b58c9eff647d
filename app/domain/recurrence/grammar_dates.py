"""Dates one by one: 4月6・20日、5月18日."""

from msgspec.structs import replace

from app.domain.recurrence.calendar_words import NoYear, WrongDay, resolve
from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.days import names_day
from app.domain.recurrence.pieces import (
    Conflict,
    Days,
    Lacks,
    Piece,
)
from app.domain.recurrence.rule import (
    Listed,
    NthWeekday,
    Weekly,
)
from app.domain.recurrence.values import Said, dates_said

MONTH_WORDS = ("EVERY_MONTH", "PARITY", "MONTHS")


def read_listed(cursor: Cursor) -> list[Piece] | None:
    """4月11日・5月9日; （12月25日も開催） and 代わりに5月1日 are held besides the rule."""
    besides = cursor.take("BESIDES") is not None
    before = cursor.previous()
    said = said_dates(cursor)
    if not said:
        return None
    pieces = listed(cursor, said)
    besides = cursor.attempt(held_too) is not None or besides
    if besides and cursor.has_days and isinstance(pieces[0], Days):
        return [replace(pieces[0], same_hours=True), *pieces[1:]]
    joined = before is not None and before.kind in ("JOIN", "BREAK", "PARTICLE")
    return pieces if joined or cursor.place != "line" else [*pieces, *_differing(cursor, pieces[0])]


def read_marked_days(cursor: Cursor) -> list[Piece] | None:
    """5日(土)、19日(土): dates of the month said last; of which month is asked where none was."""
    token = cursor.take("MARKED_DAYS")
    if token is None:
        return None
    if cursor.month is None:
        return [Lacks("month", token.text)]
    return listed(cursor, [replace(one, month=cursor.month) for one in dates_said(f"1月{token.text}")])


def held_too(cursor: Cursor) -> bool | None:
    """第1日曜日も開催, 第1日曜日も."""
    also = any(particle.text == "も" for particle in cursor.skip("PARTICLE"))
    token = cursor.take("OPEN")
    return True if also or (token and token.text.startswith("も")) else None


def _differing(cursor: Cursor, piece: Piece) -> list[Piece]:
    """第2土曜 4月12日: dates right behind a rule that are none of its days."""
    rule = cursor.pieces[-1].rule if cursor.pieces and isinstance(cursor.pieces[-1], Days) else None
    days = piece.rule.dates if isinstance(piece, Days) and isinstance(piece.rule, Listed) else ()
    if not isinstance(rule, NthWeekday | Weekly) or all(names_day(rule, day) for day in days):
        return []
    return [Conflict("日付が、前の言葉の日と合っていません。カレンダーで確かめてください")]


def listed(cursor: Cursor, said: list[Said]) -> list[Piece]:
    """Dates one by one, or what keeps them from being dates. A year once said holds for the dates behind."""
    try:
        found = resolve(said, cursor.dated or cursor.anchor)
    except NoYear:
        return [Lacks("year", f"{said[0].month}月{said[0].day}日")]
    except WrongDay as wrong:
        return [Lacks("year", f"{said[0].month}月{said[0].day}日"), Conflict(str(wrong))]
    if any(one.year is not None for one in said):
        cursor.dated = found[-1]
    return [Days(Listed(tuple(sorted(set(found)))), cursor.place)]


def said_dates(cursor: Cursor) -> list[Said]:
    """All dates of a list at the cursor."""
    said: list[Said] = []
    while token := cursor.take("DATE"):
        said += dates_said(token.text)
        at = cursor.at
        cursor.skip("JOIN", "SPACE")
        if not _goes_on(cursor):
            cursor.at = at
            break
    return said


def _goes_on(cursor: Cursor) -> bool:
    """Whether one more date follows that is not the start or end of a span."""
    at = cursor.at
    more = cursor.take("DATE") is not None
    following = cursor.peek(gaps=False)
    cursor.at = at
    return more and (following is None or following.kind not in ("FROM", "RANGE", "UNTIL"))
