"""The likely answers to the one question that words leave open, each as words (or a first date) that can be read.

Nothing is guessed: an answer is offered only where reading it leaves less open than before, and a person presses it.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from app.domain.recurrence.answer_words import (
    alternatives,
    month_sets,
    weeks_said,
    with_month_set,
    with_week,
    with_weekdays,
    with_year,
)
from app.domain.recurrence.expansion import dates
from app.domain.recurrence.fate import states_holidays
from app.domain.recurrence.reading import NO_PERIODS, Periods, Reading, read
from app.domain.recurrence.reasons import WEEKDAYS, day_words

FIRST_DATES = 4
DAYS_TRIED = 28
DAYS_AHEAD = 730
ON_HOLIDAYS = (("休み", "祝日を除く"), ("開く", "祝日も開催"), ("翌日にする", "祝日の場合は翌日"))


class Answer(Struct, frozen=True):
    """What a button says, and what the words or the first date are with it."""

    label: str
    words: str
    anchor: date | None = None


class Asked(Struct, frozen=True):
    """The first question that is open (Japanese), its likely answers; `pick`: so many weekdays are to be ticked."""

    code: str
    question: str
    answers: tuple[Answer, ...] = ()
    pick: int = 0


def asked(words: str, anchor: date | None, today: date, periods: Periods = NO_PERIODS) -> Asked | None:
    """What words leave open, one thing at a time, with the answers that would settle it; None where nothing is."""
    reading = read(words, anchor, periods)
    if not reading.missing:
        return None
    code, question = reading.missing[0], reading.questions[0]
    promise = reading.promise
    if code == "weekday" and promise and promise.per == "week" and 1 < promise.count < len(WEEKDAYS):
        settled = _settles(reading, with_weekdays(words, (0, 1)), anchor, periods)
        return Asked(code, question, pick=promise.count if settled else 0)
    likely = _likely(code, words, reading, today, periods)
    found = (each for each in likely if _settles(reading, each.words, each.anchor or anchor, periods))
    return Asked(code, question, tuple(dict.fromkeys(found)))


def asked_about_holidays(
    words: str, anchor: date | None, periods: Periods = NO_PERIODS
) -> tuple[Answer, ...]:
    """休み, 開く, 翌日: the words with a holiday rule. () where they state one already, or cannot take one."""
    before = read(words, anchor, periods)
    if before.timetable is None or any(states_holidays(entry) for entry in before.timetable.entries):
        return ()
    found = (Answer(label, f"{words}（{said}）") for label, said in ON_HOLIDAYS)
    return tuple(each for each in found if _states_holidays(each, anchor, periods))


def _states_holidays(answer: Answer, anchor: date | None, periods: Periods) -> bool:
    timetable = read(answer.words, anchor, periods).timetable
    return timetable is not None and all(states_holidays(entry) for entry in timetable.entries)


def _settles(before: Reading, words: str, anchor: date | None, periods: Periods) -> bool:
    """Whether the answer settles the question and opens no other one."""
    after = read(words, anchor, periods)
    return set(after.missing) <= set(before.missing[1:])


def _likely(  # noqa: PLR0911 -- a table of questions
    code: str, words: str, reading: Reading, today: date, periods: Periods
) -> Iterable[Answer]:
    match code:
        case "anchor":
            return _first_dates(words, today, periods)
        case "weekday":
            return [Answer(f"{day}曜", with_weekdays(words, (n,))) for n, day in enumerate(WEEKDAYS)]
        case "week":
            count = reading.promise.count if reading.promise else 1
            return [Answer(week, with_week(words, week)) for week in weeks_said(count)]
        case "choice":
            return [Answer(label, said) for label, said in alternatives(words)]
        case "month":
            return [Answer(months, with_month_set(words, months)) for months in month_sets(words)]
        case "year":
            said = {year: with_year(words, year) for year in (today.year, today.year + 1)}
            return [
                Answer(f"{year}年", text) for year, text in said.items() if _is_ahead(text, today, periods)
            ]
        case _:
            return ()


def _is_ahead(words: str, today: date, periods: Periods) -> bool:
    timetable = read(words, None, periods).timetable
    return timetable is not None and bool(dates(timetable, today, today + timedelta(days=DAYS_AHEAD)))


def _first_dates(words: str, today: date, periods: Periods) -> Iterator[Answer]:
    """隔週木曜: the next days from which it could be counted."""
    offered = 0
    for ahead in range(DAYS_TRIED):
        day = today + timedelta(days=ahead)
        timetable = read(words, day, periods).timetable
        if timetable and dates(timetable, day, day) and offered < FIRST_DATES:
            offered += 1
            yield Answer(day_words(day), words, day)
