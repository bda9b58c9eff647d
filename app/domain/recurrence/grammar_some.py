"""Some of the days with a rule of their own: 月～土（土曜は第1・第3のみ）, 火・金（金曜は8月休み）, 第2・4土曜（第4は偶数月のみ）."""

from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.grammar_lists import WEEKDAY_WORDS, nths_said, weekday_list
from app.domain.recurrence.grammar_months import MONTH_WORDS, months_said
from app.domain.recurrence.grammar_shift import OFF_WORDS
from app.domain.recurrence.pieces import Days, Off, Piece
from app.domain.recurrence.rule import (
    EVERY_MONTH,
    Closed,
    Daily,
    Holidays,
    NthWeekday,
    Rule,
    Weekly,
    Workdays,
)

SOME = ("ORDINALS", *WEEKDAY_WORDS)
ALL_NTHS = (1, 2, 3, 4, 5)


def read_some(cursor: Cursor) -> list[Piece] | None:
    """Which of the days before are meant, and when they are held or not."""
    following = cursor.peek()
    if following is None or following.kind not in SOME or not cursor.has_days:
        return None
    meant = _meant(cursor)
    if meant is None or not _topic(cursor) or (cursor.place == "line" and not _is_part(meant, cursor)):
        return None
    if cursor.take("HOLIDAYS"):
        return _off(Holidays(), meant.weekdays) if cursor.take(*OFF_WORDS) else None
    own = _own_rule(cursor, meant)
    return _with_own_rule(cursor, meant, own) if own is not None else None


def _with_own_rule(cursor: Cursor, meant: NthWeekday, own: Rule) -> list[Piece] | None:
    """Not held then, or held only then: all others of them are left out."""
    cursor.skip("SPECIFIC")
    if cursor.take(*OFF_WORDS):
        return _off(own)
    if not _is_part(meant, cursor) or not _ends(cursor):
        return None
    whole = Weekly(meant.weekdays) if meant.nths == ALL_NTHS else meant
    return [*_off(whole), Days(own, "bracket", same_hours=True)]


def _off(rule: Rule, weekdays: tuple[int, ...] = ()) -> list[Piece]:
    """What is left out of the days before, also in a note."""
    return [Off((Closed(rule),), "bracket", weekdays=weekdays)]


def _meant(cursor: Cursor) -> NthWeekday | None:
    """土曜, 第4, 第4土曜: some of the days before; the weekday is theirs where none is named."""
    nths, letters = nths_said(cursor), weekday_list(cursor)
    if nths is not None and not letters:
        said = [rule.weekdays for rule in _held(cursor) if isinstance(rule, NthWeekday | Weekly)]
        letters = said[-1] if said else ()
    return NthWeekday(nths or ALL_NTHS, letters) if letters else None


def _held(cursor: Cursor) -> list[Rule]:
    return [piece.rule for piece in cursor.pieces if isinstance(piece, Days)]


def _topic(cursor: Cursor) -> bool:
    return [token.text for token in cursor.skip("PARTICLE")] == ["は"]


def _own_rule(cursor: Cursor, meant: NthWeekday) -> Rule | None:
    """第1・第3, 偶数月, 8月の第2: when the days that are meant are held or not."""
    token = cursor.take(*MONTH_WORDS)
    months = months_said(token) if token else EVERY_MONTH
    cursor.skip("PARTICLE")
    nths = nths_said(cursor)
    weekday_list(cursor)
    if token is None and nths is None:
        return None
    if nths is None and meant.nths == ALL_NTHS:
        return Weekly(meant.weekdays, months)
    return NthWeekday(nths or meant.nths, meant.weekdays, months)


def _is_part(meant: NthWeekday, cursor: Cursor) -> bool:
    """Whether the days before are more than those that are meant."""
    for rule in _held(cursor):
        if isinstance(rule, Weekly) and set(meant.weekdays) < set(rule.weekdays):
            return True
        if isinstance(rule, NthWeekday) and meant.nths != ALL_NTHS and set(meant.nths) < set(rule.nths):
            return True
        if isinstance(rule, Daily) or (isinstance(rule, Workdays) and max(meant.weekdays) < 5):
            return True
    return False


def _ends(cursor: Cursor) -> bool:
    """Behind のみ or 開所, and with no hours: the statement is over."""
    cursor.skip("SPECIFIC", "OPEN", "SPACE")
    following = cursor.peek()
    return following is None or following.kind in ("CLOSING", "JOIN", "BREAK", "NOTE")
