from datetime import datetime
from uuid import uuid4

import pytest

from app.actions.attend import (
    came_back,
    check_in,
    correct,
    undo_check_in,
    walk_in,
    walk_ins_came_back,
    walk_ins_went_home,
    went_home,
)
from app.actions.give_up import give_up
from app.actions.switch import switch
from app.domain.errors import Ended, OverCapacity, Unknown, Unusable
from tests.actions.gathering import (
    START,
    Gathering,
    gathering,
    hybrid,
    nothing_is_miscounted,
    reservation,
    small,
)
from tests.rig.databases import Database


async def at_the_door(where: Gathering) -> tuple[int, int, int, int]:
    """Reserved, walked in, arrived (のべ) and gone."""
    pool = await where.pool()
    return (pool.reserved, pool.walked_in, pool.arrived, pool.left)


async def test_checking_in_counts_a_head_once(database: Database, now: datetime) -> None:
    where = await small(now)
    receipt = await where.take()
    await check_in(where.at(), receipt.id)
    await check_in(where.at(), receipt.id)
    assert await at_the_door(where) == (1, 0, 1, 0)
    assert (await reservation(receipt)).arrived


async def test_checking_in_can_be_taken_back(database: Database, now: datetime) -> None:
    where = await small(now)
    receipt = await where.take()
    await check_in(where.at(), receipt.id)
    await undo_check_in(where.at(), receipt.id)
    await undo_check_in(where.at(), receipt.id)
    assert await at_the_door(where) == (1, 0, 0, 0)


async def test_a_facilitator_cannot_act_on_another_session(database: Database, now: datetime) -> None:
    mine = await small(now)
    receipt = await mine.take()
    foreign = where_else(mine)
    with pytest.raises(Unknown):
        await check_in(foreign.at(), receipt.id)


def where_else(mine: Gathering) -> Gathering:
    return Gathering(uuid4(), mine.series_id, mine.now)


async def test_a_reservation_of_another_session_is_not_found(database: Database, now: datetime) -> None:
    mine = await small(now)
    with pytest.raises(Ended):
        await check_in(mine.at(), uuid4())


async def test_walk_ins_and_reservations_are_one_count(database: Database, now: datetime) -> None:
    where = await small(now, 3)
    await where.take()
    await walk_in(where.at(), (await where.pool()).id, 2)
    assert await at_the_door(where) == (1, 2, 2, 0)
    receipt = await where.wait("りんご")
    assert receipt.status == "waiting"


async def test_the_door_asks_once_above_the_capacity_and_then_counts(
    database: Database, now: datetime
) -> None:
    where = await small(now, 1)
    await where.take()
    pool_id = (await where.pool()).id
    with pytest.raises(OverCapacity):
        await walk_in(where.at(), pool_id)
    assert await at_the_door(where) == (1, 0, 0, 0)
    await walk_in(where.at(), pool_id, above=True)
    assert await at_the_door(where) == (1, 1, 1, 0)


async def test_the_same_tap_counts_once(database: Database, now: datetime) -> None:
    where = await small(now)
    pool_id = (await where.pool()).id
    await walk_in(where.at(nonce_hash="a" * 64), pool_id)
    await walk_in(where.at(nonce_hash="a" * 64), pool_id)
    assert await at_the_door(where) == (0, 1, 1, 0)


async def test_a_question_does_not_use_the_nonce_up(database: Database, now: datetime) -> None:
    where = await small(now, 0)
    pool_id = (await where.pool()).id
    with pytest.raises(OverCapacity):
        await walk_in(where.at(nonce_hash="a" * 64), pool_id)
    await walk_in(where.at(nonce_hash="a" * 64), pool_id, above=True)
    assert await at_the_door(where) == (0, 1, 1, 0)


async def test_a_mistap_is_corrected(database: Database, now: datetime) -> None:
    where = await small(now)
    pool_id = (await where.pool()).id
    await walk_in(where.at(), pool_id)
    await correct(where.at(), pool_id)
    assert await at_the_door(where) == (0, 0, 0, 0)
    with pytest.raises(Unusable, match="取り消せる人数"):
        await correct(where.at(), pool_id)


async def test_correcting_lets_the_next_one_move_up(database: Database, now: datetime) -> None:
    where = await small(now, 1)
    pool_id = (await where.pool()).id
    await walk_in(where.at(), pool_id)
    await where.wait("りんご")
    await correct(where.at(), pool_id)
    assert await where.names() == [("りんご", "in_person/talk", None)]


async def test_going_home_frees_the_place_and_keeps_the_count(database: Database, now: datetime) -> None:
    where = await small(now, 1)
    receipt = await where.take()
    await where.wait("りんご")
    await check_in(where.at(), receipt.id)
    await went_home(where.at(), receipt.id)
    assert await at_the_door(where) == (1, 0, 1, 1)
    assert await where.names() == [("みかん", "in_person/talk", None), ("りんご", "in_person/talk", None)]
    assert await nothing_is_miscounted()


async def test_only_who_came_goes_home(database: Database, now: datetime) -> None:
    where = await small(now)
    receipt = await where.take()
    with pytest.raises(Unknown, match="来た方"):
        await went_home(where.at(), receipt.id)


async def test_going_home_by_mistake_is_taken_back(database: Database, now: datetime) -> None:
    where = await small(now, 1)
    receipt = await where.take()
    await check_in(where.at(), receipt.id)
    await went_home(where.at(), receipt.id)
    await came_back(where.at(), receipt.id)
    await came_back(where.at(), receipt.id)
    assert await at_the_door(where) == (1, 0, 1, 0)
    assert await nothing_is_miscounted()


async def test_coming_back_to_a_taken_place_asks_once(database: Database, now: datetime) -> None:
    where = await small(now, 1)
    receipt = await where.take()
    await check_in(where.at(), receipt.id)
    await went_home(where.at(), receipt.id)
    await where.take("りんご")
    with pytest.raises(OverCapacity):
        await came_back(where.at(), receipt.id)
    await came_back(where.at(), receipt.id, above=True)
    assert await at_the_door(where) == (2, 0, 1, 0)


async def test_walk_ins_go_home_and_come_back(database: Database, now: datetime) -> None:
    where = await small(now, 2)
    pool_id = (await where.pool()).id
    await walk_in(where.at(), pool_id, 2)
    await walk_ins_went_home(where.at(), pool_id)
    assert await at_the_door(where) == (0, 1, 2, 1)
    await walk_ins_came_back(where.at(), pool_id)
    assert await at_the_door(where) == (0, 2, 2, 0)
    with pytest.raises(Unusable, match="まだ帰っていません"):
        await walk_ins_came_back(where.at(), pool_id, above=True)
    with pytest.raises(Unusable, match="いま会場にいる"):
        await walk_ins_went_home(where.at(), pool_id, 3)


async def test_a_name_that_went_home_is_no_walk_in_that_comes_back(database: Database, now: datetime) -> None:
    where = await small(now, 2)
    receipt = await where.take()
    await check_in(where.at(), receipt.id)
    await went_home(where.at(), receipt.id)
    with pytest.raises(Unusable, match="まだ帰っていません"):
        await walk_ins_came_back(where.at(), (await where.pool()).id, above=True)


async def test_one_who_waits_is_checked_in_where_there_is_room(database: Database, now: datetime) -> None:
    where = await small(now, 1)
    first = await where.take()
    second = await where.wait("りんご")
    late = Gathering(where.id, where.series_id, START)
    with pytest.raises(OverCapacity):
        await check_in(late.at(), second.id)
    await give_up(late.at(), first.id)
    await check_in(late.at(), second.id)
    assert await at_the_door(late) == (1, 0, 1, 0)
    assert await late.names() == [("りんご", "in_person/talk", None)]


async def test_a_seat_is_changed_on_the_spot_with_its_head(database: Database, now: datetime) -> None:
    where = await hybrid(now)
    receipt = await where.take()
    await check_in(where.at(), receipt.id)
    await switch(where.at(START), receipt.id, "in_person", "listener")
    heads = [(await where.pool("in_person", seat)).arrived for seat in ("talk", "listener")]
    assert heads == [0, 1]


async def test_giving_up_after_checking_in_keeps_the_head(database: Database, now: datetime) -> None:
    where = await small(now, 1)
    receipt = await where.take()
    await check_in(where.at(), receipt.id)
    await give_up(where.at(), receipt.id)
    assert await at_the_door(where) == (0, 0, 1, 1)
    assert await nothing_is_miscounted()


@pytest.mark.parametrize("heads", [0, -1, 201])
async def test_nobody_counts_so_many_at_once(database: Database, now: datetime, heads: int) -> None:
    where = await small(now)
    with pytest.raises(Unusable):
        await walk_in(where.at(), (await where.pool()).id, heads)


async def test_a_pool_of_another_session_is_unknown(database: Database, now: datetime) -> None:
    where = await gathering(now, {("online", "talk"): None})
    with pytest.raises(Unknown):
        await walk_in(where.at(), uuid4())


async def test_a_head_goes_along_when_its_person_moves_up(database: Database, now: datetime) -> None:
    where = await hybrid(now)
    receipt = await where.take()
    other = await where.take("りんご", "online", "talk")
    await check_in(where.at(), receipt.id)
    await switch(where.at(), receipt.id, "online", "talk", wait=True)
    await give_up(where.at(), other.id)
    assert [(await where.pool(mode, "talk")).arrived for mode in ("in_person", "online")] == [0, 1]
