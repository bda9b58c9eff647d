"""What words mean, shown beside the field while they are typed: read back, with the next dates. Pure."""

from datetime import date, time

from msgspec import Struct

from app.domain.month import Day
from app.domain.planning import horizon
from app.domain.recurrence.expansion import Occurrence, expand, gaps
from app.domain.recurrence.holidays import DEC29_JAN3, YearEnd
from app.domain.recurrence.reading import NO_PERIODS, Periods, Reading, read
from app.domain.recurrence.rule import HolidayPolicy, Remark
from app.domain.recurrence.wording import wording

NEXT_DATES = 8
QUESTIONS = frozenset({"holiday", "year_end"})


class NextDate(Struct, frozen=True, kw_only=True):
    """One of the next dates. question: what is to be answered by 開く or 休み."""

    nominal: date
    date: Day
    part: str
    starts: time | None = None
    ends: time | None = None
    question: str | None = None
    remark: str | None = None


class Preview(Struct, frozen=True, kw_only=True):
    """The words read back, the next dates, and the dates that a reader would miss among them."""

    reading: Reading
    wording: str | None = None
    dates: tuple[NextDate, ...] = ()
    gaps: tuple[Remark, ...] = ()
    more: bool = False

    @property
    def understood(self) -> bool:
        """Whether the words give dates."""
        return self.reading.timetable is not None


def preview(
    words: str,
    anchor: date | None,
    today: date,
    *,
    periods: Periods = NO_PERIODS,
    policy: HolidayPolicy = "undecided",
    year_end: YearEnd = DEC29_JAN3,
    count: int = NEXT_DATES,
) -> Preview:
    """What the words mean from today on, the next `count` dates at most within the horizon. Never raises."""
    reading = read(words, anchor, periods)
    if reading.timetable is None:
        return Preview(reading=reading)
    found = expand(reading.timetable, today, horizon(today), policy=policy, year_end=year_end)
    shown = found[:count]
    end = shown[-1].date if shown else today
    missing = gaps(reading.timetable, today, end, policy=policy, year_end=year_end)
    return Preview(
        reading=reading,
        wording=wording(reading.timetable),
        dates=tuple(_next(each) for each in shown),
        gaps=tuple(gap for gap in missing if gap.code != "moved"),
        more=len(found) > count,
    )


def _next(found: Occurrence) -> NextDate:
    question = next((flag.text for flag in found.flags if flag.code in QUESTIONS), None)
    remark = next((flag.text for flag in found.flags if flag.code == "moved"), None)
    return NextDate(
        nominal=found.nominal,
        date=found.date,
        part=found.part,
        starts=found.start,
        ends=found.end,
        question=question,
        remark=remark,
    )
