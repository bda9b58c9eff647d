"""A timetable in English, for the English pages: every month on the 1st and 3rd Thursday, 12:00-16:00."""

from datetime import date

from app.domain.recurrence.canonical import canonical
from app.domain.recurrence.rule import (
    EVERY_MONTH,
    Closed,
    Daily,
    DatedSpan,
    DayOfMonth,
    Entry,
    EveryNMonths,
    EveryNWeeks,
    Following,
    Holidays,
    Hours,
    Instead,
    Listed,
    MonthDay,
    NthWeekday,
    NthWorkday,
    Rule,
    Shift,
    Timetable,
    Weekly,
    Workdays,
    YearEndDays,
    YearlySpan,
)
from app.domain.recurrence.values import EVEN, ODD
from app.domain.recurrence.wording_days import clock_words

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NTHS = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 5: "5th", -1: "last"}
TARGETS = {
    "next_day": "the next day",
    "next_workday": "the next working day",
    "next_week": "a week later",
    "previous_day": "the day before",
    "previous_workday": "the working day before",
    "previous_week": "a week earlier",
}

NAMED = {
    "weekday": "the {} after",
    "previous_weekday": "the {} before",
    "next_week": "the {} of the week after",
    "previous_week": "the {} of the week before",
}


def wording_en(timetable: Timetable) -> str:
    """The timetable in English, one line."""
    line = "; ".join(_entry(entry) for entry in canonical(timetable).entries)
    return f"{line} (as a rule)" if timetable.tentative else line


def _entry(entry: Entry) -> str:
    hours = [words for words in map(_hours, entry.hours) if words]
    said = [_days(entry.rule) + _bounds(entry), *([" and ".join(hours)] if hours else [])]
    if entry.closed:
        said.append(f"except {_list([_closed(closed) for closed in entry.closed])}")
    if entry.shift:
        said.append(f"moved from {_conditions(entry.shift)} to {_target(entry.shift)}")
    if entry.open_on_holidays:
        said.append("also on national holidays")
    return ", ".join([*said, *map(_instead, entry.instead)])


def _list(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _hours(hours: Hours) -> str:
    if hours.start is None:
        return f"until {clock_words(hours.end)}" if hours.end else ""
    return (
        f"{clock_words(hours.start)}-{clock_words(hours.end)}"
        if hours.end
        else f"from {clock_words(hours.start)}"
    )


def _days(rule: Rule) -> str:  # noqa: PLR0911, PLR0912 -- a table of rules
    match rule:
        case NthWeekday(nths=nths, weekdays=weekdays, months=months):
            nth = _list([NTHS[n] for n in nths])
            return f"the {nth} {_weekdays(weekdays)} of {_months(months, 'every month')}"
        case Weekly(weekdays=weekdays, months=months):
            return f"every {_weekdays(weekdays)}{_season(months)}"
        case Daily(months=months):
            return f"every day{_season(months)}"
        case Workdays(months=months):
            return f"Monday to Friday except national holidays{_season(months)}"
        case NthWorkday(nths=nths, months=months):
            return f"the {_list([NTHS[n] for n in nths])} working day of {_months(months, 'every month')}"
        case Holidays(months=months):
            return f"national holidays{_season(months)}"
        case DayOfMonth(days=days, months=months):
            named = ["the last day" if day == -1 else f"day {day}" for day in days]
            return f"{_list(named)} of {_months(months, 'every month')}"
        case EveryNWeeks(weeks=weeks, weekdays=weekdays, anchor=anchor):
            return f"{_weekdays(weekdays)} every {weeks} weeks, counted from {_date(anchor)}"
        case EveryNMonths(every=every, rule=inner, anchor=anchor):
            which = _days(inner).removesuffix(" of every month")
            return f"{which} of every {every} months, counted from {_date(anchor)}"
        case Listed(dates=dates):
            return _list([_date(day) for day in dates])
        case Following(after=after, weekday=weekday, back=back):
            return f"the {WEEKDAYS[weekday]} {'before' if back else 'after'} {_days(after)}"
        case YearEndDays():
            return "the turn of the year"
        case YearlySpan() | DatedSpan():
            return _span(rule)


def _weekdays(weekdays: tuple[int, ...]) -> str:
    return _list([WEEKDAYS[weekday] for weekday in weekdays])


def _months(months: tuple[int, ...], every: str) -> str:
    if months == EVERY_MONTH:
        return every
    named = {EVEN: "even months", ODD: "odd months"}.get(months)
    return named or _list([MONTHS[month - 1] for month in months])


def _season(months: tuple[int, ...]) -> str:
    return "" if months == EVERY_MONTH else f" in {_months(months, '')}"


def _date(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _span(span: YearlySpan | DatedSpan) -> str:
    return f"{_day(span.first)} to {_day(span.last)}"


def _day(day: MonthDay | date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}" if isinstance(day, MonthDay) else _date(day)


def _bounds(entry: Entry) -> str:
    words = "".join(f", {_span(span)}" for span in entry.within)
    words += f", from {_date(entry.first)}" if entry.first else ""
    return words + (f", until {_date(entry.last)}" if entry.last else "")


def _closed(closed: Closed) -> str:
    words = _closed_days(closed.days)
    if closed.open_on_holidays:
        return f"{words} (open on national holidays)"
    return (
        f"{words} (if {_conditions(closed.shift)}, {_target(closed.shift)} instead)"
        if closed.shift
        else words
    )


def _closed_days(rule: Rule) -> str:
    match rule:
        case Daily(months=months):
            return _months(months, "every day")
        case Weekly(weekdays=weekdays, months=months):
            return _list([f"{WEEKDAYS[weekday]}s" for weekday in weekdays]) + _season(months)
        case _:
            return _days(rule)


def _conditions(shift: Shift) -> str:
    named = ["a national holiday"] * shift.holidays + ["the turn of the year"] * shift.year_end
    return " or ".join(named + [f"a {WEEKDAYS[weekday]}" for weekday in shift.weekdays])


def _target(shift: Shift) -> str:
    weekday = "same weekday" if shift.weekday is None else WEEKDAYS[shift.weekday]
    if shift.to == "nth":
        return f"the {NTHS[shift.nth or 1]} {weekday} of the month"
    return NAMED[shift.to].format(weekday) if shift.weekday is not None else TARGETS[shift.to]


def _instead(instead: Instead) -> str:
    year = f" (only {instead.year})" if instead.year else ""
    return f"instead {_days(instead.rule)}{year}"
