"""全10回: how many sessions there are in all ends a rule that has a beginning, and is checked against dates that are named."""

from datetime import date, timedelta

from msgspec.structs import replace

from app.domain.recurrence.draft import Findings
from app.domain.recurrence.expansion import dates
from app.domain.recurrence.pieces import Piece, Total
from app.domain.recurrence.rule import Entry, Listed, NthWeekday, Remark, Timetable

LONGEST_COURSE = 3_700
"""Days that a course of so many sessions is looked for: ten years."""
A_YEAR = date(2026, 4, 1), date(2027, 3, 31)
"""Any year: how many sessions a rule has in it."""


def apply_total(
    entries: list[Entry], pieces: list[Piece], anchor: date | None, found: Findings
) -> list[Entry]:
    """The entries, ended where the count is reached; remarks where it does not fit, `anchor` where its start is unsaid."""
    totals = [piece for piece in pieces if isinstance(piece, Total)]
    if not totals or not entries:
        return entries
    if len(totals) > 1:
        return _remarked(entries, totals[0], found)
    timetable, begins = Timetable(tuple(entries)), _beginning(entries, anchor)
    if all(isinstance(entry.rule, Listed) for entry in entries):
        _check({day for e in entries if isinstance(e.rule, Listed) for day in e.rule.dates}, totals[0], found)
    elif all(entry.first and entry.last for entry in entries):
        _check(
            set(dates(timetable, min(_firsts(entries)), max(e.last for e in entries if e.last))),
            totals[0],
            found,
        )
    elif begins is not None:
        return _ended(entries, begins, totals[0])
    elif len(dates(timetable, *A_YEAR)) != totals[0].count:
        _open(entries, totals[0], found)
    return entries


def _firsts(entries: list[Entry]) -> list[date]:
    return [entry.first for entry in entries if entry.first]


def _beginning(entries: list[Entry], anchor: date | None) -> date | None:
    """The first day that is said; else the one real session that is known."""
    if len(_firsts(entries)) == len(entries):
        return min(_firsts(entries))
    if anchor is not None and anchor in dates(Timetable(tuple(entries)), anchor, anchor):
        return anchor
    return None


def _ended(entries: list[Entry], first: date, total: Total) -> list[Entry]:
    held = dates(Timetable(tuple(entries)), first, first + timedelta(days=LONGEST_COURSE))
    if not 0 < total.count <= len(held):
        return entries
    return [replace(entry, first=entry.first or first, last=held[total.count - 1]) for entry in entries]


def _check(held: set[date], total: Total, found: Findings) -> None:
    if len(held) < total.count:
        text = f"「{total.words}」のうち、言葉から分かるのは{len(held)}回分です"
        found.remarks.append(Remark("partial", text))
    elif len(held) > total.count:
        text = f"「{total.words}」とありますが、言葉から分かる日は{len(held)}回あります"
        found.remarks.append(Remark("conflict", text))


def _open(entries: list[Entry], total: Total, found: Findings) -> None:
    """毎週火曜（全10回）: from when. Nth weekdays come round once a month, and are kept with a remark."""
    if all(isinstance(entry.rule, NthWeekday) for entry in entries):
        _remarked(entries, total, found)
    else:
        found.lack("anchor", total.words)


def _remarked(entries: list[Entry], total: Total, found: Findings) -> list[Entry]:
    text = f"「{total.words}」がいつからいつまでかは、この言葉からは分かりません"
    found.remarks.append(Remark("partial", text))
    return entries
