"""休館日 in words (毎月第3月曜, 月曜休館、祝日の場合は翌平日休館): read, answered, and turned into days. Pure.

The grammar knows days on which something is held. Words on a house's rest are read as 毎日 without those days, and the
days that are left out are the rest; 隔週 has no such form, and its dates are the rest themselves.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from app.domain.planning import horizon
from app.domain.recurrence.answers import Answer
from app.domain.recurrence.expansion import dates
from app.domain.recurrence.holidays import holiday_name
from app.domain.recurrence.reading import LONGEST, Reading, read
from app.domain.recurrence.rule import EVERY_MONTH, Daily, Entry, EveryNMonths, EveryNWeeks, Timetable
from app.domain.recurrence.wording import wording

REASON = "会場の休館日"
"""What a session says that a rule of the house called off."""
QUESTION = "どの日がお休みですか（例: 毎月第3月曜、月曜休館・祝日の場合は翌平日休館）"
ALWAYS = "これでは、開く日がなくなります。お休みの曜日や日にちを書いてください。"
HOURS = "時刻は書かずに、お休みの曜日や日にちを書いてください。"
NEXT_DAYS = 6
RESTS = "休館"
SHIFTED = re.compile(
    r"^(?P<days>[^休（(、。]+)[、。\s]\s*(?=祝日(?:の場合|に当たる|にあたる|と重なる|のとき))"
)
MOVES = re.compile("翌|前の日|前日|前営業日|直後|直前")
ON_HOLIDAYS = (
    ("開館する", "（祝日は開館）"),
    ("翌日に休館", "（祝日の場合は翌日）"),
    ("翌平日に休館", "（祝日の場合は翌平日）"),
)


class Closing(Struct, frozen=True, kw_only=True):
    """What words on a house's rest mean. No timetable: `question` says what is open, `missing` is its code."""

    words: str
    timetable: Timetable | None = None
    wording: str = ""
    question: str = ""
    missing: str = ""


def read_closing(words: str, anchor: date | None = None) -> Closing:
    """Reads one line of 休館日. Never raises and never guesses: what is not wholly understood asks instead."""
    said = words.strip()
    if not said or len(said) > LONGEST - len(RESTS):
        return Closing(words=said, missing="rule", question=QUESTION)
    fault = ""
    readings = [read(text, anchor) for text in _ways_to_say(said)]
    for reading in readings:
        if reading.timetable is not None and _is_rest(reading.timetable):
            fault = _fault(said, reading.timetable)
            if not fault:
                return Closing(
                    words=said, timetable=reading.timetable, wording=closing_words(reading.timetable)
                )
    missing, question = _open_question(readings, fault)
    return Closing(words=said, missing=missing, question=question)


def _ways_to_say(words: str) -> Iterator[str]:
    """The words as a house says them, and with 休館 where only the days were typed."""
    shifted = SHIFTED.sub(rf"\g<days>{RESTS}、", words)
    if RESTS in shifted or "休み" in shifted or "定休" in shifted:
        yield shifted
    yield f"{RESTS}日：{shifted}"
    yield f"毎日、{shifted}" if RESTS in shifted else f"毎日、{shifted}は{RESTS}"


def _is_rest(timetable: Timetable) -> bool:
    return _leaves_out(timetable) or all(
        isinstance(entry.rule, EveryNWeeks | EveryNMonths) for entry in timetable.entries
    )


def _leaves_out(timetable: Timetable) -> bool:
    """Whether it is 毎日 without some days."""
    if len(timetable.entries) != 1:
        return False
    entry = timetable.entries[0]
    bare = Entry(Daily(), entry.hours, entry.closed) == entry
    return bool(entry.closed) and bare and isinstance(entry.rule, Daily) and entry.rule.months == EVERY_MONTH


def _fault(words: str, timetable: Timetable) -> str:
    """What keeps a reading from being taken: hours, a shift that was lost, a house that never opens."""
    if any(hours.start or hours.end for entry in timetable.entries for hours in entry.hours):
        return HOURS
    if MOVES.search(words) and not any(_moves(entry) for entry in timetable.entries):
        return QUESTION
    start = date(2026, 1, 1)
    always = len(closing_days(timetable, start, start + timedelta(days=13))) == 14
    return ALWAYS if always else ""


def _moves(entry: Entry) -> bool:
    return entry.shift is not None or any(closed.shift for closed in entry.closed)


def _open_question(readings: list[Reading], fault: str) -> tuple[str, str]:
    """The code of what is open, and the question."""
    for reading in readings:
        if reading.missing[:1] == ("anchor",):
            return "anchor", reading.questions[0]
    return "rule", fault or QUESTION


def closing_days(timetable: Timetable, first: date, last: date) -> tuple[date, ...]:
    """The days of rest from first to last, both included, ascending. Raises ValueError for more than a hundred years."""
    found = dates(timetable, first, last)
    if not _leaves_out(timetable):
        return tuple(found)
    held = set(found)
    days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    return tuple(day for day in days if day not in held)


def closing_words(timetable: Timetable) -> str:
    """第3月曜は休館: the rest as it would stand at the entrance."""
    text = wording(timetable)
    if not _leaves_out(timetable):
        return f"{text}は{RESTS}"
    return text.removeprefix("毎日（").removesuffix("を除く）").replace("開催", "開館") + f"は{RESTS}"


def holiday_answers(closing: Closing, today: date, anchor: date | None = None) -> tuple[Answer, ...]:
    """開館する, 翌平日に休館: the words with what a rest does on a holiday; () where none meets one, or they say it."""
    if closing.timetable is None or "祝" in closing.words:
        return ()
    last = horizon(today)
    met = [day for day in closing_days(closing.timetable, today, last) if holiday_name(day)]
    answers = (Answer(label, f"{_resting(closing.words)}{said}") for label, said in ON_HOLIDAYS)
    return tuple(each for each in answers if _opens(each, met[:1], anchor, last))


def _resting(words: str) -> str:
    return words if RESTS in words else f"{words}{RESTS}"


def _opens(answer: Answer, met: list[date], anchor: date | None, last: date) -> bool:
    timetable = read_closing(answer.words, anchor).timetable
    return timetable is not None and any(day not in closing_days(timetable, day, last) for day in met)
