"""Days by their class: 平日, 毎日, 祝日, 土日祝."""

from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.grammar_lists import season, weekday_list
from app.domain.recurrence.pieces import (
    Days,
    Lacks,
    Limits,
    Off,
    Piece,
    Place,
    Start,
)
from app.domain.recurrence.rule import (
    Closed,
    Daily,
    Holidays,
    Rule,
    Weekly,
    Workdays,
)


def read_classes(cursor: Cursor) -> list[Piece] | None:
    """平日, 毎日, 週末."""
    token = cursor.take("WORKDAYS", "DAILY", "WEEKEND")
    if token is None:
        return None
    if token.kind == "WEEKEND":
        named = cursor.attempt(_named_in_bracket)
        return [Days(Weekly(named), cursor.place) if named else Lacks("weekday", token.text)]
    if token.kind == "WORKDAYS":
        cursor.take("DAILY")
    rule: Rule = Workdays(season(cursor)) if token.kind == "WORKDAYS" else Daily(season(cursor))
    cursor.attempt(_explained)
    if token.kind == "WORKDAYS" and (some := cursor.attempt(_some_workdays)):
        return [
            Days(Weekly(some, season(cursor)), cursor.place, every=True),
            Off((Closed(Holidays()),), "bracket"),
        ]
    place: Place = "bracket" if is_only_these(cursor) else cursor.place
    pieces: list[Piece] = [Days(rule, place, every=True)]
    if token.kind == "WORKDAYS":
        also: list[Piece] | None = cursor.attempt(_and_weekdays)
        pieces += also or and_holidays(cursor, season(cursor))
    return pieces


def is_only_these(cursor: Cursor) -> bool:
    """毎週水曜 13時～15時 平日のみ: which of the days before are held, as a bracket would say it."""
    at = cursor.at
    only = cursor.take("SPECIFIC", gaps=False) is not None
    following = cursor.peek()
    cursor.at = at
    own = following is not None and following.kind in ("HOURS", "PART", "EXCEPT", "CLOSED", "OPEN")
    return only and cursor.has_days and not own


def _explained(cursor: Cursor) -> bool | None:
    """平日（月～金）: the bracket says the same again."""
    if cursor.take("OPENING") and weekday_list(cursor) == (0, 1, 2, 3, 4) and cursor.take("CLOSING"):
        return True
    return None


def _named_in_bracket(cursor: Cursor) -> tuple[int, ...] | None:
    """週末（土・日）: the bracket says which days are meant."""
    bracket = cursor.take("OPENING", gaps=False)
    following = cursor.peek(gaps=False)
    if not bracket and not (following is not None and following.text.startswith("(")):
        return None
    letters = weekday_list(cursor)
    return letters if letters and (not bracket or cursor.take("CLOSING")) else None


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
    return [Days(Weekly(letters, season(cursor)), cursor.place)] if letters else None


def and_holidays(cursor: Cursor, held: tuple[int, ...]) -> list[Piece]:
    """土日祝, 土・日曜と祝日: the holidays too, unless the words go on about holidays."""
    found: list[Piece] | None = cursor.attempt(lambda c: _holidays_too(c, held))
    return found or []


def _holidays_too(cursor: Cursor, held: tuple[int, ...]) -> list[Piece] | None:
    cursor.skip("JOIN", "SPACE")
    if not cursor.take("HOLIDAYS", gaps=False):
        return None
    following = cursor.peek(gaps=False)
    other = (
        following is not None
        and following.kind == "TEXT"
        and following.text.startswith(("前", "後", "で", "明"))
    )
    if other or _goes_on_about_them(cursor):
        return None
    return [Days(Holidays(held), cursor.place, every=True)]


def _goes_on_about_them(cursor: Cursor) -> bool:
    """祝日は休み, 祝日と年末年始は休み."""
    listed = ("JOIN", "SPACE", "YEAR_END", "PERIOD", "MONTHS", "DATE", "PARTICLE")
    at = cursor.at
    while at < cursor.end and cursor.kinds[at] in listed:
        at += 1
    following = cursor.peek()
    about = ("WHEN", "EXCEPT", "CLOSED", "OPEN", "TARGET", "SOFT")
    if following is not None and following.kind in about:
        return True
    return at < cursor.end and cursor.kinds[at] in ("EXCEPT", "CLOSED")


def only_holidays(cursor: Cursor) -> list[Piece] | None:
    """祝日 10時～: where nothing else is said, or behind months or a rule with its hours."""
    before = cursor.previous()
    after_span = bool(cursor.pieces) and isinstance(cursor.pieces[-1], Limits | Start)
    told = after_span or before is None or not cursor.has_days or before.kind in ("HOURS", "JOIN", "PARTICLE")
    return _holidays_too(cursor, season(cursor)) if told and cursor.place == "line" else None
