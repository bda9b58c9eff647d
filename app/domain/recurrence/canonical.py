"""One value for one meaning: neighbours that one rule can say are joined, limits stand in a fixed order."""

from msgspec.structs import replace

from app.domain.recurrence.rule import (
    Closed,
    Daily,
    DatedSpan,
    DayOfMonth,
    Entry,
    Holidays,
    Instead,
    Listed,
    NthWeekday,
    Rule,
    Timetable,
    Weekly,
    Workdays,
    YearEndDays,
    YearlySpan,
)

# As they are best said: months come last, or they would be taken for those of an ordinal behind them.
ORDER: tuple[type, ...] = (
    Holidays,
    YearEndDays,
    Workdays,
    Weekly,
    NthWeekday,
    DayOfMonth,
    Listed,
    YearlySpan,
    DatedSpan,
    Daily,
)


def canonical(timetable: Timetable) -> Timetable:
    """The same timetable with joined neighbours, each entry once and limits in order. Dates stay the same."""
    entries: list[Entry] = []
    for entry in dict.fromkeys(_ordered(entry) for entry in timetable.entries):
        joined = _joined(entries[-1], entry) if entries else None
        if joined is None:
            entries.append(entry)
        else:
            entries[-1] = joined
    return replace(timetable, entries=tuple(dict.fromkeys(entries)))


def _ordered(entry: Entry) -> Entry:
    closed = _joined_closed(sorted(set(entry.closed), key=_rank))
    instead = tuple(sorted(set(entry.instead), key=_month_rank))
    return replace(entry, closed=closed, instead=instead)


def _rank(closed: Closed) -> tuple[bool, int, str]:
    kind = ORDER.index(type(closed.days)) if type(closed.days) in ORDER else len(ORDER)
    return _is_plain(closed), kind, repr(closed)


def _is_plain(closed: Closed) -> bool:
    return not closed.open_on_holidays and closed.shift is None


def _joined_closed(ranked: list[Closed]) -> tuple[Closed, ...]:
    found: list[Closed] = []
    for closed in ranked:
        plain = bool(found) and _is_plain(found[-1]) and _is_plain(closed)
        rule = joined_rule(found[-1].days, closed.days) if plain else None
        if rule is None:
            found.append(closed)
        else:
            found[-1] = Closed(rule)
    return tuple(found)


def _month_rank(instead: Instead) -> tuple[int, str]:
    return instead.year or 0, repr(instead)


def _joined(one: Entry, other: Entry) -> Entry | None:
    rule = joined_rule(one.rule, other.rule)
    if rule is None or replace(one, rule=rule) != replace(other, rule=rule):
        return None
    return replace(one, rule=rule)


def joined_rule(one: Rule, other: Rule) -> Rule | None:
    """第1木曜 and 第3木曜 → 第1・第3木曜; None where no one rule says both."""
    match one, other:
        case NthWeekday(), NthWeekday() if (one.weekdays, one.months) == (other.weekdays, other.months):
            return replace(one, nths=last_at_end({*one.nths, *other.nths}))
        case Weekly(), Weekly() if one.months == other.months:
            return replace(one, weekdays=tuple(sorted({*one.weekdays, *other.weekdays})))
        case Daily(), Daily():
            return Daily(tuple(sorted({*one.months, *other.months})))
        case DayOfMonth(), DayOfMonth() if one.months == other.months:
            return replace(one, days=last_at_end({*one.days, *other.days}))
        case Listed(), Listed():
            return Listed(tuple(sorted({*one.dates, *other.dates})))
        case _:
            return None


def last_at_end(numbers: set[int]) -> tuple[int, ...]:
    """Ascending, with -1 (最終, 末日) at the end."""
    return tuple(sorted(numbers, key=lambda n: n if n > 0 else 99))
