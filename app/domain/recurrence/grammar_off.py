"""What is not held: (祝日・8月を除く), 月曜休館, 休館日：月曜、祝日, 8月は夏休みのため休会."""

from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.days import covers
from app.domain.recurrence.grammar_off_items import Items, read_items
from app.domain.recurrence.grammar_shift import OFF_WORDS
from app.domain.recurrence.pieces import Days, More, Off, Piece
from app.domain.recurrence.rule import DayOfMonth, Rule, Weekly
from app.domain.recurrence.tokens import Token

UNDECIDED = ("未定", "調整中", "検討中")
HELD_DAYS = ("WEEKDAYS", "LETTERS", "WORKDAYS", "DAILY", "ORDINALS", "EVERY_WEEK")
LONGEST_REASON = 4
"""Words of a reason at most; a longer text is none."""


def read_off(cursor: Cursor) -> list[Piece] | None:
    """祝日・年末年始を除く, 8月は休み, 水曜休館（祝日は開館）, 休館日：月曜、祝日."""
    return cursor.attempt(_off_label) or cursor.attempt(_off_before) or cursor.attempt(_off_items)


def _off_label(cursor: Cursor) -> list[Piece] | None:
    if not cursor.take("CLOSED_LABEL"):
        return None
    items = read_items(cursor, spaced=True)
    while cursor.attempt(_on_the_next_line):
        read_items(cursor, spaced=True, items=items)
    cursor.attempt(reason)
    cursor.take(*OFF_WORDS)
    return _off(cursor, items, closing=True) if items.kinds else None


def _off_before(cursor: Cursor) -> list[Piece] | None:
    """（除く祝日）, ※除く：第1週: the word before what it leaves out."""
    before = cursor.previous()
    opened = before is not None and before.kind in ("OPENING", "NOTE", "SPACE", "JOIN")
    word = cursor.take("EXCEPT", gaps=False) if opened and cursor.has_days else None
    if word is None or not word.text.startswith("除"):
        return None
    cursor.skip("COLON", "SPACE")
    items = read_items(cursor, spaced=True)
    following = cursor.peek()
    ended = following is None or following.kind in ("CLOSING", "BREAK", "NOTE", "HOURS")
    return _off(cursor, items, closing=False) if items.kinds and ended else None


def _on_the_next_line(cursor: Cursor) -> bool | None:
    """休館日 水曜日⏎年末年始（12月28日～1月4日）."""
    broken = bool(cursor.skip("BREAK"))
    following = cursor.peek()
    return True if broken and following is not None and following.kind in ("YEAR_END", "HOLIDAYS") else None


def _off_items(cursor: Cursor) -> list[Piece] | None:
    spaced = cursor.has_days or cursor.place != "line"
    items = read_items(cursor, spaced=spaced)
    cursor.skip("TENTATIVE")
    cursor.take("SPECIFIC")
    cursor.attempt(lambda c: c.take("PARTICLE"))
    cursor.attempt(_after_colon)
    word = cursor.take(*OFF_WORDS) or _resting(cursor, items)
    following = cursor.peek(gaps=False)
    if following is not None and following.kind == "REASON":
        word = _after_reason(cursor)
    if not items.kinds or word is None:
        return _undecided(cursor, items)
    following = cursor.peek(gaps=False)
    if word.kind == "CLOSED" and word.text.endswith("日") and following and following.kind == "EXCEPT":
        return None
    cursor.skip(*OFF_WORDS)
    if word.kind == "EXCEPT" and cursor.attempt(_of_what_follows):
        return _off(cursor, items, closing=False)
    closing = word.kind == "CLOSED" or word.text.startswith("以外")
    return None if _are_held(cursor, items, word, closing=closing) else _off(cursor, items, closing=closing)


def _are_held(cursor: Cursor, items: Items, word: Token, *, closing: bool) -> bool:
    """Whether the first of these are days that are held, and only the others are not."""
    begins = not cursor.has_days and cursor.place == "line"
    if begins and _is_rule_first(items, closing=closing, hours=cursor.has_hours):
        return True
    return items.loose and word.text.startswith("は") and _says_again(cursor, items)


def _after_colon(cursor: Cursor) -> bool | None:
    """日曜・祝日：休み."""
    colon = cursor.take("COLON", gaps=False)
    following = cursor.peek()
    return True if colon and following is not None and following.kind in OFF_WORDS else None


def _of_what_follows(cursor: Cursor) -> bool | None:
    """木、祝日を除くの火～土: all of these are left out of the days behind them."""
    said = any(particle.text == "の" for particle in cursor.skip("PARTICLE"))
    following = cursor.peek(gaps=False)
    days = HELD_DAYS if said else ("DAILY",)
    return True if following is not None and following.kind in days else None


def _undecided(cursor: Cursor, items: Items) -> list[Piece] | None:
    """8月は未定: months of which nobody knows yet are left out, and it is told."""
    token = cursor.peek(gaps=False)
    if token is None or not token.text.startswith(UNDECIDED) or set(items.kinds) != {"months"}:
        return None
    if not cursor.has_days:
        return None
    cursor.take(token.kind)
    return [*_off(cursor, items, closing=False), More(token.text)]


def _after_reason(cursor: Cursor) -> Token | None:
    """第1水曜日は休館日のためお休み: a closing that is a reason is told by what it brings."""
    cursor.take("REASON")
    cursor.skip("PARTICLE", "SPACE")
    return cursor.take("EXCEPT")


def _resting(cursor: Cursor, items: Items) -> Token | None:
    """8月は夏休みのため休会, 1月・2月は冬季休業: the reason, or a rest that is a reason by itself."""
    if cursor.attempt(reason):
        return cursor.take(*OFF_WORDS)
    topic = cursor.previous()
    named = cursor.peek(gaps=False)
    rests = (
        named is not None
        and named.kind == "PERIOD"
        and named.text.endswith(("休み", "休業", "休暇", "休館", "閉館"))
    )
    if not rests or topic is None or topic.text != "は" or items.kinds[-1:] not in (["months"], ["dates"]):
        return None
    return cursor.take("PERIOD")


def reason(cursor: Cursor) -> bool | None:
    """館内整理日のため, 夏休みにつき: why, in a few words before the rest is told."""
    for _ in range(LONGEST_REASON):
        if cursor.take("REASON", "AT_CHANCE"):
            cursor.skip("PARTICLE", "SPACE")
            return True
        if not cursor.skip("TEXT", "TARGET", "PERIOD", "NOISE", "PARTICLE", "CLOSED", "YEAR_END"):
            return None
    return None


def _is_rule_first(items: Items, *, closing: bool, hours: bool) -> bool:
    """毎週火・金曜、祝日は休み: the first of these are the days of the rule and not closed."""
    if items.apart and (
        items.kinds[0] != items.kinds[1] or any(_are_several(closed.days) for closed in items.closed[:1])
    ):
        return True
    if _holds_the_next(items):
        return True
    if items.kinds == ["nth", "months"] and not hours:
        return True
    if items.kinds[:2] == ["weekly", "class"] and {"nth", "weekly"} & {*items.kinds[2:]}:
        return False  # 日曜・祝日、第2・第4土曜を除く
    names_days = items.kinds[0] in ("weekly", "every", "nth") or _is_day_of_month(items)
    if not names_days or len(items.kinds) == 1:
        return False
    return items.kinds[0] == "every" or (items.loose and not closing)


def _says_again(cursor: Cursor, items: Items) -> bool:
    """4月18日、5月16日（毎月第3土曜日、8月は休み）: the first of these are the days that are held."""
    rules = [piece.rule for piece in cursor.pieces if isinstance(piece, Days)]
    return bool(rules) and items.kinds[0] != items.kinds[-1] and covers(items.closed[0].days, rules[-1])


def _is_day_of_month(items: Items) -> bool:
    """毎月20日、土日は除く: other days than those behind them."""
    return items.kinds[0] != items.kinds[-1] and isinstance(items.closed[0].days, DayOfMonth)


def _holds_the_next(items: Items) -> bool:
    """火～土 第3木曜休業: a Thursday that is closed anyway would not be named again."""
    if (
        items.kinds[:2] != ["weekly", "nth"]
        or len(items.closed) < 2
        or not _are_several(items.closed[0].days)
    ):
        return False
    whole, some = (getattr(closed.days, "weekdays", ()) for closed in items.closed[:2])
    return bool(some) and set(some) <= set(whole)


def _are_several(days: Rule) -> bool:
    """火～土／木休み: of these the bar sets off the one that is closed."""
    return isinstance(days, Weekly) and len(days.weekdays) > 1


def _off(cursor: Cursor, items: Items, *, closing: bool) -> list[Piece]:
    weekly = closing and any(kind in ("weekly", "every", "nth", "dates") for kind in items.kinds)
    pieces: list[Piece] = [Off(tuple(items.closed), cursor.place, weekly)] if items.closed else []
    return pieces + items.partly + items.lacks
