"""Where dates go that meet a holiday or a weekday: 祝日の場合は翌週, 月曜日にあたるときはその翌日."""

from typing import TypeAlias

from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.grammar_lists import WEEKDAY_WORDS, nths_said, weekday_list
from app.domain.recurrence.pieces import Days, HolidaysOpen, More, Moves, Off, Piece
from app.domain.recurrence.rule import (
    Closed,
    DayOfMonth,
    Holidays,
    Shift,
    Target,
    Weekly,
    YearEndDays,
)
from app.domain.recurrence.tokens import Token
from app.domain.recurrence.values import days, weekdays
from app.domain.recurrence.words import TARGETS

Conditions: TypeAlias = tuple[bool, bool, tuple[int, ...], tuple[int, ...]]
OFF_WORDS = ("EXCEPT", "CLOSED")
TARGET_WORDS = ("TARGET", "NEXT_WEEKDAY", "PREVIOUS_WEEKDAY")
GLUE = frozenset({"JOIN", "OR", "SPACE", "PARTICLE"})


def read_shift(cursor: Cursor) -> list[Piece] | None:
    """祝日の場合は翌週, 土日祝のときは前営業日, 月曜日にあたるときはその翌日, 祝日も開催."""
    return cursor.attempt(_shift)


def _is_rule_first(cursor: Cursor, letters: tuple[int, ...]) -> bool:
    """月～金、祝日も開催: the weekdays before the holidays are the rule."""
    glue = cursor.tokens[cursor.at - 3].text if cursor.at > 2 else ""
    return bool(letters) and not cursor.has_days and glue in ("、", " ", "/")


def _shift(cursor: Cursor) -> list[Piece] | None:
    conditions = _conditions(cursor)
    if conditions is None:
        return None
    holidays, year_end, letters, _ = conditions
    when = cursor.take("WHEN")
    opened = when is not None and bool(cursor.attempt(_open_that_day))
    if when is None and cursor.take("OPEN"):
        return [HolidaysOpen(cursor.place)] if holidays and not _is_rule_first(cursor, letters) else None
    told = cursor.skip("PARTICLE", "JOIN", "SPACE")
    if when is None and not any(token.text == "は" for token in told):
        return None
    target = _target(cursor)
    if when is None and cursor.peek() is not None and cursor.peek().kind in OFF_WORDS:  # type: ignore[union-attr]
        return None
    if target is not None and (when is not None or holidays):
        return _moves(cursor, conditions, target, opened=opened)
    return _outcome(cursor, holidays, year_end, letters) if when is not None else None


def _open_that_day(cursor: Cursor) -> bool | None:
    """祝日の場合は開館し、翌日休館: the target tells the same."""
    found = cursor.take("OPEN") is not None
    cursor.skip("JOIN", "SPACE")
    following = cursor.peek()
    return True if found and following is not None and following.kind in TARGET_WORDS else None


def _conditions(cursor: Cursor) -> Conditions | None:
    holidays = year_end = False
    letters: set[int] = set()
    named: set[int] = set()
    cursor.attempt(_the_day_again)
    while token := cursor.take("HOLIDAYS", "YEAR_END", *WEEKDAY_WORDS):
        holidays = holidays or token.kind == "HOLIDAYS"
        year_end = year_end or token.kind == "YEAR_END"
        if token.kind in WEEKDAY_WORDS:
            (named if cursor.attempt(_is_holiday) else letters).update(weekdays(token.text))
        cursor.attempt(_more_conditions)
    found = (holidays, year_end, tuple(sorted(letters)), tuple(sorted(named)))
    return found if holidays or year_end or letters else None


def _the_day_again(cursor: Cursor) -> bool | None:
    """毎月15日（15日が土日の場合は…）: the day of the rule, named once more."""
    token = cursor.take("DAYS", "MONTH_END")
    meant = days(token.text) if token and token.kind == "DAYS" else (-1,)
    particle = cursor.take("PARTICLE") if token and meant == _day_of_rule(cursor) else None
    return True if particle and particle.text in "がは" else None


def _day_of_rule(cursor: Cursor) -> tuple[int, ...]:
    """The days of the month of the rule before; () where there is none."""
    rules = [piece.rule for piece in cursor.pieces if isinstance(piece, Days)]
    return rules[-1].days if rules and isinstance(rules[-1], DayOfMonth) else ()


def _is_holiday(cursor: Cursor) -> bool | None:
    """月曜が祝日の場合: the weekday is that of the rule, the condition is the holiday."""
    particle = cursor.take("PARTICLE")
    following = cursor.peek()
    return (
        True if particle and particle.text in "がの" and following and following.kind == "HOLIDAYS" else None
    )


def _more_conditions(cursor: Cursor) -> bool | None:
    cursor.skip("JOIN", "OR", "SPACE")
    following = cursor.peek(gaps=False)
    more = following is not None and following.kind in ("HOLIDAYS", "YEAR_END", *WEEKDAY_WORDS)
    return True if more else None


def _target(cursor: Cursor) -> tuple[Target, int | None, int | None] | None:
    if token := cursor.take("TARGET"):
        to = next((target for word, target in TARGETS if word in token.text), None)
        return _named(cursor, to) if to else None
    if token := cursor.take("NEXT_WEEKDAY", "PREVIOUS_WEEKDAY"):
        letters = weekday_list(cursor)
        return (_side(token), letters[0], None) if letters else None
    if letters := weekday_list(cursor):
        return ("weekday", letters[0], None) if len(letters) == 1 else None
    if beside := cursor.attempt(_day_beside):
        return beside, None, None
    nths = nths_said(cursor)
    if nths is not None and len(nths) == 1:
        letters = weekday_list(cursor)
        return "nth", letters[0] if letters else None, nths[0]
    return None


def _day_beside(cursor: Cursor) -> Target | None:
    """毎月25日（日曜の場合は26日）: the day after or before that of the rule."""
    token = cursor.take("DAYS")
    rule = _day_of_rule(cursor)
    if token is None or len(rule) != 1 or rule[0] < 1:
        return None
    sides: dict[tuple[int, ...], Target] = {(rule[0] + 1,): "next_day", (rule[0] - 1,): "previous_day"}
    return sides.get(days(token.text))


def _side(token: Token) -> Target:
    """翌週の金曜, 前週の金曜: of that week; else the nearest one on that side."""
    if "週" in token.text and not token.text.startswith(("その週", "同")):
        return "next_week" if token.kind == "NEXT_WEEKDAY" else "previous_week"
    return "weekday" if token.kind == "NEXT_WEEKDAY" else "previous_weekday"


def _named(cursor: Cursor, to: Target) -> tuple[Target, int | None, None]:
    """翌日（火）, 翌週（金）: the weekday that is named is taken literally."""
    letters = cursor.attempt(lambda c: (c.skip("PARTICLE", "SPACE"), weekday_list(c, gaps=False))[1] or None)
    if letters is None or len(letters) != 1 or to.endswith("workday"):
        return to, None, None
    side: Target = "weekday" if to == "next_day" else "previous_weekday" if to == "previous_day" else to
    return side, letters[0], None


def _moves(
    cursor: Cursor,
    conditions: Conditions,
    target: tuple[Target, int | None, int | None],
    *,
    opened: bool,
) -> list[Piece]:
    """The shift; of the closing where the place opens on the holiday (祝日は開館、翌日休み) or the words say 休館."""
    holidays, year_end, letters, named = conditions
    to, weekday, nth = target
    word = cursor.take("CLOSED", "CHANGED", "OPEN", "EXCEPT")
    rests = word is not None and word.kind in OFF_WORDS
    closing = rests and (word is None or word.kind == "CLOSED" or opened or cursor.has_closing)
    shift = Shift(to, holidays, letters, year_end, weekday, nth)
    if rests and _is_no_day(cursor, named):
        closed = Off((Closed(Weekly(named)),), cursor.place, closing=True)
        return [closed, Moves(shift, cursor.place, closing=True)]
    last = cursor.pieces[-1] if cursor.pieces else None
    of_closing = cursor.has_closing and not cursor.has_days
    beside = isinstance(last, Off) and last.closing
    return [Moves(shift, cursor.place, closing or of_closing or beside)]


def _is_no_day(cursor: Cursor, named: tuple[int, ...]) -> bool:
    """火～日（月曜が祝日の場合は翌日休み）: the weekday is none of the days, so that it is the closing that moves."""
    held = [
        weekday for p in cursor.pieces if isinstance(p, Days) for weekday in getattr(p.rule, "weekdays", ())
    ]
    return bool(named and held) and not set(named) & set(held)


def _outcome(cursor: Cursor, holidays: bool, year_end: bool, letters: tuple[int, ...]) -> list[Piece]:
    """祝日の場合は休み / 開催 / 変更あり."""
    if cursor.take(*OFF_WORDS):
        rules = [Holidays()] * holidays + [YearEndDays()] * year_end + [Weekly(letters)] * bool(letters)
        return [Off(tuple(Closed(rule) for rule in rules), cursor.place)]
    if cursor.take("OPEN"):
        return [HolidaysOpen(cursor.place)]
    cursor.skip("ORDINALS", "WEEKDAYS", "LETTERS", *TARGET_WORDS)
    word = cursor.take("SOFT", "CHANGED", "UNSETTLED")
    return [More(f"祝日の場合{word.text if word else ''}")]
