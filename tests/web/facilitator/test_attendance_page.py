"""The door: what one tap does, and what it never does twice."""

import pytest

from app.actions.give_up import give_up
from app.actions.switch import living
from tests.actions.gathering import nothing_is_miscounted
from tests.rig.client import Client
from tests.rig.clock import Clock
from tests.web.facilitator.door import NONCE, Door, door_of


@pytest.fixture
async def door(client: Client, clock: Clock) -> Door:
    return await door_of(client, clock)


async def test_the_list_shows_nickname_seat_and_what_listeners_want(door: Door) -> None:
    await door.take("みかん")
    await door.take("たぬき", "listener")
    text = (await door.client.get(door.page)).text
    assert [name in text for name in ("みかん", "たぬき")] == [True, True]
    assert "リスナー席・会場（声をかけない）" in text
    assert "予約1" in text
    assert "あと2" in text


async def test_heads_without_a_name_are_counted_by_one_and_by_three(door: Door) -> None:
    first = await door.heads("more", 1, "listener")
    await door.heads("more", 3)
    assert (first.status_code, await door.present()) == (303, 4)
    assert await door.where.counts() == (0, 3, 0)
    assert first.headers["location"].startswith(f"{door.page}?did=more:")
    assert first.headers["location"].endswith("#door")


async def test_a_tap_sent_twice_counts_once(door: Door) -> None:
    nonce = await door.nonce()
    answers = [await door.heads("more", 1, nonce=nonce) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [303, 303, 303]
    assert await door.present() == 1


async def test_two_buttons_of_one_page_both_count(door: Door) -> None:
    nonce = await door.nonce()
    await door.heads("more", 1, nonce=nonce)
    await door.heads("more", 1, "listener", nonce=nonce)
    assert await door.present() == 2


@pytest.mark.parametrize("nonce", ["", "short"], ids=["none", "too short to be ours"])
async def test_a_tap_without_a_nonce_counts_nothing(door: Door, nonce: str) -> None:
    answer = await door.heads("more", 1, nonce=nonce)
    assert (answer.status_code, await door.present()) == (422, 0)
    assert "このページを開きなおして" in answer.text


async def test_a_mistap_of_three_is_taken_back_with_one_tap(door: Door) -> None:
    counted = await door.heads("more", 3)
    page = (await door.client.get(counted.headers["location"])).text
    assert "3人を取り消す" in page
    await door.heads("fewer", 3)
    assert (await door.present(), await door.where.counts()) == (0, (0, 0, 0))


async def test_going_home_frees_the_place_and_keeps_the_total(door: Door) -> None:
    await door.heads("more", 3)
    await door.heads("home")
    text = (await door.client.get(door.page)).text
    assert (await door.present(), await door.total(), "帰った方 1人" in text) == (2, 3, True)
    await door.heads("again")
    assert await door.present() == 3


async def test_more_cannot_be_taken_back_than_were_counted(door: Door) -> None:
    answer = await door.heads("fewer")
    assert answer.status_code == 422
    assert "取り消せる人数が残っていません。" in answer.text


async def test_over_capacity_it_asks_once_and_then_counts(door: Door) -> None:
    await door.heads("more", 3)
    asked = await door.heads("more")
    assert (asked.status_code, "定員を超えて迎えますか" in asked.text, await door.present()) == (409, True, 3)
    found = NONCE.search(asked.text)
    assert found is not None
    welcomed = await door.heads("more", nonce=found[1], above="yes")
    assert (welcomed.status_code, await door.present()) == (303, 4)
    assert "あと−1（定員より1人多い）" in (await door.client.get(door.page)).text


async def test_people_are_checked_in_and_back_and_go_home(door: Door) -> None:
    mikan = await door.take("みかん")
    presents = []
    for act in ("came", "mistap", "came", "left", "back"):
        answer = await door.person(act, mikan)
        presents.append((answer.status_code, await door.present()))
    assert presents == [(303, 1), (303, 0), (303, 1), (303, 0), (303, 1)]
    assert answer.headers["location"] == f"{door.page}#p-{mikan.id.hex[:8]}"
    assert await nothing_is_miscounted()


async def test_who_waits_is_shown_in_order_and_takes_a_seat_after_the_question(door: Door) -> None:
    for name in ("あ", "い", "う"):
        await door.take(name)
    waiting = [await door.take(name, wait=True) for name in ("さくら", "うめ")]
    text = (await door.client.get(door.page)).text
    assert text.index("さくら") < text.index("うめ")
    assert "会場・参加席を待っています（1番目）" in text
    asked = await door.person("came", waiting[0])
    welcomed = await door.person("came", waiting[0], above="yes")
    assert (asked.status_code, welcomed.status_code, await door.present()) == (409, 303, 1)


async def test_somebody_who_gave_up_meanwhile_leaves_a_gentle_word(door: Door) -> None:
    mikan = await door.take("みかん")
    await give_up(door.where.at(), mikan.id)
    answer = await door.person("came", mikan)
    assert (answer.status_code, "その予約は、いま変わりました。" in answer.text) == (410, True)


@pytest.mark.parametrize(
    "act",
    [
        "",
        "more",
        "more:1:1",
        "steal:00000000-0000-0000-0000-000000000000:1",
        "more:00000000-0000-0000-0000-000000000000:x",
    ],
)
async def test_what_no_button_says_is_refused(door: Door, act: str) -> None:
    assert (await door.tap(act)).status_code == 422


async def test_the_page_of_a_day_later_has_counts_and_no_names(door: Door, clock: Clock) -> None:
    mikan = await door.take("みかん")
    await door.person("came", mikan)
    clock.move(days=8, hours=3, minutes=31)
    await door.client.sign_in("shinkou@example.org")
    page = await door.client.get(door.page)
    sheet = await door.client.get(f"/staff/sessions/{door.where.id}/sheet")
    assert ("みかん" in page.text, 'class="total">1</b>' in page.text, page.status_code) == (False, True, 200)
    assert sheet.status_code == 410


async def test_the_sheet_for_paper_has_names_and_seats_and_no_secret(door: Door) -> None:
    mikan = await door.take("みかん")
    text = (await door.client.get(f"/staff/sessions/{door.where.id}/sheet")).text
    assert ("みかん" in text, "参加席・会場" in text) == (True, True)
    assert [secret in text for secret in (*mikan.words, mikan.link_token, str(mikan.id))] == [False] * 6


async def test_a_seat_is_changed_on_the_spot(door: Door) -> None:
    mikan = await door.take("みかん")
    person = f"/staff/sessions/{door.where.id}/people/{mikan.id}"
    typed = {"place": "in_person:listener", "nonce": await door.nonce(person)}
    answer = await door.client.submit(person, typed)
    held = (await living(door.where.id, mikan.id)).held
    assert (answer.status_code, held and held.seat) == (303, "listener")


async def test_a_full_seat_asks_and_keeps_the_old_one_while_somebody_waits(door: Door) -> None:
    mikan = await door.take("みかん")
    await door.heads("more", 2, "listener")
    person = f"/staff/sessions/{door.where.id}/people/{mikan.id}"
    full = await door.client.submit(
        person, {"place": "in_person:listener", "nonce": await door.nonce(person)}
    )
    assert (full.status_code, "定員を超えて迎えますか" in full.text) == (409, True)
    waits = {"place": "in_person:listener", "wait": "yes", "nonce": await door.nonce(person)}
    assert (await door.client.submit(person, waits)).status_code == 303
    assert await door.where.names() == [("みかん", "in_person/talk", "in_person/listener")]
