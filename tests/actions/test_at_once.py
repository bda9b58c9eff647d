"""Two acts at the same moment on one thing: the second sees what the first did, whatever the engine."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

import pytest

from app.actions.book_room import ask_room, book_use, grant, refuse
from app.actions.cancel_session import cancel, restore
from app.actions.extend_linked import extend_linked
from app.actions.give_up import give_up
from app.actions.move_session import move
from app.actions.remove_date import remove_date
from app.actions.reserve import Wish
from app.actions.session_changes import Spot
from app.actions.take_by_telephone import take_by_telephone
from app.actions.taken_room import RoomTaken
from app.domain.errors import Ended, Unusable
from app.domain.series_wish import LineWish
from app.domain.session_ids import sequence_at
from app.storage.bookings import bookings_of
from app.storage.engine import rows
from app.storage.session_rows import kept_session
from app.storage.transactions import write
from tests.actions.gathering import SECRET, Gathering, nonce, small
from tests.actions.programme import EVEN_FRIDAYS, TALK, TODAY, ZONE, House, give_manager, house, sessions_of
from tests.rig.databases import Database
from tests.rig.town import add_series, add_session

MOMENT = 0.3
DAY = date(2026, 11, 24)


@asynccontextmanager
async def under_way(act: Callable[[], Awaitable[Any]]) -> AsyncIterator[None]:
    """An act that is done, but not kept until what is inside has run for a moment."""
    done, go = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        await act()
        done.set()
        await go.wait()

    task = asyncio.create_task(write(work))
    await asyncio.wait({task, asyncio.create_task(done.wait())}, return_when=asyncio.FIRST_COMPLETED)
    asyncio.get_running_loop().call_later(MOMENT, go.set)
    yield
    await task


async def test_nobody_reserves_what_is_being_called_off(database: Database, now: datetime) -> None:
    where = await small(now, 8)
    async with under_way(lambda: cancel(where.id, "台風", now=now)):
        with pytest.raises(Ended):
            await where.take("みかん")
    assert await where.counts() == (0, 0, 0)


async def test_what_is_being_reserved_is_not_deleted(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await unseen(here)
    session = (await sessions_of(series))[0]
    where = Gathering(session.id, series, now)
    async with under_way(lambda: by_telephone(where)):
        await remove_date(session.id, now=now)
    assert (await kept_session(session.id)).state == "cancelled"


async def test_what_somebody_gave_up_is_called_off_and_not_deleted(database: Database, now: datetime) -> None:
    series = await unseen(await house(now))
    session = (await sessions_of(series))[0]
    where = Gathering(session.id, series, now)
    receipt_id = await by_telephone(where)
    await give_up(where.at(), receipt_id)
    await remove_date(session.id, now=now)
    assert (await kept_session(session.id)).state == "cancelled"


async def unseen(here: House) -> UUID:
    """A series whose plans nobody is shown."""
    return await here.series_of(LineWish(words=EVEN_FRIDAYS, pools=TALK), planned_shown=False)


async def by_telephone(where: Gathering) -> UUID:
    """Somebody reserves by telephone; the id of the reservation."""
    wish = Wish(nickname="みかん", mode="in_person", seat="talk", way="telephone")
    receipt = await take_by_telephone(where.id, wish, nonce=nonce(), now=where.now, zone=ZONE, secret=SECRET)
    return receipt.id


async def test_the_sequence_rises_with_each_of_two_changes_at_once(database: Database, now: datetime) -> None:
    here = await house(now)
    parent = await add_session(await add_series(here.organisation, "salon"), DAY)
    child = await add_session(await add_series(here.organisation, "talk"), DAY, parent_id=parent)
    async with under_way(lambda: move(child, Spot(date=date(2026, 11, 25)), now=now, today=TODAY)):
        await cancel(parent, "", now=now)
    after = await kept_session(child)
    assert (after.state, after.sequence) == ("cancelled", sequence_at(now) + 1)


async def test_two_series_ask_for_one_address_at_once(database: Database, now: datetime) -> None:
    here = await house(now)
    async with under_way(lambda: here.series_of(slug="salon")):
        with pytest.raises(Unusable):
            await here.series_of(slug="salon")


async def test_a_consultation_follows_once_though_two_extend(database: Database, now: datetime) -> None:
    here = await house(now)
    salon = await add_series(here.organisation, "salon")
    session = await add_session(salon, DAY)
    await add_series(here.organisation, "talk", parent_id=salon, parent_gap=10)

    async def follow() -> object:
        return await extend_linked(DAY, DAY, now, zone=ZONE)

    async with under_way(follow):
        await follow()
    found = await rows("SELECT id FROM session WHERE parent_id = {}", session)
    assert len(found) == 1


async def test_a_refused_room_that_others_took_is_not_granted(database: Database, now: datetime) -> None:
    here = await house(now)
    await give_manager(here.venue, now)
    session = await add_session(await add_series(here.organisation), DAY, venue_id=here.venue)
    await ask_room([session], here.room, now=now)
    [booking] = await bookings_of([session])

    async def give_to_others() -> None:
        await refuse([booking.id], "清掃", venue_id=here.venue, now=now)
        await book_use(here.room, DAY, time(13, 30), time(15, 30), "会議")

    async with under_way(give_to_others):
        with pytest.raises(RoomTaken):
            await grant([booking.id], venue_id=here.venue, now=now)


async def test_a_room_is_asked_for_where_the_session_is_by_then(database: Database, now: datetime) -> None:
    here = await house(now)
    session = await add_session(await add_series(here.organisation), DAY, venue_id=here.venue)
    async with under_way(lambda: cancel(session, "", now=now)):
        asked = await ask_room([session], here.room, now=now)
    assert (asked.booked, [each for each, _ in asked.taken]) == ((), [session])
    assert await bookings_of([session]) == ()


async def test_no_room_is_asked_for_on_a_day_on_which_the_house_is_closed(
    sqlite_database: Database, now: datetime
) -> None:
    here = await house(now)
    session = await add_session(await add_series(here.organisation), DAY, venue_id=here.venue)
    await rows(
        "INSERT INTO closure (id, venue_id, first, last, reason) VALUES ({}, {}, {}, {}, 'そうじ')",
        here.room,
        here.venue,
        DAY,
        DAY,
    )
    asked = await ask_room([session], here.room, now=now)
    assert [str(fault) for _, fault in asked.taken] == ["11月24日（火）は会場がお休みです（そうじ）。"]


async def test_another_reason_still_brings_all_back_together(
    sqlite_database: Database, now: datetime
) -> None:
    here = await house(now)
    parent = await add_session(await add_series(here.organisation, "salon"), DAY)
    child = await add_session(await add_series(here.organisation, "talk"), DAY, parent_id=parent)
    await cancel(parent, "台風", now=now)
    await cancel(parent, "大雨", now=now)
    assert (await kept_session(child)).cancel_reason == "大雨"
    assert [each.id for each in (await restore(parent, now=now)).sessions] == [parent, child]
