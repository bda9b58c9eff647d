"""Which days: 第1・第3木曜, 毎週火・金曜, 隔週, 毎月20日, 平日, listed dates."""

import re

from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.grammar_dates import read_listed
from app.domain.recurrence.grammar_months import interval, only_months, read_rhythm
from app.domain.recurrence.pieces import (
    Conflict,
    Days,
    EachWeeks,
    EveryWeek,
    Lacks,
    Limits,
    Nths,
    Off,
    Piece,
    Start,
)
from app.domain.recurrence.rule import (
    EVERY_MONTH,
    Closed,
    Daily,
    DayOfMonth,
    Following,
    Holidays,
    NthWeekday,
    Rule,
    Weekly,
    Workdays,
)
from app.domain.recurrence.tokens import Token
from app.domain.recurrence.values import days, days_ending, ordinals, weekdays

WEEKDAY_WORDS = ("WEEKDAYS", "LETTERS")
NAMED_LIST = re.compile(r"曜日?\s*(?:[、・]|と|及び|および)\s*[月火水木金土日]曜")
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
    for production in (_nth, _weekly, _every_n_weeks, _of_month, _classes, read_listed, _only_holidays):
        found = cursor.attempt(production)
        if found is not None:
            return found
    return None


def _held_months(cursor: Cursor) -> tuple[int, ...]:
    return cursor.months or EVERY_MONTH


def weekday_list(cursor: Cursor, *, gaps: bool = True) -> tuple[int, ...]:
    """The weekdays at the cursor; () where there are none."""
    token = cursor.take(*WEEKDAY_WORDS, gaps=gaps)
    return weekdays(token.text) if token else ()


def nths_said(cursor: Cursor) -> tuple[int, ...] | None:
    """第2・第4, also in several words (第2週と最終); None where there are none."""
    found: set[int] = set()
    while token := cursor.take("ORDINALS"):
        found.update(ordinals(token.text))
        at = cursor.at
        cursor.skip("JOIN", "SPACE", "PARTICLE")
        following = cursor.peek()
        if following is None or following.kind != "ORDINALS":
            cursor.at = at
    return tuple(sorted(found, key=lambda nth: nth if nth > 0 else 9)) or None


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
    return _with_following(cursor, NthWeekday(nths, letters, _held_months(cursor)))


def _nth_and_weekly(cursor: Cursor, nths: tuple[int, ...], names: str) -> list[Piece]:
    """第2土曜日、日曜日: the number goes with the weekday beside it; 第2土曜日・日曜日: with both. Both are told."""
    first, _, others = names.partition("、") if "、" in names else (names, "", "")
    pieces: list[Piece] = [Days(NthWeekday(nths, weekdays(first), _held_months(cursor)), cursor.place)]
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
    return [Nths(nths, _held_months(cursor))]


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
    if cursor.months is not None:
        cursor.attempt(lambda c: c.take("PARTICLE"))
    rule = Weekly(letters, _season(cursor))
    monthly = cursor.months is not None and not cursor.months_used and not every
    named = not every and _runs_into_name(cursor)
    pieces: list[Piece] = [Days(rule, cursor.place, every=bool(every), monthly=monthly, named=named)]
    return pieces + _and_holidays(cursor, rule.months)


def _stray_number(cursor: Cursor) -> str:
    """Words with a number that run into the weekday (8週目以降の日曜日) and that nobody here understands."""
    at = cursor.at - 1
    while at >= 0 and cursor.tokens[at].kind in ("PARTICLE", "EVERY_WEEK"):
        at -= 1
    token = cursor.tokens[at] if at >= 0 else None
    return token.text if token is not None and token.kind == "TEXT" and STRAY.search(token.text) else ""


def _runs_into_name(cursor: Cursor) -> bool:
    """土曜カフェ, 日曜学習会: a name that begins with a weekday."""
    following = cursor.peek(gaps=False)
    return following is not None and following.kind == "TEXT" and bool(NAME_START.match(following.text))


def _bare_weekly(cursor: Cursor) -> list[Piece] | None:
    following = cursor.peek()
    if following is not None and following.kind in ("WORKDAYS", "DAILY", "ORDINALS", "EVERY_N_WEEKS"):
        return []
    return [EveryWeek()]


def _season(cursor: Cursor) -> tuple[int, ...]:
    """The months for rules that need none: only those said just before (毎月第2土曜、平日 is every weekday)."""
    return cursor.months if cursor.months is not None and not cursor.months_used else EVERY_MONTH


def _and_holidays(cursor: Cursor, held: tuple[int, ...]) -> list[Piece]:
    """土日祝, 土・日曜と祝日: the holidays too, unless the words go on about holidays."""
    found: list[Piece] | None = cursor.attempt(lambda c: _holidays_too(c, held))
    return found or []


def _holidays_too(cursor: Cursor, held: tuple[int, ...]) -> list[Piece] | None:
    cursor.skip("JOIN", "SPACE")
    if not cursor.take("HOLIDAYS", gaps=False):
        return None
    following = cursor.peek()
    if following is not None and following.kind in ("WHEN", "EXCEPT", "CLOSED", "OPEN", "TARGET", "SOFT"):
        return None
    return [Days(Holidays(held), cursor.place, every=True)]


def _only_holidays(cursor: Cursor) -> list[Piece] | None:
    """祝日 10時～: where nothing else is said, or behind months or a rule with its hours."""
    before = cursor.previous()
    after_span = bool(cursor.pieces) and isinstance(cursor.pieces[-1], Limits | Start)
    told = after_span or before is None or not cursor.has_days or before.kind in ("HOURS", "JOIN", "PARTICLE")
    return _holidays_too(cursor, _season(cursor)) if told and cursor.place == "line" else None


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
    rule = DayOfMonth(tuple(sorted(found, key=lambda day: day if day > 0 else 99)), _held_months(cursor))
    return _with_following(cursor, rule)


def _days_said(token: Token) -> tuple[int, ...]:
    if token.kind == "MONTH_END":
        return (-1,)
    return days(token.text) if token.kind == "DAYS" else days_ending(token.text)


def _classes(cursor: Cursor) -> list[Piece] | None:
    token = cursor.take("WORKDAYS", "DAILY", "WEEKEND")
    if token is None:
        return None
    if token.kind == "WEEKEND":
        return [Lacks("weekday", token.text)]
    if token.kind == "WORKDAYS":
        cursor.take("DAILY")
    rule: Rule = Workdays(_season(cursor)) if token.kind == "WORKDAYS" else Daily(_season(cursor))
    cursor.attempt(_explained)
    if token.kind == "WORKDAYS" and (some := cursor.attempt(_some_workdays)):
        return [
            Days(Weekly(some, _season(cursor)), cursor.place, every=True),
            Off((Closed(Holidays()),), "bracket"),
        ]
    pieces: list[Piece] = [Days(rule, cursor.place, every=True)]
    if token.kind == "WORKDAYS":
        also: list[Piece] | None = cursor.attempt(_and_weekdays)
        pieces += also or _and_holidays(cursor, _season(cursor))
    return pieces


def _explained(cursor: Cursor) -> bool | None:
    """平日（月～金）: the bracket says the same again."""
    if cursor.take("OPENING") and weekday_list(cursor) == (0, 1, 2, 3, 4) and cursor.take("CLOSING"):
        return True
    return None


def _some_workdays(cursor: Cursor) -> tuple[int, ...]:
    """平日（月・水・金）, 平日の火・木: these weekdays, but not on holidays."""
    at = cursor.at
    bracket = cursor.take("OPENING", gaps=False)
    following = cursor.peek(gaps=False)
    enclosed = following is not None and following.text.startswith("(")
    if bracket or enclosed or any(particle.text == "の" for particle in cursor.skip("PARTICLE")):
        found = weekday_list(cursor)
        closed = cursor.take("CLOSING") is not None if bracket else True
        if found and max(found) < 5 and closed:
            return found
    cursor.at = at
    return ()


def _and_weekdays(cursor: Cursor) -> list[Piece] | None:
    """平日・土曜."""
    if not cursor.take("JOIN", gaps=False):
        return None
    letters = weekday_list(cursor)
    return [Days(Weekly(letters, _season(cursor)), cursor.place)] if letters else None
