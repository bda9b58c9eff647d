"""The months before the days: 毎月, 偶数月の, 4月～9月の, 隔月."""

import re
from calendar import monthrange
from datetime import date

from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.fate import months_in
from app.domain.recurrence.pieces import (
    Days,
    EachMonths,
    EveryMonth,
    Lacks,
    Limits,
    Off,
    Piece,
    Start,
)
from app.domain.recurrence.rule import (
    EVERY_MONTH,
    Daily,
)
from app.domain.recurrence.tokens import Token
from app.domain.recurrence.values import months

TOPIC = re.compile("[はも]|に.")
MONTH_WORDS = ("EVERY_MONTH", "PARITY", "MONTHS")


def read_rhythm(cursor: Cursor) -> list[Piece]:
    """毎月, 偶数月の, 隔月: remembered for the days that follow."""
    pieces: list[Piece] = []
    held = False
    while token := cursor.attempt(_season_months) or cursor.take(
        *MONTH_WORDS, "EVERY_N_MONTHS", "OTHER_MONTHS"
    ):
        if token.kind == "EVERY_N_MONTHS":
            pieces.append(EachMonths(interval(token)))
            cursor.months = cursor.months if held else None
        else:
            _hold_months(cursor, token, renewed=not held)
            held = True
            cursor.months_used = False
            if "から" in token.text or "~" in token.text:
                cursor.take("UNTIL")
            cursor.attempt(_and_later)
            cursor.attempt(_months_again)
        cursor.skip("PARTICLE", "JOIN", "SPACE", "COLON")
    return pieces


def _season_months(cursor: Cursor) -> Token | None:
    """春（4月～6月）と秋（9月～11月）: the months of the brackets, together."""
    found = ""
    while cursor.take("SEASON") and cursor.take("OPENING") and (token := cursor.take("MONTHS")):
        found = f"{found}、{token.text}".strip("、")
        if not cursor.take("CLOSING"):
            return None
        cursor.attempt(_one_more_season)
    return Token("MONTHS", found) if found else None


def _one_more_season(cursor: Cursor) -> bool | None:
    following = cursor.peek() if cursor.skip("JOIN") else None
    return True if following is not None and following.kind == "SEASON" else None


def _months_again(cursor: Cursor) -> bool | None:
    """偶数月（4・6・8・10・12・2月）の: the bracket says the same again."""
    if not cursor.take("OPENING"):
        return None
    token = cursor.take("MONTHS")
    same = token is not None and cursor.months in (EVERY_MONTH, months_said(token))
    if token is None or not same or not cursor.take("CLOSING"):
        return None
    cursor.months = months_said(token)
    return True


def only_months(cursor: Cursor, held: tuple[int, ...]) -> list[Piece]:
    """4月から with no day behind it needs its year; months alone are handed on."""
    before = cursor.previous()
    cursor.attempt(lambda c: c.take("SPECIFIC") if c.place == "bracket" else None)
    if (
        before is not None
        and before.kind == "MONTHS"
        and len(held) == 1
        and cursor.take("FROM", "RANGE", "UNTIL")
    ):
        cursor.months = None
        if any(isinstance(piece, EachMonths) for piece in cursor.pieces):
            return [Start(month=held[0])]
        return from_month(cursor, held[0], before, until=cursor.tokens[cursor.at - 1].kind == "UNTIL")
    following = cursor.peek()
    ends = following is None or following.kind in ("CLOSING", "JOIN", "OPEN", "SPECIFIC", *MONTH_WORDS)
    topic = following is not None and following.kind != "CHANGED" and bool(TOPIC.match(following.text))
    return [EveryMonth(held, cursor.place if ends else "note", topic)]


def from_month(cursor: Cursor, month: int, token: Token, *, until: bool) -> list[Piece]:
    """From or until a month, of the year that the anchor tells."""
    if cursor.anchor is None:
        return [Lacks("year", token.text)]
    year = cursor.anchor.year + (month < cursor.anchor.month)
    last = date(year, month, monthrange(year, month)[1])
    return [Limits(last=last) if until else Limits(date(year, month, 1))]


def _hold_months(cursor: Cursor, token: Token, *, renewed: bool) -> None:
    """The months for the days that follow; 4月～11月の毎月 keeps the months."""
    said = months_said(token) if token.kind == "MONTHS" else ()
    cursor.month = said[0] if len(said) == 1 else None
    if token.kind == "OTHER_MONTHS":
        cursor.months = other_months(cursor)
    elif renewed or token.kind != "EVERY_MONTH" or cursor.months is None:
        cursor.months = months_said(token)


def other_months(cursor: Cursor) -> tuple[int, ...]:
    """The months of which nothing has been said yet; every month where all have been."""
    said = {m for piece in cursor.pieces if isinstance(piece, Days | Off) for m in _months_of(piece)}
    return tuple(month for month in EVERY_MONTH if month not in said) or EVERY_MONTH


def _months_of(piece: Days | Off) -> tuple[int, ...]:
    rules = (
        [piece.rule]
        if isinstance(piece, Days)
        else [c.days for c in piece.closed if isinstance(c.days, Daily)]
    )
    found = [months_in(rule) for rule in rules]
    return tuple(m for said in found if said != EVERY_MONTH for m in said)


def _and_later(cursor: Cursor) -> bool | None:
    """1～3月は第2日曜、4月以降は第3日曜: from here on to the months said before."""
    token = cursor.take("FROM")
    left = other_months(cursor)
    if (
        token is None
        or not token.text.startswith(("以降", "以後", "から", "より", "~"))
        or left == EVERY_MONTH
    ):
        return None
    start = cursor.months[0] if cursor.months and len(cursor.months) == 1 else 0
    if start not in left or (start - 2) % 12 + 1 in left:
        return None
    cursor.months = left
    return True


def interval(token: Token) -> int:
    """隔週 → 2, 3週間に1回 → 3."""
    if token.text.startswith(("隔", "1週")):
        return 2
    digits = "".join(sign for sign in token.text.split("に1")[0] if sign.isdigit())
    return int(digits or 2)


def months_said(token: Token) -> tuple[int, ...]:
    """The months of a month word."""
    return EVERY_MONTH if token.kind == "EVERY_MONTH" else months(token.text)
