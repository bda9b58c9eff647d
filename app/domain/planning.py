"""From a line to the sessions it lacks within a window: which dates, at which venue of the rotation, asked about or not.

Pure: storage says what there is, an action writes what comes out.
"""

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Literal, TypedDict
from uuid import UUID

from msgspec import Struct

from app.domain.month import add_months, last_day, month_of
from app.domain.recurrence.expansion import Occurrence, expand
from app.domain.recurrence.holidays import DEC29_JAN3, YearEnd
from app.domain.recurrence.rule import HolidayPolicy, Timetable

HORIZON_MONTHS = 15
Key = tuple[date, str]
"""What a session of a line stands for: its nominal date and the part of the day."""


class Place(Struct, frozen=True):
    """Where a line is held; a room is asked for where one is named."""

    venue_id: UUID
    room_id: UUID | None = None


class LinePool(Struct, frozen=True):
    """A pool that each new session of a line gets."""

    mode: Literal["in_person", "online"]
    seat: Literal["talk", "listener"] = "talk"
    limit_kind: Literal["number", "none", "unstated"] = "unstated"
    capacity: int | None = None


class Answer(Struct, frozen=True):
    """An organiser's word on a nominal date: 開く or 休み."""

    answer: Literal["open", "closed"]
    reason: str | None = None


class Rest(Struct, frozen=True):
    """A closure: of a venue, or of the organisation that owns the series on that day. id: None before it is stored.

    rule_id: the 休館日 in words that it is a day of.
    """

    first: date
    last: date
    reason: str
    venue_id: UUID | None = None
    organisation_id: UUID | None = None
    id: UUID | None = None
    rule_id: UUID | None = None


class OffBy(TypedDict):
    """Why a session is off, and the closure that says so."""

    reason: str | None
    closure_id: UUID | None


class Line(Struct, frozen=True, kw_only=True):
    """予定の行 with all that decides its sessions. owners: (from, organisation), ascending."""

    id: UUID
    series_id: UUID
    timetable: Timetable | None = None
    first: date | None = None
    last: date | None = None
    vacate: time | None = None
    next_turn: int = 0
    places: tuple[Place, ...] = ()
    pools: tuple[LinePool, ...] = ()
    answers: Mapping[date, Answer] = {}
    owners: tuple[tuple[date, UUID], ...] = ()
    policy: HolidayPolicy = "undecided"
    year_end: YearEnd = DEC29_JAN3
    visible: bool = True


class Planned(Struct, frozen=True, kw_only=True):
    """A session that is to be made. A reason means that it is made as cancelled, so that nobody wonders."""

    line_id: UUID
    series_id: UUID
    nominal: date
    part: str
    date: date
    starts: time | None = None
    ends: time | None = None
    place: Place | None = None
    flag: str | None = None
    flag_text: str | None = None
    reason: str | None = None
    closure_id: UUID | None = None


def horizon(today: date) -> date:
    """The last day for which sessions are made: the end of the month fifteen months on."""
    return last_day(add_months(month_of(today), HORIZON_MONTHS))


def owner_of(owners: tuple[tuple[date, UUID], ...], day: date) -> UUID | None:
    """The organisation of the latest row not after the day; None before all rows."""
    found = [organisation for first, organisation in owners if first <= day]
    return found[-1] if found else None


def occurrences(line: Line, first: date, last: date) -> tuple[Occurrence, ...]:
    """What the line's timetable gives within its own bounds and the window, without the dates answered 休み."""
    first, last = max(first, line.first or first), min(last, line.last or last)
    if line.timetable is None or first > last:
        return ()
    found = expand(line.timetable, first, last, policy=line.policy, year_end=line.year_end)
    return tuple(each for each in found if not _is_closed(line, each.nominal))


def _is_closed(line: Line, nominal: date) -> bool:
    answer = line.answers.get(nominal)
    return answer is not None and answer.answer == "closed"


def missing(
    line: Line, taken: frozenset[Key], first: date, last: date, rests: tuple[Rest, ...] = ()
) -> tuple[Planned, ...]:
    """The sessions of the line that are not there yet, by date; the rotation is dealt on from `next_turn`."""
    wanted = [each for each in occurrences(line, first, last) if (each.nominal, each.part) not in taken]
    return tuple(_planned(line, each, turn, rests) for turn, each in enumerate(_once(wanted), line.next_turn))


def _once(found: list[Occurrence]) -> Iterator[Occurrence]:
    """Each nominal date and part once: a shift can bring two of them to different days only by a fault of the words."""
    seen: set[Key] = set()
    for each in found:
        if (each.nominal, each.part) not in seen:
            seen.add((each.nominal, each.part))
            yield each


def _planned(line: Line, found: Occurrence, turn: int, rests: tuple[Rest, ...]) -> Planned:
    place = place_of(line, turn)
    flag, text = question(line, found)
    venue_id, owner_id = place.venue_id if place else None, owner_of(line.owners, found.date)
    return Planned(
        line_id=line.id,
        series_id=line.series_id,
        nominal=found.nominal,
        part=found.part,
        date=found.date,
        starts=found.start,
        ends=found.end,
        place=place,
        flag=flag,
        flag_text=text,
        **off_by(rests, found.date, venue_id, owner_id),
    )


def place_of(line: Line, turn: int) -> Place | None:
    """The place of a turn of the rotation; None where the line names no venue."""
    return line.places[turn % len(line.places)] if line.places else None


def question(line: Line, found: Occurrence) -> tuple[str | None, str | None]:
    """What an organiser is to be asked about a date, and in which words; nothing once it was answered."""
    if found.nominal in line.answers:
        return None, None
    for flag in found.flags:
        if flag.code in {"holiday", "year_end"}:
            return flag.code, flag.text
    return None, None


def rest_on(
    rests: tuple[Rest, ...], day: date, venue_id: UUID | None, organisation_id: UUID | None
) -> str | None:
    """The reason of the closure that lies on a day at this venue or of this organisation; None if it is open."""
    rest = rest_lying_on(rests, day, venue_id, organisation_id)
    return rest.reason if rest else None


def off_by(rests: tuple[Rest, ...], day: date, venue_id: UUID | None, organisation_id: UUID | None) -> OffBy:
    """What calls a session off on a day at this venue or of this organisation; all None if it is open."""
    rest = rest_lying_on(rests, day, venue_id, organisation_id)
    return OffBy(reason=rest.reason if rest else None, closure_id=rest.id if rest else None)


def rest_lying_on(
    rests: tuple[Rest, ...], day: date, venue_id: UUID | None, organisation_id: UUID | None
) -> Rest | None:
    """The first closure that lies on a day at this venue or of this organisation; None if it is open."""
    for rest in rests:
        if rest.first <= day <= rest.last and (
            (rest.venue_id is not None and rest.venue_id == venue_id)
            or (rest.organisation_id is not None and rest.organisation_id == organisation_id)
        ):
            return rest
    return None


def after_parent(ends: time | None, gap: int | None) -> time | None:
    """When a linked session starts: so many minutes after its parent's end. Unknown if that is, or past midnight."""
    if ends is None:
        return None
    minutes = ends.hour * 60 + ends.minute + (gap or 0)
    return time(minutes // 60, minutes % 60) if minutes < 24 * 60 else None
