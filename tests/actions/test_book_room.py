"""Rooms: two bookings of one room never overlap, on both engines, however many ask at once."""

import asyncio
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest

from app.actions.book_room import ask_room, book_use, give_back, grant, refuse
from app.actions.taken_room import RoomTaken
from app.domain.errors import Unknown, Unusable
from app.domain.room_hours import RoomFacts, Use, use_of
from app.domain.series_wish import LineWish
from app.storage.bookings import Booking, add_bookings, bookings_of_venue, held_between, new_booking
from app.storage.engine import rows
from app.storage.transactions import write
from tests.actions.programme import (
    TODAY,
    ZONE,
    House,
    add_room,
    again,
    give_manager,
    house,
    sessions_of,
    tasks,
)
from tests.rig.databases import Database

DAY = date(2026, 12, 8)


async def overlaps() -> int:
    """How many pairs of bookings are in one room at once."""
    found = await rows(
        "SELECT COUNT(*) AS n FROM booking AS a JOIN booking AS b ON a.room_id = b.room_id AND a.id < b.id "
        "WHERE a.state <> 'refused' AND b.state <> 'refused' AND a.held_from < b.held_until AND b.held_from < a.held_until"
    )
    return int(found[0]["n"])


async def ask_at(room: UUID, hour: int, minutes: int = 0) -> bool:
    """Whether the room could be had for two hours."""
    try:
        await book_use(room, DAY, time(hour, minutes), time(hour + 2, minutes), "会議", zone=ZONE)
    except RoomTaken:
        return False
    return True


async def test_of_twenty_who_ask_at_once_one_gets_the_room(database: Database, now: datetime) -> None:
    here = await house(now)
    granted = await asyncio.gather(*(ask_at(here.room, 10, minutes) for minutes in range(20)))
    assert (sum(granted), await overlaps()) == (1, 0)


async def test_without_touching_the_room_the_same_crowd_overlaps(
    postgresql_database: Database, now: datetime
) -> None:
    """The negative control: the test above can fail. SQLite has one writer, so only PostgreSQL can show it."""
    here = await house(now)
    room = RoomFacts(id=here.room, venue_id=here.venue, name="")
    use = Use(datetime(2026, 12, 8, 1, tzinfo=UTC), datetime(2026, 12, 8, 3, tzinfo=UTC))

    async def untouched() -> None:
        async def work() -> None:
            met = await held_between([here.room], use.held_from, use.held_until)
            await asyncio.sleep(0.05)
            if not met:
                await add_bookings([new_booking(room, use, purpose="会議")])

        await write(work)

    await asyncio.gather(*(untouched() for _ in range(5)))
    assert await overlaps() > 0


async def test_back_to_back_uses_pass_and_buffers_count(database: Database, now: datetime) -> None:
    here = await house(now)
    room = await add_room(here.venue, "2階相談室", setup=15, clearing=15)
    assert [await ask_at(here.room, 10), await ask_at(here.room, 12)] == [True, True]
    assert [await ask_at(room, 10), await ask_at(room, 12), await ask_at(room, 12, 30)] == [True, False, True]


async def test_two_rooms_of_a_house_are_apart(database: Database, now: datetime) -> None:
    here = await house(now)
    upstairs = await add_room(here.venue, "2階相談室")
    assert [await ask_at(here.room, 10), await ask_at(upstairs, 10), await ask_at(upstairs, 11)] == [
        True, True, False,
    ]  # fmt: skip


async def test_the_second_gets_the_reason_and_the_nearest_free_times(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    await ask_at(here.room, 10)
    with pytest.raises(RoomTaken) as refusal:
        await book_use(here.room, DAY, time(11), time(13), "会議", zone=ZONE)
    assert str(refusal.value) == (
        "12月8日（火）の1階リビングは、10:00～12:00に先の予約があります。"
        "空いている近い時間：12月8日（火） 12:00～14:00、12月8日（火） 12:30～14:30、12月8日（火） 13:00～15:00。"
    )


async def test_no_time_is_offered_that_is_over_today(sqlite_database: Database, now: datetime) -> None:
    here = await house(now)
    await book_use(here.room, TODAY, time(10), time(11), "会議", zone=ZONE)
    with pytest.raises(RoomTaken) as refusal:
        await book_use(here.room, TODAY, time(10), time(11), "会議", zone=ZONE, now=now)
    assert [f"{starts:%H:%M}" for starts, _ in refusal.value.free] == ["12:00", "12:30", "13:00"]


async def test_hours_must_go_on(sqlite_database: Database, now: datetime) -> None:
    here = await house(now)
    with pytest.raises(Unusable):
        await book_use(here.room, DAY, time(12), time(10), "会議", zone=ZONE)
    with pytest.raises(Unknown):
        await book_use(here.venue, DAY, time(10), time(12), "会議", zone=ZONE)


async def test_a_rolling_session_that_meets_a_booking_has_no_room_but_a_task(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    await ask_at(here.room, 10)
    series = await here.series("毎週火曜 11時～13時", in_room=True)
    found = {str(each.date): each.room_state for each in await sessions_of(series, last=date(2026, 12, 15))}
    assert found == {
        "2026-11-17": "granted", "2026-11-24": "granted", "2026-12-01": "granted",
        "2026-12-08": None, "2026-12-15": "granted",
    }  # fmt: skip
    assert await tasks() == [
        "12月8日（火）は、1階リビングに先の予約があります。ほかの部屋か時間を選んでください。"
    ]


async def managed(now: datetime) -> tuple[House, tuple[Booking, ...]]:
    """A house whose rooms have to be granted, and the wishes of four Tuesdays."""
    here = await house(now)
    await give_manager(here.venue, now)
    await here.series("毎週火曜 10時～12時", in_room=True)
    first = datetime(2026, 11, 16, tzinfo=UTC)
    return here, await bookings_of_venue(here.venue, first, first + timedelta(days=28))


async def test_where_somebody_manages_the_rooms_a_booking_is_a_wish(
    database: Database, now: datetime
) -> None:
    here, wishes = await managed(now)
    assert {each.state for each in wishes} == {"wish"}
    assert await ask_at(here.room, 11) is False


async def test_many_dates_are_granted_in_one_act(database: Database, now: datetime) -> None:
    here, wishes = await managed(now)
    assert await grant([each.id for each in wishes], venue_id=here.venue, now=now) == 4
    first = datetime(2026, 11, 16, tzinfo=UTC)
    after = await bookings_of_venue(here.venue, first, first + timedelta(days=28))
    assert {each.state for each in after} == {"granted"}


async def test_a_refused_date_carries_the_reason_and_free_times_and_leaves_a_task(
    database: Database, now: datetime
) -> None:
    here, wishes = await managed(now)
    await refuse([wishes[0].id], "ワックスがけ", venue_id=here.venue, now=now, zone=ZONE)
    found = await rows("SELECT state, reason FROM booking WHERE id = {}", wishes[0].id)
    assert found[0]["state"] == "refused"
    assert found[0]["reason"].startswith("ワックスがけ　空いている近い時間：11月17日（火） ")
    assert [text.split("。")[0] for text in await tasks()] == [
        "11月17日（火） 10:00～12:00の部屋は使えません"
    ]
    await book_use(here.room, date(2026, 11, 17), time(10), time(11), "会議", zone=ZONE)


async def test_a_refused_date_is_granted_only_while_the_room_is_free(
    database: Database, now: datetime
) -> None:
    here, wishes = await managed(now)
    await refuse([wishes[0].id], "工事", venue_id=here.venue, now=now, zone=ZONE)
    await grant([wishes[0].id], venue_id=here.venue, now=now)
    await refuse([wishes[0].id], "工事", venue_id=here.venue, now=now, zone=ZONE)
    await book_use(here.room, date(2026, 11, 17), time(10), time(11), "会議", zone=ZONE)
    with pytest.raises(RoomTaken):
        await grant([wishes[0].id], venue_id=here.venue, now=now)


async def test_another_venue_decides_nothing_here(database: Database, now: datetime) -> None:
    _, wishes = await managed(now)
    there = await house(now, "other")
    for act in (
        grant([wishes[0].id], venue_id=there.venue, now=now),
        refuse([wishes[0].id], "いいえ", venue_id=there.venue, now=now, zone=ZONE),
        give_back([wishes[0].id], venue_id=there.venue, now=now),
    ):
        with pytest.raises(Unknown):
            await act


async def test_a_room_given_back_is_free(database: Database, now: datetime) -> None:
    here, wishes = await managed(now)
    await give_back([each.id for each in wishes], venue_id=here.venue, now=now)
    assert await rows("SELECT id FROM booking WHERE id = {}", wishes[0].id) == []


async def test_asking_for_many_dates_tells_which_of_them_are_taken(database: Database, now: datetime) -> None:
    here = await house(now)
    upstairs = await add_room(here.venue, "2階相談室")
    series = await here.series_of(LineWish(words="毎週火曜 10時～12時"))
    await ask_at(upstairs, 10)
    wanted = (await sessions_of(series))[:4]
    done = await ask_room([each.id for each in wanted], upstairs, now=now, zone=ZONE)
    assert (len(done.booked), [taken for taken, _ in done.taken]) == (3, [wanted[3].id])
    assert [(await again(each)).room_name for each in wanted] == ["2階相談室"] * 3 + [None]


async def test_a_session_keeps_its_room_where_the_other_is_taken(database: Database, now: datetime) -> None:
    here = await house(now)
    upstairs = await add_room(here.venue, "2階相談室")
    series = await here.series("毎週火曜 10時～12時", in_room=True)
    await ask_at(upstairs, 10)
    session = next(each for each in await sessions_of(series) if each.date == DAY)
    await ask_room([session.id], upstairs, now=now, zone=ZONE)
    assert (await again(session)).room_name == "1階リビング"


ROOM = RoomFacts(id=UUID(int=1), venue_id=UUID(int=2), name="", opens=time(9), closes=time(17))


@pytest.mark.parametrize(
    ("starts", "ends", "vacate", "hours"),
    [
        pytest.param(time(10), time(12), None, (10, 12), id="as it is said"),
        pytest.param(time(10), None, time(13), (10, 13), id="no end: until it is to be vacated"),
        pytest.param(time(10), None, None, (10, 17), id="no end and nothing else: until closing"),
        pytest.param(None, time(12), None, (9, 12), id="no start: from the opening"),
        pytest.param(time(22), time(1), None, (22, 25), id="past midnight"),
    ],
)
def test_how_long_a_use_holds_its_room(
    starts: time | None, ends: time | None, vacate: time | None, hours: tuple[int, int]
) -> None:
    midnight = datetime(2026, 12, 8, tzinfo=ZONE).astimezone(UTC)
    assert use_of(ROOM, DAY, starts, ends, vacate=vacate, zone=ZONE) == Use(
        midnight + timedelta(hours=hours[0]), midnight + timedelta(hours=hours[1])
    )
