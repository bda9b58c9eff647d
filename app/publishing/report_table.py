"""The report as a table for Excel: every line of every table under one head, and below them what was counted.

UTF-8 with BOM, CRLF (RFC 4180); no cell is taken for a formula.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from app.domain.head_report import Dimension, HeadReport, Line, Table
from app.domain.masking import Masks
from app.domain.month import month_words, read_month
from app.domain.seats import MODE_WORDS, SEAT_WORDS
from app.publishing.open_table import BOM, harmless

HEAD = ("表", "項目", "開いた回", "中止", "延べ")
MASK = "＊"
"""Stands in place of a figure that is left out."""
TITLES: dict[Dimension, str] = {
    "month": "月",
    "series": "定例",
    "venue": "会場",
    "mode": "会場・オンライン",
    "seat": "席",
    "way": "予約と当日参加",
    "role": "立場",
}
WORDS: dict[str, str] = {
    **{str(mode): words for mode, words in MODE_WORDS.items()},
    **{str(seat): words for seat, words in SEAT_WORDS.items()},
    "reserved": "予約あり",
    "walk_in": "当日参加",
    "participant": "本人",
    "family": "家族",
    "supporter": "支援者",
    "acquaintance": "知人",
    "unsaid": "言わない",
}
NO_VENUE = "会場なし（オンラインなど）"
TOTAL = "合計"
NOTE = "注"

Cells = tuple[str, ...]


def report_bytes(report: HeadReport, masks: Masks | None, notes: Iterable[str]) -> bytes:
    """The table; figures that are left out have a sign in their place. masks None: for the house, nothing is left out."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for cells in (*lines_of(report, masks or Masks()), *((NOTE, note, "", "", "") for note in notes)):
        writer.writerow([harmless(cell) for cell in cells])
    return f"{BOM}{out.getvalue()}".encode()


def lines_of(report: HeadReport, masks: Masks) -> Iterator[Cells]:
    """The total, then every line of every table."""
    yield cells_of(TOTAL, span_words(report.first, report.last), report.total, left_out=masks.total)
    for table in report.tables:
        for line in table.lines:
            left_out = (table.dimension, line.key) in masks.cells
            yield cells_of(TITLES[table.dimension], name_of(table, line), line, left_out=left_out)


def cells_of(title: str, name: str, line: Line, *, left_out: bool) -> Cells:
    """One line. Gatherings stay empty where one may stand in several lines."""
    sessions = ("" if count is None else str(count) for count in (line.held, line.cancelled))
    return (title, name, *sessions, MASK if left_out else str(line.heads))


def name_of(table: Table, line: Line) -> str:
    """What a line is called."""
    if table.dimension == "month":
        return month_words(read_month(line.key))
    if table.dimension in ("series", "venue"):
        return line.name or NO_VENUE
    return WORDS[line.key]


def span_words(first: date, last: date) -> str:
    """2026-04-01～2027-03-31."""
    return f"{first}～{last}"
