"""The months before the days: 毎月, 偶数月の, 4月～9月の, 隔月."""

from calendar import monthrange
from datetime import date

from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.pieces import (
    EachMonths,
    EveryMonth,
    Lacks,
    Limits,
    Piece,
)
from app.domain.recurrence.rule import (
    EVERY_MONTH,
)
from app.domain.recurrence.tokens import Token
from app.domain.recurrence.values import months

MONTH_WORDS = ("EVERY_MONTH", "PARITY", "MONTHS")


def read_rhythm(cursor: Cursor) -> list[Piece]:
    """毎月, 偶数月の, 隔月: remembered for the days that follow."""
    pieces: list[Piece] = []
    held = False
    while token := cursor.take(*MONTH_WORDS, "EVERY_N_MONTHS"):
        if token.kind == "EVERY_N_MONTHS":
            pieces.append(EachMonths(interval(token)))
        else:
            _hold_months(cursor, token, renewed=not held)
            held = True
            cursor.months_used = False
            if "から" in token.text or "~" in token.text:
                cursor.take("UNTIL")
        cursor.skip("PARTICLE", "JOIN", "SPACE")
    return pieces


def only_months(cursor: Cursor, held: tuple[int, ...]) -> list[Piece]:
    """4月から with no day behind it needs its year; months alone are handed on."""
    before = cursor.previous()
    if (
        before is not None
        and before.kind == "MONTHS"
        and len(held) == 1
        and cursor.take("FROM", "RANGE", "UNTIL")
    ):
        cursor.months = None
        return from_month(cursor, held[0], before, until=cursor.tokens[cursor.at - 1].kind == "UNTIL")
    following = cursor.peek()
    ends = following is None or following.kind in ("CLOSING", "JOIN", "OPEN", "SPECIFIC", *MONTH_WORDS)
    return [EveryMonth(held, cursor.place if ends else "note")]


def from_month(cursor: Cursor, month: int, token: Token, *, until: bool) -> list[Piece]:
    """From or until a month, of the year that the anchor tells."""
    if cursor.anchor is None:
        return [Lacks("year", token.text)]
    year = cursor.anchor.year + (month < cursor.anchor.month)
    last = date(year, month, monthrange(year, month)[1])
    return [Limits(last=last) if until else Limits(date(year, month, 1))]


def _hold_months(cursor: Cursor, token: Token, *, renewed: bool) -> None:
    """The months for the days that follow; 4月～11月の毎月 keeps the months."""
    if renewed or token.kind != "EVERY_MONTH" or cursor.months is None:
        cursor.months = months_said(token)


def interval(token: Token) -> int:
    """隔週 → 2, 3週間に1回 → 3."""
    if token.text.startswith(("隔", "1週")):
        return 2
    digits = "".join(sign for sign in token.text.split("に1")[0] if sign.isdigit())
    return int(digits or 2)


def months_said(token: Token) -> tuple[int, ...]:
    """The months of a month word."""
    return EVERY_MONTH if token.kind == "EVERY_MONTH" else months(token.text)
