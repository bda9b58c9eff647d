"""From a line to the sessions it lacks, without a store."""

from datetime import date, time
from uuid import UUID

import pytest

from app.domain.planning import (
    Answer,
    Line,
    Place,
    Rest,
    after_parent,
    horizon,
    missing,
    owner_of,
    rest_on,
)
from app.domain.recurrence.reading import read

FIRST, LAST = date(2026, 11, 1), date(2026, 12, 31)
LINE, SERIES, HERE, THERE, WARD, COUNCIL = (UUID(int=number) for number in range(1, 7))


def line_of(words: str = "毎月第1・第3火曜 10時～12時", **more: object) -> Line:
    return Line(id=LINE, series_id=SERIES, timetable=read(words).timetable, **more)  # type: ignore[arg-type]


def days(line: Line, **more: object) -> list[str]:
    found = missing(line, more.pop("taken", frozenset()), FIRST, LAST, **more)  # type: ignore[arg-type]
    return [f"{each.date:%m-%d}" for each in found]


def test_what_is_there_is_not_made_again() -> None:
    taken = frozenset({(date(2026, 11, 3), "1000-1200")})
    assert days(line_of(), taken=taken) == ["11-17", "12-01", "12-15"]


def test_the_bounds_of_a_line_hold() -> None:
    assert days(line_of(first=date(2026, 11, 10), last=date(2026, 12, 1))) == ["11-17", "12-01"]


def test_a_line_without_a_timetable_makes_nothing() -> None:
    assert days(line_of("年5回")) == []


def test_an_answer_takes_the_question_or_the_date_away() -> None:
    line = line_of("毎月第1・第3火曜 10時～12時")
    asked = missing(line, frozenset(), FIRST, LAST)[0]
    assert (asked.flag, asked.flag_text) == ("holiday", "文化の日に当たります")
    opened = line_of(answers={date(2026, 11, 3): Answer("open")})
    assert missing(opened, frozenset(), FIRST, LAST)[0].flag is None
    assert days(line_of(answers={date(2026, 11, 3): Answer("closed")}))[0] == "11-17"


def test_the_rotation_goes_on_where_it_stopped() -> None:
    line = line_of(places=(Place(HERE), Place(THERE)), next_turn=1)
    found = missing(line, frozenset(), FIRST, LAST)
    assert [each.place and each.place.venue_id for each in found] == [THERE, HERE, THERE, HERE]


def test_a_closure_gives_its_reason_and_keeps_its_turn() -> None:
    rests = (Rest(date(2026, 11, 17), date(2026, 11, 17), "館内清掃", venue_id=HERE),)
    found = missing(line_of(places=(Place(THERE), Place(HERE))), frozenset(), FIRST, LAST, rests)
    assert [each.reason for each in found] == [None, "館内清掃", None, None]


def test_a_closure_is_of_its_venue_or_of_the_owner_on_that_day() -> None:
    rests = (
        Rest(FIRST, LAST, "会場", venue_id=HERE),
        Rest(FIRST, LAST, "団体", organisation_id=WARD),
    )
    day = date(2026, 11, 17)
    assert rest_on(rests, day, HERE, COUNCIL) == "会場"
    assert rest_on(rests, day, THERE, WARD) == "団体"
    assert rest_on(rests, day, THERE, COUNCIL) is None
    assert rest_on(rests, day, None, None) is None


def test_the_owner_follows_the_date() -> None:
    owners = ((date(2026, 4, 1), WARD), (date(2027, 4, 1), COUNCIL))
    asked = [date(2026, 3, 31), date(2027, 3, 31), date(2027, 4, 1)]
    assert [owner_of(owners, day) for day in asked] == [None, WARD, COUNCIL]


@pytest.mark.parametrize(
    ("ends", "gap", "starts"),
    [
        (time(15, 30), 15, time(15, 45)),
        (time(15, 30), None, time(15, 30)),
        (None, 15, None),
        (time(23, 50), 15, None),
    ],
)
def test_a_linked_session_starts_after_its_parent(
    ends: time | None, gap: int | None, starts: time | None
) -> None:
    assert after_parent(ends, gap) == starts


def test_the_horizon_is_the_end_of_a_month() -> None:
    assert horizon(date(2026, 11, 15)) == date(2028, 2, 29)
