"""The report as plain data for its template: figures, bars, and what was counted, in the language of the request."""

from datetime import date
from typing import Any

from msgspec import Struct

from app.domain.head_report import Dimension, HeadReport, Line, Table, report_of
from app.domain.heads import COUNTING, DEFINITIONS, Counted
from app.domain.masking import Masks, masks_of
from app.domain.month import read_month
from app.storage.report_months import ClosedMonth
from app.web.charts import Bar, columns, rows
from app.web.head_words import KINDS
from app.web.i18n import gettext as _
from app.web.organiser.report_span import Asked, whole_year
from app.web.wording import era, fiscal, month, month_name

Data = dict[str, Any]
# Few lines say themselves.
FEWEST_BARS = 2


class Figures(Struct, frozen=True):
    """A report with what is left out of it; masks None: nothing."""

    asked: Asked
    report: HeadReport
    masks: Masks | None
    closed: tuple[ClosedMonth, ...]

    @property
    def definitions(self) -> list[tuple[str, ...]]:
        """In which words the figures were counted: those of its closed months, and of today if a month is open."""
        open_months = len(self.report.tables[0].lines) > len(self.closed)
        found = [each.definition for each in self.closed]
        return list(dict.fromkeys([*found, *([DEFINITIONS[COUNTING]] if open_months or not found else [])]))


def figures_of(
    asked: Asked, sessions: tuple[Counted, ...], closed: tuple[ClosedMonth, ...], today: date
) -> Figures:
    """The figures that were asked for."""
    report = report_of(sessions, asked.first, asked.last, today)
    return Figures(asked, report, masks_of(sessions) if asked.shareable else None, closed)


def span_words(asked: Asked) -> str:
    """令和8年度, or 令和8年11月1日（日）～令和8年11月30日（月）."""
    year = whole_year(asked)
    return fiscal(year) if year else _("～").join((era(asked.first), era(asked.last)))


def summary(figures: Figures) -> list[Data]:
    """The three figures that are asked for first."""
    total, masks = figures.report.total, figures.masks
    return [
        {"label": _("開いた回"), "value": total.held},
        {"label": _("中止"), "value": total.cancelled},
        {"label": _("延べ"), "value": None if masks and masks.total else total.heads},
    ]


def tables(figures: Figures, months: dict[str, Data]) -> list[Data]:
    """Every table with its bars. months: what stands beside a month, such as the way to close it."""
    return [table(figures, each, months) for each in figures.report.tables]


def table(figures: Figures, found: Table, months: dict[str, Data]) -> Data:
    """One table with its bars."""
    masks = figures.masks.cells if figures.masks else frozenset()
    lines = [
        line(found.dimension, each, left_out=(found.dimension, each.key) in masks) for each in found.lines
    ]
    if found.dimension == "month":
        for each in lines:
            each.update(months.get(each["key"], {}))
    return {
        "id": found.dimension,
        "title": title(found.dimension),
        "head": head(found.dimension),
        "lines": lines,
        "counts_sessions": any(each.held is not None for each in found.lines),
        "chart": chart(found.dimension, lines),
    }


def line(dimension: Dimension, found: Line, *, left_out: bool) -> Data:
    """One line; heads None where they are left out."""
    return {
        "key": found.key,
        "name": name(dimension, found),
        "held": found.held,
        "cancelled": found.cancelled,
        "heads": None if left_out else found.heads,
    }


def chart(dimension: Dimension, lines: list[Data]) -> Data | None:
    """The bars of a table with a sentence about them; None where there is nothing to see."""
    shown = [each for each in lines if each["heads"]]
    if len(lines) < FEWEST_BARS or not shown:
        return None
    by_time = dimension == "month"
    bars = [
        Bar(month_name(read_month(each["key"])) if by_time else each["name"], each["heads"]) for each in lines
    ]
    most = max(shown, key=lambda each: each["heads"])
    said = _("いちばん多いのは%(name)sの%(heads)sです。数字は、となりの表にあります。")
    return {
        "kind": "columns" if by_time else "rows",
        "description": said % {"name": most["name"], "heads": most["heads"]},
        **(columns(bars) if by_time else rows(bars)),
    }


def name(dimension: Dimension, found: Line) -> str:
    """What a line is called."""
    if dimension == "month":
        return month(read_month(found.key))
    if dimension in ("series", "venue"):
        return found.name or _("会場なし（オンラインなど）")
    return KINDS[dimension](found.key)


def title(dimension: Dimension) -> str:
    """The heading of a table."""
    return {
        "month": _("月ごと"),
        "series": _("定例ごと"),
        "venue": _("会場ごと"),
        "mode": _("会場とオンライン"),
        "seat": _("席ごと"),
        "way": _("予約と当日参加"),
        "role": _("立場ごと"),
    }[dimension]


def head(dimension: Dimension) -> str:
    """The head of the first column."""
    return {
        "month": _("月"),
        "series": _("定例"),
        "venue": _("会場"),
        "mode": _("どこから"),
        "seat": _("席"),
        "way": _("来かた"),
        "role": _("立場"),
    }[dimension]
