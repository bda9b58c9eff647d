"""Dates one by one: 4月6・20日、5月18日."""

from app.domain.recurrence.calendar_words import NoYear, WrongDay, resolve
from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.pieces import (
    Conflict,
    Days,
    Lacks,
    Piece,
)
from app.domain.recurrence.rule import (
    Listed,
)
from app.domain.recurrence.values import Said, dates_said

MONTH_WORDS = ("EVERY_MONTH", "PARITY", "MONTHS")


def read_listed(cursor: Cursor) -> list[Piece] | None:
    said = said_dates(cursor)
    if not said:
        return None
    return listed(cursor, said)


def listed(cursor: Cursor, said: list[Said]) -> list[Piece]:
    """Dates one by one, or what keeps them from being dates."""
    try:
        return [Days(Listed(tuple(sorted(set(resolve(said, cursor.anchor))))), cursor.place)]
    except NoYear:
        return [Lacks("year", f"{said[0].month}月{said[0].day}日")]
    except WrongDay as wrong:
        return [Lacks("year", f"{said[0].month}月{said[0].day}日"), Conflict(str(wrong))]


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
