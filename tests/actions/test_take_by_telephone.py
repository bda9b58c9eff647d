from datetime import datetime, timedelta
from typing import Any

import pytest

from app.actions.reserve import Wish
from app.actions.take_by_telephone import take_by_telephone
from app.domain.errors import Ended, PoolFull
from app.domain.reservations import Receipt
from app.storage.tables import SessionRow
from tests.actions.gathering import SECRET, START, ZONE, Gathering, nonce, reservation, small
from tests.rig.databases import Database

WISH = Wish(nickname="みかん", mode="in_person", seat="talk", way="telephone")


async def ring(where: Gathering, wish: Wish = WISH, now: datetime | None = None) -> Receipt:
    return await take_by_telephone(
        where.id, wish, nonce=nonce(), now=now or where.now, zone=ZONE, secret=SECRET
    )


async def test_staff_take_a_place_and_read_four_words_out(database: Database, now: datetime) -> None:
    where = await small(now)
    receipt = await ring(where)
    assert len(receipt.words) == 4
    assert (await reservation(receipt)).way == "telephone"


@pytest.mark.parametrize(
    "columns",
    [{"registration": "by_referral"}, {"registration": "closed"}, {"opens_days": 1}, {"closes_days": 9}],
)
async def test_the_rules_for_the_public_are_not_asked(
    database: Database, now: datetime, columns: dict[str, Any]
) -> None:
    where = await small(now, **columns)
    assert (await ring(where)).status == "reserved"


async def test_nobody_on_the_telephone_gets_a_place_that_is_not_there(
    database: Database, now: datetime
) -> None:
    where = await small(now, 1)
    await where.take("りんご")
    with pytest.raises(PoolFull):
        await ring(where)
    waiting = await ring(
        where, Wish(nickname="みかん", mode="in_person", seat="talk", way="telephone", wait=True)
    )
    assert waiting.status == "waiting"


async def test_a_session_that_is_over_or_cancelled_takes_nobody(database: Database, now: datetime) -> None:
    where = await small(now)
    with pytest.raises(Ended, match="終わりました"):
        await ring(where, now=START + timedelta(hours=2))
    await SessionRow.update({SessionRow.state: "cancelled"}).where(SessionRow.id == where.id)
    with pytest.raises(Ended, match="中止"):
        await ring(where)
