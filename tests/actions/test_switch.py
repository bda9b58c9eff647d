from datetime import datetime, timedelta

import pytest

from app.actions.give_up import give_up
from app.actions.switch import switch, take_free_place
from app.domain.errors import Ended, PoolFull
from app.domain.reservations import Receipt, Reservation
from tests.actions.gathering import (
    LAST_PROMOTION,
    Gathering,
    hybrid,
    nothing_is_miscounted,
    reservation,
    small,
)
from tests.rig.databases import Database


async def change(
    where: Gathering,
    receipt: Receipt,
    mode: str,
    seat: str,
    *,
    wait: bool = False,
    nonce_hash: str | None = None,
) -> Reservation:
    return await switch(where.at(nonce_hash=nonce_hash), receipt.id, mode, seat, wait=wait)


async def test_a_switch_takes_the_new_place_and_frees_the_old(database: Database, now: datetime) -> None:
    where = await hybrid(now)
    receipt = await where.take("みかん")
    await change(where, receipt, "online", "listener")
    assert await where.names() == [("みかん", "online/listener", None)]
    assert await where.counts() == (0, 0, 0)
    assert await where.counts("online", "listener") == (1, 0, 0)


async def test_a_full_pool_keeps_the_old_place(database: Database, now: datetime) -> None:
    where = await hybrid(now)
    receipt = await where.take("みかん")
    await where.take("りんご", "online", "talk")
    with pytest.raises(PoolFull):
        await change(where, receipt, "online", "talk")
    assert await where.names() == [("みかん", "in_person/talk", None), ("りんご", "online/talk", None)]


async def test_the_old_place_is_kept_while_waiting_for_the_new(database: Database, now: datetime) -> None:
    where = await hybrid(now)
    receipt = await where.take("みかん")
    other = await where.take("りんご", "online", "talk")
    await change(where, receipt, "online", "talk", wait=True)
    assert await where.names() == [
        ("みかん", "in_person/talk", "online/talk"),
        ("りんご", "online/talk", None),
    ]
    await give_up(where.at(), other.id)
    assert await where.names() == [("みかん", "online/talk", None)]
    assert await where.counts() == (0, 0, 0)
    assert await nothing_is_miscounted()


async def test_a_place_left_by_moving_up_lets_the_next_one_move_up(database: Database, now: datetime) -> None:
    where = await hybrid(now)
    first = await where.take("みかん", "in_person", "talk")
    second = await where.take("りんご", "online", "talk")
    third = await where.take("ぶどう", "online", "listener")
    await change(where, first, "online", "talk", wait=True)
    await change(where, second, "online", "listener", wait=True)
    await where.wait("もも", "in_person", "talk")
    await give_up(where.at(), third.id)
    assert await where.names() == [
        ("もも", "in_person/talk", None),
        ("りんご", "online/listener", None),
        ("みかん", "online/talk", None),
    ]
    assert await nothing_is_miscounted()


async def test_choosing_the_held_place_again_ends_the_wait(database: Database, now: datetime) -> None:
    where = await hybrid(now)
    receipt = await where.take("みかん")
    await where.take("りんご", "online", "talk")
    await change(where, receipt, "online", "talk", wait=True)
    await change(where, receipt, "in_person", "talk")
    assert await where.names() == [("みかん", "in_person/talk", None), ("りんご", "online/talk", None)]
    assert await where.counts("online", "talk") == (1, 0, 0)


async def test_waiting_twice_keeps_the_turn(database: Database, now: datetime) -> None:
    where = await small(now, 1)
    first = await where.take("みかん")
    second = await where.wait("りんご")
    await where.wait("ぶどう")
    await change(where, second, "in_person", "talk", wait=True)
    await give_up(where.at(), first.id)
    assert await where.names() == [("りんご", "in_person/talk", None), ("ぶどう", None, "in_person/talk")]


async def test_a_nonce_used_again_changes_nothing(database: Database, now: datetime) -> None:
    where = await hybrid(now)
    receipt = await where.take("みかん")
    await change(where, receipt, "online", "talk", nonce_hash="n" * 64)
    await change(where, receipt, "in_person", "talk")
    again = await change(where, receipt, "online", "talk", nonce_hash="n" * 64)
    assert again.held is not None
    assert (again.held.mode, again.held.seat) == ("in_person", "talk")


async def test_a_refused_switch_does_not_use_the_nonce_up(database: Database, now: datetime) -> None:
    where = await hybrid(now)
    receipt = await where.take("みかん")
    other = await where.take("りんご", "online", "talk")
    with pytest.raises(PoolFull):
        await change(where, receipt, "online", "talk", nonce_hash="n" * 64)
    await give_up(where.at(), other.id)
    await change(where, receipt, "online", "talk", nonce_hash="n" * 64)
    assert await where.names() == [("みかん", "online/talk", None)]


async def test_after_the_last_promotion_a_free_place_is_taken_by_hand(
    database: Database, now: datetime
) -> None:
    where = await small(now, 1)
    first, second = await where.take("みかん"), await where.wait("りんご")
    late = Gathering(where.id, where.series_id, LAST_PROMOTION)
    await give_up(late.at(), first.id)
    assert await late.names() == [("りんご", None, "in_person/talk")]
    taken = await take_free_place(late.at(), second.id)
    assert taken.status == "reserved"
    assert await late.names() == [("りんご", "in_person/talk", None)]


async def test_after_the_last_promotion_anyone_may_be_quicker(database: Database, now: datetime) -> None:
    where = await small(now, 1)
    first, second = await where.take("みかん"), await where.wait("りんご")
    late = Gathering(where.id, where.series_id, LAST_PROMOTION)
    await give_up(late.at(), first.id)
    await late.take("ぶどう")
    with pytest.raises(PoolFull):
        await take_free_place(late.at(), second.id)
    assert await late.names() == [("ぶどう", "in_person/talk", None), ("りんご", None, "in_person/talk")]


async def test_just_before_the_last_promotion_it_happens_by_itself(database: Database, now: datetime) -> None:
    where = await small(now, 1)
    first, second = await where.take("みかん"), await where.wait("りんご")
    await give_up(where.at(LAST_PROMOTION - timedelta(seconds=1)), first.id)
    assert (await reservation(second)).status == "reserved"


async def test_what_was_given_up_cannot_be_switched(database: Database, now: datetime) -> None:
    where = await hybrid(now)
    receipt = await where.take("みかん")
    await give_up(where.at(), receipt.id)
    with pytest.raises(Ended):
        await change(where, receipt, "online", "talk")
