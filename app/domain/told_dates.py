"""What becomes of every date a series' words name: held, asked about, moved, or not held, each with its reason. Pure."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, time
from typing import Literal, TypeAlias
from uuid import UUID

from msgspec import Struct

from app.domain.month import Day
from app.domain.planning import Line
from app.domain.programme import Session
from app.domain.recurrence.expansion import gaps
from app.domain.recurrence.holidays import holiday_name

Kind: TypeAlias = Literal["held", "asked", "moved", "off"]
Why: TypeAlias = Literal["", "by_hand", "came_from", "holiday_open", "gone_to", "said"]
"""What the reason is; with `came_from` and `gone_to` goes a day, with `said` a sentence."""


class Told(Struct, frozen=True, kw_only=True):
    """One date and its fate. `other` is the day it came from or went to, `text` a reason in Japanese."""

    date: Day
    kind: Kind
    why: Why = ""
    text: str = ""
    other: Day | None = None
    starts: time | None = None
    ends: time | None = None
    session_id: UUID | None = None


def told_dates(
    lines: Iterable[Line], sessions: Iterable[Session], first: date, last: date
) -> tuple[Told, ...]:
    """Every date from first to last (both included) that a line names or a session has, in order, with its fate.

    A closure of the venue or the organisation stands as the reason of the session it called off.
    """
    held = [each for each in sessions if first <= each.date <= last]
    found = [_of_session(each) for each in held]
    for line in lines:
        stood = {each.date for each in held if each.line_id == line.id}
        missing = _gone(line, held) | _gaps(line, first, last) | _answers(line)
        found += [each for day, each in missing.items() if day not in stood and first <= day <= last]
    return tuple(sorted(dict.fromkeys(found), key=_order))


def counts(told: Iterable[Told]) -> Counter[str]:
    """How many dates of each kind."""
    return Counter(each.kind for each in told)


def _order(told: Told) -> tuple[date, bool, time]:
    return told.date, told.session_id is None, told.starts or time.min


def _of_session(session: Session) -> Told:
    kind, why, text = _standing(session)
    other = session.former_date or (session.nominal if why == "came_from" else None)
    return Told(
        date=session.date,
        kind=kind,
        why=why,
        text=text,
        other=other,
        starts=session.starts,
        ends=session.ends,
        session_id=session.id,
    )


def _standing(session: Session) -> tuple[Kind, Why, str]:
    if session.state == "cancelled":
        return ("off", "said", session.cancel_reason) if session.cancel_reason else ("off", "", "")
    if session.flag:
        return "asked", "said", session.flag_text or ""
    if session.by_hand:
        return "held", "by_hand", ""
    if session.former_date or session.nominal != session.date:
        return "held", "came_from", ""
    name = holiday_name(session.date)
    return ("held", "holiday_open", name) if name else ("held", "", "")


def _gone(line: Line, sessions: Iterable[Session]) -> dict[date, Told]:
    """The days that the words name and from which an organiser has moved a session."""
    return {
        each.nominal: Told(date=each.nominal, kind="moved", why="gone_to", other=each.date)
        for each in sessions
        if each.line_id == line.id and not each.by_hand and each.nominal != each.date
    }


def _gaps(line: Line, first: date, last: date) -> dict[date, Told]:
    """What the words, or the series' answer for holidays, leave out or move."""
    first, last = max(first, line.first or first), min(last, line.last or last)
    if line.timetable is None or first > last:
        return {}
    remarks = gaps(line.timetable, first, last, policy=line.policy, year_end=line.year_end)
    return {
        remark.date: Told(
            date=remark.date,
            kind="off" if remark.code == "excluded" else "moved",
            why="said",
            text=remark.why or remark.text,
            other=remark.to,
        )
        for remark in remarks
        if remark.date
    }


def _answers(line: Line) -> dict[date, Told]:
    """What an organiser answered with 休み before there was a session."""
    return {
        day: Told(date=day, kind="off", why="said" if answer.reason else "", text=answer.reason or "")
        for day, answer in line.answers.items()
        if answer.answer == "closed"
    }
