"""Expanding a window against python-dateutil, near the start of a rule and far from it."""

from datetime import date, datetime, timedelta

from dateutil.rrule import rrulestr

from app.domain.recurrence.expansion import expand
from app.domain.recurrence.reading import read
from tests.bench.figures import rate_of, tell

PHRASES = (
    ("第1・第3木曜日 12時～16時", "FREQ=MONTHLY;BYDAY=1TH,3TH"),
    ("偶数月第3金曜 13:30～15:30", "FREQ=MONTHLY;BYMONTH=2,4,6,8,10,12;BYDAY=3FR"),
    ("毎週水曜日 12時～17時", "FREQ=WEEKLY;BYDAY=WE"),
)
START = datetime(2020, 1, 1)  # noqa: DTZ001 -- as RFC 5545 has local times
WINDOWS = (("near", date(2020, 1, 1)), ("20 years on", date(2040, 1, 1)))
TIMES = 200


def run() -> None:
    """Print expansions a second of a window of 400 days."""
    for words, rule in PHRASES:
        timetable = read(words).timetable
        assert timetable is not None
        for where, first in WINDOWS:
            last = first + timedelta(days=400)
            lower, upper = (datetime.combine(day, datetime.min.time()) for day in (first, last))

            def ours(timetable=timetable, first=first, last=last) -> int:  # type: ignore[no-untyped-def] # noqa: ANN001
                for _ in range(TIMES):
                    expand(timetable, first, last)
                return TIMES

            def theirs(rule=rule, lower=lower, upper=upper) -> int:  # type: ignore[no-untyped-def] # noqa: ANN001
                for _ in range(TIMES // 10):
                    rrulestr(rule, dtstart=START).between(lower, upper, inc=True)
                return TIMES // 10

            mine = rate_of(f"expand {words} ({where})", "windows/s", ours)
            tell(mine, rate_of("python-dateutil, the same window", "windows/s", theirs))
