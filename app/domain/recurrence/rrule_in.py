"""An RRULE from outside as a timetable. Its text is vetted, and no rule can make the work long.

What our rules can say is translated; what they cannot (every second day, Friday the 13th, every fifth month) is counted
day by day for at most five years, if the rule has an end. Limits: RFC 5545 as far as schedules of gatherings need it.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import islice

from app.domain.recurrence.expansion import dates
from app.domain.recurrence.rrule_parts import TOKYO, RuleParts, parts_of, refused, years_on
from app.domain.recurrence.rule import (
    EVERY_MONTH,
    NO_HOURS,
    Daily,
    DayOfMonth,
    Entry,
    EveryNWeeks,
    Hours,
    Listed,
    MonthDay,
    NthWeekday,
    Rule,
    Timetable,
    Weekly,
    YearlySpan,
    hours_of,
)

WINDOW = 800
"""Days looked at in one step while counting."""
MOST_WINDOWS = 20
"""A rule that has not come to its end after forty years and more is refused."""
FIRST_YEAR, LAST_YEAR = 1950, 2150
MONTH_ENDS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def from_rrule(text: str, dtstart: datetime | date, zone: tzinfo = TOKYO) -> Timetable:
    """The dates of a rule from its start on, as a timetable; a start with a time gives the hours.

    A start that the rule does not name is no date of it. Raises Unusable, with a Japanese sentence, for a rule outside the
    limits, one without dates, and one without end that our rules cannot say.
    """
    start = dtstart if isinstance(dtstart, datetime) else datetime.combine(dtstart, time.min)
    start = start.astimezone(zone).replace(tzinfo=None) if start.tzinfo else start
    if not FIRST_YEAR <= start.year <= LAST_YEAR:
        raise refused("始まりの日を確かめてください。")
    parts = parts_of(text, start, zone)
    hours = hours_of(start.time().replace(microsecond=0)) if isinstance(dtstart, datetime) else NO_HOURS
    entries = _entries(parts, start.date(), hours)
    if entries is None:
        return Timetable((Entry(Listed(_walked(parts, start)), (hours,)),))
    return Timetable(_bounded(entries, parts, start))


def _bounded(entries: list[Entry], parts: RuleParts, start: datetime) -> tuple[Entry, ...]:
    """The entries from the start to where the rule ends. Raises Unusable for a rule without dates."""
    last = _last_day(parts, start)
    limited = tuple(_within(entry, start.date(), last) for entry in entries)
    if parts.count is None:
        if not list(islice(_counted(limited, start.date()), 1)):
            raise refused("この決まりには、日にちが一つもありません。")
        return limited
    found = list(islice(_counted(limited, start.date()), parts.count))
    if len(found) < parts.count:
        raise refused("この回数（COUNT）では、終わりが遠すぎます。")
    return tuple(_within(entry, start.date(), found[-1]) for entry in entries)


def _within(entry: Entry, first: date, last: date | None) -> Entry:
    return Entry(entry.rule, entry.hours, first=first, last=last, within=entry.within)


def _last_day(parts: RuleParts, start: datetime) -> date | None:
    """The last day on which the time of the start is not after the end of the rule."""
    if parts.until is None:
        return None
    late = parts.until.time() < start.time()
    return parts.until.date() - timedelta(days=1) if late else parts.until.date()


def _counted(entries: tuple[Entry, ...], first: date) -> Iterator[date]:
    """The dates of a rule one after another, window by window, for some forty years."""
    timetable = Timetable(entries)
    for step in range(MOST_WINDOWS):
        begin = first + timedelta(days=step * WINDOW)
        yield from dates(timetable, begin, begin + timedelta(days=WINDOW - 1))


def _entries(parts: RuleParts, start: date, hours: Hours) -> list[Entry] | None:
    """What our rules can say of it; None where they cannot."""
    if parts.freq == "WEEKLY":
        return _weekly(parts, start, hours)
    months = _months(parts, start)
    if months is None:
        return None
    rules = _rules(parts, start, months)
    return None if rules is None else [Entry(rule, (hours,)) for rule in rules]


def _months(parts: RuleParts, start: date) -> tuple[int, ...] | None:
    """The months of every year in which the rule may have days; None where they change from year to year."""
    if parts.freq != "MONTHLY":
        return parts.months if parts.interval == 1 else None
    if 12 % parts.interval:
        return None
    found = tuple(m for m in parts.months if (m - start.month) % parts.interval == 0)
    if not found:
        raise refused("この決まりには、日にちが一つもありません。")
    return found


def _rules(parts: RuleParts, start: date, months: tuple[int, ...]) -> list[Rule] | None:
    if parts.days and parts.month_days:
        return None
    if parts.days:
        return _by_weekday(parts, months)
    if parts.month_days:
        return [DayOfMonth(_end_last(parts.month_days), months)]
    if parts.freq == "DAILY":
        return [Daily(months)]
    if parts.freq == "YEARLY" and months == EVERY_MONTH:
        months = (start.month,)
    return [DayOfMonth((start.day,), months)]


def _end_last(days: tuple[int, ...]) -> tuple[int, ...]:
    return (*(day for day in days if day > 0), *(day for day in days if day < 0))


def _by_weekday(parts: RuleParts, months: tuple[int, ...]) -> list[Rule]:
    """Every such weekday, and the nth ones: one rule for each set of ordinals."""
    found: list[Rule] = []
    plain = tuple(sorted({weekday for nth, weekday in parts.days if nth is None}))
    if plain:
        found.append(Weekly(plain, months))
    nths: dict[tuple[int, ...], list[int]] = {}
    for weekday in range(7):
        ordinals = tuple(sorted(nth for nth, day in parts.days if day == weekday and nth is not None))
        if ordinals:
            nths.setdefault(_end_last(ordinals), []).append(weekday)
    return found + [NthWeekday(ordinals, tuple(weekdays), months) for ordinals, weekdays in nths.items()]


def _weekly(parts: RuleParts, start: date, hours: Hours) -> list[Entry]:
    weekdays = tuple(sorted({weekday for _, weekday in parts.days})) or (start.weekday(),)
    if parts.interval == 1:
        return [Entry(Weekly(weekdays, parts.months), (hours,))]
    within = () if parts.months == EVERY_MONTH else tuple(_span(month) for month in parts.months)
    return [
        Entry(EveryNWeeks(parts.interval, days, anchor), (hours,), within=within)
        for anchor, days in _anchors(parts, start, weekdays)
    ]


def _anchors(parts: RuleParts, start: date, weekdays: tuple[int, ...]) -> list[tuple[date, tuple[int, ...]]]:
    """The weekdays of the first week as the rule counts weeks, by the week from Monday that they lie in."""
    first = start - timedelta(days=(start.weekday() - parts.week_start) % 7)
    by_week: dict[date, list[date]] = {}
    for weekday in weekdays:
        day = first + timedelta(days=(weekday - parts.week_start) % 7)
        by_week.setdefault(day - timedelta(days=day.weekday()), []).append(day)
    return [(days[0], tuple(day.weekday() for day in days)) for days in by_week.values()]


def _span(month: int) -> YearlySpan:
    return YearlySpan(MonthDay(month, 1), MonthDay(month, MONTH_ENDS[month - 1]))


def _walked(parts: RuleParts, start: datetime) -> tuple[date, ...]:
    """The dates of a rule with an end, day by day. Raises Unusable without an end, and where it lies too far."""
    if parts.count is None and parts.until is None:
        raise refused("このくり返しには、回数（COUNT）か終わりの日（UNTIL）を書いてください。")
    first = start.date()
    last = _last_day(parts, start) or years_on(first)
    is_named = _named(parts, first)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    found = tuple(islice((day for day in days if is_named(day)), parts.count))
    if not found or (parts.count is not None and len(found) < parts.count):
        raise refused("この決まりでは、5年のうちに日にちがそろいません。")
    return found


def _named(parts: RuleParts, first: date) -> Callable[[date], bool]:
    """Whether a day is one of the rule's, by its own month, weekday and number."""
    weekdays = frozenset(weekday for nth, weekday in parts.days if nth is None)
    nths = frozenset(each for each in parts.days if each[0] is not None)
    own_day = not parts.days and not parts.month_days and parts.freq != "DAILY"
    months = parts.months
    if parts.freq == "YEARLY" and own_day and months == EVERY_MONTH:
        months = (first.month,)

    def is_named(day: date) -> bool:
        if day.month not in months or not _is_turn(parts, first, day):
            return False
        if own_day:
            return day.day == first.day
        return (not parts.days or day.weekday() in weekdays or _is_nth(day, nths)) and (
            not parts.month_days or day.day in parts.month_days or (-1 in parts.month_days and _is_end(day))
        )

    return is_named


def _is_turn(parts: RuleParts, first: date, day: date) -> bool:
    """Whether the interval falls on the day, month or year."""
    if parts.freq == "DAILY":
        passed = (day - first).days
    elif parts.freq == "MONTHLY":
        passed = (day.year - first.year) * 12 + day.month - first.month
    else:
        passed = day.year - first.year
    return passed % parts.interval == 0


def _is_nth(day: date, nths: frozenset[tuple[int | None, int]]) -> bool:
    last = (day + timedelta(days=7)).month != day.month
    return ((day.day - 1) // 7 + 1, day.weekday()) in nths or (last and (-1, day.weekday()) in nths)


def _is_end(day: date) -> bool:
    return (day + timedelta(days=1)).month != day.month
