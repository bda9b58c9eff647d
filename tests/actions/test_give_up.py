from datetime import datetime
from uuid import uuid4

import pytest

from app.actions.give_up import give_up
from app.actions.occasion import Occasion
from app.domain.errors import Ended, Unknown
from app.storage.engine import rows
from tests.actions.gathering import LAST_PROMOTION, ZONE, Gathering, nothing_is_miscounted, reservation, small
from tests.rig.databases import Database


async def test_giving_up_frees_the_place_and_erases_the_nickname(database: Database, now: datetime) -> None:
    where = await small(now)
    receipt = await where.take("みかん", role="participant")
    await give_up(where.at(), receipt.id)
    assert await where.counts() == (0, 0, 0)
    kept = await rows("SELECT nickname, role, given_up FROM reservation")
    assert kept == [{"nickname": None, "role": None, "given_up": True}]


async def test_giving_up_twice_is_like_once(database: Database, now: datetime) -> None:
    where = await small(now)
    receipt = await where.take()
    await where.take("りんご")
    await give_up(where.at(), receipt.id)
    await give_up(where.at(), receipt.id)
    assert await where.counts() == (1, 0, 0)


async def test_the_one_who_waits_longest_moves_up(database: Database, now: datetime) -> None:
    where = await small(now, 1)
    first = await where.take("みかん")
    for name in ("りんご", "ぶどう", "もも"):
        await where.wait(name)
    await give_up(where.at(), first.id)
    assert await where.names() == [
        ("りんご", "in_person/talk", None),
        ("ぶどう", None, "in_person/talk"),
        ("もも", None, "in_person/talk"),
    ]
    assert await nothing_is_miscounted()


async def test_leaving_the_queue_moves_nobody_up(database: Database, now: datetime) -> None:
    where = await small(now, 1)
    await where.take("みかん")
    second = await where.wait("りんご")
    await where.wait("ぶどう")
    await give_up(where.at(), second.id)
    assert await where.names() == [("みかん", "in_person/talk", None), ("ぶどう", None, "in_person/talk")]
    assert await where.counts() == (1, 0, 1)


async def test_after_the_last_promotion_nobody_moves_up(database: Database, now: datetime) -> None:
    where = await small(now, 1)
    first, second = await where.take("みかん"), await where.wait("りんご")
    await give_up(where.at(LAST_PROMOTION), first.id)
    assert (await reservation(second)).status == "waiting"
    late = Gathering(where.id, where.series_id, LAST_PROMOTION)
    assert (await late.take("ぶどう")).status == "reserved"


async def test_what_is_forgotten_has_ended(database: Database, now: datetime) -> None:
    where = await small(now)
    with pytest.raises(Ended):
        await give_up(where.at(), uuid4())


async def test_an_unknown_session_is_unknown(database: Database, now: datetime) -> None:
    with pytest.raises(Unknown):
        await give_up(Occasion(session_id=uuid4(), now=now, zone=ZONE), uuid4())
