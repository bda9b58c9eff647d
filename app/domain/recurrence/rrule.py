"""A timetable as RFC 5545 says it: RRULEs wherever one fits, with EXDATE and RDATE for the rest of a window.

What holds in every year goes into the rule (8月は休み, ※2月は第1水曜日, 第5週は休み, 月曜休館); holidays and shifts do not
repeat, and become dates.
"""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from app.domain.recurrence.days import days_of
from app.domain.recurrence.expansion import dates, window_of
from app.domain.recurrence.recurring import Spoken, spoken
from app.domain.recurrence.rule import (
    EVERY_MONTH,
    Daily,
    DayOfMonth,
    EveryNMonths,
    EveryNWeeks,
    NthWeekday,
    Rule,
    Timetable,
    Weekly,
)

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FAR = 9 * 366
"""Days in which a rule must have a date: a 29th of February may be eight years away."""
_END = date.max.toordinal() - FAR


class Recurrence(Struct, frozen=True):
    """Each RRULE with the first of its dates (its DTSTART), the dates it gives too many, and those it does not give."""

    rules: tuple[str, ...] = ()
    starts: tuple[date, ...] = ()
    exdates: tuple[date, ...] = ()
    rdates: tuple[date, ...] = ()


def recurrence(
    timetable: Timetable, first: date, last: date, held: Iterable[date] | None = None
) -> Recurrence:
    """What RFC 5545 needs for the dates from first to last (both included): union of the RRULEs − EXDATE + RDATE.

    Each rule starts at its first date from `first` on, and has one; rules whose time is over are left out. EXDATE and
    RDATE are those of the window, whatever the hours. `held` are the dates of the window where they are known already.
    Raises ValueError for a window of more than a hundred years.
    """
    window = window_of(first, last)
    said: set[int] = set()
    started: list[tuple[str, int]] = []
    for one in spoken(timetable):
        text = rrule_text(one)
        days = _days(one, window) if text else []
        said.update(days)
        start = days[0] if days else _later(one, window[1] + 1) if text else None
        if start is not None:
            started.append((text, start))
    kept = {day.toordinal() for day in (dates(timetable, first, last) if held is None else held)}
    rules = dict.fromkeys(started)
    return Recurrence(
        tuple(text for text, _ in rules),
        _dated(start for _, start in rules),
        _dated(sorted(said - kept)),
        _dated(sorted(kept - said)),
    )


def rrules(timetable: Timetable) -> tuple[str, ...]:
    """The RRULEs alone, each once: what repeats, without EXDATE and RDATE. () where nothing is said by an RRULE."""
    return tuple(dict.fromkeys(text for one in spoken(timetable) if (text := rrule_text(one))))


def rrule_text(one: Spoken) -> str:
    """FREQ=MONTHLY;BYMONTH=2,4;BYDAY=3FR;UNTIL=…; empty for a rule that RFC 5545 cannot say (祝日, listed dates).

    UNTIL is the end of the last day in Japan, in UTC as RFC 5545 §3.3.10 asks where the start has a time zone.
    """
    text = _rule(one.rule, "" if one.months == EVERY_MONTH else f";BYMONTH={','.join(map(str, one.months))}")
    return f"{text};UNTIL={one.last:%Y%m%d}T145959Z" if text and one.last else text


def _rule(rule: Rule, months: str) -> str:  # noqa: PLR0911 -- a table of rules
    match rule:
        case NthWeekday(nths=nths, weekdays=weekdays):
            by_day = ",".join(f"{nth}{DAYS[weekday]}" for weekday in weekdays for nth in nths)
            return f"FREQ=MONTHLY{months};BYDAY={by_day}"
        case Weekly(weekdays=weekdays):
            return f"FREQ=WEEKLY{months};BYDAY={_names(weekdays)}"
        case Daily():
            return f"FREQ=DAILY{months}"
        case DayOfMonth(days=days):
            return f"FREQ=MONTHLY{months};BYMONTHDAY={','.join(map(str, days))}"
        case EveryNWeeks(weeks=weeks, weekdays=weekdays):
            return f"FREQ=WEEKLY;INTERVAL={weeks}{months};BYDAY={_names(weekdays)};WKST=MO"
        case EveryNMonths(every=every, rule=counted):
            return _rule(counted, months).replace("MONTHLY", f"MONTHLY;INTERVAL={every}", 1)
        case _:
            return ""


def _names(weekdays: tuple[int, ...]) -> str:
    return ",".join(DAYS[weekday] for weekday in weekdays)


def _days(one: Spoken, window: tuple[int, int]) -> list[int]:
    """The days that an RRULE gives within a window."""
    low = max(window[0], one.first.toordinal()) if one.first else window[0]
    high = min(window[1], one.last.toordinal()) if one.last else window[1]
    found = days_of(one.rule, (low, high))
    if isinstance(one.rule, EveryNWeeks | EveryNMonths) and one.months != EVERY_MONTH:
        return [day for day in found if date.fromordinal(day).month in one.months]
    return found


def _later(one: Spoken, after: int) -> int | None:
    """The first day of a rule that has none in the window."""
    low = min(max(after, one.first.toordinal() if one.first else after), _END)
    return next(iter(_days(one, (low, low + FAR))), None)


def _dated(days: Iterable[int]) -> tuple[date, ...]:
    return tuple(map(date.fromordinal, days))
