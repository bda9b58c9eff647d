from datetime import datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.actions.give_up import give_up
from app.actions.invite import make_invitation
from app.actions.reserve import AlreadyReserved, Wish, reserve
from app.domain.errors import Ended, NotReservable, PoolFull, Unknown, Unusable
from app.domain.nicknames import NEUTRAL
from app.domain.reservations import Receipt
from app.domain.secrets import code_hash, token_hash
from app.storage.engine import rows
from app.storage.reservations import reservation_by_code, reservation_by_feed, reservation_by_link
from app.storage.tables import SeriesRow, SessionRow
from app.storage.versions import current
from tests.actions.gathering import (
    LAST_PROMOTION,
    SECRET,
    START,
    ZONE,
    Gathering,
    gathering,
    hybrid,
    nonce,
    nothing_is_miscounted,
    reservation,
    small,
)
from tests.rig.databases import Database

WISH = Wish(nickname="みかん", mode="in_person", seat="talk")


async def send(where: Gathering, wish: Wish, key: str, now: datetime | None = None) -> Receipt:
    return await reserve(where.id, wish, nonce=key, now=now or where.now, zone=ZONE, secret=SECRET)


async def test_a_nickname_takes_a_place(database: Database, now: datetime) -> None:
    where = await small(now)
    receipt = await where.take(" みかん ", role="family")
    assert (receipt.status, receipt.mode, receipt.seat) == ("reserved", "in_person", "talk")
    held = await reservation(receipt)
    assert (held.nickname, held.role, held.way, held.status) == ("みかん", "family", "web", "reserved")
    assert held.held == await where.pool()
    assert await where.counts() == (1, 0, 0)


async def test_link_feed_and_words_each_find_the_reservation(database: Database, now: datetime) -> None:
    receipt = await (await small(now)).take()
    typed = code_hash(SECRET, "　".join(receipt.words))
    assert typed is not None
    found = [
        await reservation_by_link(token_hash(receipt.link_token)),
        await reservation_by_feed(token_hash(receipt.feed_token)),
        await reservation_by_code(typed),
    ]
    assert found == [await reservation(receipt)] * 3


async def test_one_secret_does_not_do_for_another(database: Database, now: datetime) -> None:
    receipt = await (await small(now)).take()
    assert await reservation_by_link(token_hash(receipt.feed_token)) is None
    assert await reservation_by_feed(token_hash(receipt.link_token)) is None


async def test_nothing_readable_is_stored(database: Database, now: datetime) -> None:
    where, key = await small(now), nonce()
    receipt = await send(where, WISH, key)
    stored = repr(await rows("SELECT * FROM reservation"))
    for secret in (*receipt.words, receipt.link_token, receipt.feed_token, key):
        assert secret not in stored


async def test_a_full_pool_refuses_the_next_person(database: Database, now: datetime) -> None:
    where = await small(now, 1)
    await where.take("みかん")
    with pytest.raises(PoolFull):
        await where.take("りんご")
    assert await where.names() == [("みかん", "in_person/talk", None)]


async def test_the_next_person_may_wait(database: Database, now: datetime) -> None:
    where = await small(now, 1)
    await where.take("みかん")
    receipt = await where.wait("りんご")
    assert receipt.status == "waiting"
    assert await where.counts() == (1, 0, 1)


async def test_nobody_overtakes_those_who_wait(database: Database, now: datetime) -> None:
    where = await small(now, 1)
    await where.take("みかん")
    await where.wait("りんご")
    await rows("UPDATE pool SET capacity = 2")
    with pytest.raises(PoolFull):
        await where.take("ぶどう")


async def test_after_the_last_promotion_a_free_place_is_open_to_anyone(
    database: Database, now: datetime
) -> None:
    where = await small(now, 1)
    await where.take("みかん")
    await where.wait("りんご")
    await rows("UPDATE pool SET capacity = 2")
    assert (await send(where, WISH, nonce(), LAST_PROMOTION)).status == "reserved"


@pytest.mark.parametrize("kind", ["none", "unstated"])
async def test_without_a_number_there_is_always_a_place(database: Database, now: datetime, kind: str) -> None:
    where = await gathering(now, {("in_person", "talk"): None})
    await rows("UPDATE pool SET limit_kind = {}", kind)
    for name in ("みかん", "りんご", "ぶどう"):
        await where.take(name)
    assert await where.counts() == (3, 0, 0)


async def test_the_same_nickname_may_stand_twice(database: Database, now: datetime) -> None:
    where = await small(now)
    await where.take("みかん")
    await where.take("みかん")
    assert [name for name, _, _ in await where.names()] == ["みかん", "みかん"]


async def test_a_double_click_gives_the_same_receipt(database: Database, now: datetime) -> None:
    where, key = await small(now), nonce()
    assert await send(where, WISH, key) == await send(where, WISH, key)
    assert await where.counts() == (1, 0, 0)


async def test_a_repeat_on_the_last_place_is_not_told_that_it_is_full(
    database: Database, now: datetime
) -> None:
    where, key = await small(now, 1), nonce()
    assert await send(where, WISH, key) == await send(where, WISH, key)


async def test_a_repeat_is_answered_as_the_first_was_even_after_moving_up(
    database: Database, now: datetime
) -> None:
    where, key = await small(now, 1), nonce()
    first = await where.take("りんご")
    wish = Wish(nickname="みかん", mode="in_person", seat="talk", wait=True)
    waiting = await send(where, wish, key)
    await give_up(where.at(), first.id)
    assert (await reservation(waiting)).status == "reserved"
    assert await send(where, wish, key) == waiting


async def test_a_repeat_after_giving_up_makes_no_new_reservation(database: Database, now: datetime) -> None:
    where, key = await small(now), nonce()
    receipt = await send(where, WISH, key)
    await give_up(where.at(), receipt.id)
    assert await send(where, WISH, key) == receipt
    assert await where.counts() == (0, 0, 0)


@pytest.mark.parametrize(
    "other",
    [
        Wish(nickname="りんご", mode="in_person", seat="talk"),
        Wish(nickname="みかん", mode="in_person", seat="listener"),
        Wish(nickname="みかん", mode="in_person", seat="talk", wait=True),
        Wish(nickname="みかん", mode="in_person", seat="talk", role="family"),
        Wish(nickname="", mode="nowhere", seat="talk"),
    ],
)
async def test_a_nonce_with_another_wish_shows_the_first_receipt(
    database: Database, now: datetime, other: Wish
) -> None:
    where, key = await small(now), nonce()
    receipt = await send(where, WISH, key)
    with pytest.raises(AlreadyReserved) as refusal:
        await send(where, other, key)
    assert refusal.value.receipt == receipt
    assert refusal.value.code == "key_reused"


async def test_a_nonce_is_bound_to_its_session(database: Database, now: datetime) -> None:
    where, key = await small(now), nonce()
    await send(where, WISH, key)
    with pytest.raises(AlreadyReserved):
        await reserve(uuid4(), WISH, nonce=key, now=now, zone=ZONE, secret=SECRET)


@pytest.mark.parametrize("key", ["", "short", "x" * 21, "x" * 201])
async def test_a_nonce_has_a_proper_length(database: Database, now: datetime, key: str) -> None:
    where = await small(now)
    with pytest.raises(Unusable) as refusal:
        await send(where, WISH, key)
    assert refusal.value.field == "nonce"


@pytest.mark.parametrize("nickname", ["", "  ", "a@example.org", "03-1234-5678", "あ" * 21])
async def test_a_nickname_that_cannot_be_used_takes_no_place(
    database: Database, now: datetime, nickname: str
) -> None:
    where = await small(now)
    with pytest.raises(Unusable) as refusal:
        await where.take(nickname)
    assert refusal.value.field == "nickname"
    assert await where.counts() == (0, 0, 0)


@pytest.mark.parametrize(
    ("mode", "seat", "field"), [("online", "talk", "mode"), ("in_person", "listener", "seat")]
)
async def test_a_seat_that_is_not_there_is_named(
    database: Database, now: datetime, mode: str, seat: str, field: str
) -> None:
    where = await small(now)
    with pytest.raises(Unusable) as refusal:
        await where.take("みかん", mode, seat)
    assert refusal.value.field == field


async def test_an_anonymous_series_deals_a_name(database: Database, now: datetime) -> None:
    where = await small(now, anonymous=True)
    receipt = await where.take("")
    assert (await reservation(receipt)).nickname in NEUTRAL


async def test_an_unknown_session_is_unknown(database: Database, now: datetime) -> None:
    with pytest.raises(Unknown):
        await Gathering(uuid4(), uuid4(), now).take()


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"registration": "walk_in"}, "ここでの予約"),
        ({"registration": "closed"}, "ここでの予約"),
        ({"registration": "unstated"}, "ここでの予約"),
        ({"opens_days": 3}, "これから"),
        ({"closes_days": 8}, "受付は終わりました"),
        ({"closes_minutes": 60 * 24 * 8}, "受付は終わりました"),
    ],
)
async def test_the_reason_is_said_gently(
    database: Database, now: datetime, columns: dict[str, Any], words: str
) -> None:
    where = await small(now, **columns)
    with pytest.raises(NotReservable, match=words):
        await where.take()


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        ({SessionRow.state: "cancelled"}, Ended),
        ({SessionRow.state: "planned"}, NotReservable),
        ({SessionRow.taking: False}, NotReservable),
    ],
)
async def test_a_session_that_takes_nobody_says_so(
    database: Database, now: datetime, columns: dict[Any, Any], kind: type[Exception]
) -> None:
    where = await small(now)
    await SessionRow.update(columns).where(SessionRow.id == where.id)
    with pytest.raises(kind):
        await where.take()


async def test_a_session_that_is_over_has_ended(database: Database, now: datetime) -> None:
    where = await small(now)
    with pytest.raises(Ended):
        await send(where, WISH, nonce(), START + timedelta(hours=2))


async def test_a_session_without_an_end_is_reserved_to_the_end_of_its_day(
    database: Database, now: datetime
) -> None:
    where = await small(now)
    await SessionRow.update({SessionRow.ends: None, SessionRow.starts: time(13, 30)}).where(
        SessionRow.id == where.id
    )
    assert (await send(where, WISH, nonce(), START + timedelta(hours=9))).status == "reserved"


async def test_planned_sessions_are_reserved_where_the_series_says_so(
    database: Database, now: datetime
) -> None:
    where = await small(now, planned_reservable=True)
    await SessionRow.update({SessionRow.state: "planned"}).where(SessionRow.id == where.id)
    assert (await where.take()).status == "reserved"


@pytest.mark.parametrize("columns", [{"registration": "by_referral"}, {"listed": False}])
async def test_a_session_by_referral_looks_unknown_without_an_invitation(
    database: Database, now: datetime, columns: dict[str, Any]
) -> None:
    where = await small(now, **columns)
    invitation = await make_invitation(where.series_id, "相談窓口", now, SECRET)
    with pytest.raises(Unknown):
        await where.take()
    with pytest.raises(Unknown):
        await where.take(invitation="さくら こたつ みずうみ えんぴつ")
    receipt = await where.take(invitation="・".join(invitation.words))
    assert receipt.status == "reserved"


async def test_the_invitation_of_another_series_opens_nothing(database: Database, now: datetime) -> None:
    where = await small(now, registration="by_referral")
    other = SeriesRow(id=uuid4(), slug="other", title="other", discreet_title="予定", changed_at=now)
    await SeriesRow.insert(other)
    invitation = await make_invitation(other.id, "", now, SECRET)
    with pytest.raises(Unknown):
        await where.take(invitation="".join(invitation.words))


async def test_an_internal_series_is_never_reserved(database: Database, now: datetime) -> None:
    with pytest.raises(Unknown):
        await (await small(now, internal=True)).take()


async def test_pages_are_new_only_when_the_word_changes(database: Database, now: datetime) -> None:
    where = await small(now, 4)
    await where.take()
    assert await current() == {}
    await where.take()
    assert (await current())["availability"].number == 1
    await where.take()
    assert (await current())["availability"].number == 1
    await where.take()
    assert (await current())["availability"].number == 2


async def test_counts_are_those_of_the_rows(database: Database, now: datetime) -> None:
    where = await hybrid(now)
    await where.take("みかん", "online", "listener")
    await where.wait("りんご", "online", "listener")
    assert await nothing_is_miscounted()
    await rows("UPDATE pool SET reserved = reserved + 1 WHERE mode = 'online'")
    assert not await nothing_is_miscounted()
