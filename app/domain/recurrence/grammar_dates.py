"""Dates one by one: 4月6・20日、5月18日."""

import re

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

WEEKDAY_WORDS = ("WEEKDAYS", "LETTERS")
STRAY = re.compile(r"(?:第|\d)\S{0,3}$")
NAME_START = re.compile("[一-龥ァ-ヴー]")
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
        following = cursor.peek()
        if following is None or following.kind != "DATE":
            cursor.at = at
    return said
