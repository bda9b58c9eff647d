"""The month for the ward's paper, which takes so many characters and not one more.

Gatherings stand by name with all their dates, as such papers print them. What does not fit is left out as a whole, the
least needed first: never a word or a date in half. Then it is said what had to go.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import groupby

from msgspec import Struct

from app.domain.month import month_name
from app.domain.text import one_line
from app.publishing.month_page import MonthPage, PageSession

KEEPING_ALL = 9
DAY = timedelta(days=1)
SHORTEST_RUN = 3
# What goes, the first of them first, and what it is called.
RANKS = (
    (8, "持ち物"),
    (7, "会場の住所"),
    (6, "費用"),
    (5, "参加できる方"),
    (4, "申込みのしかた"),
    (3, "ページの場所"),
)


class WardText(Struct, frozen=True):
    """The text, and what had to be left out of it, in words."""

    text: str
    left_out: tuple[str, ...] = ()


class Piece(Struct, frozen=True):
    """A part that is there as a whole or not at all. rank: 1 goes last."""

    text: str
    rank: int


def ward_text(page: MonthPage, limit: int) -> WardText:
    """The month in at most so many characters, line ends counted; what was left out comes with it."""
    shown = page.shown
    for rank in range(KEEPING_ALL, 2, -1):
        lines = list(lines_of(page, shown, rank))
        if length(lines) <= limit:
            return WardText("\n".join(lines), tuple(left_out(page, shown, rank)))
    return without_dates(page, shown, limit)


def length(lines: Sequence[str]) -> int:
    """The characters of a text, one for each end of a line."""
    return sum(map(len, lines)) + max(len(lines) - 1, 0)


def lines_of(page: MonthPage, shown: Sequence[PageSession], rank: int, more: int = 0) -> Iterator[str]:
    """The text with every piece of a rank below this one. more: how many dates are not in `shown`."""
    yield f"{one_line(page.organisation)}（{page.span}）"
    yield from gathering_lines(shown, rank)
    yield from page.empty
    if more:
        yield f"ほか{more}回"
    yield from (piece.text for piece in closing(page) if piece.rank < rank)


def gathering_lines(shown: Sequence[PageSession], rank: int = 2) -> Iterator[str]:
    """One line a gathering, with every piece of a rank below this one."""
    for found in gatherings(shown):
        yield "。".join(piece.text for piece in pieces(found) if piece.rank < rank)


def gatherings(shown: Sequence[PageSession]) -> Iterator[Sequence[PageSession]]:
    """The dates of each gathering."""
    for _, found in groupby(sorted(shown, key=gathering), key=gathering):
        yield tuple(found)


def gathering(session: PageSession) -> tuple[str, str]:
    """What dates are told together by: name and hours."""
    return session.title, session.hours


def pieces(sessions: Sequence[PageSession]) -> Iterator[Piece]:
    """What the paper says of one gathering: its name with dates, hours and place, then the rest."""
    first, places = sessions[0], {each.place for each in sessions}
    where = f"　{one_line(first.place)}" if len(places) == 1 else ""
    dates = "・".join(dates_of(sessions, placed=not where))
    yield Piece(f"■{one_line(first.title)}　{dates} {first.hours}{where}", 1)
    rest = (
        (first.eligibility, 5),
        (first.registration_words.rstrip("。"), 4),
        (f"費用{first.fee}" if first.fee else None, 6),
        (first.address if where else None, 7),
        (f"持ち物{first.belongings}" if first.belongings else None, 8),
    )
    yield from (Piece(one_line(text).rstrip("。"), rank) for text, rank in rest if text)


def dates_of(sessions: Sequence[PageSession], *, placed: bool = False) -> Iterator[str]:
    """11月20日（金）, then 27日（金） as long as the month is the same; days in a row as 2日（水）～5日（土）.

    placed: each with its place, where a gathering goes round.
    """
    month = 0
    for run in runs_of(sessions):
        first, last = run[0], run[-1]
        days = day_of(first, month)
        if first is not last:
            days = f"{days}～{day_of(last, first.date.month)}"
        yield f"{days}{one_line(first.place)}" if placed else days
        month = last.date.month


def day_of(session: PageSession, month: int) -> str:
    """27日（金）, with its month unless it is this one; 【中止】 stands with its date."""
    day = f"{session.date.day}日（{session.weekday}）{session.mark}"
    return day if session.date.month == month else f"{month_name(session.date)}{day}"


def runs_of(sessions: Sequence[PageSession]) -> Iterator[Sequence[PageSession]]:
    """The sessions as runs of days that follow one another and are all held; other days stand alone."""
    run: list[PageSession] = []
    for session in sessions:
        if run and not follows(run[-1], session):
            yield from whole(run)
            run = []
        run.append(session)
    yield from whole(run)


def follows(before: PageSession, session: PageSession) -> bool:
    """Whether a session is on the day after at the same place, and both are held."""
    held = not (before.mark or session.mark)
    return held and session.date - before.date == DAY and session.place == before.place


def whole(run: Sequence[PageSession]) -> Iterator[Sequence[PageSession]]:
    """The run, if it is long enough to be said as one."""
    if len(run) >= SHORTEST_RUN:
        yield run
    else:
        yield from ([session] for session in run)


def closing(page: MonthPage) -> Iterator[Piece]:
    """Whom to ask, and where to read more."""
    if page.phone:
        yield Piece(f"問い合わせ {one_line(page.organisation)} 電話{one_line(page.phone)}", 2)
    yield Piece(page.address, 3)


def left_out(page: MonthPage, shown: Sequence[PageSession], rank: int) -> Iterator[str]:
    """The names of what this rank leaves out, as far as there was anything to leave out."""
    every = [*closing(page), *(piece for found in gatherings(shown) for piece in pieces(found))]
    gone = {piece.rank for piece in every if piece.rank >= rank}
    yield from (words for number, words in RANKS if number in gone)


def without_dates(page: MonthPage, shown: Sequence[PageSession], limit: int) -> WardText:
    """Dates go, the last ones first, and it is said how many; in the end only what fits as a whole."""
    rest = tuple(left_out(page, shown, 3))
    for count in range(len(shown) - 1, -1, -1):
        lines = list(lines_of(page, shown[:count], 3, more=len(shown) - count))
        if length(lines) <= limit:
            return WardText("\n".join(lines), (*rest, *map(named, shown[count:])))
    fitting: list[str] = []
    for line in (f"{one_line(page.organisation)}（{page.span}）", *(piece.text for piece in closing(page))):
        if length([*fitting, line]) <= limit:
            fitting.append(line)
    return WardText("\n".join(fitting), (*rest, *map(named, shown)))


def named(session: PageSession) -> str:
    """サロン 11月27日（金）."""
    return f"{one_line(session.title)} {session.day}"
