from datetime import datetime
from uuid import UUID, uuid4

import pytest

from app.domain.errors import PoolFull
from app.storage.engine import rows
from app.storage.pools import (
    call_walk_ins_back,
    count_departure,
    count_walk_ins,
    free_place,
    grant_to_queue,
    hold_above,
    hold_place,
    join_queue,
    leave_queue,
    let_walk_ins_go,
    locked_pools,
    pool_by_id,
    pools_of,
    session_with_pools,
    set_limit,
    take_departure_back,
    uncount_walk_ins,
)
from app.storage.transactions import write
from tests.actions.gathering import Gathering, hybrid, miscounted_pools, small
from tests.rig.databases import Database

Counts = tuple[int, int, int, int, int]


async def only(where: Gathering) -> UUID:
    return (await where.pool()).id


async def counts(where: Gathering) -> Counts:
    """Reserved, walked in, waiting, arrived, left."""
    pool = await where.pool()
    return (pool.reserved, pool.walked_in, pool.waiting, pool.arrived, pool.left)


async def test_pools_come_in_the_order_in_which_they_are_locked(database: Database, now: datetime) -> None:
    where = await hybrid(now)
    pools = await pools_of(where.id)
    assert len(pools) == 4
    assert list(pools) == sorted(pools, key=lambda pool: pool.id)
    assert await write(lambda: locked_pools(where.id)) == pools
    assert await pool_by_id(pools[0].id) == (where.id, pools[0])
    session = await session_with_pools(where.id)
    assert session is not None
    assert session.pools == pools


async def test_what_is_not_there_is_none(database: Database, now: datetime) -> None:
    assert await pool_by_id(uuid4()) is None
    assert await session_with_pools(uuid4()) is None
    assert await pools_of(uuid4()) == ()


async def test_places_are_held_up_to_the_capacity(database: Database, now: datetime) -> None:
    where = await small(now, 2)
    pool_id = await only(where)
    held = [await hold_place(pool_id), await hold_place(pool_id)]
    assert [pool.reserved for pool in held] == [1, 2]
    assert held[1] == await where.pool()
    with pytest.raises(PoolFull):
        await hold_place(pool_id)
    await hold_above(pool_id)
    assert (await counts(where))[0] == 3


async def test_nobody_is_held_a_place_while_others_wait(database: Database, now: datetime) -> None:
    where = await small(now, 2)
    pool_id = await only(where)
    assert [await join_queue(pool_id), await join_queue(pool_id)] == [1, 2]
    with pytest.raises(PoolFull):
        await hold_place(pool_id)
    assert (await hold_place(pool_id, overtaking=True)).reserved == 1
    await leave_queue(pool_id)
    assert await counts(where) == (1, 0, 1, 0, 0)
    assert await join_queue(pool_id) == 3


async def test_a_queue_is_granted_only_where_there_is_room(database: Database, now: datetime) -> None:
    where = await small(now, 1)
    pool_id = await only(where)
    assert not await grant_to_queue(pool_id)
    await join_queue(pool_id)
    await join_queue(pool_id)
    assert await grant_to_queue(pool_id)
    assert not await grant_to_queue(pool_id)
    await free_place(pool_id)
    assert await grant_to_queue(pool_id)
    assert await counts(where) == (1, 0, 0, 0, 0)


async def test_heads_at_the_door_are_counted_and_taken_back(database: Database, now: datetime) -> None:
    where = await small(now, 2)
    pool_id = await only(where)
    assert await count_walk_ins(pool_id, 2, above=False)
    assert not await count_walk_ins(pool_id, 1, above=False)
    assert await count_walk_ins(pool_id, 1, above=True)
    assert await counts(where) == (0, 3, 0, 3, 0)
    assert await let_walk_ins_go(pool_id, 1)
    assert await counts(where) == (0, 2, 0, 3, 1)
    assert not await call_walk_ins_back(pool_id, 1, above=False)
    assert await call_walk_ins_back(pool_id, 1, above=True)
    assert await uncount_walk_ins(pool_id, 3)
    assert not await uncount_walk_ins(pool_id, 1)
    assert await counts(where) == (0, 0, 0, 0, 0)


async def test_a_departure_frees_the_place_and_can_be_taken_back(database: Database, now: datetime) -> None:
    where = await small(now, 1)
    pool_id = await only(where)
    await hold_place(pool_id)
    await count_departure(pool_id)
    assert await counts(where) == (0, 0, 0, 0, 1)
    assert await take_departure_back(pool_id, above=False)
    assert await counts(where) == (1, 0, 0, 0, 0)


@pytest.mark.parametrize("kind", ["none", "unstated"])
async def test_a_pool_without_a_number_is_never_full(database: Database, now: datetime, kind: str) -> None:
    where = await small(now, 0)
    pool_id = await only(where)
    await set_limit(pool_id, kind, None)
    assert (await hold_place(pool_id)).reserved == 1
    assert await count_walk_ins(pool_id, 50, above=False)


async def test_a_pool_that_counts_other_than_its_rows_is_found(database: Database, now: datetime) -> None:
    where = await small(now, 2)
    await where.take()
    assert await miscounted_pools() == ()
    await rows("UPDATE pool SET waiting = 1 WHERE id = {}", await only(where))
    assert await miscounted_pools() == (await only(where),)


async def test_a_count_below_nothing_is_refused_by_the_store(database: Database, now: datetime) -> None:
    where = await small(now)
    with pytest.raises(Exception, match=r"(?i)check"):
        await free_place(await only(where))
