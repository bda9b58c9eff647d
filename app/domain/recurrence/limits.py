"""Drafts to entries: bounds, exclusions, shifts, months of their own, and hours of some days only."""

from datetime import date
from typing import TypeAlias

from msgspec.structs import replace

from app.domain.recurrence.canonical import last_at_end
from app.domain.recurrence.days import covers
from app.domain.recurrence.draft import Draft, Findings
from app.domain.recurrence.fate import months_in
from app.domain.recurrence.parting import parted, split_hours
from app.domain.recurrence.pieces import (
    Days,
    Exchange,
    HolidaysOpen,
    Limits,
    Moves,
    Off,
    Piece,
    SpecialHours,
)
from app.domain.recurrence.rule import (
    EVERY_DAY,
    NO_HOURS,
    Closed,
    Daily,
    DatedSpan,
    DayOfMonth,
    Entry,
    Instead,
    Listed,
    NthWeekday,
    Remark,
    Rule,
    Shift,
    Weekly,
    YearlySpan,
)


def apply_limits(drafts: list[Draft], pieces: list[Piece], found: Findings) -> list[Entry]:
    """The entries of the timetable.

    What stands in a bracket or on the line limits the days before it, back to the limit before them; a note (※) and a
    limit before all days limit every entry; a span of time on the line, the days after it up to the next span.
    """
    entries = [Entry(d.rule, tuple(d.hours) or (NO_HOURS,), d.closed) for d in drafts]
    spans = _scopes(drafts, pieces)
    for position, said in enumerate(pieces):
        for index in spans(position, said):
            before, piece = entries[index].shift, _of_days(said, entries[index])
            entries[index] = _limited(entries[index], piece)
            if isinstance(piece, Moves) and _moves_twice(entries[index], before, piece):
                found.remarks.append(
                    Remark("conflict", "移す先が二つあります。どちらの日かを確かめてください")
                )
            if isinstance(piece, Moves) and piece.closing and not _has_closing(entries[index]):
                found.lack("rule", "休館")
    entries = [_reopened(entry) for entry in entries]
    if any(_is_all_closed(entry) for entry in entries):
        found.remarks.append(Remark("conflict", ALL_CLOSED))
    for piece in pieces:
        if isinstance(piece, SpecialHours):
            entries = _with_special_hours(entries, piece, found)
        elif isinstance(piece, Off) and piece.weekdays:
            entries = [split for entry in entries for split in _split_closing(entry, piece)]
    return entries


def _with_special_hours(entries: list[Entry], piece: SpecialHours, found: Findings) -> list[Entry]:
    split = [part for entry in entries for part in split_hours(entry, piece)]
    if split == entries and all(piece.hours not in entry.hours for entry in entries):
        found.remarks.append(
            Remark("partial", "一部の日だけの時間が、どの日のことか分かりません。時間を確かめてください")
        )
    return split


def _is_all_closed(entry: Entry) -> bool:
    """毎週木曜（木曜は休み）."""
    plain = (closed.days for closed in entry.closed if not closed.shift and not closed.open_on_holidays)
    return any(covers(days, entry.rule) for days in plain)


def _moves_twice(entry: Entry, before: Shift | None, piece: Moves) -> bool:
    """土曜の場合は前日、日曜の場合は翌日: an entry has one way to move."""
    return not piece.closing and before is not None and entry.shift != before


Span: TypeAlias = DatedSpan | YearlySpan
ALL_CLOSED = "休みの言葉が、開催日のすべてに当たります。どの日が休みかを確かめてください"
SHORTEST_MONTH = 28
LIMITS = (Off, Moves, HolidaysOpen, Exchange, Limits)
ON_THE_DAYS = (Off, Moves, HolidaysOpen, Exchange)


class _Scopes:
    """Which entries a limit is about, by where it stands."""

    def __init__(self, drafts: list[Draft], pieces: list[Piece]) -> None:
        self.positions = [draft.position for draft in drafts]
        self.pieces = pieces

    def __call__(self, position: int, piece: Piece) -> list[int]:
        if not isinstance(piece, LIMITS):
            return []
        if isinstance(piece, Limits) and piece.place == "line" and max(self.positions) > position:
            return self._between(position, self._next_limits(position))
        if piece.place == "note" or min(self.positions) > position:
            return list(range(len(self.positions)))
        return self._between(self._block_start(position), position) or self._between(-2, position)[-1:]

    def _between(self, low: int, high: int) -> list[int]:
        return [i for i, at in enumerate(self.positions) if low < at < high]

    def _next_limits(self, position: int) -> int:
        """Where the next span of time begins; spans in a row hold together."""
        at = position
        while at < len(self.pieces) and isinstance(self.pieces[at], Limits):
            at += 1
        while at < len(self.pieces) and not _is_on_line(self.pieces[at]):
            at += 1
        return at

    def _block_start(self, position: int) -> int:
        """Back over the limits in a row, then over days and hours, to the limit before them."""
        at = position
        while at >= 0 and isinstance(self.pieces[at], ON_THE_DAYS):
            at -= 1
        while at >= 0 and not (
            isinstance(self.pieces[at], ON_THE_DAYS) and _has_days_before(self.pieces, at)
        ):
            at -= 1
        return at if at >= 0 else -2


def _is_on_line(piece: Piece) -> bool:
    return isinstance(piece, Limits) and piece.place == "line"


def _has_days_before(pieces: list[Piece], at: int) -> bool:
    return any(isinstance(piece, Days) for piece in pieces[:at])


def _scopes(drafts: list[Draft], pieces: list[Piece]) -> _Scopes:
    return _Scopes(drafts, pieces)


def _limited(entry: Entry, piece: Piece) -> Entry:  # noqa: PLR0911 -- a table of pieces
    match piece:
        case Off(closed=closed, weekdays=()):
            added = tuple(c for c in (_own_weekday(c, entry.rule) for c in closed) if c not in entry.closed)
            return replace(entry, closed=entry.closed + added)
        case Moves(shift=shift, closing=closing):
            return _shift_closing(entry, shift) if closing else replace(entry, shift=shift)
        case HolidaysOpen():
            return _open(entry)
        case Exchange(instead=instead, replaces=replaces):
            own = _without(_with_weekday(instead, entry.rule), entry.rule, replaces)
            return replace(entry, instead=(*entry.instead, own))
        case Limits(first=first, last=last, within=within):
            if isinstance(entry.rule, Listed) and _are_within(entry.rule, first, last, within):
                return entry
            bounds = {"first": first or entry.first, "last": last or entry.last}
            return replace(entry, **bounds, within=entry.within + within)
        case _:
            return entry


def _own_weekday(closed: Closed, rule: Rule) -> Closed:
    """第5週は休み means the weekday of the rule."""
    if isinstance(closed.days, NthWeekday) and not closed.days.weekdays:
        return replace(closed, days=replace(closed.days, weekdays=_weekdays_of(rule)))
    return closed


def _weekdays_of(rule: Rule) -> tuple[int, ...]:
    if isinstance(rule, Weekly | NthWeekday):
        return rule.weekdays
    return getattr(rule, "weekdays", tuple(range(7)))


def _with_weekday(instead: Instead, rule: Rule) -> Instead:
    if isinstance(instead.rule, NthWeekday) and not instead.rule.weekdays:
        return replace(instead, rule=replace(instead.rule, weekdays=_weekdays_of(rule)))
    return instead


def _without(instead: Instead, rule: Rule, replaces: tuple[int, ...]) -> Instead:
    """5月の第1は第2に変更: the other ordinals stay; 10日・20日・30日（2月は末日）: the 10th and the 20th do."""
    if isinstance(rule, DayOfMonth) and instead.rule == DayOfMonth((-1,), months_in(instead.rule)):
        stay = [day for day in rule.days if 0 < day <= SHORTEST_MONTH]
        late = len(stay) < len(rule.days)
        return replace(instead, rule=replace(instead.rule, days=(*stay, -1))) if late else instead
    if not replaces or not isinstance(rule, NthWeekday) or not isinstance(instead.rule, NthWeekday):
        return instead
    nths = {*rule.nths, *instead.rule.nths} - (set(replaces) - set(instead.rule.nths))
    return replace(instead, rule=replace(instead.rule, nths=last_at_end(nths)))


def _are_within(listed: Listed, first: date | None, last: date | None, within: tuple[Span, ...]) -> bool:
    """令和8年度：4月18日、… : the year tells which dates these are, and no more."""
    if within:
        spans = [span for span in within if isinstance(span, DatedSpan)]
        return all(any(span.first <= day <= span.last for span in spans) for day in listed.dates)
    return all((first is None or first <= day) and (last is None or day <= last) for day in listed.dates)


def _has_closing(entry: Entry) -> bool:
    return any(isinstance(c.days, Weekly | NthWeekday) for c in entry.closed)


def _of_days(piece: Piece, entry: Entry) -> Piece:
    """月曜（1月1日～4日は休館）（祝日の場合は翌日）: a rest of single days does not move, so it is the days held that do."""
    if isinstance(piece, Moves) and piece.closing and entry.closed and not _has_closing(entry):
        return replace(piece, closing=False)
    return piece


def _shift_closing(entry: Entry, shift: Shift) -> Entry:
    """月曜休館、祝日の場合は翌平日休館: the closing moves, not a date."""
    closed = tuple(
        replace(c, shift=shift) if isinstance(c.days, Weekly | NthWeekday) and not c.shift else c
        for c in entry.closed
    )
    return replace(entry, closed=closed)


def _open(entry: Entry) -> Entry:
    """祝日は開館: beside a weekly closing, the closing gives way; else the days are held on holidays too."""
    weekly = [c for c in entry.closed if isinstance(c.days, Weekly | NthWeekday)]
    if not weekly or not isinstance(entry.rule, Daily):
        return replace(entry, open_on_holidays=True)
    return replace(
        entry, closed=tuple(replace(c, open_on_holidays=True) if c in weekly else c for c in entry.closed)
    )


def _reopened(entry: Entry) -> Entry:
    """火～日、月曜休館（祝日の場合は翌日休館): the closing tells more than the days, so that all days are open but for it."""
    shifting = [c for c in entry.closed if isinstance(c.days, Weekly) and (c.shift or c.open_on_holidays)]
    if not shifting or not isinstance(entry.rule, Weekly):
        return entry
    closed = {w for c in entry.closed if isinstance(c.days, Weekly) for w in c.days.weekdays}
    whole = sorted([*entry.rule.weekdays, *closed]) == list(EVERY_DAY)
    return replace(entry, rule=Daily(entry.rule.months)) if whole else entry


def _split_closing(entry: Entry, piece: Off) -> list[Entry]:
    """水・土（祝日の水曜は休み）: the Wednesdays apart, as only they give way."""
    part, rest = parted(entry.rule, Weekly(piece.weekdays))
    if part is None:
        return [entry]
    own = replace(entry, rule=part, closed=entry.closed + piece.closed)
    return [own, replace(entry, rule=rest)] if rest is not None else [own]
