from datetime import datetime, timedelta

import pytest

from app.actions.invite import make_invitation
from app.storage.engine import rows
from app.storage.tables import SeriesRow, SessionRow
from tests.actions.gathering import LAST_PROMOTION, START, Gathering, gathering, hybrid, small
from tests.rig.client import SECRET, Client, application
from tests.rig.clock import Clock
from tests.rig.databases import Database
from tests.web.participant.visit import hidden, press, say, take, words_of

LINK = "https://join.example/room"


async def test_the_receipt_is_for_one_person_only(client: Client, now: datetime) -> None:
    receipt = await take(client, (await small(now)).id)
    assert receipt.headers["cache-control"] == "no-store"
    assert receipt.headers["x-robots-tag"] == "noindex"
    assert receipt.headers["referrer-policy"] == "no-referrer"
    for words in (
        "<title>予定</title>",
        "address.js",
        "お知らせの連絡は届きません。",
        "家族にも見えます",
        "data-leave",
    ):
        assert words in receipt.text


@pytest.mark.parametrize("between", ["", " ", "　", "・"])
async def test_the_four_words_open_it_again(client: Client, now: datetime, between: str) -> None:
    receipt = await take(client, (await small(now)).id)
    again = await say(client, between.join(words_of(receipt)))
    assert again.status_code == 200
    assert (str(again.url.path), words_of(again)) == ("/r", words_of(receipt))


async def test_katakana_opens_it_as_well(client: Client, now: datetime) -> None:
    receipt = await take(client, (await small(now)).id)
    katakana = "".join(
        chr(ord(sign) + 0x60) if "ぁ" <= sign <= "ゖ" else sign for sign in "".join(words_of(receipt))
    )
    assert words_of(await say(client, katakana)) == words_of(receipt)


async def test_opening_it_changes_nothing(client: Client, now: datetime) -> None:
    where = await small(now)
    receipt = await take(client, where.id)
    before = await rows("SELECT * FROM reservation")
    await client.get(receipt.url)
    await client.head(receipt.url)
    await say(client, "".join(words_of(receipt)))
    assert await rows("SELECT * FROM reservation") == before


async def test_one_tap_gives_it_up_and_the_name_is_gone(client: Client, now: datetime) -> None:
    where = await small(now)
    receipt = await take(client, where.id)
    answers = [await press(client, receipt, "give_up") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert "席をお返ししました" in answers[1].text
    assert await where.names() == []
    assert (await client.get(receipt.url)).status_code == 410


async def test_one_tap_changes_to_another_place(client: Client, now: datetime) -> None:
    where = await hybrid(now)
    receipt = await take(client, where.id)
    changed = await press(client, receipt, "switch:online:listener")
    assert "オンラインのリスナー席に変えました。" in changed.text
    assert await where.names() == [("みかん", "online/listener", None)]


async def test_the_same_button_twice_changes_once(client: Client, now: datetime) -> None:
    where = await hybrid(now)
    receipt = await take(client, where.id)
    await press(client, receipt, "switch:online:talk")
    back = await press(client, receipt, "switch:in_person:talk")
    await press(client, receipt, "switch:online:talk")
    assert await where.names() == [("みかん", "in_person/talk", None)]
    assert "会場の参加席に変えました。" in back.text


async def test_a_full_place_keeps_the_old_one(client: Client, now: datetime) -> None:
    where = await hybrid(now)
    receipt = await take(client, where.id)
    await where.take("りんご", "online", "talk")
    refused = await press(client, receipt, "switch:online:talk")
    assert refused.status_code == 409
    assert "いまの席はそのままです。" in refused.text
    assert await where.names() == [("みかん", "in_person/talk", None), ("りんご", "online/talk", None)]


async def test_waiting_for_another_place_and_staying_after_all(client: Client, now: datetime) -> None:
    where = await hybrid(now)
    await where.take("りんご", "online", "talk")
    receipt = await take(client, where.id)
    assert 'value="wait:online:talk"' in receipt.text
    waiting = await press(client, receipt, "wait:online:talk")
    assert "オンラインの参加席が空くのを待っています。" in waiting.text
    assert "それまで、いまの席はそのままです。" in waiting.text
    stayed = await press(client, waiting, "stay")
    assert "待つのをやめました。" in stayed.text
    assert await where.counts("online", "talk") == (1, 0, 0)


async def test_a_place_that_becomes_free_late_is_taken_by_hand(
    client: Client, now: datetime, clock: Clock
) -> None:
    where = await small(now, 1)
    first = await take(client, where.id, nickname="りんご")
    second = await take(client, where.id, "in_person:talk:wait")
    clock.now = LAST_PROMOTION
    await press(client, first, "give_up")
    free = await client.get(second.url)
    assert "席が空きました" in free.text
    assert "席をとりました" in (await press(client, free, "take")).text
    assert await Gathering(where.id, where.series_id, clock.now).names() == [
        ("みかん", "in_person/talk", None)
    ]


async def test_new_words_close_the_old_ones(client: Client, now: datetime) -> None:
    receipt = await take(client, (await small(now)).id)
    renewed = await press(client, receipt, "renew")
    assert words_of(renewed) != words_of(receipt)
    assert (await client.get(receipt.url)).status_code == 410
    assert (await say(client, "".join(words_of(receipt)))).status_code == 410
    assert (await client.get(f"/r/{hidden(renewed)['token']}")).status_code == 200


async def online(now: datetime) -> Gathering:
    return await gathering(now, {("online", "talk"): 2, ("in_person", "talk"): 2}, join_link=LINK)


async def test_the_entrance_opens_fifteen_minutes_before_and_closes_with_the_end(
    client: Client, now: datetime, clock: Clock
) -> None:
    receipt = await take(client, (await online(now)).id, "online:talk")
    shown = []
    for minutes in (-16, -15, 119):
        clock.now = START + timedelta(minutes=minutes)
        shown.append(LINK in (await client.get(receipt.url)).text)
    assert shown == [False, True, True]
    assert "13:15 から、このページにオンラインの入口が出ます。" in receipt.text


async def test_who_sits_in_the_room_sees_no_entrance(client: Client, now: datetime, clock: Clock) -> None:
    receipt = await take(client, (await online(now)).id, "in_person:talk")
    clock.now = START
    assert LINK not in (await client.get(receipt.url)).text


async def test_after_the_end_it_has_ended(client: Client, now: datetime, clock: Clock) -> None:
    receipt = await take(client, (await small(now)).id)
    clock.now = START + timedelta(hours=2)
    assert (await client.get(receipt.url)).status_code == 410


async def test_a_cancelled_session_is_told_here(client: Client, now: datetime) -> None:
    where = await small(now)
    receipt = await take(client, where.id)
    await SessionRow.update({SessionRow.state: "cancelled", SessionRow.cancel_reason: "会場の都合"}).where(
        SessionRow.id == where.id
    )
    page = await client.get(receipt.url)
    assert "この回は中止になりました" in page.text
    assert "会場の都合" in page.text
    assert 'value="give_up"' not in page.text


async def test_every_secret_that_opens_nothing_gets_the_same_bytes(
    client: Client, now: datetime, clock: Clock
) -> None:
    where = await small(now)
    given_up, renewed = await take(client, where.id), await take(client, where.id, nickname="りんご")
    await press(client, given_up, "give_up")
    await press(client, renewed, "renew")
    pages = [
        await client.get(given_up.url),
        await client.get(renewed.url),
        await client.get("/r/unknown"),
        await client.get(f"/r/{'x' * 32}"),
        await say(client, "".join(words_of(given_up))),
        await say(client, "ちがう ことば です よ"),
        await press(client, given_up, "switch:in_person:talk"),
    ]
    assert [page.status_code for page in pages] == [410] * 7
    assert len({page.content for page in pages}) == 1
    assert "終わったか、見つかりません" in pages[0].text
    assert f"/sessions/{where.id}" in pages[0].text


async def test_no_words_is_no_secret(client: Client) -> None:
    answer = await say(client, " ")
    assert answer.status_code == 422
    assert "四つの言葉を書いてください。" in answer.text


async def test_ten_wrong_tries_are_enough(database: Database, clock: Clock) -> None:
    async with application(database.address, clock, rate_limit=True) as client:
        answers = [(await say(client, "ちがう ことば")).status_code for _ in range(11)]
    assert answers == [410] * 10 + [429]


async def test_a_button_that_is_none_of_ours_changes_nothing(client: Client, now: datetime) -> None:
    where = await small(now)
    receipt = await take(client, where.id)
    assert (await press(client, receipt, "delete_everything")).status_code == 422
    assert await where.names() == [("みかん", "in_person/talk", None)]


async def test_words_of_an_invitation_lead_to_it(client: Client, now: datetime) -> None:
    where = await small(now, registration="by_referral")
    made = await make_invitation(where.series_id, "", now, SECRET)
    answer = await say(client, " ".join(made.words))
    assert answer.status_code == 303
    assert (await client.get(answer.headers["location"])).status_code == 200


async def test_the_discreet_title_is_what_the_calendar_will_show(client: Client, now: datetime) -> None:
    where = await small(now)
    await SeriesRow.update({SeriesRow.discreet_title: "区民センター"}).where(SeriesRow.id == where.series_id)
    assert "題名は「区民センター」になります。" in (await take(client, where.id)).text
