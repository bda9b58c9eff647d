"""Lists of weekdays and ordinals, and the months that hold for them."""

from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.rule import (
    EVERY_MONTH,
)
from app.domain.recurrence.values import ordinals, weekdays

WEEKDAY_WORDS = ("WEEKDAYS", "LETTERS")


def weekday_list(cursor: Cursor, *, gaps: bool = True) -> tuple[int, ...]:
    """The weekdays at the cursor; () where there are none."""
    token = cursor.take(*WEEKDAY_WORDS, gaps=gaps)
    return weekdays(token.text) if token else ()


def its_weekday(cursor: Cursor) -> tuple[int, ...] | None:
    """8月13日の木曜, 8月の金曜: the weekday of a date or of months."""
    said = [token.text for token in cursor.skip("PARTICLE")] == ["の"]
    return (weekday_list(cursor, gaps=False) if said else ()) or None


def nths_said(cursor: Cursor) -> tuple[int, ...] | None:
    """第2・第4, also in several words (第2週と最終); None where there are none."""
    found: set[int] = set()
    while token := cursor.take("ORDINALS"):
        found.update(ordinals(token.text))
        at = cursor.at
        glue = cursor.skip("JOIN", "SPACE", "PARTICLE")
        following = cursor.peek()
        joined = not any(token.text in ("は", "も", "が", "に") for token in glue)
        if following is None or following.kind != "ORDINALS" or not joined:
            cursor.at = at
            break
    return tuple(sorted(found, key=lambda nth: nth if nth > 0 else 9)) or None


def held_months(cursor: Cursor) -> tuple[int, ...]:
    """The months said last, for ordinals and days of the month; every month where none were."""
    return cursor.months or EVERY_MONTH


def season(cursor: Cursor) -> tuple[int, ...]:
    """The months for rules that need none: only those said just before (毎月第2土曜、平日 is every weekday)."""
    return cursor.months if cursor.months is not None and not cursor.months_used else EVERY_MONTH
