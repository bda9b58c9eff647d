"""Months with days of their own, and days with hours of their own: ※2月は第1水曜日, （金曜は15時まで）, 4～9月は18時～20時."""

from msgspec.structs import replace

from app.domain.recurrence.calendar_words import NoYear, WrongDay, resolve
from app.domain.recurrence.canonical import last_at_end
from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.fate import months_in
from app.domain.recurrence.grammar_dates import held_too, said_dates
from app.domain.recurrence.grammar_lists import nths_said, weekday_list
from app.domain.recurrence.grammar_months import months_said
from app.domain.recurrence.grammar_off import reason
from app.domain.recurrence.pieces import Days, Exchange, Lacks, Limits, Off, Piece, SpecialHours
from app.domain.recurrence.rule import (
    NO_HOURS,
    Closed,
    Daily,
    DayOfMonth,
    Holidays,
    Instead,
    Listed,
    NthWeekday,
    Rule,
    Weekly,
    Workdays,
    hours_of,
)
from app.domain.recurrence.values import dates_said, days, hours, year_month

TOPIC = frozenset({"は", "も"})


def read_exchange(cursor: Cursor) -> list[Piece] | None:
    """※2月は第1水曜日, 8月のみ第3土曜, 12月は20日: in place of the rule, in these months; 12月は第1日曜も開催: besides it."""
    year, held = _months(cursor)
    if not held:
        return None
    marked = _is_marked(cursor)
    cursor.attempt(reason)
    replaced, rule = _exchanged(cursor, held)
    if rule is None:
        return None
    if cursor.attempt(held_too):
        own = _with_weekday_before(cursor, rule)
        return [Days(own, cursor.place, same_hours=True)] if own is not None else None
    rules = _with_more(cursor, rule, held)
    marked = cursor.take("CHANGED") is not None or marked
    if not _stands_for_rule(cursor, held, year, marked=marked):
        return None
    if year is None and cursor.has_hours and (following := cursor.peek()) and following.kind == "HOURS":
        return [Off((Closed(Daily(held)),), cursor.place), *(Days(each, cursor.place) for each in rules)]
    return [
        Exchange(Instead(each, year), cursor.place, replaced)
        if not isinstance(each, NthWeekday) or each.weekdays or _has_weekdays(cursor)
        else Lacks("weekday", "第" + "・".join(map(str, each.nths)))
        for each in rules
    ]


def _has_weekdays(cursor: Cursor) -> bool:
    """Whether a rule before lends its weekday to 12月は第1."""
    return any(getattr(piece.rule, "weekdays", ()) for piece in cursor.pieces if isinstance(piece, Days))


def _with_more(cursor: Cursor, rule: Rule, held: tuple[int, ...]) -> list[Rule]:
    """8月は第1土曜と第3日曜: both in place of the rule."""
    found = [rule]
    while more := cursor.attempt(lambda c: _rule(c, held) if c.skip("JOIN") else None):
        last = found[-1]
        if isinstance(last, NthWeekday) and isinstance(more, NthWeekday) and last.weekdays == more.weekdays:
            found[-1] = replace(last, nths=last_at_end({*last.nths, *more.nths}))
        else:
            found.append(more)
    return found


def _with_weekday_before(cursor: Cursor, rule: Rule) -> Rule | None:
    """毎月第2土曜（偶数月は第4も）: the weekday is that of the rule; None where there is none."""
    if not isinstance(rule, NthWeekday) or rule.weekdays:
        return rule if cursor.has_days else None
    said = [
        p.rule.weekdays
        for p in cursor.pieces
        if isinstance(p, Days) and isinstance(p.rule, NthWeekday | Weekly)
    ]
    return replace(rule, weekdays=said[-1]) if said else None


def _stands_for_rule(cursor: Cursor, held: tuple[int, ...], year: int | None, *, marked: bool) -> bool:
    """Whether there is a rule that gives way in these months."""
    if cursor.place == "bracket" and _is_of_its_own(cursor):
        return False
    apart = _is_apart(cursor, held) and (cursor.place == "line" or not marked)
    if apart or (cursor.place == "line" and not marked):
        return False
    return cursor.has_days or (year is not None and marked)


def _is_of_its_own(cursor: Cursor) -> bool:
    """カフェ（毎週木曜）／教室（奇数月第3土曜）: days in a bracket of their own, behind those in another one."""
    held = [piece for piece in cursor.pieces if isinstance(piece, Days)]
    here = [piece for piece in cursor.pieces[cursor.opened :] if isinstance(piece, Days)]
    return bool(held) and not here and all(piece.place == "bracket" for piece in held)


def _is_apart(cursor: Cursor, held: tuple[int, ...]) -> bool:
    """4月～10月：毎週土曜、11月～3月：第1・第3土曜: a rule for months of which the one before says nothing."""
    said = [months_in(piece.rule) for piece in cursor.pieces if isinstance(piece, Days)]
    return bool(said) and all(not set(months) & set(held) for months in said)


def _is_marked(cursor: Cursor) -> bool:
    """Whether は, のみ or ： sets the months off from the days behind them."""
    start = cursor.at
    cursor.skip("PARTICLE", "SPACE", "SPECIFIC", "JOIN", "COLON", "NOISE")
    passed = cursor.tokens[start : cursor.at]
    return any(token.kind in ("SPECIFIC", "COLON") or token.text == "は" for token in passed)


def _months(cursor: Cursor) -> tuple[int | None, tuple[int, ...]]:
    if token := cursor.take("YEAR_MONTH"):
        found = year_month(token.text)
        return (found[0], (found[1],)) if found else (None, ())
    token = cursor.take("MONTHS", "PARITY")
    return None, months_said(token) if token else ()


def _exchanged(cursor: Cursor, held: tuple[int, ...]) -> tuple[tuple[int, ...], Rule | None]:
    """第1水曜日; 26日ではなく19日; 第1は第2に変更."""
    rule = _rule(cursor, held)
    at = cursor.at
    if rule is not None and cursor.attempt(_gives_way) and (other := _rule(cursor, held)):
        return (), other
    topic = any(particle.text in ("は", "を") for particle in cursor.skip("PARTICLE"))
    if isinstance(rule, NthWeekday) and topic and (other := _rule(cursor, held)):
        return rule.nths, other
    cursor.at = at
    return (), rule


def _gives_way(cursor: Cursor) -> bool | None:
    """ではなく, →."""
    token = cursor.take("NOT_BUT", "COLON")
    return True if token and (token.kind == "NOT_BUT" or token.text.strip() in ("→", "⇒")) else None


def _rule(cursor: Cursor, held: tuple[int, ...]) -> Rule | None:
    nths = nths_said(cursor)
    if nths is not None:
        cursor.attempt(lambda c: c.skip("PARTICLE") if c.peek() and c.tokens[c.at].text == "の" else None)
        return NthWeekday(nths, weekday_list(cursor), held)
    if token := cursor.take("DAYS"):
        weekday_list(cursor, gaps=False)
        end = cursor.attempt(lambda c: c.take("MONTH_END") if c.skip("JOIN") else None)
        return DayOfMonth((*days(token.text), *((-1,) if end else ())), held)
    if token := cursor.take("MARKED_DAYS"):
        return DayOfMonth(tuple(sorted({said.day for said in dates_said(f"1月{token.text}")})), held)
    if cursor.take("MONTH_END"):
        return DayOfMonth((-1,), held)
    said = said_dates(cursor)
    if said and all(one.month in held for one in said):
        return DayOfMonth(tuple(sorted({one.day for one in said})), held)
    return None


def read_special_hours(cursor: Cursor) -> list[Piece] | None:
    """（金曜は15時まで）, ※8月は13時～, 夏期（4月～9月）9時～11時: hours of some of the days."""
    if special := cursor.attempt(_of_some_days):
        return special
    if cursor.place == "bracket" and _is_of_its_own(cursor):
        return None
    meant, by_month = _days_meant(cursor)
    if not meant or not (cursor.has_days or cursor.has_hours or by_month):
        return None
    start = cursor.at
    marked = _is_marked(cursor)
    close = by_month and (cursor.at == start or cursor.attempt(_more_months_behind) is not None)
    if cursor.place == "line" and not marked and not close:
        return None
    if (clock := cursor.take("HOURS")) and (cursor.has_days or cursor.has_hours or _in_a_row(cursor)):
        return [SpecialHours(meant, hours_of(*hours(clock.text)))]
    part = cursor.take("PART") if (cursor.place != "line" or cursor.has_days) and marked else None
    return [SpecialHours(meant, NO_HOURS, part.text)] if part else None


def _more_months_behind(cursor: Cursor) -> bool | None:
    """4月～9月 9時～17時 10月～3月 9時～16時: months and hours in turn."""
    at = cursor.at
    told = bool(cursor.pieces) and isinstance(cursor.pieces[-1], SpecialHours)
    pattern = [cursor.take(kind) for kind in ("HOURS", "MONTHS", "HOURS")]
    cursor.at = at
    return True if told or all(pattern) else None


def _of_some_days(cursor: Cursor) -> list[Piece] | None:
    """平日10時～16時、水曜のみ12時まで: hours of some of the days before, on the line."""
    nths, letters = nths_said(cursor), weekday_list(cursor)
    set_off = any(
        token.text in ("は", "のみ", "だけ") for token in cursor.skip("PARTICLE", "SPECIFIC", "SPACE")
    )
    clock = cursor.take("HOURS") if letters and set_off and cursor.has_hours else None
    meant = NthWeekday(nths, letters) if nths else Weekly(letters)
    held = [piece.rule for piece in cursor.pieces if isinstance(piece, Days)]
    if clock is None or not any(_is_part(meant, rule) for rule in held):
        return None
    return [SpecialHours((meant,), hours_of(*hours(clock.text)))]


def _is_part(meant: NthWeekday | Weekly, rule: Rule) -> bool:
    """Whether these are some of a rule's days, and not all."""
    if isinstance(rule, Weekly):
        some, whole = set(meant.weekdays), set(rule.weekdays)
        return some < whole or (isinstance(meant, NthWeekday) and some <= whole)
    return isinstance(rule, Daily) or (isinstance(rule, Workdays) and max(meant.weekdays) < 5)


def _in_a_row(cursor: Cursor) -> bool:
    """4～9月は18時～、10～3月は17時～: the hours of the months first, then the days."""
    if cursor.pieces and isinstance(cursor.pieces[-1], SpecialHours):
        return True
    at = cursor.at
    cursor.skip("JOIN", "SPACE")
    following = cursor.peek()
    cursor.at = at
    return following is not None and following.kind in ("MONTHS", "PARITY", "SEASON", "PERIOD")


def _dates_meant(cursor: Cursor) -> list[Rule]:
    """（2日は15時まで）, ※12月26日は正午まで."""
    if token := cursor.take("DAYS"):
        return [DayOfMonth(days(token.text))]
    if (token := cursor.take("MONTH_END")) and token.text == "最終日":
        ends = [p.last for p in cursor.pieces if isinstance(p, Limits) and p.last]
        return [Listed((ends[-1],))] if ends else []
    said = said_dates(cursor)
    try:
        return [Listed(tuple(sorted(set(resolve(said, cursor.anchor)))))] if said else []
    except (NoYear, WrongDay):
        return []


def _days_meant(cursor: Cursor) -> tuple[tuple[Rule, ...], bool]:
    """The days with other hours, and whether they are those of some months."""
    if cursor.place != "line" or cursor.noted:
        nths = nths_said(cursor)
        cursor.skip("PARTICLE") if nths and cursor.tokens[cursor.at : cursor.at + 1] else None
        letters = weekday_list(cursor)
        if nths:
            return (NthWeekday(nths, letters),), False
        found: list[Rule] = [Weekly(letters)] if letters else _dates_meant(cursor)
        cursor.attempt(lambda c: c.skip("JOIN") or None)
        if cursor.take("HOLIDAYS"):
            found.append(Holidays())
        if found:
            return tuple(found), False
    before = cursor.previous()
    named = cursor.take("PERIOD", "SEASON") or (before is not None and before.kind == "TEXT")
    bracket = cursor.take("OPENING") if named else None
    token = cursor.take("MONTHS", "PARITY")
    if token is None or (bracket and not cursor.take("CLOSING")):
        return (), False
    return (Daily(months_said(token)),), True
