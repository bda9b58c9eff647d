"""Taps as a phone sends them: each counts once, whatever is lost on the way; and what stands round the counters."""

from typing import Any

import httpx
import pytest

from app.actions import attend
from app.web.limits import CHANGING
from tests.rig.client import TOKEN, Client, client_of, settings_for
from tests.rig.clock import Clock
from tests.web.facilitator.door import FACILITATOR, Door, door_of

NUMBER = "a nonce of the phone, {:04d}"


@pytest.fixture
async def door(client: Client, clock: Clock) -> Door:
    return await door_of(client, clock)


async def sent(door: Door, act: str, number: int = 0, **more: str) -> dict[str, Any]:
    """What becomes of a tap that a phone had kept."""
    answer = await answered(door, act, number, **more)
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


async def answered(door: Door, act: str, number: int = 0, **more: str) -> httpx.Response:
    typed = {"act": act, "nonce": NUMBER.format(number), **more}
    return await door.client.submit(door.page, typed, action=f"/staff/sessions/{door.where.id}/taps")


async def more(door: Door, heads: int = 1, seat: str = "talk") -> str:
    pool = await door.where.pool("in_person", seat)
    return f"more:{pool.id}:{heads}"


async def test_taps_whose_answers_were_lost_count_once_and_those_of_another_phone_too(door: Door) -> None:
    tap = await more(door)
    outcomes = [(await sent(door, tap, number))["outcome"] for number in (1, 1, 2, 1, 3, 2)]
    assert (outcomes, await door.present()) == (["done"] * 6, 3)


async def test_without_nonces_the_count_would_be_wrong(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: every nonce is new."""

    async def always(_: object) -> bool:
        return True

    monkeypatch.setattr(attend, "is_new", always)
    tap = await more(door)
    for number in (1, 1, 2):
        await sent(door, tap, number)
    assert await door.present() == 3


async def test_the_answer_brings_the_board_as_it_stands(door: Door) -> None:
    await door.take("みかん")
    answer = await sent(door, await more(door, 2))
    board = (await door.client.get(f"/staff/sessions/{door.where.id}/board")).json()
    assert ('<b class="big">2</b>' in answer["board"], "みかん" in answer["board"]) == (True, True)
    assert "2人を取り消す" in answer["board"]
    assert board["mark"] == answer["mark"]
    assert 'name="_csrf_token"' not in answer["board"]


async def test_above_the_capacity_the_phone_asks_and_the_same_tap_is_confirmed(door: Door) -> None:
    tap = await more(door, 4)
    asked = await sent(door, tap, 1)
    assert (asked["outcome"], asked["message"], await door.present()) == (
        "ask", "会場・参加席　予約0　当日0　あと3", 0,
    )  # fmt: skip
    welcomed = [(await sent(door, tap, 1, above="yes"))["outcome"] for _ in range(2)]
    assert (welcomed, await door.present()) == (["done", "done"], 4)
    assert "定員を超えて迎えた方1" in (await door.client.get(door.page)).text


async def test_somebody_is_welcomed_by_nickname_and_a_number_is_refused_beside_the_field(door: Door) -> None:
    named = (await more(door)).replace("more", "named")
    refused = await sent(door, named, 1, nickname="03-1234-5678")
    welcomed = await sent(door, named, 2, nickname="どんぐり")
    assert (refused["outcome"], refused["field"]) == ("refused", "nickname")
    assert (welcomed["outcome"], "どんぐり" in welcomed["board"], await door.present()) == ("done", True, 1)


async def test_without_script_the_nickname_stays_in_the_form_with_its_error(door: Door) -> None:
    named = (await more(door)).replace("more", "named")
    refused = await door.tap(named, nickname="03-1234-5678")
    assert (refused.status_code, 'id="nickname-error"' in refused.text) == (422, True)
    assert 'value="03-1234-5678"' in refused.text
    assert (await door.tap(named, nickname="どんぐり")).status_code == 303
    assert await door.where.names() == [("どんぐり", "in_person/talk", None)]


async def test_the_question_takes_the_nickname_along(door: Door) -> None:
    await door.heads("more", 3)
    named = (await more(door)).replace("more", "named")
    asked = await door.tap(named, nickname="どんぐり")
    assert (asked.status_code, 'name="nickname" value="どんぐり"' in asked.text) == (409, True)


async def test_a_tap_on_who_gave_up_meanwhile_is_let_go_with_a_gentle_word(door: Door) -> None:
    mikan = await door.take("みかん")
    await sent(door, f"came:{mikan.id}:1", 1)
    await sent(door, f"left:{mikan.id}:1", 2)
    again = await sent(door, f"left:{mikan.id}:1", 3)
    assert (again["outcome"], again["message"]) == (
        "refused", "その予約は、いま変わりました。下の名簿が新しい様子です。",
    )  # fmt: skip


@pytest.mark.parametrize("act", ["", "more", "steal:1:1"])
async def test_what_no_button_says_is_let_go(door: Door, act: str) -> None:
    assert (await sent(door, act))["outcome"] == "refused"


async def test_signed_out_meanwhile_the_tap_is_kept_by_the_phone(door: Door) -> None:
    tap, page = await more(door), await door.client.get(door.page)
    token = TOKEN.search(page.text)
    assert token is not None
    door.client.cookies.delete("staff")
    typed = {"_csrf_token": token[1], "act": tap, "nonce": NUMBER.format(1)}
    answer = await door.client.post(f"/staff/sessions/{door.where.id}/taps", data=typed)
    assert (answer.status_code, answer.headers["location"]) == (303, "/staff/sign-in")
    await door.client.sign_in(FACILITATOR)
    assert (await sent(door, tap, 1))["outcome"] == "done"
    assert await door.present() == 1


async def test_a_day_later_the_phone_is_told_to_let_everything_go(door: Door, clock: Clock) -> None:
    tap = await more(door)
    clock.move(days=8, hours=3, minutes=30)
    await door.client.sign_in(FACILITATOR)
    assert (await answered(door, tap)).status_code == 410


async def test_reservations_are_stopped_and_taken_again_from_the_door(door: Door) -> None:
    base = f"/staff/sessions/{door.where.id}"
    reserve = f"/sessions/{door.where.id}/reserve"
    anybody = client_of(door.client.app, settings_for(""))
    seen = []
    for act in ("close", "open"):
        done = await door.client.submit(door.page, {"act": act}, action=f"{base}/reception")
        seen.append((done.status_code, (await anybody.get(reserve)).status_code))
    assert seen == [(303, 409), (303, 200)]


async def test_a_prank_is_taken_out_and_its_link_is_gone_like_the_others(door: Door) -> None:
    prank, waiting = await door.take("いたずら"), None
    for name in ("みかん", "ゆず"):
        await door.take(name)
    waiting = await door.take("かりん", wait=True)
    out = f"/staff/sessions/{door.where.id}/people/{prank.id}/out"
    done = [await door.client.submit(door.page, {}, action=out) for _ in range(2)]
    anybody = client_of(door.client.app, settings_for(""))
    answers = [await anybody.get(f"/r/{each}") for each in (prank.link_token, "unknown")]
    words = [await anybody.submit("/r", {"words": " ".join(each.words)}) for each in (prank, waiting)]
    assert [each.status_code for each in done] == [303, 303]
    assert ([each.status_code for each in answers], answers[0].content == answers[1].content) == (
        [410, 410], True,
    )  # fmt: skip
    assert [each.status_code for each in words] == [410, 200]
    assert sorted(name for name, *_ in await door.where.names()) == ["かりん", "みかん", "ゆず"]


async def test_a_note_is_read_at_the_other_door_and_an_older_page_does_not_wipe_it_out(door: Door) -> None:
    note = f"/staff/sessions/{door.where.id}/note"
    typed = {"note": "鍵は引き出しに", "seen": ""}
    first = await door.client.submit(door.page, typed, action=note)
    assert (first.status_code, "鍵は引き出しに" in (await door.client.get(door.page)).text) == (303, True)
    late = await door.client.submit(door.page, {"note": "窓をしめる", "seen": ""}, action=note)
    assert late.status_code == 409
    assert [words in late.text for words in ("ほかの方が、先に", "鍵は引き出しに", "窓をしめる")] == [
        True
    ] * 3


async def test_a_seat_is_changed_into_a_full_one_after_the_question(door: Door) -> None:
    mikan = await door.take("みかん")
    await door.heads("more", 2, "listener")
    person = f"/staff/sessions/{door.where.id}/people/{mikan.id}"
    typed = {"place": "in_person:listener", "nonce": await door.nonce(person)}
    asked = await door.client.submit(person, typed)
    done = await door.client.submit(person, typed | {"above": "yes"})
    assert (asked.status_code, done.status_code) == (409, 303)
    assert await door.where.names() == [("みかん", "in_person/listener", None)]


async def test_nothing_at_the_door_says_that_somebody_did_not_come(door: Door) -> None:
    await door.take("みかん")
    text = (await door.client.get(door.page)).text
    assert [word in text for word in ("欠席", "無断", "来ていない", "遅刻", "早退", "キャンセル")] == [
        False
    ] * 6


def test_two_phones_at_one_door_may_tap_as_quickly_as_thumbs_can() -> None:
    assert CHANGING.client is not None
    assert CHANGING.client.tries / CHANGING.client.seconds >= 2
