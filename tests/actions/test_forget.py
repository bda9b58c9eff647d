from datetime import UTC, datetime, timedelta

from app.actions.attend import check_in, walk_in, walk_ins_went_home, went_home
from app.actions.forget import forget
from app.actions.give_up import give_up
from app.storage.engine import rows
from app.storage.tallies import Tally, tallies_of
from tests.actions.gathering import START, ZONE, hybrid, nothing_is_miscounted, small
from tests.rig.databases import Database

END = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)
DAY_AFTER = END + timedelta(hours=24)


async def test_nicknames_stay_for_a_day_and_are_gone_then(database: Database, now: datetime) -> None:
    where = await small(now)
    await where.take("みかん")
    assert await forget(DAY_AFTER - timedelta(seconds=1), ZONE) == 0
    assert len(await where.names()) == 1
    assert await forget(DAY_AFTER, ZONE) == 1
    assert [await rows(f"SELECT * FROM {table}") for table in ("reservation", "place", "nonce")] == [
        [],
        [],
        [],
    ]
    assert await nothing_is_miscounted()


async def test_heads_are_kept_by_mode_seat_role_and_way(database: Database, now: datetime) -> None:
    where = await hybrid(now, 5)
    came = await where.take("みかん", "online", "listener", role="family")
    await where.take("りんご", "online", "listener", role="family")
    left = await where.take("ぶどう", "in_person", "talk", way="telephone")
    gone = await where.take("もも", "in_person", "talk")
    await check_in(where.at(START), came.id)
    await check_in(where.at(START), left.id)
    await went_home(where.at(START), left.id)
    await give_up(where.at(), gone.id)
    door = (await where.pool()).id
    await walk_in(where.at(START), door, 3)
    await walk_ins_went_home(where.at(START), door)
    await forget(DAY_AFTER, ZONE)
    assert await tallies_of(where.id) == (
        Tally(mode="in_person", seat="talk", role="unsaid", way="telephone", reserved=1, arrived=1),
        Tally(mode="in_person", seat="talk", role="unsaid", way="walk_in", reserved=0, arrived=3),
        Tally(mode="online", seat="listener", role="family", way="web", reserved=2, arrived=1),
    )


async def test_forgetting_twice_counts_nobody_twice(database: Database, now: datetime) -> None:
    where = await small(now)
    came = await where.take("みかん")
    await check_in(where.at(START), came.id)
    await walk_in(where.at(START), (await where.pool()).id)
    await forget(DAY_AFTER, ZONE)
    await walk_in(where.at(DAY_AFTER, "n" * 64), (await where.pool()).id)
    assert await forget(DAY_AFTER, ZONE) == 1
    assert await forget(DAY_AFTER, ZONE) == 0
    assert [(tally.way, tally.arrived) for tally in await tallies_of(where.id)] == [
        ("walk_in", 2),
        ("web", 1),
    ]


async def test_a_session_moved_to_a_later_day_keeps_its_names(database: Database, now: datetime) -> None:
    where = await small(now)
    await where.take("みかん")
    await rows("UPDATE session SET date = {} WHERE id = {}", DAY_AFTER.date(), where.id)
    assert await forget(DAY_AFTER, ZONE) == 0
