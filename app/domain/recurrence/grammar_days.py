"""Which days: 第1・第3木曜, 毎週火・金曜, 隔週, 毎月20日, 平日, listed dates."""

import re

from msgspec.structs import replace

from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.grammar_classes import and_holidays, is_only_these, only_holidays, read_classes
from app.domain.recurrence.grammar_dates import held_too, read_listed, read_marked_days
from app.domain.recurrence.grammar_following import with_following
from app.domain.recurrence.grammar_lists import held_months, nths_said, season, weekday_list
from app.domain.recurrence.grammar_month_days import read_first_from, read_of_month
from app.domain.recurrence.grammar_months import interval, only_months, read_rhythm
from app.domain.recurrence.pieces import (
    Conflict,
    Days,
    EachWeeks,
    EveryWeek,
    Lacks,
    More,
    Nths,
    Off,
    Piece,
    Place,
)
from app.domain.recurrence.rule import (
    EVERY_MONTH,
    Closed,
    Holidays,
    NthWeekday,
    NthWorkday,
    Weekly,
)
from app.domain.recurrence.values import come_apart, ordinals, weekdays

NAMED_LIST = re.compile(r"曜日?\s*(?:[、・~]|と|及び|および)\s*[月火水木金土日]曜")
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
        return [*pieces, *_besides(cursor, core)]
    if not pieces and cursor.months is not None and cursor.at > start:
        return only_months(cursor, cursor.months)
    return pieces or None


def _besides(cursor: Cursor, core: list[Piece]) -> list[Piece]:
    """毎週水曜（第2土曜も開催）: held besides, as the days before the bracket."""
    last = core[-1] if core else None
    aside = cursor.place != "line" and cursor.has_days
    if not aside or not isinstance(last, Days) or not cursor.attempt(held_too):
        return core
    following = cursor.peek()
    own_hours = following is not None and following.kind == "HOURS"
    return [*core[:-1], replace(last, same_hours=not own_hours)]


def _core(cursor: Cursor) -> list[Piece] | None:
    for production in (
        _nth_workday,
        read_first_from,
        _nth,
        _weekly,
        _every_n_weeks,
        read_marked_days,
        read_of_month,
        read_classes,
        read_listed,
        only_holidays,
    ):
        found = cursor.attempt(production)
        if found is not None:
            return found
    return None


def _nth_workday(cursor: Cursor) -> list[Piece] | None:
    """第1平日, 最終営業日; 第2週の平日 is Monday to Friday of that week, without holidays."""
    token = cursor.take("NTH_WORKDAY")
    if token is None:
        return None
    nths = ordinals(token.text)
    if "週" in token.text:
        week = NthWeekday(nths, tuple(range(5)), held_months(cursor))
        return [Days(week, cursor.place), Off((Closed(Holidays()),), "bracket")]
    return [Days(NthWorkday(nths, held_months(cursor)), cursor.place)]


def _nth(cursor: Cursor) -> list[Piece] | None:
    nths = nths_said(cursor)
    if nths is None:
        return None
    if cursor.attempt(_only_tells_hours):
        return []
    if cursor.attempt(_another_weekday):
        return [More("第" + "・".join(map(str, nths)) if nths[0] > 0 else "最終週")]
    cursor.attempt(lambda c: c.take("PARTICLE"))
    named = cursor.peek()
    letters = weekday_list(cursor)
    if named is not None and NAMED_LIST.search(named.text) and letters:
        return _nth_and_weekly(cursor, nths, named.text)
    if cursor.take("SAME_AGAIN") or _begins_interval(cursor):
        again = cursor.previous()
        return [
            Lacks("choice", "最終")
            if again and again.kind == "SAME_AGAIN"
            else Lacks("anchor", f"第{nths[0]}から")
        ]
    rule = NthWeekday(nths, letters, held_months(cursor))
    return with_following(cursor, rule) if letters else _nth_alone(cursor, nths)


def _only_tells_hours(cursor: Cursor) -> bool | None:
    """毎週月曜（第1・3は午前、第2・4は午後）."""
    topic = cursor.has_days and any(particle.text == "は" for particle in cursor.skip("PARTICLE"))
    return True if topic and cursor.take("PART") else None


def _another_weekday(cursor: Cursor) -> bool | None:
    """毎週土曜（最終週は日曜）: of which week the other weekday is, the words do not tell."""
    weekly = [
        piece for piece in cursor.pieces[-2:] if isinstance(piece, Days) and isinstance(piece.rule, Weekly)
    ]
    set_off = any(
        token.text in ("は", "のみ", "だけ") for token in cursor.skip("PARTICLE", "SPECIFIC", "SPACE")
    )
    return True if weekly and set_off and weekday_list(cursor) else None


def _nth_and_weekly(cursor: Cursor, nths: tuple[int, ...], names: str) -> list[Piece]:
    """第2土曜日、日曜日: the number goes with the weekday beside it; 第2土曜日・日曜日: with both. Both are told."""
    first, _, others = names.partition("、") if "、" in names else (names, "", "")
    pieces: list[Piece] = [Days(NthWeekday(nths, weekdays(first), held_months(cursor)), cursor.place)]
    if others:
        pieces.append(Days(Weekly(weekdays(others)), cursor.place, every=True))
    read_as = f"{others}は毎週" if others else f"{names}はどちらも第{nths[0]}"
    return [*pieces, Conflict(f"{read_as}と読みました。違うときは書き分けてください")]


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


def _weekly(cursor: Cursor) -> list[Piece] | None:
    every = cursor.take("EVERY_WEEK") is not None
    stray = _stray_number(cursor)
    if every:
        cursor.skip("PARTICLE", "JOIN")
    enclosed = (following := cursor.peek()) is not None and following.text.startswith("(")
    letters = weekday_list(cursor)
    if not letters:
        return _bare_weekly(cursor) if every else None
    if stray:
        return [Lacks("week", stray)]
    if not every and len(letters) == 1 and cursor.months is None and _is_only_held_on(cursor):
        return [Lacks("week", f"{WEEKDAYS[letters[0]]}曜日")]
    if cursor.months is not None:
        cursor.attempt(lambda c: c.take("PARTICLE"))
    place: Place = "bracket" if enclosed or is_only_these(cursor) else cursor.place
    return _each_week(cursor, Weekly(letters, season(cursor)), place, every=every)


def _each_week(cursor: Cursor, rule: Weekly, place: Place, *, every: bool) -> list[Piece]:
    """The weekdays with what is said of them: one of each month (偶数月の土曜), a name (土曜カフェ), a topic (土曜は)."""
    once = not cursor.months_used and (cursor.months == EVERY_MONTH or come_apart(cursor.months))
    named = not every and _runs_into_name(cursor)
    topic = (following := cursor.peek(gaps=False)) is not None and following.text.startswith("は")
    days = Days(rule, place, every=every, monthly=once and not every, named=named, topic=topic)
    cursor.attempt(_each_day)
    if cursor.attempt(_that_are_workdays):
        return [days, Off((Closed(Holidays()),), "bracket")]
    return [days, *and_holidays(cursor, rule.months)]


def _each_day(cursor: Cursor) -> bool | None:
    """月～土の毎日."""
    said = any(particle.text == "の" for particle in cursor.skip("PARTICLE"))
    return True if said and cursor.take("DAILY") else None


def _that_are_workdays(cursor: Cursor) -> bool | None:
    """月～木の平日."""
    said = any(particle.text == "の" for particle in cursor.skip("PARTICLE"))
    return True if said and cursor.take("WORKDAYS") else None


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
