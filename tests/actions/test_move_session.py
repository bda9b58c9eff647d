"""Moving single sessions: everything that belongs to them comes along, or nothing moves."""

from datetime import date, datetime, time, timedelta

import pytest

from app.actions.book_room import book_use
from app.actions.cancel_session import cancel
from app.actions.close_days import close_days
from app.actions.move_session import move
from app.actions.session_changes import Spot
from app.actions.taken_room import RoomTaken
from app.domain.errors import Refused, Unusable
from app.domain.planning import Place, Rest
from app.domain.series_wish import LineWish
from tests.actions.programme import TODAY, ZONE, add_room, again, house, reserve_roughly, sessions_of
from tests.rig.databases import Database
from tests.rig.town import add_venue

TUESDAYS = "毎週火曜 10時～12時"
WEDNESDAY = Spot(date=date(2026, 11, 18), starts=time(14), ends=time(16))


async def test_a_moved_session_keeps_its_id_and_says_where_it_was(database: Database, now: datetime) -> None:
    series = await (await house(now)).series(TUESDAYS)
    first = (await sessions_of(series))[0]
    await reserve_roughly(first.id, 2)
    done = await move(first.id, WEDNESDAY, now=now + timedelta(minutes=5), today=TODAY, zone=ZONE)
    after = await again(first)
    assert done.reservations == 2
    assert (after.date, after.starts, after.former_date, after.former_starts) == (
        date(2026, 11, 18), time(14), date(2026, 11, 17), time(10),
    )  # fmt: skip
    assert (after.sequence > first.sequence, after.nominal) == (True, first.nominal)


async def test_moving_back_leaves_no_trace(database: Database, now: datetime) -> None:
    series = await (await house(now)).series(TUESDAYS)
    first = (await sessions_of(series))[0]
    await move(first.id, WEDNESDAY, now=now, today=TODAY, zone=ZONE)
    home = Spot(date=first.date, starts=first.starts, ends=first.ends)
    await move(first.id, home, now=now, today=TODAY, zone=ZONE)
    after = await again(first)
    assert (after.former_date, after.former_starts, after.former_venue) == (None, None, None)


async def test_twice_moved_it_still_names_where_people_first_knew_it(
    database: Database, now: datetime
) -> None:
    series = await (await house(now)).series(TUESDAYS)
    first = (await sessions_of(series))[0]
    await move(first.id, WEDNESDAY, now=now, today=TODAY, zone=ZONE)
    later = Spot(date=date(2026, 11, 20), starts=time(14), ends=time(16))
    await move(first.id, later, now=now, today=TODAY, zone=ZONE)
    assert (await again(first)).former_date == date(2026, 11, 17)


async def test_the_room_moves_along(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series(TUESDAYS, in_room=True)
    first = (await sessions_of(series))[0]
    await move(first.id, WEDNESDAY, now=now, today=TODAY, zone=ZONE)
    assert (await again(first)).room_state == "granted"
    await book_use(here.room, first.date, time(10), time(12), "会議", zone=ZONE)
    with pytest.raises(RoomTaken):
        await book_use(here.room, WEDNESDAY.date, time(15), time(17), "会議", zone=ZONE)


async def test_a_taken_room_keeps_everything_where_it_is(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series(TUESDAYS, in_room=True)
    first = (await sessions_of(series))[0]
    await book_use(here.room, WEDNESDAY.date, time(15), time(17), "会議", zone=ZONE)
    with pytest.raises(RoomTaken, match="空いている近い時間"):
        await move(first.id, WEDNESDAY, now=now, today=TODAY, zone=ZONE)
    after = await again(first)
    assert (after.date, after.room_state, after.sequence) == (first.date, "granted", first.sequence)


async def test_the_consultation_moves_along_or_names_the_room_that_prevents_it(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    upstairs = await add_room(here.venue, "2階相談室")
    parent = await here.series(TUESDAYS)
    child = await here.series_of(
        LineWish(words="サロン終了後", places=(Place(here.venue, upstairs),), vacate=time(18)),
        title="相談",
        parent_id=parent,
    )
    first, second, *_ = await sessions_of(parent)
    await move(first.id, WEDNESDAY, now=now, today=TODAY, zone=ZONE)
    followed = (await sessions_of(child))[0]
    assert (followed.date, followed.starts, followed.room_state) == (date(2026, 11, 18), time(16), "granted")
    await book_use(upstairs, date(2026, 11, 25), time(17), time(19), "会議", zone=ZONE)
    spot = Spot(date=date(2026, 11, 25), starts=time(14), ends=time(16))
    with pytest.raises(RoomTaken, match=r"「相談」も一緒に移りますが、.*2階相談室.*どちらも移していません"):
        await move(second.id, spot, now=now, today=TODAY, zone=ZONE)
    assert (await again(second)).date == second.date


async def test_another_venue_is_a_move_too(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series(TUESDAYS)
    first = (await sessions_of(series))[0]
    elsewhere = await add_venue("elsewhere")
    spot = Spot(date=first.date, starts=first.starts, ends=first.ends, place=Place(elsewhere))
    await move(first.id, spot, now=now, today=TODAY, zone=ZONE)
    after = await again(first)
    assert (after.venue and after.venue.id, after.former_venue and after.former_venue.id) == (
        elsewhere,
        here.venue,
    )


async def test_a_closed_day_a_past_day_and_a_cancelled_session_are_refused(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    first, second, *_ = await sessions_of(await here.series(TUESDAYS))
    rest = Rest(WEDNESDAY.date, WEDNESDAY.date, "館内清掃", venue_id=here.venue)
    await close_days(rest, now=now, today=TODAY)
    with pytest.raises(Refused, match="館内清掃"):
        await move(first.id, WEDNESDAY, now=now, today=TODAY, zone=ZONE)
    with pytest.raises(Unusable):
        await move(first.id, Spot(date=date(2026, 11, 14)), now=now, today=TODAY, zone=ZONE)
    await cancel(second.id, "", now=now)
    with pytest.raises(Refused):
        await move(second.id, Spot(date=date(2026, 11, 20)), now=now, today=TODAY, zone=ZONE)
