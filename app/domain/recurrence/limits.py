"""Drafts to entries: bounds, exclusions, shifts, months of their own, and hours of some days only."""

from msgspec.structs import replace

from app.domain.recurrence.draft import Draft, Findings
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
    NO_HOURS,
    Closed,
    Daily,
    Entry,
    Holidays,
    Hours,
    Instead,
    NthWeekday,
    Rule,
    Shift,
    Weekly,
    Workdays,
    hours_of,
)


def apply_limits(drafts: list[Draft], pieces: list[Piece], found: Findings) -> list[Entry]:  # noqa: ARG001
    """The entries of the timetable.

    What stands in a bracket or on the line limits the days before it back to the last such limit, where other days
    follow; a note (※), a limit before all days and one after all days limit every entry.
    """
    entries = [Entry(d.rule, tuple(d.hours) or (NO_HOURS,)) for d in drafts]
    spans = _scopes(drafts, pieces)
    for position, piece in enumerate(pieces):
        for index in spans(position, piece):
            entries[index] = _limited(entries[index], piece)
    entries = [_closing_shift(entry) for entry in entries]
    for piece in pieces:
        if isinstance(piece, SpecialHours):
            entries = [split for entry in entries for split in _split_hours(entry, piece)]
    return entries


class _Scopes:
    """Which entries a limit is about, by where it stands."""

    def __init__(self, drafts: list[Draft], pieces: list[Piece]) -> None:
        self.positions = [draft.position for draft in drafts]
        self.sealed: set[int] = set()
        self.last = max(self.positions)
        self.pieces = pieces

    def __call__(self, position: int, piece: Piece) -> list[int]:
        before = [i for i, at in enumerate(self.positions) if at < position]
        everyone = list(range(len(self.positions)))
        if not isinstance(piece, Off | Moves | HolidaysOpen | Limits | Exchange):
            return []
        if isinstance(piece, Limits) and self._leads(position):
            return [i for i, at in enumerate(self.positions) if position < at <= self._until(position)]
        if getattr(piece, "place", "line") == "note" or not before:
            return everyone
        own = [i for i in before if i not in self.sealed]
        if position > self.last:
            return own or before[-1:]
        self._seal_later(own, position)
        return own or before[-1:]

    def _leads(self, position: int) -> bool:
        return any(at > position for at in self.positions)

    def _until(self, position: int) -> int:
        """A span of time holds for the days up to the next span."""
        later = [i for i, p in enumerate(self.pieces) if isinstance(p, Limits) and i > position]
        return later[0] if later and self._leads(later[0]) else len(self.pieces)

    def _seal_later(self, own: list[int], position: int) -> None:
        """Limits in a row are about the same days; the first rule after them seals those days."""
        following = next(
            (p for p in self.pieces[position + 1 :] if not isinstance(p, Off | Moves | HolidaysOpen)), None
        )
        if isinstance(following, Days) or following is not None:
            self.sealed.update(own)


def _scopes(drafts: list[Draft], pieces: list[Piece]) -> _Scopes:
    return _Scopes(drafts, pieces)


def _limited(entry: Entry, piece: Piece) -> Entry:
    match piece:
        case Off(closed=closed):
            added = tuple(c for c in (_own_weekday(c, entry.rule) for c in closed) if c not in entry.closed)
            return replace(entry, closed=entry.closed + added)
        case Moves(shift=shift, closing=closing):
            return _shift_closing(entry, shift) if closing else replace(entry, shift=shift)
        case HolidaysOpen():
            return _open(entry)
        case Exchange(instead=instead):
            return replace(entry, instead=(*entry.instead, _with_weekday(instead, entry.rule)))
        case Limits(first=first, last=last, within=within):
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


def _closing_shift(entry: Entry) -> Entry:
    """Holidays that are excluded beside a shift off holidays: the exclusion stands."""
    if entry.shift and entry.shift.holidays and any(isinstance(c.days, Holidays) for c in entry.closed):
        return entry
    return entry


def _split_hours(entry: Entry, piece: SpecialHours) -> list[Entry]:
    """One entry for the days with hours of their own, one for the rest."""
    special, rest = _parted(entry.rule, piece.days)
    if special is None:
        return [entry]
    own = replace(entry, rule=special, hours=tuple(_merged_hours(h, piece.hours) for h in entry.hours))
    return [replace(entry, rule=rest), own] if rest is not None else [own]


def _merged_hours(usual: Hours, special: Hours) -> Hours:
    """15時まで keeps the usual start."""
    if special.start is None:
        return hours_of(usual.start, special.end)
    return special


def _parted(rule: Rule, meant: Rule) -> tuple[Rule | None, Rule | None]:
    if isinstance(meant, Daily) and isinstance(rule, Weekly | NthWeekday | Daily | Workdays):
        return _part(rule, "months", rule.months, meant.months)
    if isinstance(meant, Weekly) and isinstance(rule, Weekly | NthWeekday):
        return _part(rule, "weekdays", rule.weekdays, meant.weekdays)
    return None, rule


def _part(
    rule: Rule, name: str, has: tuple[int, ...], meant: tuple[int, ...]
) -> tuple[Rule | None, Rule | None]:
    own, rest = tuple(n for n in has if n in meant), tuple(n for n in has if n not in meant)
    special = replace(rule, **{name: own}) if own else None
    return special, replace(rule, **{name: rest}) if rest else None
