"""Another place for a line: for what is made from now on, or also for the dates that are there, with their reservations."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from app.actions.book_room import book_use
from app.actions.change_line import change_line, coming_of
from app.actions.close_days import close_days
from app.actions.extend import extend
from app.actions.hand_over import hand_over
from app.actions.move_session import move
from app.actions.session_changes import Spot
from app.domain.planning import Place, Rest
from app.domain.series_wish import NewVenue
from app.storage.bookings import bookings_of
from app.storage.lines import lines_by_id
from app.storage.session_rows import reservation_counts
from tests.actions.programme import (
    TALK,
    TODAY,
    ZONE,
    House,
    add_room,
    house,
    lines_of,
    reserve_roughly,
    sessions_of,
    tasks,
)
from tests.rig.databases import Database
from tests.rig.town import add_venue

TUESDAYS = "毎週火曜 10時～12時"
DECEMBER = date(2026, 12, 31)
LATER = date(2027, 4, 10)


async def at(series: UUID, last: date = DECEMBER) -> list[str | None]:
    found = await sessions_of(series, TODAY, last)
    return [each.venue.slug if each.venue else None for each in found]


async def changed(here: House, series: UUID, *places: Place, **more: Any) -> int:
    [line] = await lines_of(series)
    return await change_line(line, places, TALK, now=here.now, today=TODAY, zone=ZONE, **more)


async def test_what_is_there_stays_and_what_is_made_next_is_elsewhere(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    series = await here.series(TUESDAYS)
    hall = await add_venue("hall")
    assert await changed(here, series, Place(hall)) == 0
    assert set(await at(series)) == {"ward-house"}
    await extend(now, LATER, zone=ZONE)
    assert (await at(series, date(2028, 7, 20)))[-1] == "hall"


async def test_the_dates_go_along_with_their_reservations_and_say_where_they_were(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    series = await here.series(TUESDAYS)
    first = (await sessions_of(series))[0]
    await reserve_roughly(first.id, 2)
    [line] = await lines_of(series)
    coming = await coming_of((await lines_by_id([line], TODAY))[line], TODAY)
    assert (len(coming.sessions), coming.reservations) == (68, 2)
    hall = await add_venue("hall")
    assert await changed(here, series, Place(hall), coming=True) == 68
    assert set(await at(series)) == {"hall"}
    moved = (await sessions_of(series))[0]
    assert (moved.id, moved.former_venue and moved.former_venue.slug) == (first.id, "ward-house")
    assert (await reservation_counts([first.id]))[first.id] == 2


async def test_a_rotation_is_dealt_anew_and_goes_on_where_it_ends(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series("毎月第3火曜 10時～12時")
    hall = await add_venue("hall")
    await changed(here, series, Place(here.venue), Place(hall), coming=True)
    slugs = await at(series, date(2028, 2, 29))
    assert (slugs[:3], len(slugs)) == (["ward-house", "hall", "ward-house"], 16)
    await extend(now, date(2026, 12, 2), zone=ZONE)
    assert (await at(series, date(2028, 3, 31)))[-1] == "ward-house"


async def test_what_was_put_elsewhere_by_hand_stays_there(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series(TUESDAYS)
    library, hall = await add_venue("library"), await add_venue("hall")
    first = (await sessions_of(series))[0]
    spot = Spot(date=first.date, starts=first.starts, ends=first.ends, place=Place(library))
    await move(first.id, spot, now=now, today=TODAY, zone=ZONE)
    await changed(here, series, Place(hall), coming=True)
    assert (await at(series))[:2] == ["library", "hall"]


async def test_a_room_that_is_taken_leaves_a_task_and_a_closed_house_calls_off(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    series = await here.series(TUESDAYS)
    hall = await add_venue("hall")
    room = await add_room(hall, "大ホール")
    await book_use(room, date(2026, 11, 17), time(9), time(11), "会議", zone=ZONE)
    await close_days(
        Rest(date(2026, 11, 24), date(2026, 11, 24), "点検", venue_id=hall), now=now, today=TODAY
    )
    await changed(here, series, Place(hall, room), coming=True)
    states = [(each.state, each.room_state) for each in (await sessions_of(series))[:3]]
    assert states == [("planned", None), ("cancelled", None), ("planned", "granted")]
    assert [text.split("は、")[0] for text in await tasks()] == [
        "11月17日（火）",
        "11月24日（火） 10:00～12:00",
    ]


async def test_dates_behind_a_hand_over_are_anothers(database: Database, now: datetime) -> None:
    here, council = await house(now), await house(now, "shakyo")
    series = await here.series(TUESDAYS)
    await hand_over(series, council.organisation, date(2026, 12, 1), now=now, today=TODAY)
    hall = await add_venue("hall")
    assert await changed(here, series, Place(hall), coming=True) == 2
    assert (await at(series))[:3] == ["hall", "hall", "ward-house"]


async def test_until_when_a_room_is_held_where_no_end_is_said(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series("毎週火曜 10時から", in_room=True)
    first = (await sessions_of(series))[0]
    await changed(here, series, Place(here.venue, here.room), vacate=time(13), coming=True)
    [booking] = await bookings_of([first.id])
    assert (booking.held_until.astimezone(ZONE).time(), first.ends) == (time(13), None)


async def test_a_room_given_up_for_the_line_is_free(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series(TUESDAYS, in_room=True)
    await changed(here, series, Place(here.venue), coming=True)
    assert await bookings_of([each.id for each in await sessions_of(series)]) == ()


async def test_a_new_house_may_keep_its_address_to_those_who_reserved(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    series = await here.series(TUESDAYS)
    home = NewVenue("よしこさんち", "狛江市", "なぎ町9-9-9", hidden=True)
    await changed(here, series, new_venue=home, coming=True)
    venue = (await sessions_of(series))[0].venue
    assert venue is not None
    assert (venue.name, venue.area, venue.address_public) == ("よしこさんち", "狛江市", False)
