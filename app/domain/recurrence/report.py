"""What `hidamari expand` and the JSON API answer about a phrase, and the table a person reads."""

from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Any

from app.domain.recurrence.cursor import NO_PERIODS, Periods
from app.domain.recurrence.expansion import Occurrence, expand, gaps
from app.domain.recurrence.reading import Reading, read
from app.domain.recurrence.reasons import WEEKDAYS
from app.domain.recurrence.rrule import rrules
from app.domain.recurrence.rule import Remark, Timetable
from app.domain.recurrence.window_remarks import window_remarks
from app.domain.recurrence.wording import wording


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

    `first` and `last` are included. Raises ValueError for a window of more than a hundred years.
    """
    reading = read(words, anchor, periods)
    held = expand(reading.timetable, first, last) if reading.timetable else ()
    remarks = [*reading.remarks, *_about_window(reading.timetable, first, last), *_flags(held)]
    return {
        "id": id,
        "phrase": words,
        "wording": wording(reading.timetable) if reading.timetable else None,
        "tentative": bool(reading.timetable and reading.timetable.tentative),
        "sessions": [_session(occurrence) for occurrence in held],
        "rrule": list(rrules(reading.timetable)) if reading.timetable else [],
        "missing": list(reading.missing),
        "questions": list(reading.questions),
        "promise": _promise(reading),
        "remarks": [_remark(remark) for remark in dict.fromkeys(remarks)],
    }


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
    return moment.strftime("%H:%M") if moment else None


def _promise(reading: Reading) -> dict[str, Any] | None:
    promise = reading.promise
    return {"count": promise.count, "per": promise.per, "about": promise.about} if promise else None


def _remark(remark: Remark) -> dict[str, str | None]:
    return {
        "code": remark.code,
        "date": remark.date.isoformat() if remark.date else None,
        "text": remark.text,
    }


def answer_batch(lines: Iterable[str], first: date, last: date) -> Iterator[dict[str, Any]]:
    """One answer for each line `id<TAB>phrase<TAB>anchor`, in order; id and anchor may be empty, blank lines are passed.

    Raises ValueError with the line's number where an anchor is no date.
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
        raise ValueError(f"line {number}: {anchor!r} is not a date") from None
    return answer(phrase, first, last, day, name or None)


def table(answered: dict[str, Any]) -> str:
    """The answer as a table for people: date, weekday, hours, and what is to be looked at."""
    lines = [answered["wording"] or f"「{answered['phrase']}」からは日付が決まりません。"]
    lines += [f"  {question}" for question in answered["questions"]]
    by_day: dict[str, list[str]] = {}
    for remark in answered["remarks"]:
        by_day.setdefault(remark["date"] or "", []).append(remark["text"])
    lines += [f"※ {text}" for text in by_day.pop("", [])]
    rows = [(s["date"], _row(s, by_day.pop(s["date"], []))) for s in answered["sessions"]]
    rows += [(day, f"{_day(day)}  お休み         {'、'.join(texts)}") for day, texts in by_day.items()]
    lines += [row for _, row in sorted(rows, key=lambda row: row[0])]
    return "\n".join([*lines, f"{len(answered['sessions'])}回"])


def _row(session: dict[str, str | None], remarks: list[str]) -> str:
    start, end = session["start"] or "", session["end"] or ""
    hours = f"{start:>5}～{end:<5}" if start or end else " " * 12
    return f"{_day(session['date'] or '')}  {hours}  {'、'.join(remarks)}".rstrip()


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.isoformat()}({WEEKDAYS[day.weekday()]})"
