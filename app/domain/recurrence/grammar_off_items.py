"""The days of an exclusion, one after another: 祝日、年末年始（12/29～1/3）、8月、第3土曜、月曜日（祝日の場合は翌日）."""

from datetime import date

from msgspec.structs import replace

from app.domain.recurrence.calendar_words import NoYear, WrongDay, resolve
from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.grammar_lists import its_weekday, nths_said, weekday_list
from app.domain.recurrence.grammar_months import MONTH_WORDS, months_said
from app.domain.recurrence.grammar_shift import OFF_WORDS, read_shift
from app.domain.recurrence.pieces import Conflict, HolidaysOpen, Lacks, Moves, Off, Piece
from app.domain.recurrence.rule import (
    EVERY_MONTH,
    Closed,
    Daily,
    DatedSpan,
    DayOfMonth,
    Holidays,
    Listed,
    MonthDay,
    NthWeekday,
    Rule,
    Weekly,
    Workdays,
    YearEndDays,
    YearlySpan,
)
from app.domain.recurrence.spans import month_end, span_of, until_end
from app.domain.recurrence.tokens import Token
from app.domain.recurrence.values import Said, dates_said, days, named_day, weekdays, year_month


class Items:
    """The days of an exclusion as they are gathered, with what is still open about them."""

    def __init__(self) -> None:
        self.closed: list[Closed] = []
        self.lacks: list[Piece] = []
        self.partly: list[Piece] = []
        self.kinds: list[str] = []
        self.loose = False
        self.apart = False

    def add(self, kind: str, *rules: Rule) -> None:
        self.kinds.append(kind)
        self.closed += [Closed(rule) for rule in rules]


def read_items(cursor: Cursor, *, spaced: bool, items: Items | None = None) -> Items:
    """The days of an exclusion, added to those that are there."""
    items = items or Items()
    while True:
        at, months = cursor.at, cursor.months
        glue = cursor.skip("JOIN", "OR", "PARTICLE", *(["SPACE"] if spaced or not items.kinds else []))
        if any(token.text == "は" for token in glue):
            cursor.at, cursor.months = at, months
            return items
        if not _item(cursor, items):
            cursor.at, cursor.months = at, months
            return items
        if len(items.kinds) > 1 and any(token.text.strip() in ("、", "") for token in glue):
            items.loose = True
        if len(items.kinds) > 1 and cursor.kinds[at] == "SPACE" and not glue and not cursor.has_hours:
            items.loose = True
        items.apart = items.apart or (len(items.kinds) == 2 and any(token.text == "/" for token in glue))
        _own_holiday_rule(cursor, items)
        cursor.attempt(_remark)


def _remark(cursor: Cursor) -> bool | None:
    """第3水曜日（館内整理日）: what the closing is for."""
    if not cursor.take("OPENING") or not cursor.skip("TEXT", "NOISE", "PERIOD", "SPACE"):
        return None
    return True if cursor.take("CLOSING") else None


def _item(cursor: Cursor, items: Items) -> bool:
    token = cursor.peek(gaps=False)
    if token is None:
        return False
    if part := cursor.attempt(_holidays_of_weekday):
        items.kinds.append("class")
        items.partly.append(Off((Closed(Holidays()),), cursor.place, weekdays=part))
        return True
    if token.kind in ("HOLIDAYS", "YEAR_END", "WORKDAYS", "PERIOD", "SEASON"):
        cursor.take(token.kind)
        _add_class(cursor, items, token)
        return True
    return (
        _add_dates(cursor, items)
        or _add_nth(cursor, items)
        or _add_weekly(cursor, items)
        or _add_months(cursor, items)
    )


def _holidays_of_weekday(cursor: Cursor) -> tuple[int, ...] | None:
    """祝日の水曜, 水曜の祝日: the holidays that fall on these weekdays."""
    first = cursor.take("HOLIDAYS", gaps=False) is not None
    letters = () if first else weekday_list(cursor, gaps=False)
    if not any(particle.text == "の" for particle in cursor.skip("PARTICLE")):
        return None
    if first:
        return weekday_list(cursor, gaps=False) or None
    return letters if letters and cursor.take("HOLIDAYS", gaps=False) else None


def _add_class(cursor: Cursor, items: Items, token: Token) -> None:
    if token.kind in ("PERIOD", "SEASON"):
        _add_period(cursor, items, token)
    elif token.kind == "WORKDAYS":
        items.add("workdays", Workdays())
    elif token.kind == "YEAR_END" and isinstance(
        bounds := cursor.attempt(own_bounds), YearlySpan | DatedSpan
    ):
        items.add("class", replace(bounds, name="年末年始"))
    else:
        items.add("class", Holidays() if token.kind == "HOLIDAYS" else YearEndDays())


def _add_period(cursor: Cursor, items: Items, token: Token) -> None:
    """お盆 (8/13～8/16): the words give the bounds; else the organisation's setting does; else they are missing."""
    bounds = cursor.attempt(own_bounds)
    if isinstance(bounds, Daily):
        items.add("months", bounds)
        return
    spans: tuple[YearlySpan | DatedSpan, ...] = (
        (bounds,) if bounds is not None else period(cursor, token.text)
    )
    items.kinds.append("class")
    if spans:
        items.closed += [Closed(replace(span, name=span.name or token.text)) for span in spans]
    else:
        items.lacks.append(Lacks("bounds", token.text))


def own_bounds(cursor: Cursor) -> YearlySpan | DatedSpan | Daily | None:
    """お盆（8/13～8/16）, 年末年始12月29日～1月3日, 冬季12月～2月, 夏期（7月・8月）: the bounds beside the name."""
    bracket = cursor.take("OPENING")
    cursor.skip("PARTICLE", "SPACE", "COLON")
    found: YearlySpan | DatedSpan | Daily | None = cursor.attempt(_span) or cursor.attempt(_several_months)
    return found if found and (not bracket or cursor.take("CLOSING")) else None


def _several_months(cursor: Cursor) -> Daily | None:
    token = cursor.take("MONTHS", gaps=False)
    return Daily(months_said(token)) if token else None


def period(cursor: Cursor, words: str) -> tuple[YearlySpan | DatedSpan, ...]:
    """The spans of a named period: those with fixed bounds, else as the organisation has set them; () where unknown."""
    if words.startswith(("三が", "三ヶ")):
        return (YearlySpan(MonthDay(1, 1), MonthDay(1, 3), "三が日"),)
    for name, spans in cursor.periods.items():
        if name in words or words in name:
            return spans
    return ()


def _add_dates(cursor: Cursor, items: Items) -> bool:
    span: YearlySpan | DatedSpan | None = cursor.attempt(_span)
    if span is not None:
        items.add("dates", span)
        return True
    found: list[Said] = []
    while token := cursor.take("DATE", gaps=False):
        found += dates_said(token.text)
        cursor.attempt(_joined_date)
    if found:
        cursor.attempt(its_weekday)
        _add_said(cursor, items, found)
        return True
    if named := cursor.take("NAMED_DAY", gaps=False):
        day = MonthDay(*named_day(named.text))
        items.add("dates", YearlySpan(day, day))
        return True
    cursor.attempt(_each_month)
    token = cursor.take("DAYS", "MONTH_END", gaps=False)
    if token is None:
        return False
    listed = days(token.text) if token.kind == "DAYS" else (-1,)
    items.add("dates", DayOfMonth(listed, cursor.months or EVERY_MONTH))
    return True


def _each_month(cursor: Cursor) -> bool | None:
    """毎月末日, 毎月1日 among what is closed."""
    if not cursor.take("EVERY_MONTH", gaps=False):
        return None
    following = cursor.peek(gaps=False)
    cursor.months = None
    return True if following is not None and following.kind in ("DAYS", "MONTH_END") else None


def _joined_date(cursor: Cursor) -> bool | None:
    cursor.skip("JOIN", "SPACE")
    at = cursor.at
    more = cursor.take("DATE", gaps=False) is not None
    following = cursor.peek(gaps=False)
    cursor.at = at
    spans = following is not None and following.kind in ("RANGE", "FROM")
    return True if more and not spans else None


def _span(cursor: Cursor) -> YearlySpan | DatedSpan | None:
    first = cursor.take("DATE", gaps=False)
    if first is None or not cursor.take("RANGE", "FROM"):
        return None
    return span_of(dates_said(first.text), until_end(cursor, first.text))


def _add_said(cursor: Cursor, items: Items, said: list[Said]) -> None:
    """Dates with a year are those dates; without one (12月30日を除く) the day of every year, unless an anchor tells."""
    try:
        items.add("dates", Listed(tuple(sorted(set(resolve(said, cursor.anchor))))))
    except NoYear:
        items.add("dates", *(YearlySpan(MonthDay(s.month, s.day), MonthDay(s.month, s.day)) for s in said))
    except WrongDay:
        items.kinds.append("dates")
        items.lacks.append(Lacks("year", f"{said[0].month}月{said[0].day}日"))


def _add_nth(cursor: Cursor, items: Items) -> bool:
    return bool(cursor.attempt(lambda c: _nth_item(c, items)))


def _nth_item(cursor: Cursor, items: Items) -> bool | None:
    token = cursor.take(*MONTH_WORDS, gaps=False)
    held = months_said(token) if token else EVERY_MONTH
    told = cursor.skip("PARTICLE")
    exchanged = any(particle.text == "は" for particle in told)
    cursor.take("EVERY_WEEK")
    nths = nths_said(cursor)
    if nths is None:
        return None
    cursor.skip("PARTICLE")
    named = cursor.peek()
    letters = weekday_list(cursor)
    first, _, others = named.text.partition("、") if named is not None and letters else ("", "", "")
    following = cursor.peek()
    if exchanged and (following is None or following.kind not in OFF_WORDS):
        return None
    items.add("nth", NthWeekday(nths, weekdays(first) if "曜" in first and others else letters, held))
    if token is not None and token.kind == "MONTHS" and "月、" in token.text and not told:
        items.lacks.append(Conflict(f"「{token.text}」のどの月にも、後ろの週の言葉がかかると読みました"))
    if "曜" in first and others:
        items.add("weekly", Weekly(weekdays(others)))
    return True


def _add_weekly(cursor: Cursor, items: Items) -> bool:
    every = cursor.attempt(lambda c: c.take("EVERY_WEEK", gaps=False))
    letters = weekday_list(cursor, gaps=False)
    if letters:
        items.add("every" if every else "weekly", Weekly(letters))
    return bool(letters)


def _add_months(cursor: Cursor, items: Items) -> bool:
    dated = cursor.take("YEAR_MONTH", gaps=False)
    if dated is not None and (found := year_month(dated.text)):
        items.add("months", DatedSpan(date(*found, 1), month_end(*found)))
        return True
    token = cursor.take("PARITY", "MONTHS", gaps=False)
    if token is None:
        return False
    letters = cursor.attempt(its_weekday)
    held = months_said(token)
    items.add("weekly", Weekly(letters, held)) if letters else items.add("months", Daily(held))
    return True


def _own_holiday_rule(cursor: Cursor, items: Items) -> None:
    """月曜日（祝日の場合は翌日）休館, 水曜（祝日は開館）: the closing's own rule for holidays."""
    if not items.closed or not isinstance(items.closed[-1].days, Weekly | NthWeekday):
        return
    found = cursor.attempt(_bracketed_rule)
    if isinstance(found, Moves):
        items.closed[-1] = Closed(items.closed[-1].days, shift=found.shift)
    elif found is not None:
        items.closed[-1] = Closed(items.closed[-1].days, open_on_holidays=True)


def _bracketed_rule(cursor: Cursor) -> Moves | HolidaysOpen | None:
    if not cursor.take("OPENING"):
        return None
    found = read_shift(cursor) or _except_holidays(cursor)
    if not found or len(found) != 1 or not isinstance(found[0], Moves | HolidaysOpen):
        return None
    return found[0] if cursor.take("CLOSING") else None


def _except_holidays(cursor: Cursor) -> list[Piece] | None:
    if cursor.take("HOLIDAYS") and cursor.take("EXCEPT"):
        return [HolidaysOpen()]
    return None
