"""The rooms of a day and a week, and what is answered about them."""

import re
from datetime import timedelta

import pytest

from app.storage.tables import TaskRow
from tests.rig.client import Client
from tests.rig.clock import Clock
from tests.rig.town import add_room
from tests.web.venue_manager.house import BASE, TUESDAY, House, house_of, with_buffers


@pytest.fixture
async def house(client: Client, clock: Clock) -> House:
    return await house_of(client, clock)


async def test_a_day_shows_each_room_with_what_and_when(house: House) -> None:
    await house.ask()
    await add_room(house.venue_id, "洋室")
    text = (await house.client.get(f"{BASE}/rooms?day={TUESDAY}")).text
    shown = ("和室", "洋室", "13:30～15:30", "ひだまりサロン", "ひなた区", "希望", "使う予定はありません。")
    assert [words in text for words in shown] == [True] * len(shown)


async def test_a_week_runs_from_sunday_to_saturday(house: House) -> None:
    await house.ask()
    text = (await house.client.get(f"{BASE}/rooms?week={TUESDAY}")).text
    heads = re.findall(r'<th scope="col">(\d+日（.）)</th>', text)
    assert (heads[0], heads[-1], len(heads)) == ("22日（日）", "28日（土）", 7)
    assert "ひだまりサロン" in text


@pytest.mark.parametrize("query", ["?day=yesterday", "?week=2026-13-01", "?day=9999-12-31", ""])
async def test_any_address_shows_some_day(house: House, query: str) -> None:
    assert (await house.client.get(f"{BASE}/rooms{query}")).status_code == 200


async def test_many_dates_are_granted_in_one_act(house: House) -> None:
    await house.ask(3)
    chosen = [str(booking.id) for booking in await house.bookings()][:2]
    done = await house.client.submit(f"{BASE}/requests", {"act": "grant", "booking": chosen})
    assert (done.status_code, await house.states()) == (303, ["granted", "granted", "wish"])
    assert "2件を決定にしました。" in (await house.client.get(done.headers["location"])).text


async def test_many_dates_are_refused_with_a_reason_and_free_times(house: House) -> None:
    await house.ask(2)
    chosen = [str(booking.id) for booking in await house.bookings()]
    typed = {"act": "refuse", "booking": chosen, "reason": "改修のため"}
    done = await house.client.submit(f"{BASE}/requests", typed)
    bookings = await house.bookings()
    assert (done.status_code, [booking.state for booking in bookings]) == (303, ["refused", "refused"])
    assert [
        (booking.reason or "").startswith("改修のため　空いている近い時間：") for booking in bookings
    ] == [
        True,
        True,
    ]
    assert await TaskRow.count().where(TaskRow.kind == "room_refused") == 2


async def test_a_refusal_without_a_reason_keeps_what_was_chosen(house: House) -> None:
    await house.ask(2)
    chosen = str((await house.bookings())[1].id)
    answer = await house.client.submit(
        f"{BASE}/requests", {"act": "refuse", "booking": chosen, "reason": " "}
    )
    boxes = dict(re.findall(r'name="booking" value="([^"]+)"( checked)?', answer.text))
    assert (answer.status_code, 'id="reason-1-error"' in answer.text) == (422, True)
    assert [value for value, checked in boxes.items() if checked] == [chosen]
    assert await house.states() == ["wish", "wish"]


async def test_nothing_chosen_is_said_gently(house: House) -> None:
    await house.ask()
    answer = await house.client.submit(f"{BASE}/requests", {"act": "grant"})
    assert (answer.status_code, "日付を1つ以上選んでください。" in answer.text) == (422, True)


async def test_a_refused_wish_is_granted_only_while_the_room_is_free(house: House) -> None:
    await house.ask()
    [booking] = await house.bookings()
    page = f"{BASE}/bookings/{booking.id}"
    await house.client.submit(page, {"act": "refuse", "reason": "改修のため"})
    await house.use("14:00", "16:00")
    answer = await house.client.submit(page, {"act": "grant"})
    assert (answer.status_code, "断ったあとに、ほかの予約が入っています。" in answer.text) == (409, True)


async def test_a_use_by_hand_is_granted_at_once_and_given_back(house: House) -> None:
    done = await house.use("10:00", "12:00", purpose="清掃")
    [booking] = await house.bookings()
    assert (done.status_code, booking.state, booking.purpose) == (303, "granted", "清掃")
    await house.client.submit(f"{BASE}/bookings/{booking.id}", {"act": "give_back"})
    assert await house.bookings() == ()


async def test_the_second_booking_gets_the_reason_the_free_times_and_keeps_its_words(house: House) -> None:
    await house.use("13:00", "15:00", purpose="会議")
    met = await house.use("14:00", "16:00", purpose="演奏の練習")
    assert met.status_code == 409
    assert "13:00～15:00に先の予約があります。" in met.text
    assert [f'value="{words}"' in met.text for words in ("14:00", "16:00", "演奏の練習", str(TUESDAY))] == [
        True
    ] * 4
    slots = re.findall(r'name="slot" value="([^"]+)"', met.text)
    assert slots[0] == f"{TUESDAY} 15:00 17:00"
    done = await house.use("14:00", "16:00", purpose="演奏の練習", slot=slots[0])
    assert (done.status_code, await house.states()) == (303, ["granted", "granted"])


async def test_minutes_before_and_after_count_as_taken(house: House) -> None:
    await with_buffers(house.room_id, 30)
    statuses = [
        (await house.use(*hours)).status_code
        for hours in (("10:00", "12:00"), ("12:30", "14:00"), ("13:00", "14:00"))
    ]
    assert statuses == [303, 409, 303]


async def test_a_use_sent_twice_is_booked_once(house: House) -> None:
    statuses = [(await house.use("10:00", "12:00", purpose="清掃")).status_code for _ in range(2)]
    assert (statuses, await house.states()) == ([303, 303], ["granted"])


@pytest.mark.parametrize(
    ("hours", "field"),
    [(("12:00", "10:00"), "ends"), (("", "10:00"), "starts"), (("10時", "25時"), "ends")],
)
async def test_hours_that_cannot_be_stand_beside_their_field(
    house: House, hours: tuple[str, str], field: str
) -> None:
    answer = await house.use(*hours)
    assert (answer.status_code, f'id="{field}-error"' in answer.text) == (422, True)


async def test_a_room_is_added_and_changed(house: House) -> None:
    page = f"{BASE}/settings"
    await house.client.submit(page, {"part": "rooms", "name": "洋室", "setup_minutes": "１５"})
    typed = {"part": "rooms", "room": str(house.room_id), "name": "大広間", "clearing_minutes": "30"}
    changed = await house.client.submit(page, typed)
    text = (await house.client.get(page)).text
    assert changed.status_code == 303
    assert [words in text for words in ("洋室", "大広間", "和室", 'value="15"', 'value="30"')] == [
        True,
        True,
        False,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"part": "rooms", "name": ""}, "name-0-error"),
        ({"part": "rooms", "name": "洋室", "setup_minutes": "999"}, "setup-0-error"),
        ({"part": "rooms", "name": "洋室", "opens": "10:00", "closes": "9:00"}, "closes-0-error"),
        ({"part": "hours", "opens": "10:00", "closes": "9:00"}, "closes-error"),
        ({"part": "closures", "first": "", "reason": "整備"}, "first-error"),
        ({"part": "closures", "first": "2026-12-02", "last": "2026-12-01", "reason": "整備"}, "last-error"),
    ],
)
async def test_what_cannot_be_kept_is_said_beside_its_field(
    house: House, typed: dict[str, str], error: str
) -> None:
    answer = await house.client.submit(f"{BASE}/settings", typed)
    assert (answer.status_code, f'id="{error}"' in answer.text) == (422, True)


async def test_opening_hours_bound_the_free_times(house: House) -> None:
    typed = {"part": "hours", "opens": "13:00", "closes": "17:00", "opening_text": "火曜だけ"}
    done = await house.client.submit(f"{BASE}/settings", typed)
    await house.use("13:00", "15:00")
    met = await house.use("14:00", "16:00")
    assert done.status_code == 303
    assert re.findall(r'name="slot" value="([^"]+)"', met.text)[0] == f"{TUESDAY} 15:00 17:00"


async def test_closing_says_first_what_it_calls_off(house: House) -> None:
    await house.ask()
    typed = {"part": "closures", "first": str(TUESDAY), "last": "", "reason": "館内整備のため"}
    asked = await house.client.submit(f"{BASE}/settings", typed)
    found = re.search(r'name="sure" value="([^"]+)"', asked.text)
    assert found is not None
    assert (asked.status_code, "1回の集まりが中止になります。" in asked.text) == (200, True)
    done = await house.client.submit(f"{BASE}/settings", typed | {"sure": found[1]})
    day = (await house.client.get(f"{BASE}/rooms?day={TUESDAY}")).text
    assert (done.status_code, "館内整備のため" in day) == (303, True)


async def test_a_yes_counts_only_for_the_days_that_were_asked_about(house: House) -> None:
    await house.ask(2)
    typed = {"part": "closures", "first": str(TUESDAY), "last": "2026-12-10", "reason": "館内整備のため"}
    asked = await house.client.submit(f"{BASE}/settings", typed | {"sure": f"{TUESDAY}/{TUESDAY}"})
    assert "2回の集まりが中止になります。" in asked.text


async def test_a_week_shows_one_room_with_its_free_days(house: House) -> None:
    await house.ask()
    other = await add_room(house.venue_id, "洋室")
    text = (await house.client.get(f"{BASE}/rooms?week={TUESDAY}&room={other}")).text
    assert ("ひだまりサロン" in text, text.count("空いています。")) == (False, 7)
    own = (await house.client.get(f"{BASE}/rooms?week={TUESDAY}&room={house.room_id}")).text
    assert ("ひだまりサロン" in own, own.count("空いています。")) == (True, 6)


async def test_a_narrow_screen_gets_marks_that_say_their_meaning(house: House) -> None:
    await house.ask()
    await house.use("16:00", "17:00", purpose="会議")
    text = (await house.client.get(f"{BASE}/rooms?week={TUESDAY}")).text
    assert 'aria-label="和室 24日（火） 使用1・希望1">●○</a>' in text
    assert f'href="{BASE}/rooms?day={TUESDAY}"' in text


async def test_the_paper_beside_the_door_says_what_a_passer_by_may_read(house: House) -> None:
    await house.ask(starts="13:30", ends=None)
    await house.use("9:00", "10:00", purpose="職員の研修")
    text = (await house.client.get(f"{BASE}/rooms/sheet?day={TUESDAY}")).text
    lines = re.findall(r'<dt class="hours">([^<]+)</dt><dd>([^<]+)', text)
    # No end that nobody has said, though the room is held until it closes.
    assert lines == [("9:00～10:00", "使用中"), ("13:30～", "ひだまりサロン")]
    discreet = (await house.client.get(f"{BASE}/rooms/sheet?day={TUESDAY}&titles=discreet")).text
    assert ("ひだまりサロン" in discreet, "予定" in discreet, "職員の研修" in text) == (False, True, False)


async def test_what_was_refused_or_is_by_invitation_does_not_hang_at_the_door(
    client: Client, clock: Clock
) -> None:
    house = await house_of(client, clock, listed=False)
    await house.ask(2)
    refused = [str(booking.id) for booking in await house.bookings()][1:]
    await client.submit(f"{BASE}/requests", {"act": "refuse", "booking": refused, "reason": "改修のため"})
    days = [TUESDAY, TUESDAY + timedelta(weeks=1)]
    texts = [(await client.get(f"{BASE}/rooms/sheet?day={day}")).text for day in days]
    assert [re.findall(r"</dt><dd>([^<]+)", text) for text in texts] == [["予定"], []]


async def test_a_room_may_have_hours_of_its_own(house: House) -> None:
    typed = {"part": "rooms", "room": str(house.room_id), "name": "和室", "opens": "13:00", "closes": "15:00"}
    done = await house.client.submit(f"{BASE}/settings", typed)
    assert 'value="13:00"' in (await house.client.get(f"{BASE}/settings")).text
    await house.use("13:00", "15:00")
    met = await house.use("13:30", "14:30")
    assert done.status_code == 303
    assert re.findall(r'name="slot" value="([^"]+)"', met.text)[0] == "2026-11-25 13:30 14:30"


async def test_a_wish_outside_of_the_hours_says_so(house: House) -> None:
    await house.ask()
    assert "開館時間の外の希望です。" not in (await house.client.get(f"{BASE}/requests")).text
    await house.client.submit(f"{BASE}/settings", {"part": "hours", "opens": "9:00", "closes": "15:00"})
    assert "開館時間の外の希望です。" in (await house.client.get(f"{BASE}/requests")).text
    [booking] = await house.bookings()
    assert "開館時間の外の希望です。" in (await house.client.get(f"{BASE}/bookings/{booking.id}")).text
