"""Which days: 第1・第3木曜, 毎週火・金曜, 隔週, 毎月20日, 平日, listed dates."""

import re

from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.grammar_classes import and_holidays, only_holidays, read_classes
from app.domain.recurrence.grammar_dates import read_listed
from app.domain.recurrence.grammar_lists import held_months, nths_said, season, weekday_list
from app.domain.recurrence.grammar_months import interval, only_months, read_rhythm
from app.domain.recurrence.pieces import (
    Conflict,
    Days,
    EachWeeks,
    EveryWeek,
    Lacks,
    Nths,
    Piece,
)
from app.domain.recurrence.rule import (
    DayOfMonth,
    Following,
    NthWeekday,
    Weekly,
)
from app.domain.recurrence.tokens import Token
from app.domain.recurrence.values import days, days_ending, weekdays

NAMED_LIST = re.compile(r"曜日?\s*(?:[、・]|と|及び|および)\s*[月火水木金土日]曜")
WEEKDAYS = "月火水木金土日"
HELD_ON = re.compile("に(?:開催|実施|行)")
STRAY = re.compile(r"(?:第|\d)\S{0,3}$")
NAME_START = re.compile("[一-龥ァ-ヴー]")


def read_days(cursor: Cursor) -> list[Piece] | None:
    """A rule of days with the months before it, or what is left open about it."""
    start = cursor.at
    pieces = read_rhythm(cursor)
    core = cursor.attempt(_core)
    if core is not None:
        cursor.months_used = True
        return [*pieces, *core]
    if not pieces and cursor.months is not None and cursor.at > start:
        return only_months(cursor, cursor.months)
    return pieces or None


def _core(cursor: Cursor) -> list[Piece] | None:
    for production in (_nth, _weekly, _every_n_weeks, _of_month, read_classes, read_listed, only_holidays):
        found = cursor.attempt(production)
        if found is not None:
            return found
    return None


def _nth(cursor: Cursor) -> list[Piece] | None:
    nths = nths_said(cursor)
    if nths is None:
        return None
    cursor.attempt(lambda c: c.take("PARTICLE"))
    named = cursor.peek()
    letters = weekday_list(cursor)
    if named is not None and NAMED_LIST.search(named.text) and letters:
        return _nth_and_weekly(cursor, nths, named.text)
    if cursor.take("SAME_AGAIN"):
        return [Lacks("choice", "最終")]
    if _begins_interval(cursor):
        return [Lacks("anchor", f"第{nths[0]}から")]
    if not letters:
        return _nth_alone(cursor, nths)
    return _with_following(cursor, NthWeekday(nths, letters, held_months(cursor)))


def _nth_and_weekly(cursor: Cursor, nths: tuple[int, ...], names: str) -> list[Piece]:
    """第2土曜日、日曜日: the number goes with the weekday beside it; 第2土曜日・日曜日: with both. Both are told."""
    first, _, others = names.partition("、") if "、" in names else (names, "", "")
    pieces: list[Piece] = [Days(NthWeekday(nths, weekdays(first), held_months(cursor)), cursor.place)]
    if others:
        pieces.append(Days(Weekly(weekdays(others)), cursor.place, every=True))
    read_as = f"{others}は毎週" if others else f"{names}はどちらも第{nths[0]}"
    return [*pieces, Conflict(f"{read_as}と読みました。違うときは書き分けてください")]


def _with_following(cursor: Cursor, rule: NthWeekday | DayOfMonth) -> list[Piece]:
    """The rule and what follows it; 第3火曜の直後の木曜 is the latter alone."""
    glue = cursor.peek()
    followed = _followed(cursor, rule)
    if followed and glue is not None and glue.text == "の":
        return followed
    return [Days(rule, cursor.place), *followed]


def _begins_interval(cursor: Cursor) -> bool:
    """第1土曜日から隔週: where the counting begins, but not from which month."""
    at = cursor.at
    if cursor.take("FROM") and (following := cursor.peek()) and following.kind == "EVERY_N_WEEKS":
        return True
    cursor.at = at
    return False


def _nth_alone(cursor: Cursor, nths: tuple[int, ...]) -> list[Piece] | None:
    following = cursor.peek(gaps=False)
    if following is not None and following.kind == "TEXT" and following.text[0].isalnum():
        return []
    return [Nths(nths, held_months(cursor))]


def _followed(cursor: Cursor, rule: NthWeekday | DayOfMonth) -> list[Piece]:
    """とその直後の木曜日, とその翌日."""
    return cursor.attempt(lambda c: _following(c, rule)) or []


def _following(cursor: Cursor, rule: NthWeekday | DayOfMonth) -> list[Piece] | None:
    """The days after, besides the rule itself (とその直後の) ."""
    cursor.skip("JOIN", "SPACE", "PARTICLE")
    if cursor.take("NEXT_WEEKDAY") and (letters := weekday_list(cursor)):
        return [Days(Following(rule, letters[0]), cursor.place)]
    token = cursor.take("TARGET")
    if (
        token
        and token.text.endswith(("翌日", "次の日"))
        and isinstance(rule, NthWeekday)
        and len(rule.weekdays) == 1
    ):
        cursor.skip("PARTICLE")
        weekday_list(cursor)
        return [Days(Following(rule, (rule.weekdays[0] + 1) % 7), cursor.place)]
    return None


def _weekly(cursor: Cursor) -> list[Piece] | None:
    every = cursor.take("EVERY_WEEK")
    stray = _stray_number(cursor)
    if every:
        cursor.skip("PARTICLE", "JOIN")
    letters = weekday_list(cursor)
    if not letters:
        return _bare_weekly(cursor) if every else None
    if stray:
        return [Lacks("week", stray)]
    if not every and len(letters) == 1 and cursor.months is None and _is_only_held_on(cursor):
        return [Lacks("week", f"{WEEKDAYS[letters[0]]}曜日")]
    if cursor.months is not None:
        cursor.attempt(lambda c: c.take("PARTICLE"))
    rule = Weekly(letters, season(cursor))
    monthly = cursor.months is not None and not cursor.months_used and not every
    named = not every and _runs_into_name(cursor)
    pieces: list[Piece] = [Days(rule, cursor.place, every=bool(every), monthly=monthly, named=named)]
    return pieces + and_holidays(cursor, rule.months)


def _stray_number(cursor: Cursor) -> str:
    """Words with a number that run into the weekday (8週目以降の日曜日) and that nobody here understands."""
    at = cursor.at - 1
    while at >= 0 and cursor.tokens[at].kind in ("PARTICLE", "EVERY_WEEK"):
        at -= 1
    token = cursor.tokens[at] if at >= 0 else None
    return token.text if token is not None and token.kind == "TEXT" and STRAY.search(token.text) else ""


def _is_only_held_on(cursor: Cursor) -> bool:
    """土曜日に開催する出張相談会: held on Saturdays, and nobody says on which of them."""
    following = cursor.peek()
    return following is not None and bool(HELD_ON.match(following.text))


def _runs_into_name(cursor: Cursor) -> bool:
    """土曜カフェ, 日曜学習会: a name that begins with a weekday."""
    following = cursor.peek(gaps=False)
    return following is not None and following.kind == "TEXT" and bool(NAME_START.match(following.text))


def _bare_weekly(cursor: Cursor) -> list[Piece] | None:
    following = cursor.peek()
    if following is not None and following.kind in ("WORKDAYS", "DAILY", "ORDINALS", "EVERY_N_WEEKS"):
        return []
    return [EveryWeek()]


def _every_n_weeks(cursor: Cursor) -> list[Piece] | None:
    token = cursor.take("EVERY_N_WEEKS")
    if token is None:
        return None
    at = cursor.at
    cursor.skip("PARTICLE", "JOIN", "SPACE")
    cursor.take("EVERY_WEEK")
    letters = weekday_list(cursor)
    weeks = interval(token)
    if not letters:
        cursor.at = at
        return [EachWeeks(weeks)]
    return [Days(Weekly(letters), cursor.place, every=True), EachWeeks(weeks)]


def _of_month(cursor: Cursor) -> list[Piece] | None:
    found: set[int] = set()
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
    rule = DayOfMonth(tuple(sorted(found, key=lambda day: day if day > 0 else 99)), held_months(cursor))
    return _with_following(cursor, rule)


def _days_said(token: Token) -> tuple[int, ...]:
    if token.kind == "MONTH_END":
        return (-1,)
    return days(token.text) if token.kind == "DAYS" else days_ending(token.text)
