"""What `hidamari expand` and the JSON API answer about a phrase."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Any

from app.domain.errors import Unusable
from app.domain.recurrence.cursor import NO_PERIODS, Periods
from app.domain.recurrence.expansion import Occurrence, expand, gaps
from app.domain.recurrence.reading import Reading, read
from app.domain.recurrence.rrule import Recurrence, recurrence
from app.domain.recurrence.rrule_in import from_rrule
from app.domain.recurrence.rule import Remark, Timetable
from app.domain.recurrence.window_remarks import window_remarks
from app.domain.recurrence.wording import wording

RRULE = re.compile(r"\s*(?:RRULE:)?FREQ=")


def answer(
    words: str,
    first: date,
    last: date,
    anchor: date | None = None,
    id: str | None = None,  # noqa: A002 -- the name of the contract
    *,
    periods: Periods = NO_PERIODS,
) -> dict[str, Any]:
    """The object of the contract: wording, sessions, rules, what is missing, remarks.

    `first` and `last` are included. The words may be an RRULE, which starts at the anchor or else at `first`. Raises ValueError for a window of more than a hundred years.
    """
    reading = _read_rrule(words, anchor or first) if RRULE.match(words) else read(words, anchor, periods)
    held = expand(reading.timetable, first, last) if reading.timetable else ()
    remarks = [*reading.remarks, *_about_window(reading.timetable, first, last), *_flags(held)]
    said = (
        recurrence(reading.timetable, first, last, {each.date for each in held})
        if reading.timetable
        else Recurrence()
    )
    return {
        "id": id,
        "phrase": words,
        "wording": wording(reading.timetable) if reading.timetable else None,
        "tentative": bool(reading.timetable and reading.timetable.tentative),
        "sessions": [_session(occurrence) for occurrence in held],
        **_recurrence(said),
        "missing": list(reading.missing),
        "questions": list(reading.questions),
        "promise": _promise(reading),
        "remarks": [_remark(remark) for remark in dict.fromkeys(remarks)],
    }


def _read_rrule(rrule: str, start: date) -> Reading:
    """An RRULE as if it were words; one that is not taken lacks its rule, and says why."""
    try:
        return Reading(rrule, from_rrule(rrule.strip(), start))
    except Unusable as refusal:
        return Reading(rrule, missing=("rule",), questions=(str(refusal),))


def _about_window(timetable: Timetable | None, first: date, last: date) -> tuple[Remark, ...]:
    if timetable is None:
        return ()
    return (*window_remarks(timetable, first, last), *gaps(timetable, first, last))


def _flags(held: Iterable[Occurrence]) -> list[Remark]:
    return [flag for occurrence in held for flag in occurrence.flags if flag.code != "moved"]


def _session(occurrence: Occurrence) -> dict[str, str | None]:
    return {
        "date": occurrence.date.isoformat(),
        "start": _clock(occurrence.start),
        "end": _clock(occurrence.end),
    }


def _clock(moment: time | None) -> str | None:
    return moment.isoformat("minutes") if moment else None


def _recurrence(said: Recurrence) -> dict[str, list[str]]:
    """The dates are those of the RRULEs, each from its DTSTART on, without EXDATE and with RDATE."""
    days = {"dtstart": said.starts, "exdate": said.exdates, "rdate": said.rdates}
    return {"rrule": list(said.rules)} | {
        name: [day.isoformat() for day in found] for name, found in days.items()
    }


def _promise(reading: Reading) -> dict[str, Any] | None:
    promise = reading.promise
    return {"count": promise.count, "per": promise.per, "about": promise.about} if promise else None


def _remark(remark: Remark) -> dict[str, str | None]:
    said = {
        "code": remark.code,
        "date": remark.date.isoformat() if remark.date else None,
        "text": remark.text,
    }
    return said | {"to": remark.to.isoformat()} if remark.to else said


def answer_batch(lines: Iterable[str], first: date, last: date) -> Iterator[dict[str, Any]]:
    """One answer for each line `id<TAB>phrase<TAB>anchor`, in order; id and anchor may be empty, blank lines are passed.

    Raises ValueError, a Japanese sentence with the line's number, where an anchor is no date.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _answer_line(line.rstrip("\r\n"), number, first, last)


def _answer_line(line: str, number: int, first: date, last: date) -> dict[str, Any]:
    fields = line.split("\t")
    name, phrase, anchor = [*fields, "", ""][:3] if len(fields) > 1 else ["", fields[0], ""]
    try:
        day = date.fromisoformat(anchor) if anchor.strip() else None
    except ValueError:
        raise ValueError(
            f"{number}行目の {anchor} は日付ではありません。2026-11-22 のように書いてください。"
        ) from None
    return answer(phrase, first, last, day, name or None)
