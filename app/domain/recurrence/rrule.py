"""A timetable as RFC 5545 RRULEs, where they can say it."""

from app.domain.recurrence.rule import (
    EVERY_MONTH,
    Daily,
    DayOfMonth,
    Entry,
    EveryNWeeks,
    NthWeekday,
    Rule,
    Timetable,
    Weekly,
)

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def rrules(timetable: Timetable) -> tuple[str, ...]:
    """One RRULE for each rule; () where any of them has exclusions or shifts that RFC 5545 cannot say."""
    found = [_rrule(entry) for entry in timetable.entries]
    return tuple(dict.fromkeys(found)) if all(found) else ()  # type: ignore[arg-type]


def _rrule(entry: Entry) -> str | None:
    if entry.closed or entry.instead or entry.shift or entry.first or entry.within:
        return None
    rule = _rule(entry.rule)
    if rule and entry.last:
        return f"{rule};UNTIL={entry.last:%Y%m%d}T145959Z"
    return rule


def _rule(rule: Rule) -> str | None:
    match rule:
        case NthWeekday(nths=nths, weekdays=weekdays, months=months):
            by_day = ",".join(f"{nth}{DAYS[weekday]}" for weekday in weekdays for nth in nths)
            return f"FREQ=MONTHLY{_months(months)};BYDAY={by_day}"
        case Weekly(weekdays=weekdays, months=months):
            return f"FREQ=WEEKLY{_months(months)};BYDAY={_days(weekdays)}"
        case Daily(months=months):
            return f"FREQ=DAILY{_months(months)}"
        case DayOfMonth(days=days, months=months):
            return f"FREQ=MONTHLY{_months(months)};BYMONTHDAY={','.join(map(str, days))}"
        case EveryNWeeks(weeks=weeks, weekdays=weekdays):
            return f"FREQ=WEEKLY;INTERVAL={weeks};BYDAY={_days(weekdays)};WKST=MO"
        case _:
            return None


def _days(weekdays: tuple[int, ...]) -> str:
    return ",".join(DAYS[weekday] for weekday in weekdays)


def _months(months: tuple[int, ...]) -> str:
    return "" if months == EVERY_MONTH else f";BYMONTH={','.join(map(str, months))}"
