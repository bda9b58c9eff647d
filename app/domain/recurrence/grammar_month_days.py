"""Days of the month: 毎月20日, 4と9のつく日, 末日, 10日以降の最初の日曜."""

from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.grammar_following import with_following
from app.domain.recurrence.grammar_lists import WEEKDAY_WORDS, held_months, weekday_list
from app.domain.recurrence.pieces import Conflict, Days, Lacks, Piece
from app.domain.recurrence.rule import DayOfMonth, Following, NthWeekday
from app.domain.recurrence.tokens import Token
from app.domain.recurrence.values import days, days_ending


def read_first_from(cursor: Cursor) -> list[Piece] | None:
    """10日以降の最初の日曜: the first Sunday after the 9th."""
    token = cursor.take("DAY_ON")
    day = int(token.text.partition("日")[0]) if token else 0
    letters = weekday_list(cursor) if token else ()
    if len(letters) != 1 or not 1 < day <= 31:
        return None
    before = DayOfMonth((day - 1,), held_months(cursor))
    return [Days(Following(before, letters[0]), cursor.place)]


def read_of_month(cursor: Cursor) -> list[Piece] | None:
    found: set[int] = set()
    unjoined = _runs_on(cursor)
    while token := cursor.take("DAYS", "ENDING_DAYS", "MONTH_END"):
        found.update(_days_said(token))
        at = cursor.at
        cursor.skip("JOIN", "SPACE")
        following = cursor.peek()
        if following is None or following.kind not in ("DAYS", "ENDING_DAYS", "MONTH_END"):
            cursor.at = at
            break
    if not found:
        return None
    if narrowed := cursor.attempt(lambda c: _of_these_days(c, found)):
        return narrowed
    rule = DayOfMonth(tuple(sorted(found, key=lambda day: day if day > 0 else 99)), held_months(cursor))
    doubt = [Conflict(f"{min(found)}日が、どの月のことか分かりません")] if unjoined else []
    return [*with_following(cursor, rule), *doubt]


def _days_said(token: Token) -> tuple[int, ...]:
    if token.kind == "MONTH_END":
        return (-1,)
    return days(token.text) if token.kind == "DAYS" else days_ending(token.text)


def _of_these_days(cursor: Cursor, found: set[int]) -> list[Piece] | None:
    """毎月1日～7日の土曜 is the first one; of other days of the month it is asked which."""
    if not any(particle.text == "の" for particle in cursor.skip("PARTICLE")):
        return None
    letters = weekday_list(cursor)
    if not letters and not cursor.take("WORKDAYS"):
        return None
    nth = max(found) // 7
    if letters and found == set(range(7 * nth - 6, 7 * nth + 1)):
        return [Days(NthWeekday((nth,), letters, held_months(cursor)), cursor.place)]
    return [Lacks("date", f"{min(found)}日～{max(found)}日")]


def _runs_on(cursor: Cursor) -> bool:
    """第2土曜 26日: two rules, or one day named twice and wrongly."""
    before = [token for token in cursor.tokens[max(0, cursor.at - 2) : cursor.at] if token.kind != "SPACE"]
    weekday = bool(before) and before[-1].kind in WEEKDAY_WORDS
    return weekday and bool(cursor.pieces) and isinstance(cursor.pieces[-1], Days)
