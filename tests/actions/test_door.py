"""The door: who is welcomed above the capacity, by name, elsewhere; reservations stopped; a note; a link for a helper."""

from datetime import UTC, datetime, timedelta

import pytest

from app.actions.attend import check_in, correct, walk_in, walk_ins_went_home
from app.actions.close_reception import close_reception, open_reception
from app.actions.door_link import end_door_link, make_door_link, opened_door
from app.actions.forget import forget
from app.actions.give_up import give_up
from app.actions.occasion import Occasion, hash_of_nonce
from app.actions.reserve import Wish
from app.actions.seat_elsewhere import seat_elsewhere
from app.actions.take_by_telephone import take_by_telephone
from app.actions.welcome import welcome
from app.actions.write_note import NoteChanged, write_note
from app.domain.door import NotYetOpen, link_ends_at, link_opens_at
from app.domain.errors import Ended, NotReservable, OverCapacity, Refused, Unknown, Unusable
from app.domain.programme import Session
from app.storage.doors import marks_of, note_of
from app.storage.engine import rows
from app.storage.pools import session_with_pools
from tests.actions.gathering import (
    SECRET,
    ZONE,
    Gathering,
    gathering,
    nonce,
    nothing_is_miscounted,
    reservation,
    small,
)
from tests.rig.clock import Clock
from tests.rig.databases import Database
from tests.rig.town import clock as clock_time

TWO_SEATS: dict[tuple[str, str], int | None] = {("in_person", "talk"): 1, ("in_person", "listener"): 1}
EVE = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)  # the first instant of 21 November in Tokyo
MIDNIGHT = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)  # with which the day of the session ends


@pytest.fixture
async def where(database: Database, clock: Clock) -> Gathering:
    return await gathering(clock(), TWO_SEATS)


def tapped(where: Gathering, number: str = "") -> Occasion:
    """A tap with a nonce of its own, or one that comes again."""
    return where.at(nonce_hash=hash_of_nonce(number or nonce(), SECRET))


async def above(where: Gathering, seat: str = "talk") -> tuple[int, int]:
    pool = await where.pool("in_person", seat)
    return (pool.taken, pool.above)


async def test_who_is_welcomed_above_the_capacity_is_noted_as_such_and_a_mistap_takes_it_back(
    where: Gathering,
) -> None:
    pool = await where.pool()
    await walk_in(tapped(where), pool.id, 3, above=True)
    seen = [await above(where)]
    await correct(tapped(where), pool.id, 1)
    seen.append(await above(where))
    await walk_ins_went_home(tapped(where), pool.id, 2)
    seen.append(await above(where))
    await walk_in(tapped(where), pool.id, 1)
    seen.append(await above(where))
    # One of three stood within the capacity. Going home is no correction, and finding room is nothing to note.
    assert seen == [(3, 2), (2, 1), (0, 1), (1, 1)]


async def test_what_finds_room_is_not_noted_though_it_was_confirmed(where: Gathering) -> None:
    await walk_in(tapped(where), (await where.pool()).id, 1, above=True)
    assert await above(where) == (1, 0)


async def test_who_waits_and_is_welcomed_above_the_capacity_is_noted(where: Gathering) -> None:
    await where.take("みかん")
    waiting = await where.wait("ゆず")
    await check_in(tapped(where), waiting.id, above=True)
    assert (await above(where), await where.counts()) == ((2, 1), (2, 0, 0))


async def test_a_walk_in_by_nickname_is_here_at_once_and_written_down_once(where: Gathering) -> None:
    pool, number = await where.pool(), nonce()
    for _ in range(3):
        await welcome(tapped(where, number), pool.id, "どんぐり", secret=SECRET)
    assert await where.names() == [("どんぐり", "in_person/talk", None)]
    pool = await where.pool()
    assert (pool.reserved, pool.walked_in, pool.arrived) == (1, 0, 1)
    assert await nothing_is_miscounted()


async def test_a_full_seat_asks_before_somebody_is_welcomed_by_nickname(where: Gathering) -> None:
    await where.take("みかん")
    pool, number = await where.pool(), nonce()
    with pytest.raises(OverCapacity):
        await welcome(tapped(where, number), pool.id, "どんぐり", secret=SECRET)
    await welcome(tapped(where, number), pool.id, "どんぐり", secret=SECRET, above=True)
    assert (await above(where), len(await where.names())) == ((2, 1), 2)


async def test_a_nickname_by_which_somebody_could_be_reached_is_refused_and_takes_no_place(
    where: Gathering,
) -> None:
    with pytest.raises(Unusable, match="電話番号"):
        await welcome(tapped(where), (await where.pool()).id, "090-1234-5678", secret=SECRET)
    assert await where.counts() == (0, 0, 0)


async def test_nobody_is_welcomed_into_a_pool_of_another_session(where: Gathering, clock: Clock) -> None:
    other = await small(clock())
    with pytest.raises(Unknown):
        await welcome(tapped(where), (await other.pool()).id, "どんぐり", secret=SECRET)


async def test_a_seat_is_changed_into_a_full_one_only_after_the_question(where: Gathering) -> None:
    mikan = await where.take("みかん")
    await where.take("ゆず", seat="listener")
    with pytest.raises(OverCapacity):
        await seat_elsewhere(tapped(where), mikan.id, "in_person", "listener")
    kept = (await reservation(mikan)).held
    number = nonce()
    for _ in range(2):
        await seat_elsewhere(tapped(where, number), mikan.id, "in_person", "listener", above=True)
    assert kept and kept.seat == "talk"
    assert (await above(where, "listener"), await above(where)) == ((2, 1), (0, 0))
    assert await nothing_is_miscounted()


async def test_a_head_goes_along_when_its_seat_is_changed(where: Gathering) -> None:
    mikan = await where.take("みかん")
    await check_in(tapped(where), mikan.id)
    await seat_elsewhere(tapped(where), mikan.id, "in_person", "listener")
    assert [(await where.pool(seat=seat)).arrived for seat in ("talk", "listener")] == [0, 1]


async def test_a_prank_taken_out_makes_room_for_who_waits(where: Gathering) -> None:
    prank = await where.take("いたずら")
    await where.wait("ゆず")
    await give_up(tapped(where), prank.id)
    assert await where.names() == [("ゆず", "in_person/talk", None)]
    assert (await reservation(prank)).nickname is None


async def test_a_session_closed_to_new_reservations_keeps_those_it_has_and_can_be_opened_again(
    where: Gathering,
) -> None:
    await where.take("みかん")
    await close_reception(where.id, where.now)
    with pytest.raises(NotReservable):
        await where.take("ゆず", seat="listener")
    wish = Wish(nickname="でんわ", mode="in_person", seat="listener", way="telephone")
    await take_by_telephone(where.id, wish, nonce=nonce(), now=where.now, zone=ZONE, secret=SECRET)
    await open_reception(where.id, where.now)
    await where.wait("ゆず")
    assert [name for name, *_ in await where.names()] == ["でんわ", "みかん", "ゆず"]


async def test_a_note_is_kept_until_the_names_go_and_the_link_with_it(where: Gathering) -> None:
    await write_note(where.id, "鍵は引き出しに\n\n", seen="")
    await make_door_link(where.id, 0, where.now, SECRET)
    after = datetime(2026, 11, 22, 6, 30, tzinfo=UTC) + timedelta(hours=24)
    seen = []
    for now in (after - timedelta(minutes=1), after):
        await forget(now, ZONE)
        links = await rows("SELECT version FROM door_link")
        seen.append((await note_of(where.id), len(links)))
    assert seen == [("鍵は引き出しに", 1), ("", 0)]


async def test_a_note_that_somebody_else_changed_meanwhile_is_not_lost(where: Gathering) -> None:
    await write_note(where.id, "一人目", seen="")
    with pytest.raises(NoteChanged):
        await write_note(where.id, "二人目", seen="")
    assert await note_of(where.id) == "一人目"
    # Sent again because its answer was lost.
    await write_note(where.id, "一人目", seen="")
    await write_note(where.id, "二人目", seen="一人目")
    await write_note(where.id, "", seen="二人目")
    assert await note_of(where.id) == ""


async def test_a_note_has_room_for_four_hundred_letters(where: Gathering) -> None:
    assert await write_note(where.id, "あ" * 400, seen="") == "あ" * 400
    with pytest.raises(Unusable):
        await write_note(where.id, "あ" * 401, seen="あ" * 400)


async def door_at(token: str, now: datetime) -> str:
    """What a link says at an instant."""
    try:
        _, session = await opened_door(token, now, ZONE)
    except (Ended, NotYetOpen) as refusal:
        return refusal.code
    return str(session.id)


async def test_a_link_opens_its_own_session_from_the_day_before_to_the_midnight_after(
    where: Gathering,
) -> None:
    token = await make_door_link(where.id, 0, where.now, SECRET)
    second = timedelta(seconds=1)
    found = [await door_at(token, at) for at in (EVE - second, EVE, MIDNIGHT - second, MIDNIGHT)]
    assert (len(token), found) == (32, ["not_yet", str(where.id), str(where.id), "ended"])
    assert token not in str(await rows("SELECT * FROM door_link"))


async def test_a_link_made_anew_or_ended_opens_nothing_any_more(where: Gathering) -> None:
    first = await make_door_link(where.id, 0, where.now, SECRET)
    second = await make_door_link(where.id, 1, where.now, SECRET)
    assert [await door_at(each, EVE) for each in (first, second)] == ["ended", str(where.id)]
    for _ in range(2):
        await end_door_link(where.id, where.now)
    assert await door_at(second, EVE) == "ended"
    assert len(await rows("SELECT id FROM act WHERE what = 'door_link_ended'")) == 1
    third = await make_door_link(where.id, 2, where.now, SECRET)
    assert len({first, second, third}) == 3
    assert await door_at(third, EVE) == str(where.id)


async def test_a_form_sent_twice_makes_one_link_and_an_old_form_none(where: Gathering) -> None:
    links = [await make_door_link(where.id, seen, where.now, SECRET) for seen in (0, 1, 1)]
    assert links[1] == links[2] != links[0]
    with pytest.raises(Refused):
        await make_door_link(where.id, 0, where.now, SECRET)


@pytest.mark.parametrize(
    ("starts", "ends", "last"),
    [
        ("13:30", "15:30", "2026-11-22T15:00"),
        ("13:30", None, "2026-11-22T15:00"),
        (None, None, "2026-11-22T15:00"),
        ("22:00", "00:00", "2026-11-22T15:00"),
        ("22:00", "01:00", "2026-11-23T15:00"),
    ],
)
async def test_the_link_ends_with_the_day_in_which_the_session_ends(
    where: Gathering, starts: str | None, ends: str | None, last: str
) -> None:
    await rows(
        "UPDATE session SET starts = {}, ends = {} WHERE id = {}",
        clock_time(starts),
        clock_time(ends),
        where.id,
    )
    session = await session_with_pools(where.id)
    assert isinstance(session, Session)
    assert link_opens_at(session, ZONE) == EVE
    assert link_ends_at(session, ZONE) == datetime.fromisoformat(last).replace(tzinfo=UTC)


async def test_the_mark_of_a_door_changes_with_all_that_its_page_shows(
    where: Gathering, clock: Clock
) -> None:
    other = await small(clock())
    marks = [await marks_of([where.id, other.id])]
    await where.take("みかん")
    marks.append(await marks_of([where.id, other.id]))
    await write_note(where.id, "鍵", seen="")
    marks.append(await marks_of([where.id, other.id]))
    await close_reception(where.id, where.now)
    marks.append(await marks_of([where.id, other.id]))
    await walk_in(tapped(where), (await where.pool()).id, above=True)
    marks.append(await marks_of([where.id, other.id]))
    assert len({each[where.id] for each in marks}) == 5
    assert len({each[other.id] for each in marks}) == 1
