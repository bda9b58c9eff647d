"""Timetables that can be built, for hypothesis: as people combine rules, hours, exclusions and shifts."""

from datetime import date, time, timedelta

from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.recurrence.canonical import canonical, last_at_end
from app.domain.recurrence.rule import (
    EVERY_MONTH,
    NO_HOURS,
    Closed,
    Daily,
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
    hours_of,
)

days = st.dates(date(2024, 1, 1), date(2032, 12, 31))


def some_of(values: range, most: int) -> st.SearchStrategy[tuple[int, ...]]:
    return st.sets(st.sampled_from(values), min_size=1, max_size=most).map(lambda found: tuple(sorted(found)))


weekdays = some_of(range(7), 4)
nths = st.sets(st.sampled_from([1, 2, 3, 4, 5, -1]), min_size=1, max_size=3).map(last_at_end)
some_months = st.one_of(some_of(range(1, 13), 6), st.just((2, 4, 6, 8, 10, 12)), st.just((1, 3, 5, 7, 9, 11)))
months = st.one_of(st.just(EVERY_MONTH), some_months)
days_of_month = st.sets(st.sampled_from([*range(1, 32), -1]), min_size=1, max_size=4).map(last_at_end)
nth_weekdays = st.builds(NthWeekday, nths, weekdays, months)


@st.composite
def every_n_weeks(draw: st.DrawFn) -> EveryNWeeks:
    held = draw(weekdays)
    anchor = draw(days)
    anchor += timedelta(days=(held[0] - anchor.weekday()) % 7)
    return EveryNWeeks(draw(st.integers(2, 6)), held, anchor)


@st.composite
def every_n_months(draw: st.DrawFn) -> EveryNMonths:
    """In months that are others each year: what 12 can be divided by is a rule with months."""
    which = draw(st.one_of(st.builds(NthWeekday, nths, weekdays), st.builds(DayOfMonth, days_of_month)))
    return EveryNMonths(draw(st.sampled_from([5, 7, 8, 9, 10, 11, 18])), which, draw(days))


listed = st.sets(days, min_size=1, max_size=5).map(lambda found: Listed(tuple(sorted(found))))
rules: st.SearchStrategy[Rule] = st.one_of(
    nth_weekdays,
    st.builds(Weekly, weekdays, months),
    st.builds(DayOfMonth, days_of_month, months),
    st.builds(Workdays, months),
    st.builds(Holidays, months),
    st.builds(Daily, months),
    every_n_weeks(),
    listed,
    st.builds(NthWorkday, nths, months),
    every_n_months(),
    st.builds(Following, nth_weekdays, st.integers(0, 6), st.booleans()),
)

sayable: st.SearchStrategy[Rule] = st.one_of(
    nth_weekdays,
    st.builds(Weekly, weekdays, months),
    st.builds(Daily, months),
    st.builds(DayOfMonth, days_of_month, months),
    every_n_weeks(),
)
"""What an RRULE can say by itself."""


@st.composite
def some_hours(draw: st.DrawFn) -> tuple[Hours, ...]:
    def clock() -> time:
        return time(draw(st.integers(0, 23)), draw(st.sampled_from([0, 15, 30, 45])))

    kinds = draw(st.lists(st.sampled_from(["both", "start", "end"]), max_size=2))
    found = [
        hours_of(clock() if kind != "end" else None, clock() if kind != "start" else None) for kind in kinds
    ]
    return tuple(dict.fromkeys(found)) or (NO_HOURS,)


month_days = st.builds(MonthDay, st.integers(1, 12), st.integers(1, 28))
spans = st.builds(YearlySpan, month_days, month_days, st.sampled_from(["", "お盆", "夏休み"]))
closings: st.SearchStrategy[Rule] = st.one_of(
    st.just(Holidays()),
    st.just(YearEndDays()),
    st.builds(Daily, some_months),
    st.builds(Weekly, weekdays),
    st.builds(NthWeekday, nths, weekdays, months),
    spans,
)
shifts = st.one_of(
    st.builds(
        Shift,
        st.sampled_from(
            ["next_day", "next_workday", "next_week", "previous_day", "previous_workday", "previous_week"]
        ),
        st.just(True),
        st.one_of(st.just(()), weekdays),
    ),
    st.builds(
        lambda to, weekday: Shift(to, weekday=weekday),
        st.sampled_from(["weekday", "previous_weekday", "next_week", "previous_week"]),
        st.integers(0, 6),
    ),
    st.builds(
        lambda weekday, nth: Shift("nth", weekday=weekday, nth=nth), st.integers(0, 6), st.integers(1, 4)
    ),
)


@st.composite
def closed(draw: st.DrawFn, *, own: bool) -> Closed:
    """An exclusion; with a holiday rule of its own only where it closes a place that is open every day."""
    rule = draw(closings)
    if own and isinstance(rule, Weekly):
        shift = draw(st.one_of(st.none(), st.just(Shift("next_day")), st.just(Shift("next_workday"))))
        return Closed(rule, open_on_holidays=shift is None and draw(st.booleans()), shift=shift)
    return Closed(rule)


@st.composite
def insteads(draw: st.DrawFn) -> tuple[Instead, ...]:
    held = draw(st.lists(st.integers(1, 12), unique=True, max_size=2))
    year = st.one_of(st.none(), st.integers(2025, 2028))
    return tuple(
        Instead(NthWeekday(draw(nths), draw(weekdays), (month,)), draw(year)) for month in sorted(held)
    )


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    rule = draw(rules)
    entry = Entry(rule, draw(some_hours()))
    if isinstance(rule, Listed):
        return entry
    first, last = draw(st.one_of(st.none(), days)), draw(st.one_of(st.none(), days))
    if first and last and first > last:
        first, last = last, first
    shift = draw(st.one_of(st.none(), shifts))
    return replace(
        entry,
        closed=tuple(draw(st.lists(closed(own=isinstance(rule, Daily)), max_size=2))),
        instead=draw(insteads()) if isinstance(rule, NthWeekday) else (),
        shift=shift,
        open_on_holidays=shift is None and not isinstance(rule, Daily) and draw(st.booleans()),
        first=first,
        last=last,
        within=tuple(draw(st.lists(spans, max_size=1))),
    )


@st.composite
def timetables(draw: st.DrawFn) -> Timetable:
    found = draw(st.lists(entries(), min_size=1, max_size=3))
    return canonical(Timetable(tuple(found), draw(st.booleans())))
