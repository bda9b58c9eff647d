import asyncio
from datetime import datetime, timedelta

from app.storage.leases import take_lease
from app.storage.transactions import write
from tests.rig.databases import Database

MINUTES = timedelta(minutes=5)


async def take(holder: str, now: datetime) -> bool:
    return await write(lambda: take_lease("tidy", holder, now, MINUTES))


async def test_one_holder_keeps_the_chore_until_the_lease_runs_out(database: Database, now: datetime) -> None:
    taken = [
        await take("a", now),
        await take("b", now),
        await take("a", now + timedelta(minutes=1)),
        await take("b", now + timedelta(minutes=5)),
        await take("b", now + timedelta(minutes=6)),
        await take("a", now + timedelta(minutes=7)),
    ]
    assert taken == [True, False, True, False, True, False]


async def test_a_lease_taken_under_a_wrong_clock_holds_nobody_up(database: Database, now: datetime) -> None:
    assert await take("a clock an hour ahead", now + timedelta(hours=1))
    assert await take("b", now)
    assert not await take("a clock four minutes behind", now - timedelta(minutes=4))


async def test_of_many_who_ask_at_once_one_gets_it(database: Database, now: datetime) -> None:
    assert sum(await asyncio.gather(*(take(f"holder {number}", now) for number in range(20)))) == 1
