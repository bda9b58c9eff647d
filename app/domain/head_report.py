"""The report: how often an organisation's gatherings were held, and the heads by month, series, venue, mode, seat …"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Literal, get_args

from msgspec import Struct

from app.domain.heads import HEAD_ROLES, HEAD_WAYS, Counted, Heads
from app.domain.month import add_months, fiscal_year, month_of
from app.domain.seats import MODES, SEATS

Dimension = Literal["month", "series", "venue", "mode", "seat", "way", "role"]
Cell = tuple[Dimension, str]
"""A dimension and which of its lines."""

DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
# What a whole gathering has one of, so that gatherings can be counted by it as well.
OF_SESSION: dict[Dimension, Callable[[Counted], str]] = {
    "month": lambda session: f"{session.date:%Y-%m}",
    "series": lambda session: str(session.series_id),
    "venue": lambda session: str(session.venue_id or ""),
}
OF_HEADS: dict[Dimension, Callable[[Heads], str]] = {
    "mode": lambda heads: heads.mode,
    "seat": lambda heads: heads.seat,
    "way": lambda heads: heads.way,
    "role": lambda heads: heads.role,
}
WORDS: dict[Dimension, tuple[str, ...]] = {
    "mode": MODES,
    "seat": SEATS,
    "way": HEAD_WAYS,
    "role": HEAD_ROLES,
}
APRIL = 4


class Line(Struct, frozen=True):
    """One line of a table. held and cancelled are None where a gathering can stand in several lines."""

    key: str
    name: str
    heads: int
    held: int | None = None
    cancelled: int | None = None


class Table(Struct, frozen=True):
    """The lines of one dimension; their heads always add up to the total of the report."""

    dimension: Dimension
    lines: tuple[Line, ...]


class HeadReport(Struct, frozen=True):
    """The figures from one day to another, both included."""

    first: date
    last: date
    total: Line
    tables: tuple[Table, ...]


def fiscal_span(day: date) -> tuple[date, date]:
    """The fiscal year of a day: 1 April to 31 March."""
    year = fiscal_year(day)
    return date(year, APRIL, 1), date(year + 1, APRIL - 1, 31)


def report_of(sessions: Iterable[Counted], first: date, last: date, today: date) -> HeadReport:
    """The report of gatherings from first to last. Months that have not begun have no line."""
    found = tuple(sessions)
    counts = heads_by_cell(found)
    lines = {
        "month": [(key, "") for key in months_between(first, min(last, today))],
        "series": names(found, "series", lambda session: session.series),
        "venue": names(found, "venue", lambda session: session.venue),
        **{dimension: [(word, "") for word in words] for dimension, words in WORDS.items()},
    }
    tables = (
        Table(
            dimension, tuple(line_of(found, counts, dimension, key, name) for key, name in lines[dimension])
        )
        for dimension in DIMENSIONS
    )
    return HeadReport(first, last, total_of(found), tuple(tables))


def heads_by_cell(sessions: Iterable[Counted]) -> Mapping[Cell, int]:
    """The heads of every line that has any."""
    counts: dict[Cell, int] = defaultdict(int)
    for session in sessions:
        for heads in session.heads:
            for cell in cells_of(session, heads):
                counts[cell] += heads.count
    return counts


def cells_of(session: Counted, heads: Heads) -> tuple[Cell, ...]:
    """Where heads are counted: one line in each dimension."""
    place: list[Cell] = [(dimension, key(session)) for dimension, key in OF_SESSION.items()]
    kind: list[Cell] = [(dimension, key(heads)) for dimension, key in OF_HEADS.items()]
    return (*place, *kind)


def line_of(
    sessions: tuple[Counted, ...], counts: Mapping[Cell, int], dimension: Dimension, key: str, name: str
) -> Line:
    """One line of a table."""
    heads = counts.get((dimension, key), 0)
    if dimension not in OF_SESSION:
        return Line(key, name, heads)
    here = [session for session in sessions if OF_SESSION[dimension](session) == key]
    return Line(key, name, heads, *held_and_cancelled(here))


def total_of(sessions: tuple[Counted, ...]) -> Line:
    """All of them."""
    return Line("", "", sum(session.total for session in sessions), *held_and_cancelled(sessions))


def held_and_cancelled(sessions: Iterable[Counted]) -> tuple[int, int]:
    """How many were held, and how many called off."""
    held = [session.held for session in sessions]
    return held.count(True), held.count(False)


def names(
    sessions: tuple[Counted, ...], dimension: Dimension, name: Callable[[Counted], str]
) -> list[tuple[str, str]]:
    """Keys and names of a dimension by name; the latest name counts where it has changed."""
    found = {
        OF_SESSION[dimension](session): name(session)
        for session in sorted(sessions, key=lambda each: each.date)
    }
    return sorted(found.items(), key=lambda pair: (pair[1] == "", pair[1], pair[0]))


def months_between(first: date, last: date) -> list[str]:
    """2026-04, 2026-05 … none if last is before first."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [f"{add_months(month_of(first), step):%Y-%m}" for step in range(count)]
