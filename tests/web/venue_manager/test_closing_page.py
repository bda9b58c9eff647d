"""休館日 in words: the page answers while they are typed, asks once what they call off, and lets go of it again."""

import re
from html import unescape

import pytest

from app.domain.closing_days import REASON
from app.storage.closing_rules import closing_rules
from app.storage.sessions import session_by_id
from tests.rig.client import Client
from tests.rig.clock import Clock
from tests.web.venue_manager.house import BASE, House, house_of

PAGE = f"{BASE}/closing"
MONDAYS = "月曜休館、祝日の場合は翌平日休館"


@pytest.fixture
async def house(client: Client, clock: Clock) -> House:
    return await house_of(client, clock)


async def keep(house: House, words: str, **more: str) -> tuple[int, str]:
    """Type words and send them until the page has no more to ask; its status and the page after it."""
    answer = await house.client.submit(PAGE, {"act": "keep", "words": words, **more})
    sure = re.search(r'name="sure" value="([^"]+)"', answer.text)
    if answer.status_code == 200 and sure:
        typed = {"act": "keep", "words": words, "sure": unescape(sure[1]), **more}
        answer = await house.client.submit(PAGE, typed)
    if answer.status_code == 303:
        return 303, (await house.client.get(answer.headers["location"])).text
    return answer.status_code, answer.text


async def test_words_are_read_back_with_the_next_days_while_they_are_typed(house: House) -> None:
    text = (await house.client.submit(PAGE, {"words": MONDAYS}, f"{PAGE}/reading")).text
    shown = ["月曜（祝日の場合は翌平日）は休館", "11月16日（月）", "11月24日（火）"]
    assert [words in text for words in shown] == [True] * 3
    assert "11月23日（月）" not in text


async def test_what_is_open_is_asked_with_buttons_that_put_the_answer_in(house: House) -> None:
    text = (await house.client.submit(PAGE, {"words": "月曜"}, f"{PAGE}/reading")).text
    assert re.findall(r'name="do" value="say:([^"]+)"', text) == [
        "月曜休館（祝日は開館）",
        "月曜休館（祝日の場合は翌日）",
        "月曜休館（祝日の場合は翌平日）",
    ]
    pressed = await house.client.submit(PAGE, {"words": "月曜", "do": "say:月曜休館（祝日は開館）"})
    assert "月曜休館（祝日は開館）</textarea>" in pressed.text
    fortnight = (await house.client.submit(PAGE, {"words": "隔週水曜"}, f"{PAGE}/reading")).text
    assert ("最初の日はいつですか" in fortnight, 'name="anchor"' in fortnight) == (True, True)


async def test_what_would_be_called_off_is_told_once_before(house: House) -> None:
    [session] = await house.ask()
    asked = await house.client.submit(PAGE, {"act": "keep", "words": "火曜"})
    assert (asked.status_code, "1回の集まりがお休みになります。" in asked.text) == (200, True)
    assert await closing_rules(house.venue_id) == ()
    status, text = await keep(house, "火曜")
    found = await session_by_id(session)
    assert (status, found and found.cancel_reason) == (303, REASON)
    assert "休館日を決めました。1回の集まりがお休みになりました。" in text


async def test_a_rule_is_changed_a_day_of_it_opened_and_then_it_is_ended(house: House) -> None:
    [session] = await house.ask()
    await keep(house, "火曜")
    [rule] = await closing_rules(house.venue_id)
    typed = (await house.client.get(f"{PAGE}?rule={rule.id}")).text
    assert "火曜</textarea>" in typed
    _, text = await keep(house, "水曜", rule=str(rule.id))
    assert "1回の集まりが、開くに戻りました。" in text
    [first, *_] = re.findall(r'name="closure" value="([^"]+)"', text)
    opened = await house.client.submit(PAGE, {"act": "open", "closure": first})
    assert first not in (await house.client.get(opened.headers["location"])).text
    ended = await house.client.submit(PAGE, {"act": "end", "rule": str(rule.id)})
    found = await session_by_id(session)
    assert (ended.status_code, await closing_rules(house.venue_id), found and found.state) == (
        303,
        (),
        "published",
    )


async def test_the_rooms_of_a_closed_day_say_why(house: House) -> None:
    await keep(house, "火曜")
    assert REASON in (await house.client.get(f"{BASE}/rooms?day=2026-11-24")).text
    met = await house.client.get(f"{BASE}/settings")
    assert ("火曜" in met.text, 'value="reopen"' in met.text) == (True, False)


@pytest.mark.parametrize("words", ["ときどき", "", "毎日休館", "毎週月曜10時から"])
async def test_words_that_cannot_be_kept_come_back_with_the_question(house: House, words: str) -> None:
    status, text = await keep(house, words)
    assert (status, 'id="words-error"' in text, f"{words}</textarea>" in text) == (422, True, True)


async def test_a_rule_of_another_house_is_unknown(house: House) -> None:
    answer = await house.client.submit(PAGE, {"act": "end", "rule": str(house.room_id)})
    assert answer.status_code == 404
