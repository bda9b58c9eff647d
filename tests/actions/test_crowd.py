"""Many people at the same moment, on both engines, in one process and in two."""

import asyncio
import random
import sys
from datetime import datetime

import pytest

from app.actions.change_capacity import change_capacity
from app.actions.give_up import give_up
from app.actions.reserve import Wish, reserve
from app.actions.switch import switch
from app.domain.errors import PoolFull
from app.domain.reservations import Receipt
from app.domain.seats import has_room
from app.storage.engine import rows
from tests.actions.gathering import (
    SECRET,
    ZONE,
    Gathering,
    hybrid,
    nonce,
    nothing_is_miscounted,
    reservation,
    small,
)
from tests.rig.databases import Database
from tests.rig.postgresql import ISOLATION

EIGHT = 8


async def try_to_take(where: Gathering, nickname: str) -> Receipt | None:
    try:
        return await where.take(nickname)
    except PoolFull:
        return None


async def test_fifty_people_at_once_fill_eight_places_exactly(database: Database, now: datetime) -> None:
    where = await small(now, EIGHT)
    answers = await asyncio.gather(*(try_to_take(where, f"{number}番") for number in range(50)))
    assert sum(answer is not None for answer in answers) == EIGHT
    assert await where.counts() == (EIGHT, 0, 0)
    assert len(await where.names()) == EIGHT


@pytest.mark.skipif(ISOLATION == "serializable", reason="what it shows cannot happen there")
async def test_without_the_condition_eight_places_are_oversold(database: Database, now: datetime) -> None:
    """The control: look first, then write. It must sell more than there are, or the test above proves nothing."""
    where = await small(now, EIGHT)

    async def look_then_write() -> None:
        if has_room(await where.pool()):
            await asyncio.sleep(0.001)
            await rows("UPDATE pool SET reserved = reserved + 1")

    await asyncio.gather(*(look_then_write() for _ in range(50)))
    reserved, _, _ = await where.counts()
    assert reserved > EIGHT


async def test_fifty_people_wait_in_fifty_turns(database: Database, now: datetime) -> None:
    where = await small(now, EIGHT)
    receipts = await asyncio.gather(*(where.wait(f"{number}番") for number in range(50)))
    assert sorted(receipt.status for receipt in receipts) == ["reserved"] * EIGHT + ["waiting"] * 42
    turns = [
        row["turn"] for row in await rows("SELECT turn FROM place WHERE state = 'waiting' ORDER BY turn")
    ]
    assert turns == list(range(1, 43))


async def test_as_many_move_up_as_leave_at_once(database: Database, now: datetime) -> None:
    where = await small(now, EIGHT)
    inside = [await where.take(f"中{number}") for number in range(EIGHT)]
    outside = [await where.wait(f"外{number}") for number in range(20)]
    leaving = [give_up(where.at(), receipt.id) for receipt in inside]
    await asyncio.gather(*leaving, change_capacity(where.at(), (await where.pool()).id, "number", 10))
    assert [(await reservation(receipt)).status for receipt in outside] == ["reserved"] * 10 + [
        "waiting"
    ] * 10
    assert await nothing_is_miscounted()


async def test_a_form_sent_twenty_times_at_once_makes_one_reservation(
    database: Database, now: datetime
) -> None:
    where, key = await small(now, 1), nonce()
    wish = Wish(nickname="みかん", mode="in_person", seat="talk")
    receipts = await asyncio.gather(
        *(reserve(where.id, wish, nonce=key, now=now, zone=ZONE, secret=SECRET) for _ in range(20))
    )
    assert [receipt.link_token for receipt in receipts] == [receipts[0].link_token] * 20
    assert await where.counts() == (1, 0, 0)


async def test_everybody_switches_at_once_and_nothing_is_lost(database: Database, now: datetime) -> None:
    where = await hybrid(now, 4)
    chance = random.Random(20261115)
    pools = [(mode, seat) for mode in ("in_person", "online") for seat in ("talk", "listener")]
    receipts = [await where.wait(f"{number}番", *pools[number % 4]) for number in range(24)]

    async def wander(receipt: Receipt) -> None:
        for _ in range(3):
            await switch(where.at(), receipt.id, *chance.choice(pools), wait=True)

    await asyncio.gather(*(wander(receipt) for receipt in receipts))
    people = await where.names()
    assert len(people) == 24
    assert all(held or waiting for _, held, waiting in people)
    counts = [await where.counts(*pool) for pool in pools]
    assert all(reserved <= 4 and not (waiting and reserved < 4) for reserved, _, waiting in counts)
    assert await nothing_is_miscounted()


PERSONS = """
import asyncio, sys
from datetime import datetime
from uuid import UUID
from app.domain.errors import PoolFull
from app.storage.engine import opened
from tests.actions.gathering import Gathering

async def take(where, nickname):
    try:
        await where.take(nickname)
        return 1
    except PoolFull:
        return 0

async def main(address, session, series, now):
    where = Gathering(UUID(session), UUID(series), datetime.fromisoformat(now))
    async with opened(address):
        sys.exit(sum(await asyncio.gather(*(take(where, f"{number}番") for number in range(25)))))

asyncio.run(main(*sys.argv[1:]))
"""


async def test_two_processes_fill_eight_places_exactly(database: Database, now: datetime) -> None:
    where = await small(now, EIGHT)
    told = (database.address, str(where.id), str(where.series_id), now.isoformat())
    both = [await asyncio.create_subprocess_exec(sys.executable, "-c", PERSONS, *told) for _ in range(2)]
    assert sum([await process.wait() for process in both]) == EIGHT
    assert await where.counts() == (EIGHT, 0, 0)
    assert await nothing_is_miscounted()
