from datetime import datetime

import pytest

from app.actions.invite import make_invitation
from app.storage.engine import rows
from app.storage.tables import SessionRow
from tests.actions.gathering import gathering, hybrid, small
from tests.rig.client import SECRET, Client
from tests.rig.clock import Clock
from tests.rig.databases import Database
from tests.web.participant.visit import fill, form_of, hidden, take, words_of


async def test_one_name_is_all_it_takes(client: Client, now: datetime) -> None:
    where = await small(now)
    answer = await fill(client, where.id, "in_person:talk", "みかん")
    assert answer.status_code == 303
    receipt = await client.get(answer.headers["location"])
    assert "席をとりました" in receipt.text
    assert "みかん" in receipt.text
    assert len(words_of(receipt)) == 4
    assert await where.names() == [("みかん", "in_person/talk", None)]


async def test_from_the_front_page_to_the_receipt_in_three_loads(
    client: Client, now: datetime, clock: Clock
) -> None:
    where = await small(now)
    clock.move(days=5)
    front = await client.get("/")
    assert f"/sessions/{where.id}" in front.text
    session = await client.get(f"/sessions/{where.id}")
    assert form_of(where.id) in session.text
    form = await client.get(form_of(where.id))
    sent = {**hidden(form), "place": "in_person:talk", "nickname": "みかん"}
    assert "席をとりました" in (await client.post(form_of(where.id), data=sent, follow_redirects=True)).text


async def test_the_form_says_what_each_seat_means_and_that_no_message_comes(
    client: Client, now: datetime
) -> None:
    where = await hybrid(now)
    await where.take("りんご", "online", "talk")
    form = (await client.get(form_of(where.id))).text
    for words in (
        "家から（オンライン）・リスナー席",
        "聞くだけの席です。声をかけません。",
        "満席です。えらぶと、席が空くまで待ちます。",
        "お知らせの連絡は届きません。",
        'value="online:talk:wait"',
        'value="in_person:talk"',
        "<title>予定</title>",
        'autocomplete="off"',
    ):
        assert words in form


async def test_a_full_seat_is_waited_for(client: Client, now: datetime) -> None:
    where = await small(now, 1)
    await where.take("りんご")
    receipt = await take(client, where.id, "in_person:talk:wait")
    assert "順番を待っています" in receipt.text
    assert await where.counts() == (1, 0, 1)


async def test_a_seat_taken_meanwhile_is_said_at_the_seat_and_the_name_is_kept(
    client: Client, now: datetime
) -> None:
    where = await hybrid(now)
    form = await client.get(form_of(where.id))
    await where.take("りんご", "online", "talk")
    sent = {**hidden(form), "place": "online:talk", "nickname": "みかん", "role": "family"}
    answer = await client.post(form_of(where.id), data=sent)
    assert answer.status_code == 409
    assert 'id="place-error"' in answer.text
    assert 'value="みかん"' in answer.text
    assert 'value="family" checked' in answer.text
    assert 'value="online:talk:wait"' in answer.text


async def test_each_field_gets_its_own_sentence(client: Client, now: datetime) -> None:
    where = await hybrid(now)
    answer = await fill(client, where.id, "", "03-1234-5678")
    assert answer.status_code == 422
    assert 'id="place-error"' in answer.text
    assert 'id="nickname-error"' in answer.text
    assert 'value="03-1234-5678"' in answer.text


async def test_a_corrected_form_goes_through(client: Client, now: datetime) -> None:
    where = await hybrid(now)
    refused = await fill(client, where.id, "online:talk", "mikan@example.org")
    sent = {**hidden(refused), "place": "online:talk", "nickname": "みかん"}
    assert (await client.post(form_of(where.id), data=sent)).status_code == 303


async def test_a_double_click_is_one_reservation(client: Client, now: datetime) -> None:
    where = await small(now)
    form = await client.get(form_of(where.id))
    sent = {**hidden(form), "place": "in_person:talk", "nickname": "みかん"}
    answers = [await client.post(form_of(where.id), data=sent) for _ in range(2)]
    assert answers[0].headers["location"] == answers[1].headers["location"]
    assert await where.counts() == (1, 0, 0)


async def test_the_same_form_with_another_name_shows_the_first_receipt(client: Client, now: datetime) -> None:
    where = await small(now)
    form = await client.get(form_of(where.id))
    sent = {**hidden(form), "place": "in_person:talk", "nickname": "みかん"}
    await client.post(form_of(where.id), data=sent)
    again = await client.post(form_of(where.id), data={**sent, "nickname": "りんご"})
    assert again.status_code == 200
    assert "すでに席をとっています。" in again.text
    assert "みかん" in again.text
    assert await where.counts() == (1, 0, 0)


async def test_an_anonymous_series_needs_no_name(client: Client, now: datetime) -> None:
    where = await small(now, anonymous=True)
    assert (await fill(client, where.id, "in_person:talk", "")).status_code == 303


async def test_the_form_of_a_session_that_was_cancelled_says_so(client: Client, now: datetime) -> None:
    where = await small(now)
    await SessionRow.update({SessionRow.state: "cancelled"}).where(SessionRow.id == where.id)
    page = await client.get(form_of(where.id))
    assert page.status_code == 410
    assert "中止になりました" in page.text
    assert "<form" not in page.text


async def test_the_form_before_the_opening_says_when_to_come_back(client: Client, now: datetime) -> None:
    where = await small(now, opens_days=1)
    page = await client.get(form_of(where.id))
    assert page.status_code == 409
    assert "これから" in page.text


@pytest.mark.parametrize("columns", [{"registration": "by_referral"}, {"listed": False}, {"internal": True}])
async def test_a_session_by_referral_has_no_form_without_an_invitation(
    client: Client, now: datetime, columns: dict[str, object]
) -> None:
    where = await gathering(now, {("in_person", "talk"): 2}, **columns)
    assert (await client.get(form_of(where.id))).status_code == 404
    token = hidden(await client.get("/r"))
    sent = {**token, "nonce": "a" * 24, "place": "in_person:talk", "nickname": "みかん"}
    assert (await client.post(form_of(where.id), data=sent)).status_code == 404
    assert await where.counts() == (0, 0, 0)


async def test_an_invitation_leads_to_the_receipt(client: Client, now: datetime) -> None:
    where = await small(now, registration="by_referral", listed=False)
    made = await make_invitation(where.series_id, "", now, SECRET)
    page = await client.get(f"/i/{''.join(made.words)}")
    assert page.status_code == 200
    assert "no-store" in page.headers["cache-control"]
    form = await client.get(form_of(where.id), params={"i": "".join(made.words)})
    sent = {**hidden(form), "nickname": "みかん"}
    answer = await client.post(form_of(where.id), data=sent)
    assert answer.status_code == 303
    assert await where.names() == [("みかん", "in_person/talk", None)]


async def test_wrong_invitation_words_get_the_page_of_every_unknown_secret(
    client: Client, now: datetime
) -> None:
    wrong, unknown = await client.get("/i/さくら"), await client.get("/r/unknown")
    assert (wrong.status_code, wrong.content) == (410, unknown.content)


async def test_a_private_address_stands_in_no_form(client: Client, now: datetime, database: Database) -> None:
    where = await small(now)
    await rows(
        "INSERT INTO venue (id, slug, name, address, address_public, listed) VALUES ({}, 'h', 'みどりの家', '南町1-2-3', false, true)",
        where.id,
    )
    await rows("UPDATE session SET venue_id = {} WHERE id = {}", where.id, where.id)
    assert "南町1-2-3" not in (await client.get(form_of(where.id))).text
    assert "南町1-2-3" in (await take(client, where.id)).text
