"""From and until: 令和8年5月～令和9年2月, 2月16日から, 8月13日～16日, 令和8年度."""

from calendar import monthrange
from datetime import date, timedelta

from app.domain.recurrence.calendar_words import NoYear, WrongDay, resolve
from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.pieces import Conflict, Lacks, Limits, Piece, Start
from app.domain.recurrence.rule import DatedSpan, MonthDay, YearlySpan
from app.domain.recurrence.tokens import Token
from app.domain.recurrence.values import Said, dates_said, is_fiscal, months, year_month, year_of


def read_span(cursor: Cursor) -> list[Piece] | None:
    """The limits in time at the cursor, or what is open about them."""
    for production in (_months_span, _dates_span, _until, _year):
        found = cursor.attempt(production)
        if found is not None:
            return found
    return None


def _limit(cursor: Cursor, first: date | None = None, last: date | None = None) -> Limits:
    return Limits(first, last, place=cursor.place)


def _months_span(cursor: Cursor) -> list[Piece] | None:
    token = cursor.take("YEAR_MONTH")
    start = year_month(token.text) if token else None
    if start is None:
        return None
    first = date(start[0], start[1], 1)
    if not cursor.take("RANGE", "FROM"):
        return (
            [_limit(cursor, last=month_end(*start))]
            if cursor.take("UNTIL")
            else [_limit(cursor, first, month_end(*start))]
        )
    end = _end_month(cursor, start)
    cursor.take("UNTIL")
    cursor.skip("PARTICLE")
    return [_limit(cursor, first, month_end(*end) if end else None)]


def _end_month(cursor: Cursor, start: tuple[int, int]) -> tuple[int, int] | None:
    if token := cursor.take("YEAR_MONTH"):
        return year_month(token.text)
    following = cursor.peek()
    if following is None or following.kind != "MONTHS" or not _is_end(cursor, following):
        return None
    cursor.take("MONTHS")
    month = months(following.text)[0]
    return start[0] + (month < start[1]), month


def _is_end(cursor: Cursor, token: Token) -> bool:
    """令和8年5月～2月: a month right behind the dash."""
    return len(months(token.text)) == 1 and cursor.peek(gaps=False) is token


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def _dates_span(cursor: Cursor) -> list[Piece] | None:
    token = cursor.take("DATE")
    if token is None or not (cursor.take("RANGE", "FROM") or cursor.attempt(_and_after)):
        return None
    cursor.skip("PARTICLE")
    first = dates_said(token.text)
    last = until_end(cursor, token.text)
    return _limits(cursor, first, last) if len(first) == 1 else None


def _and_after(cursor: Cursor) -> bool | None:
    """5月24日（日）、以降毎月第4日曜日."""
    joined = cursor.skip("JOIN", "SPACE")
    token = cursor.take("FROM", gaps=False) if joined else None
    return True if token and token.text.startswith("以") else None


def until_end(cursor: Cursor, first_text: str) -> tuple[Said, ...]:
    """The end of a span of dates: 16日 or 16 inherits the month; () where the end is open."""
    if token := cursor.take("DATE"):
        cursor.take("UNTIL")
        return dates_said(token.text)
    month = dates_said(first_text)[0].month
    if token := cursor.take("MARKED_DAYS", gaps=False):
        cursor.take("UNTIL")
        return dates_said(f"{month}月{token.text}")[:1]
    token = cursor.take("DAYS", gaps=False) or cursor.take("TEXT", gaps=False)
    if token and token.text.rstrip("日").isdigit():
        cursor.take("UNTIL")
        return (Said(None, month, int(token.text.rstrip("日"))),)
    if token:
        cursor.at -= 1
    return ()


def _limits(cursor: Cursor, first: tuple[Said, ...], last: tuple[Said, ...]) -> list[Piece]:
    try:
        found = resolve([*first, *last], cursor.anchor)
        begins: list[Piece] = [] if last else [Start(found[0])]
        return [_limit(cursor, found[0], found[1] if last else None), *begins]
    except NoYear:
        span = span_of(first, last)
        marked = any(said.weekday is not None for said in (*first, *last))
        if span is None or marked:
            return [Lacks("year", f"{first[0].month}月{first[0].day}日")]
        return [Limits(within=(span,), place=cursor.place)]
    except WrongDay as wrong:
        return [Lacks("year", f"{first[0].month}月{first[0].day}日"), Conflict(str(wrong))]


def span_of(first: tuple[Said, ...], last: tuple[Said, ...]) -> YearlySpan | DatedSpan | None:
    """A closed span: of its year where one is said, else of every year. None where it is open or no such day exists."""
    if len(first) != 1 or len(last) != 1:
        return None
    start, end = first[0], last[0]
    if start.year is None:
        return YearlySpan(MonthDay(start.month, start.day), MonthDay(end.month, end.day))
    try:
        days = resolve([start, end], None)
    except (NoYear, WrongDay):
        return None
    return DatedSpan(days[0], days[1])


def _until(cursor: Cursor) -> list[Piece] | None:
    token = cursor.take("DATE")
    if token is None or not cursor.take("UNTIL"):
        return None
    try:
        return [_limit(cursor, last=resolve(dates_said(token.text), cursor.anchor)[-1])]
    except NoYear:
        return [Lacks("year", token.text)]
    except WrongDay as wrong:
        return [Lacks("year", token.text), Conflict(str(wrong))]


def _dates_are_of(cursor: Cursor, start: date) -> None:
    """2026年度：4月18日、1月16日: the year before the colon is that of the dates behind it."""
    at = cursor.at
    cursor.skip("COLON", "SPACE", "JOIN")
    following = cursor.peek()
    if following is not None and following.kind == "DATE":
        cursor.anchor = start
    else:
        cursor.at = at


def _year(cursor: Cursor) -> list[Piece] | None:
    token = cursor.take("YEAR")
    year = year_of(token.text) if token else None
    if token is None or year is None:
        return None
    cursor.skip("PARTICLE")
    _dates_are_of(cursor, date(year, 4 if is_fiscal(token.text) else 1, 1))
    if is_fiscal(token.text):
        return [_limit(cursor, date(year, 4, 1), date(year + 1, 4, 1) - timedelta(days=1))]
    return [_limit(cursor, date(year, 1, 1), date(year, 12, 31))]
