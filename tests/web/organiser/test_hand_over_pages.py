"""Handing a series over through the pages of both desks: offered, answered, and from the day on only one may change it."""

import re
from datetime import date
from uuid import UUID

import pytest

from app.storage.series import owner_on
from app.storage.tasks import open_tasks
from tests.actions.programme import House, house, lines_of, sessions_of
from tests.rig.client import Client, staff_member
from tests.rig.clock import Clock
from tests.web.organiser.desk import BASE, ORGANISER, Desk, signed_in

APRIL = date(2027, 4, 1)
COUNCIL = "/staff/organisations/shakyo"


@pytest.fixture
async def council(desk: Desk, clock: Clock) -> House:
    return await house(clock(), "shakyo")


async def at_council(desk: Desk, clock: Clock) -> Client:
    mail = await staff_member("shakyo@example.org", "organiser", clock, organisation="shakyo")
    return await signed_in(desk.client, mail)


async def offered(desk: Desk, council: House) -> tuple[UUID, str]:
    """A series that the ward has offered, and where its pages begin."""
    series = await desk.house.series("毎月1日・25日 10時～12時")
    base = f"{BASE}/series/{series}"
    typed = {"to": str(council.organisation), "first": str(APRIL)}
    answer = await desk.client.submit(f"{base}/hand-over", typed)
    assert answer.headers["location"] == f"{base}/hand-over?said=offered#said"
    return series, base


async def door_of(client: Client) -> str:
    """Where the offer stands, as the desk of the council leads to it."""
    [found] = re.findall(rf'href="({COUNCIL}/hand-overs/[^"]+)"', (await client.get(COUNCIL)).text)
    return str(found)


async def test_the_council_sees_what_it_would_take_on_and_says_yes(
    desk: Desk, council: House, clock: Clock
) -> None:
    series, base = await offered(desk, council)
    client = await at_council(desk, clock)
    page = await door_of(client)
    text = (await client.get(page)).text
    assert [words in text for words in ("なぎの会", "2027年4月1日", "毎月1日・25日")] == [True] * 3
    for _ in range(2):
        assert (await client.submit(page, {"act": "accept"})).status_code == 303
    assert "引き受けました。" in (await client.get(page)).text
    assert (await client.submit(page, {"act": "decline"})).status_code == 409
    owner = await owner_on(series, APRIL)
    assert owner is not None and owner.id == council.organisation
    assert "から、shakyoの会が受けもちます。" in (await desk.client.get(base)).text


async def test_from_the_day_on_one_changes_it_and_the_other_reads(
    desk: Desk, council: House, clock: Clock
) -> None:
    series, base = await offered(desk, council)
    client = await at_council(desk, clock)
    await client.submit(await door_of(client), {"act": "accept"})
    theirs = f"{COUNCIL}/series/{series}"
    line = (await lines_of(series))[0]
    before = [
        (await desk.client.get(f"{base}/lines/{line}")).status_code,
        (await client.get(f"{theirs}/lines/{line}")).status_code,
        (await client.get(f"{theirs}/dates")).status_code,
    ]
    assert before == [200, 403, 200]
    clock.now = clock.now.replace(year=2027, month=4, day=2)
    await desk.client.sign_in(ORGANISER)
    await client.sign_in("shakyo@example.org")
    after = [
        (await desk.client.get(f"{base}/lines/{line}")).status_code,
        (await desk.client.get(f"{base}/edit")).status_code,
        (await client.get(f"{theirs}/lines/{line}")).status_code,
        (await client.get(f"{theirs}/edit")).status_code,
    ]
    assert after == [404, 403, 200, 200]
    read = (await desk.client.get(base)).text
    assert ("いまはshakyoの会が受けもっています。" in read, f"{base}/edit" in read) == (True, False)
    march = [each for each in await sessions_of(series) if str(each.date) == "2027-03-25"]
    assert (await desk.client.get(f"{BASE}/sessions/{march[0].id}")).status_code == 200
    home = (await desk.client.get(BASE)).text
    assert "引き継いだ定例（見るだけ）" in home


async def test_the_feed_and_the_address_stay(desk: Desk, council: House, clock: Clock) -> None:
    series, _ = await offered(desk, council)
    slug = (await sessions_of(series))[0].series.slug
    uids = re.compile(r"^UID:(.+?)\r?$", re.MULTILINE)
    before = uids.findall((await desk.client.get(f"/feeds/series/{slug}.ics")).text)
    client = await at_council(desk, clock)
    await client.submit(await door_of(client), {"act": "accept"})
    after = uids.findall((await desk.client.get(f"/feeds/series/{slug}.ics")).text)
    assert (after, len(after) > 20, (await desk.client.get(f"/series/{slug}")).status_code) == (
        before,
        True,
        200,
    )


async def test_an_offer_is_taken_back(desk: Desk, council: House, clock: Clock) -> None:
    _, base = await offered(desk, council)
    page = f"{base}/hand-over"
    text = (await desk.client.get(page)).text
    assert "この団体には、返事のできる方がまだいません。" in text
    [offer] = re.findall(r'name="offer" value="([^"]+)"', text)
    done = await desk.client.submit(page, {"act": "withdraw", "offer": offer})
    assert "引き継ぎの申し出をとりやめました。" in (await desk.client.get(done.headers["location"])).text
    client = await at_council(desk, clock)
    answer = await client.submit(f"{COUNCIL}/hand-overs/{offer}", {"act": "accept"})
    assert answer.status_code == 409 or "とりやめになりました" in answer.text


async def test_what_cannot_be_is_said_beside_its_field(desk: Desk, council: House) -> None:
    series = await desk.house.series()
    page = f"{BASE}/series/{series}/hand-over"
    refused = await desk.client.submit(page, {"to": "", "first": "2026-01-01"})
    assert refused.status_code == 422 and 'value="2026-01-01"' in refused.text
    past = await desk.client.submit(page, {"to": str(council.organisation), "first": "2026-01-01"})
    assert (past.status_code, "これからの日を選んでください。" in past.text) == (422, True)


async def test_an_offer_to_others_is_not_found(desk: Desk, council: House, clock: Clock) -> None:
    await offered(desk, council)
    client = await at_council(desk, clock)
    page = (await door_of(client)).replace(COUNCIL, BASE)
    assert (await desk.client.get(page)).status_code == 404


async def test_what_is_settled_is_ticked_off_on_the_desk(desk: Desk, council: House, clock: Clock) -> None:
    await offered(desk, council)
    client = await at_council(desk, clock)
    await client.submit(await door_of(client), {"act": "decline"})
    [task] = re.findall(r'name="task" value="([^"]+)"', (await desk.client.get(BASE)).text)
    # Another organisation's word counts nothing here.
    await client.submit(f"{COUNCIL}/series/new", {"task": task}, f"{COUNCIL}/tasks")
    assert len(await open_tasks(desk.organisation)) == 1
    for _ in range(2):
        answer = await desk.client.submit(BASE, {"task": task}, f"{BASE}/tasks")
        assert answer.status_code == 303
    assert await open_tasks(desk.organisation) == ()


async def test_what_follows_a_series_is_handed_over_by_itself(desk: Desk) -> None:
    salon = await desk.house.series()
    talk = await desk.house.series_of(title="相談", parent_id=salon)
    text = (await desk.client.get(f"{BASE}/series/{salon}/hand-over")).text
    assert f'<a href="{BASE}/series/{talk}/hand-over">相談</a>' in text
