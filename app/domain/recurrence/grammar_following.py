"""Days that follow others: とその直後の木曜日, とその翌日, の前日."""

from msgspec.structs import replace

from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.grammar_lists import weekday_list
from app.domain.recurrence.pieces import Days, Piece
from app.domain.recurrence.rule import DayOfMonth, Following, NthWeekday

STEPS = {"翌日": 1, "次の日": 1, "あくる日": 1, "前日": -1}


def with_following(cursor: Cursor, rule: NthWeekday | DayOfMonth) -> list[Piece]:
    """The rule and what follows it; 第3火曜の直後の木曜 is the latter alone."""
    glue = cursor.peek()
    followed = _followed(cursor, rule)
    if followed and glue is not None and glue.text == "の":
        return followed
    return [Days(rule, cursor.place), *followed]


def _followed(cursor: Cursor, rule: NthWeekday | DayOfMonth) -> list[Piece]:
    """とその直後の木曜日, とその翌日."""
    return cursor.attempt(lambda c: _following(c, rule)) or []


def _following(cursor: Cursor, rule: NthWeekday | DayOfMonth) -> list[Piece] | None:
    """The days after or before, besides the rule itself (とその直後の) ."""
    glue = cursor.skip("JOIN", "SPACE", "PARTICLE")
    glued = any(token.kind != "SPACE" for token in glue)
    if (near := cursor.take("NEXT_WEEKDAY", "PREVIOUS_WEEKDAY")) and (letters := weekday_list(cursor)):
        back = near.kind == "PREVIOUS_WEEKDAY"
        return [Days(Following(rule, letters[0], back), cursor.place)] if glued or not back else None
    token = cursor.take("TARGET")
    step = next((days for word, days in STEPS.items() if token and token.text.endswith(word)), 0)
    if not step or not glued or (cursor.peek() is not None and cursor.peek().kind == "UNTIL"):  # type: ignore[union-attr]
        return None
    cursor.attempt(lambda c: (c.skip("PARTICLE"), weekday_list(c))[1] or None)
    if isinstance(rule, DayOfMonth):
        return _beside_days(cursor, rule, step)
    return [Days(Following(rule_of(rule, w), (w + step) % 7, step < 0), cursor.place) for w in rule.weekdays]


def rule_of(rule: NthWeekday, weekday: int) -> NthWeekday:
    """The part of a rule that is about one weekday."""
    return replace(rule, weekdays=(weekday,))


def _beside_days(cursor: Cursor, rule: DayOfMonth, step: int) -> list[Piece] | None:
    """15日の前日 is the 14th; what would leave its month is not read."""
    moved = tuple(day + step for day in rule.days)
    if any(not 1 <= day <= 28 for day in moved):
        return None
    return [Days(replace(rule, days=moved), cursor.place)]
