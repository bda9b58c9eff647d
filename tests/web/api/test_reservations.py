from typing import Any

from httpx import Response

from tests.actions.gathering import Gathering, gathering, small
from tests.rig.client import Client
from tests.rig.clock import Clock

WISH = {"nickname": "みかん", "mode": "in_person", "seat": "talk"}
KEY = "a key of twenty-two letters or more"


async def send(client: Client, where: Gathering, key: str = KEY, **more: Any) -> Response:
    headers = {"Idempotency-Key": key} if key else {}
    return await client.post(f"/api/sessions/{where.id}/reservations", json=WISH | more, headers=headers)


async def test_a_wish_becomes_a_reservation_that_its_token_opens(client: Client, clock: Clock) -> None:
    answer = await send(client, await small(clock()))
    made = answer.json()
    token = made["url"].removeprefix("http://127.0.0.1:8000/r/")
    shown = await client.get(f"/api/reservations/{token}")

    assert (answer.status_code, shown.status_code) == (201, 200)
    assert made == shown.json()
    assert {name: made[name] for name in ("status", "mode", "seat", "waiting_for")} == {
        "status": "reserved",
        "mode": "in_person",
        "seat": "talk",
        "waiting_for": None,
    }
    assert len(made["code"].split()) == 4
    assert made["feed_url"].startswith("http://127.0.0.1:8000/feeds/my/")
    assert answer.headers["cache-control"] == "no-store"


async def test_the_same_key_and_body_give_the_same_answer_and_one_reservation(
    client: Client, clock: Clock
) -> None:
    where = await small(clock())
    first, second = await send(client, where), await send(client, where)

    assert (second.status_code, second.json()) == (201, first.json())
    assert await where.counts() == (1, 0, 0)


async def test_the_same_key_with_another_body_is_refused(client: Client, clock: Clock) -> None:
    where = await small(clock())
    await send(client, where)
    answer = await send(client, where, nickname="たぬき")

    assert (answer.status_code, answer.json()["error"]) == (422, "key_reused")
    assert await where.counts() == (1, 0, 0)


async def test_without_a_key_nothing_is_reserved(client: Client, clock: Clock) -> None:
    where = await small(clock())
    answer = await send(client, where, key="")

    assert answer.status_code == 422
    assert [fault["field"] for fault in answer.json()["errors"]] == ["Idempotency-Key"]
    assert await where.counts() == (0, 0, 0)


async def test_every_fault_of_a_body_is_told_at_once(client: Client, clock: Clock) -> None:
    where = await small(clock())
    answer = await send(client, where, mode="metaverse", seat=3, wait="yes")

    assert answer.status_code == 422
    assert answer.json()["errors"] == [
        {"field": "mode", "message": "in_person、online のどれかにしてください。"},
        {"field": "seat", "message": "文字で送ってください。"},
        {"field": "wait", "message": "true か false で送ってください。"},
    ]


async def test_a_mail_address_is_no_nickname(client: Client, clock: Clock) -> None:
    answer = await send(client, await small(clock()), nickname="mikan@example.org")

    assert answer.status_code == 422
    assert [fault["field"] for fault in answer.json()["errors"]] == ["nickname"]


async def test_a_body_that_is_no_object_is_422(client: Client, clock: Clock) -> None:
    where = await small(clock())
    for body in (b"", b"[]", b"{", b'"x"', b'{"nickname": "\xff"}', b"[" * 5000):
        answer = await client.post(
            f"/api/sessions/{where.id}/reservations", content=body, headers={"Idempotency-Key": KEY}
        )
        assert (answer.status_code, answer.json()["error"]) == (422, "unusable")


async def test_a_full_pool_is_409_or_a_turn_for_who_waits(client: Client, clock: Clock) -> None:
    where = await small(clock(), capacity=1)
    await where.take()
    refused = await send(client, where)
    waiting = await send(client, where, key=KEY + "2", wait=True)

    assert (refused.status_code, refused.json()["error"]) == (409, "full")
    assert (waiting.status_code, waiting.json()["status"]) == (201, "waiting")
    assert waiting.json()["waiting_for"] == {"mode": "in_person", "seat": "talk"}


async def test_a_switch_keeps_the_old_place_while_the_new_one_is_full(client: Client, clock: Clock) -> None:
    where = await gathering(clock(), {("in_person", "talk"): 2, ("online", "listener"): 1})
    await where.take("たぬき", "online", "listener")
    token = (await send(client, where)).json()["url"].rsplit("/", 1)[1]
    path, wanted = f"/api/reservations/{token}", {"mode": "online", "seat": "listener"}

    refused = await client.patch(path, json=wanted)
    waiting = await client.patch(path, json=wanted | {"wait": True})

    assert (refused.status_code, refused.json()["error"]) == (409, "full")
    assert waiting.status_code == 200
    assert {name: waiting.json()[name] for name in ("status", "mode", "seat", "waiting_for")} == {
        "status": "reserved",
        "mode": "in_person",
        "seat": "talk",
        "waiting_for": wanted,
    }


async def test_giving_up_twice_is_204_twice_and_then_the_reservation_is_gone(
    client: Client, clock: Clock
) -> None:
    where = await small(clock())
    token = (await send(client, where)).json()["url"].rsplit("/", 1)[1]
    path = f"/api/reservations/{token}"

    assert [(await client.delete(path)).status_code for _ in range(2)] == [204, 204]
    assert (await client.get(path)).status_code == 410
    assert await where.counts() == (0, 0, 0)


async def test_unknown_and_ended_tokens_get_the_same_bytes(client: Client, clock: Clock) -> None:
    where = await small(clock())
    token = (await send(client, where)).json()["url"].rsplit("/", 1)[1]
    await client.delete(f"/api/reservations/{token}")

    ended = await client.get(f"/api/reservations/{token}")
    answers = [await client.get(f"/api/reservations/{unknown}") for unknown in ("x", "A" * 32, "あ" * 10)]

    assert {(answer.status_code, answer.content) for answer in answers} == {(410, ended.content)}


async def test_a_series_by_referral_is_unknown_without_its_words(client: Client, clock: Clock) -> None:
    answer = await send(client, await small(clock(), registration="by_referral", listed=False))

    assert (answer.status_code, answer.json()["error"]) == (404, "not_found")


async def test_no_cookie_is_set_or_asked_for(client: Client, clock: Clock) -> None:
    answer = await send(client, await small(clock()))

    assert "set-cookie" not in answer.headers
