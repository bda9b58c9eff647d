"""電話で受ける: the words are read out once."""

import re

import pytest

from tests.rig.client import Client
from tests.rig.clock import Clock
from tests.web.facilitator.door import Door, door_of

WORD = re.compile(r"<li>([ぁ-ん]+)</li>")


@pytest.fixture
async def door(client: Client, clock: Clock) -> Door:
    return await door_of(client, clock)


def page_of(door: Door) -> str:
    return f"/staff/sessions/{door.where.id}/telephone"


async def taken(door: Door, **typed: str) -> tuple[int, str]:
    nonce = typed.pop("nonce", None) or await door.nonce(page_of(door))
    answer = await door.client.submit(page_of(door), {"nonce": nonce, "place": "in_person:talk", **typed})
    return answer.status_code, answer.text


async def test_the_words_are_shown_once_and_open_the_reservation(door: Door) -> None:
    status, text = await taken(door, nickname="みかん")
    words = WORD.findall(text)
    assert (status, len(words)) == (200, 4)
    assert await door.where.names() == [("みかん", "in_person/talk", None)]
    later = [(await door.client.get(page)).text for page in (door.page, page_of(door))]
    assert [word in page for page in later for word in words] == [False] * 8


async def test_the_page_with_the_words_is_not_kept(door: Door) -> None:
    nonce = await door.nonce(page_of(door))
    typed = {"nonce": nonce, "place": "in_person:talk", "nickname": "みかん"}
    answer = await door.client.submit(page_of(door), typed)
    assert answer.headers["cache-control"] == "no-store"


async def test_a_lost_answer_sent_again_gives_the_same_words_and_one_place(door: Door) -> None:
    nonce = await door.nonce(page_of(door))
    first, again = [await taken(door, nickname="みかん", nonce=nonce) for _ in range(2)]
    assert WORD.findall(first[1]) == WORD.findall(again[1])
    assert await door.where.counts() == (1, 0, 0)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"nickname": ""}, "nickname"),
        ({"nickname": "a@example.org"}, "nickname"),
        ({"nickname": "みかん", "place": ""}, "place"),
        ({"nickname": "みかん", "place": "online:talk"}, "place"),
    ],
    ids=["no name", "a mail address", "no seat", "a seat this session does not have"],
)
async def test_what_cannot_be_taken_is_said_beside_its_field(
    door: Door, typed: dict[str, str], field: str
) -> None:
    status, text = await taken(door, **typed)
    assert (status, f'id="{field}-error"' in text) == (422, True)
    assert f'value="{typed["nickname"]}"' in text


async def test_a_full_seat_offers_to_wait(door: Door) -> None:
    await door.heads("more", 3)
    status, text = await taken(door, nickname="みかん")
    assert (status, "待つことにするか、ほかの席を選んでください。" in text) == (409, True)
    status, text = await taken(door, nickname="みかん", wait="yes")
    assert (status, "順番を待つことになりました。" in text) == (200, True)
    assert await door.where.counts() == (0, 3, 1)


async def test_a_session_that_is_over_takes_nobody(door: Door, clock: Clock) -> None:
    clock.move(days=7, hours=4)
    await door.client.sign_in("shinkou@example.org")
    status, _ = await taken(door, nickname="みかん")
    assert status == 410
