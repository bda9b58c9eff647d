"""From a timetable to dated occurrences within a window, and why a date is missing or has moved.

Everything is arithmetic over the window: the cost follows from the dates found, not from where the window lies.
"""

from datetime import date, time

from msgspec import Struct

from app.domain.recurrence.days import Window, days_of
from app.domain.recurrence.fate import Fate, Setting, fates, is_bare, is_plain
from app.domain.recurrence.holidays import DEC29_JAN3, YearEnd, holiday_name, in_year_end, notable_days
from app.domain.recurrence.reasons import gap_remarks, moved_text
from app.domain.recurrence.rule import Entry, HolidayPolicy, Hours, Remark, Timetable

LONGEST_WINDOW = 40_000
"""Days a window may span at most: a hundred years and more, so that no call can run away."""


class Occurrence(Struct, frozen=True):
    """One dated gathering: the date the rule says, the date it is held, the hours. Flags are things to look at."""

    nominal: date
    date: date
    part: str
    start: time | None = None
    end: time | None = None
    flags: tuple[Remark, ...] = ()


def expand(
    timetable: Timetable,
    first: date,
    last: date,
    *,
    policy: HolidayPolicy = "undecided",
    year_end: YearEnd = DEC29_JAN3,
    excluded: frozenset[date] = frozenset(),
) -> tuple[Occurrence, ...]:
    """The occurrences held from first to last (both included), by date, start and part; each date and part once.

    `policy` is the series' answer for holidays and acts where the words state none. `excluded` are closures from
    outside (venue, organisation). Raises ValueError for a window of more than a hundred years.
    """
    setting = Setting(policy, year_end, frozenset(day.toordinal() for day in excluded))
    window = window_of(first, last)
    if all(is_plain(entry, setting) for entry in timetable.entries):
        return _united([_plainly(entry, window, setting) for entry in timetable.entries])
    found: dict[tuple[int, str], Occurrence] = {}
    for entry in timetable.entries:
        for fate in fates(entry, window, setting):
            if fate.held is not None and _within(fate.held, window):
                _add(found, entry, fate, setting)
    return tuple(sorted(found.values(), key=_order))


def window_of(first: date, last: date) -> Window:
    """The window as ordinals. Raises ValueError where it spans more than a hundred years."""
    window = first.toordinal(), last.toordinal()
    if window[1] - window[0] > LONGEST_WINDOW:
        raise ValueError("the window is longer than a hundred years")
    return window


def _plainly(entry: Entry, window: Window, setting: Setting) -> tuple[Occurrence, ...]:
    """The occurrences of an entry none of whose days is moved or closed: most schedules are like that."""
    hours, dated, notable = in_order(entry.hours), date.fromordinal, notable_days(window, setting.year_end)
    found = []
    for ordinal in days_of(entry.rule, window, setting.year_end):
        day = dated(ordinal)
        flags = _flags(entry, day, day, setting) if ordinal in notable else ()
        found += [Occurrence(day, day, h.id, h.start, h.end, flags) for h in hours]
    return tuple(found)


def _united(by_entry: list[tuple[Occurrence, ...]]) -> tuple[Occurrence, ...]:
    """The occurrences of all entries, each date and part once: the entry that comes first has it."""
    if len(by_entry) == 1:
        return by_entry[0]
    found: dict[tuple[date, str], Occurrence] = {}
    for occurrences in by_entry:
        for each in occurrences:
            found.setdefault((each.date, each.part), each)
    return tuple(sorted(found.values(), key=_order))


def _order(occurrence: Occurrence) -> tuple[date, time, time, str]:
    return occurrence.date, occurrence.start or time.min, occurrence.end or time.max, occurrence.part


def in_order(hours: tuple[Hours, ...]) -> tuple[Hours, ...]:
    """The parts of a day as they follow each other, each once."""
    if len(hours) == 1:
        return hours
    once = {each.id: each for each in reversed(hours)}.values()
    return tuple(sorted(once, key=lambda h: (h.start or time.min, h.end or time.max, h.id)))


def _add(found: dict[tuple[int, str], Occurrence], entry: Entry, fate: Fate, setting: Setting) -> None:
    """Adds a held date; one that moved onto a date held anyway gives way to it."""
    assert fate.held is not None  # noqa: S101 -- the caller has looked
    for hours in entry.hours:
        key = fate.held, hours.id
        stands = found.get(key)
        if stands is None or (stands.nominal != stands.date and fate.nominal == fate.held):
            found[key] = _occurrence(entry, fate, hours, setting)


def _occurrence(entry: Entry, fate: Fate, hours: Hours, setting: Setting) -> Occurrence:
    nominal, held = date.fromordinal(fate.nominal), date.fromordinal(fate.held or fate.nominal)
    flags = _flags(entry, nominal, held, setting)
    return Occurrence(nominal, held, hours.id, hours.start, hours.end, flags)


def _flags(entry: Entry, nominal: date, held: date, setting: Setting) -> tuple[Remark, ...]:
    flags = [Remark("moved", moved_text(entry, nominal, held), held)] if nominal != held else []
    name = holiday_name(held)
    if name and setting.asks_about_holidays(entry, moved=nominal != held):
        flags.append(Remark("holiday", f"{name}に当たります", held))
    if in_year_end(held, setting.year_end):
        flags.append(Remark("year_end", "年末年始に当たります", held))
    return tuple(flags)


def dates(timetable: Timetable, first: date, last: date) -> list[date]:
    """The dates alone, ascending, each once: for counting and comparing."""
    window, entries = window_of(first, last), timetable.entries
    if len(entries) == 1 and is_bare(entries[0]):
        return list(map(date.fromordinal, days_of(entries[0].rule, window)))
    return list(
        map(date.fromordinal, sorted({day for entry in entries for day in _held_days(entry, window)}))
    )


def _held_days(entry: Entry, window: Window) -> list[int]:
    if is_bare(entry):
        return days_of(entry.rule, window)
    return [f.held for f in fates(entry, window, Setting()) if f.held is not None and _within(f.held, window)]


def _within(day: int, window: Window) -> bool:
    return window[0] <= day <= window[1]


def explain(
    timetable: Timetable,
    day: date,
    *,
    policy: HolidayPolicy = "undecided",
    year_end: YearEnd = DEC29_JAN3,
    excluded: frozenset[date] = frozenset(),
) -> Remark | None:
    """Why a date that the rule names is not held or has moved; None where it is held, or no rule names it."""
    found = gaps(timetable, day, day, policy=policy, year_end=year_end, excluded=excluded)
    return found[0] if found else None


def gaps(
    timetable: Timetable,
    first: date,
    last: date,
    *,
    policy: HolidayPolicy = "undecided",
    year_end: YearEnd = DEC29_JAN3,
    excluded: frozenset[date] = frozenset(),
) -> tuple[Remark, ...]:
    """The dates a reader would expect between first and last and that are missing or moved, each with its reason."""
    setting = Setting(policy, year_end, frozenset(day.toordinal() for day in excluded))
    remarks = [r for entry in timetable.entries for r in gap_remarks(entry, window_of(first, last), setting)]
    if not remarks:
        return ()
    held = {
        o.date for o in expand(timetable, first, last, policy=policy, year_end=year_end, excluded=excluded)
    }
    open_gaps = {r.date: r for r in remarks if r.date and (r.code == "moved" or r.date not in held)}
    return tuple(open_gaps[day] for day in sorted(open_gaps))
