from datetime import datetime, timedelta

import pytest

from app.actions.give_up import give_up
from app.actions.renew import renew
from app.domain.errors import Ended
from app.domain.secrets import code_hash, secrets_of
from app.storage.engine import rows
from app.storage.holders import holding_by_feed, holding_by_link, holding_by_words
from app.storage.sessions import session_by_id
from tests.actions.gathering import SECRET, START, ZONE, reservation, small
from tests.rig.databases import Database


async def test_each_secret_finds_the_reservation_with_its_session(database: Database, now: datetime) -> None:
    where = await small(now)
    receipt = await where.take()
    found = [
        await holding_by_link(receipt.link_token, now, ZONE),
        await holding_by_feed(receipt.feed_token, now, ZONE),
        await holding_by_words(" ".join(receipt.words), SECRET, now, ZONE),
    ]
    assert [each.reservation for each in found] == [await reservation(receipt)] * 3
    assert [each.session for each in found] == [await session_by_id(where.id)] * 3


@pytest.mark.parametrize(
    "text", ["", "unknown", "x" * 32, "さくら こたつ みずうみ えんぴつ", "\x00", "é" * 5000]
)
async def test_any_other_text_has_ended(database: Database, now: datetime, text: str) -> None:
    await (await small(now)).take()
    for find in (holding_by_link, holding_by_feed):
        with pytest.raises(Ended):
            await find(text, now, ZONE)
    with pytest.raises(Ended):
        await holding_by_words(text, SECRET, now, ZONE)


async def test_at_the_end_of_the_session_it_has_ended(database: Database, now: datetime) -> None:
    receipt = await (await small(now)).take()
    end = START + timedelta(hours=2)
    await holding_by_link(receipt.link_token, end - timedelta(seconds=1), ZONE)
    with pytest.raises(Ended):
        await holding_by_link(receipt.link_token, end, ZONE)


async def test_a_link_given_up_is_found_for_a_repeat_and_its_words_are_not(
    database: Database, now: datetime
) -> None:
    where = await small(now)
    receipt = await where.take()
    await give_up(where.at(), receipt.id)
    assert (await holding_by_link(receipt.link_token, now, ZONE)).reservation.given_up
    with pytest.raises(Ended):
        await holding_by_words(" ".join(receipt.words), SECRET, now, ZONE)


async def test_renewed_secrets_close_the_old_ones(database: Database, now: datetime) -> None:
    where = await small(now)
    receipt = await where.take()
    renewed = await renew(where.at(), receipt.id, SECRET)
    for find, token in ((holding_by_link, receipt.link_token), (holding_by_feed, receipt.feed_token)):
        with pytest.raises(Ended):
            await find(token, now, ZONE)
    assert (await holding_by_link(renewed.link_token, now, ZONE)).reservation.version == 2


async def test_renewing_twice_with_one_nonce_renews_once(database: Database, now: datetime) -> None:
    where = await small(now)
    receipt = await where.take()
    occasion = where.at(nonce_hash="n" * 64)
    first, second = await renew(occasion, receipt.id, SECRET), await renew(occasion, receipt.id, SECRET)
    assert first == second


async def test_words_taken_by_chance_are_passed_over(database: Database, now: datetime) -> None:
    where = await small(now)
    receipt, other = await where.take(), await where.take("りんご")
    second = secrets_of(SECRET, receipt.id, 2)
    await rows(
        "UPDATE reservation SET code_hash = {} WHERE id = {}",
        code_hash(SECRET, "".join(second.words)),
        other.id,
    )
    assert (await renew(where.at(), receipt.id, SECRET)) == secrets_of(SECRET, receipt.id, 3)
