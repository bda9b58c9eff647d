from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.room_hours import RoomFacts, Use
from app.domain.rooms import FreeTime, around, distance, is_free, nearest_free

TOKYO = ZoneInfo("Asia/Tokyo")
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
TWO_HOURS = timedelta(hours=2)


def room(**facts: object) -> RoomFacts:
    known = {"opens": time(9), "closes": time(17), "setup_minutes": 0, "clearing_minutes": 0} | facts
    return RoomFacts(id=UUID(int=1), venue_id=UUID(int=2), name="和室", **known)  # type: ignore[arg-type]


def at(text: str) -> datetime:
    """20 13:30: in November 2026 in Tokyo."""
    return datetime.strptime(f"2026-11-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=TOKYO)


def use(first: str, last: str) -> Use:
    return Use(at(first).astimezone(UTC), at(last).astimezone(UTC))


def offered(times: tuple[FreeTime, ...]) -> list[str]:
    return [f"{found.starts:%d %H:%M}-{found.ends:%H:%M}" for found in times]


@pytest.mark.parametrize(
    ("facts", "held", "found"),
    [
        pytest.param(
            {},
            [use("20 13:00", "20 15:00")],
            ["20 15:00-17:00", "20 11:00-13:00", "20 10:30-12:30"],
            id="前と後ろ",
        ),
        pytest.param(
            {},
            [use("20 13:00", "20 14:10")],
            ["20 14:10-16:10", "20 14:30-16:30", "20 15:00-17:00"],
            id="使い終わったところから",
        ),
        pytest.param(
            {"setup_minutes": 15, "clearing_minutes": 15},
            [use("20 13:00", "20 15:00")],
            ["20 10:30-12:30", "20 10:00-12:00", "20 09:30-11:30"],
            id="準備と片づけの分",
        ),
        pytest.param(
            {},
            [use("20 09:00", "20 17:00")],
            ["21 13:30-15:30", "21 13:00-15:00", "21 14:00-16:00"],
            id="次の日",
        ),
        pytest.param(
            {"closes": time(0)},
            [use("20 09:00", "20 21:30")],
            ["20 21:30-23:30", "20 22:00-00:00", "21 13:30-15:30"],
            id="零時に閉まる",
        ),
        pytest.param({}, [use("20 00:00", "30 00:00"), use("30 00:00", "30 23:00")], 3, id="長い予約のあと"),
        pytest.param({}, [use("19 00:00", "30 00:00"), use("29 00:00", "30 23:59")], 3, id="重なった予約"),
    ],
)
def test_the_nearest_free_times_are_offered(
    facts: dict[str, object], held: list[Use], found: list[str] | int
) -> None:
    times = offered(nearest_free(room(**facts), at("20 13:30"), TWO_HOURS, held, earliest=LONG_AGO))
    assert (len(times) if isinstance(found, int) else times) == found


def test_closed_days_are_passed_over() -> None:
    held = [use("20 09:00", "20 17:00")]
    closed = {date(2026, 11, 21), date(2026, 11, 22)}
    times = nearest_free(room(), at("20 13:30"), TWO_HOURS, held, earliest=LONG_AGO, closed=closed)
    assert {found.starts.day for found in times} == {23}


def test_nothing_in_the_past_is_offered() -> None:
    times = nearest_free(
        room(), at("20 13:30"), TWO_HOURS, [use("20 13:00", "20 15:00")], earliest=at("20 12:00")
    )
    assert offered(times) == ["20 15:00-17:00", "21 13:30-15:30", "21 13:00-15:00"]


def test_nothing_is_offered_where_nothing_is_free() -> None:
    full = [use("01 00:00", "30 00:00")]
    days = timedelta(days=40)
    assert (
        nearest_free(
            room(),
            at("10 13:30"),
            TWO_HOURS,
            [Use(full[0].held_from, full[0].held_until + days)],
            earliest=LONG_AGO,
        )
        == ()
    )


def test_what_lasts_longer_than_the_day_finds_no_time() -> None:
    assert nearest_free(room(), at("10 13:30"), timedelta(hours=9), [], earliest=LONG_AGO) == ()


def test_a_room_that_does_not_say_its_hours_is_offered_by_day() -> None:
    times = nearest_free(room(opens=None, closes=None), at("20 02:00"), TWO_HOURS, [], earliest=LONG_AGO)
    assert offered(times)[0] == "20 09:00-11:00"


def test_back_to_back_is_free_and_buffers_are_not() -> None:
    held = [use("20 13:00", "20 15:00")]
    assert is_free(room(), at("20 15:00"), TWO_HOURS, held)
    assert not is_free(room(setup_minutes=1), at("20 15:00"), TWO_HOURS, held)
    assert not is_free(room(clearing_minutes=1), at("20 11:00"), TWO_HOURS, held)


QUARTERS = st.integers(0, 16 * 96)
USES = st.lists(st.tuples(QUARTERS, st.integers(1, 60)), max_size=25)


def minutes_of(some: Use) -> set[int]:
    first = int(some.held_from.timestamp()) // 60
    return set(range(first, int(some.held_until.timestamp()) // 60))


@given(USES, st.integers(0, 95), st.integers(1, 32), st.integers(0, 3), st.integers(0, 3))
def test_what_is_offered_is_free_minute_by_minute_and_nothing_nearer_on_the_half_hour_is(
    drawn: list[tuple[int, int]], wanted_quarter: int, quarters: int, setup: int, clearing: int
) -> None:
    base, quarter = at("10 00:00"), timedelta(minutes=15)
    held = [
        Use((base + quarter * first).astimezone(UTC), (base + quarter * (first + length)).astimezone(UTC))
        for first, length in drawn
    ]
    some = room(setup_minutes=setup * 15, clearing_minutes=clearing * 15)
    wanted, lasts = base + quarter * wanted_quarter, quarter * quarters
    taken = {minute for other in held for minute in minutes_of(other)}
    times = nearest_free(some, wanted, lasts, held, earliest=LONG_AGO)
    assert all(not taken & minutes_of(around(some, found.starts, lasts)) for found in times)
    assert all(time(9) <= found.starts.time() and found.ends.time() <= time(17) for found in times)
    grid = [
        start
        for day in range(15)
        for step in range(17)
        if (start := at("10 09:00") + timedelta(days=day, minutes=30 * step)) + lasts
        <= at("10 17:00") + timedelta(days=day)
        and not taken & minutes_of(around(some, start, lasts))
    ]
    offers = {found.starts for found in times}
    assert len(times) == 3 or set(grid) <= offers
    farthest = max((distance(start, wanted, TOKYO) for start in offers), default=None)
    assert {start for start in grid if farthest and distance(start, wanted, TOKYO) < farthest} <= offers
