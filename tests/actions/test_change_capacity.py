from datetime import datetime
from uuid import uuid4

import pytest

from app.actions.change_capacity import change_capacity
from app.actions.promote import promote_all
from app.domain.errors import PoolFull, Unknown, Unusable
from app.domain.seats import Pool
from app.storage.engine import rows
from app.storage.versions import current
from tests.actions.gathering import LAST_PROMOTION, ZONE, Gathering, nothing_is_miscounted, small
from tests.rig.databases import Database


async def limit(where: Gathering, kind: str, capacity: int | None, now: datetime | None = None) -> Pool:
    return await change_capacity(where.at(now), (await where.pool()).id, kind, capacity)


async def test_lowering_throws_nobody_out(database: Database, now: datetime) -> None:
    where = await small(now, 3)
    for name in ("みかん", "りんご", "ぶどう"):
        await where.take(name)
    lowered = await limit(where, "number", 1)
    assert (lowered.capacity, lowered.reserved) == (1, 3)
    with pytest.raises(PoolFull):
        await where.take("もも")
    assert len(await where.names()) == 3


async def test_raising_lets_those_who_wait_move_up_in_order(database: Database, now: datetime) -> None:
    where = await small(now, 1)
    for name in ("みかん", "りんご", "ぶどう", "もも"):
        await where.wait(name)
    await limit(where, "number", 3)
    assert [name for name, held, _ in await where.names() if held is None] == ["もも"]
    assert await where.counts() == (3, 0, 1)
    assert await nothing_is_miscounted()


@pytest.mark.parametrize("kind", ["none", "unstated"])
async def test_without_a_limit_everybody_moves_up(database: Database, now: datetime, kind: str) -> None:
    where = await small(now, 0)
    for name in ("みかん", "りんご", "ぶどう"):
        await where.wait(name)
    await limit(where, kind, None)
    assert await where.counts() == (3, 0, 0)


async def test_raising_after_the_last_promotion_opens_the_places_to_anyone(
    database: Database, now: datetime
) -> None:
    where = await small(now, 1)
    for name in ("みかん", "りんご"):
        await where.wait(name)
    await limit(where, "number", 2, LAST_PROMOTION)
    assert await where.counts() == (1, 0, 1)
    late = Gathering(where.id, where.series_id, LAST_PROMOTION)
    assert (await late.take("ぶどう")).status == "reserved"


async def test_pages_are_new_only_when_the_word_changes(database: Database, now: datetime) -> None:
    where = await small(now, 30)
    await where.take()
    await limit(where, "number", 20)
    assert await current() == {}
    await limit(where, "number", 1)
    assert (await current())["availability"].number == 1


@pytest.mark.parametrize(
    ("kind", "capacity"),
    [("number", None), ("none", 3), ("unstated", 3), ("number", -1), ("number", 100_001), ("many", None)],
)
async def test_a_limit_that_says_nothing_is_refused(
    database: Database, now: datetime, kind: str, capacity: int | None
) -> None:
    with pytest.raises(Unusable):
        await limit(await small(now), kind, capacity)


async def test_a_pool_of_another_session_is_unknown(database: Database, now: datetime) -> None:
    where = await small(now)
    with pytest.raises(Unknown):
        await change_capacity(where.at(), uuid4(), "none", None)


async def test_tidying_lets_those_move_up_who_wait_beside_a_free_place(
    database: Database, now: datetime
) -> None:
    where = await small(now, 1)
    await where.take("みかん")
    await where.wait("りんご")
    assert await promote_all(now, ZONE) == 0
    await rows("UPDATE pool SET capacity = 2")
    assert await promote_all(now, ZONE) == 1
    assert await where.counts() == (2, 0, 0)
