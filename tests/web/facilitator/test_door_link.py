"""The link of one session: what it opens, when, and that it opens nothing else."""

import logging
import re
from datetime import timedelta

import httpx
import pytest

from app.web.facilitator import keeper
from tests.actions.gathering import DAY
from tests.rig.client import Client, client_of, settings_for, staff_member
from tests.rig.clock import Clock
from tests.rig.town import add_pool, add_session
from tests.web.facilitator.door import BIG, NONCE, Door, door_of

TOKEN = re.compile(r"/staff/door/([\w-]{32})")
SEEN = re.compile(r'name="seen" value="(\d+)"')
DESK = "/staff/organisations/ward/sessions"


class Evening:
    """The door of a session, its organiser at the desk, and a helper's phone without a sign-in."""

    def __init__(self, door: Door, organiser: Client, helper: Client) -> None:
        self.door = door
        self.organiser = organiser
        self.helper = helper
        self.base = f"/staff/sessions/{door.where.id}"

    async def desk(self, act: str = "make") -> httpx.Response:
        """Tap a button about the link on the session's page."""
        page = f"{DESK}/{self.door.where.id}"
        found = SEEN.search((await self.organiser.get(page)).text)
        typed = {"seen": found[1] if found else "", "act": act}
        return await self.organiser.submit(page, typed, action=f"{page}/door")

    async def link(self) -> str:
        """The address that a new link has."""
        found = TOKEN.search((await self.desk()).text)
        assert found is not None
        return found[0]

    async def statuses(self, base: str = "") -> dict[str, int]:
        """What the helper's phone is answered."""
        parts = ("attendance", "sheet", "telephone", "board", "live", "capacity")
        base = base or self.base
        return {part: (await self.helper.get(f"{base}/{part}")).status_code for part in parts}


@pytest.fixture
async def evening(client: Client, clock: Clock) -> Evening:
    door = await door_of(client, clock)
    app, settings = client.app, settings_for("")
    organiser, helper = client_of(app, settings), client_of(app, settings)
    await organiser.sign_in(await staff_member("shusai@example.org", "organiser", clock, organisation="ward"))
    await door.take("みかん")
    return Evening(door, organiser, helper)


async def of_the_day(evening: Evening, clock: Clock) -> str:
    """The link, and the clock on the morning of its day."""
    link = await evening.link()
    clock.move(days=7, hours=-3)
    return link


async def test_a_helper_opens_one_door_and_nothing_else(evening: Evening, clock: Clock) -> None:
    link = await of_the_day(evening, clock)
    page = await evening.helper.get(link)
    assert (page.status_code, "みかん" in page.text) == (200, True)
    assert await evening.statuses() == {
        "attendance": 200, "sheet": 200, "telephone": 200, "board": 200, "live": 200, "capacity": 404,
    }  # fmt: skip
    tomorrow = await add_session(evening.door.where.series_id, DAY + timedelta(days=1))
    await add_pool(tomorrow, capacity=3)
    assert set((await evening.statuses(f"/staff/sessions/{tomorrow}")).values()) == {404}
    elsewhere = ("/staff", "/staff/sessions", f"{DESK}/{evening.door.where.id}")
    assert {(await evening.helper.get(each)).status_code for each in elsewhere} == {303}


async def test_a_helper_counts_welcomes_and_takes_calls(evening: Evening, clock: Clock) -> None:
    link = await of_the_day(evening, clock)
    page = (await evening.helper.get(link)).text
    nonce, pool = NONCE.search(page), await evening.door.where.pool()
    assert nonce is not None
    typed = {"nonce": nonce[1], "act": f"more:{pool.id}:1"}
    await evening.helper.submit(f"{evening.base}/attendance", typed)
    telephone = f"{evening.base}/telephone"
    typed = {"nonce": nonce[1], "place": "in_person:listener", "nickname": "でんわのひと"}
    assert (await evening.helper.submit(telephone, typed)).text.count("<li>") >= 4
    found = BIG.search((await evening.helper.get(link)).text)
    assert (found and found[1], len(await evening.door.where.names())) == ("1", 2)


async def test_afterwards_every_address_of_the_door_is_gone(evening: Evening, clock: Clock) -> None:
    link = await of_the_day(evening, clock)
    await evening.helper.get(link)
    clock.move(hours=14, minutes=59)
    before = set((await evening.statuses()).values())
    clock.move(minutes=1)
    after = set((await evening.statuses()).values())
    assert (before, after) == ({200, 404}, {410})


async def test_what_never_was_was_renewed_or_is_over_answers_the_same_bytes(
    evening: Evening, clock: Clock
) -> None:
    renewed, ended = await evening.link(), await evening.link()
    await evening.desk("end")
    over = await evening.link()
    clock.move(days=7, hours=12)
    addresses = (renewed, ended, over, "/staff/door/unknown", f"/staff/door/{'A' * 32}")
    answers = [await evening.helper.get(each) for each in addresses]
    assert [answer.status_code for answer in answers] == [410] * 5
    assert len({answer.content for answer in answers}) == 1


async def test_a_link_of_a_later_day_says_from_when_it_opens(evening: Evening) -> None:
    page = await evening.helper.get(await evening.link())
    assert (page.status_code, "11月21日（土）の0時からひらけます" in page.text) == (409, True)
    assert ("みかん" in page.text, "door" in evening.helper.cookies) == (False, False)


async def test_the_page_and_its_cookie_keep_the_link_to_themselves(evening: Evening, clock: Clock) -> None:
    link = await of_the_day(evening, clock)
    answer = await evening.helper.get(link)
    headers = {name: answer.headers[name] for name in ("cache-control", "referrer-policy")}
    assert headers == {"cache-control": "no-store", "referrer-policy": "no-referrer"}
    [cookie] = [each for each in answer.headers.get_list("set-cookie") if each.startswith("door=")]
    parts = {part.strip().lower() for part in cookie.split(";")[1:]}
    # Fifteen hours to midnight and a day, in which the phone is told that the door is closed.
    assert parts == {"httponly", "samesite=lax", "path=/", f"max-age={39 * 3600}"}
    assert link.rsplit("/", 1)[1] not in answer.text


async def test_the_link_stands_in_no_log(
    evening: Evening, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    link = await of_the_day(evening, clock)
    await evening.helper.get(link)
    assert "GET /staff/door/{token} 200" in caplog.text
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("hidamari")]
    assert link.rsplit("/", 1)[1] not in "".join(ours)


async def test_a_borrowed_phone_keeps_nothing_once_it_is_left(evening: Evening, clock: Clock) -> None:
    await evening.helper.get(await of_the_day(evening, clock))
    left = await evening.helper.submit(f"{evening.base}/attendance", {}, action="/staff/door/leave")
    assert (left.status_code, left.headers["clear-site-data"]) == (303, '"cache", "storage"')
    assert set((await evening.statuses()).values()) == {303}


async def test_the_link_is_shown_once(evening: Evening) -> None:
    token = (await evening.link()).rsplit("/", 1)[1]
    page = (await evening.organiser.get(f"{DESK}/{evening.door.where.id}")).text
    assert (token in page, "作り直す" in page, "使えなくする" in page) == (False, True, True)


async def test_a_facilitator_makes_no_link(evening: Evening) -> None:
    typed = {"seen": "0", "act": "make"}
    answer = await evening.door.client.submit(
        evening.door.page, typed, action=f"{DESK}/{evening.door.where.id}/door"
    )
    assert answer.status_code == 403


async def test_an_old_link_does_not_keep_staff_from_their_own_door(evening: Evening, clock: Clock) -> None:
    evening.door.client.cookies.set("door", "A" * 32)
    assert (await evening.door.client.get(evening.door.page)).status_code == 200


async def test_a_link_that_asked_for_no_session_would_show(
    evening: Evening, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: a link that opens every door."""
    monkeypatch.setattr(keeper.Keeper, "sees", lambda *_: True)
    await evening.helper.get(await of_the_day(evening, clock))
    tomorrow = await add_session(evening.door.where.series_id, DAY + timedelta(days=1))
    assert (await evening.helper.get(f"/staff/sessions/{tomorrow}/attendance")).status_code == 200
