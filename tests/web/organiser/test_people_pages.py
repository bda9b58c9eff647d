"""担当の方: the pages on which people are let in, given roles, and ended; and the ways in."""

import re
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from app.storage.engine import rows
from app.storage.people import people_of
from tests.rig.client import PASSWORD, Client, client_of, settings_for, staff_member
from tests.rig.clock import Clock
from tests.rig.databases import Database
from tests.web.organiser.desk import BASE, ORGANISER, Desk, signed_in

TARO = "taro@example.org"
PEOPLE = f"{BASE}/people"
URL = re.compile(r'<code class="address" id="staff-link">http://[^/]+([^<]+)</code>')
ENDED = "このリンクは、もう使えません"


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """One engine: what the pages do is tested on both in tests/actions."""
    return sqlite_database


async def invited(desk: Desk, role: str = "viewer", **more: Any) -> str:
    """The path of a new link."""
    answer = await desk.client.submit(PEOPLE, {"act": "invite", "link": str(uuid4()), "role": role, **more})
    return str(URL.findall(answer.text)[0])


async def opened(desk: Desk, path: str, mail: str = "") -> tuple[Client, httpx.Response]:
    """Another browser, signed in where a mail is given, that followed a link."""
    browser = await signed_in(desk.client, mail) if mail else client_of(desk.client.app, settings_for(""))
    answer = await browser.get(path)
    return browser, await browser.get(answer.headers["location"]) if answer.status_code == 303 else answer


async def page_of(clock: Clock, role: Any = "viewer") -> tuple[UUID, str]:
    """Taro, who works here, and his page."""
    await staff_member(TARO, role, clock, organisation="ward")
    [row] = await rows("SELECT id FROM staff WHERE mail = {}", TARO)
    return row["id"], f"{PEOPLE}/{row['id']}"


async def test_a_link_leaves_the_address_at_once_and_joins_with_a_new_account(desk: Desk) -> None:
    path = await invited(desk)
    browser, page = await opened(desk, path)
    assert (page.url.path, "見るだけとして" in page.text, path.split("/")[-1] in page.text) == (
        "/staff/join",
        True,
        False,
    )
    answer = await browser.submit("/staff/join", {"mail": TARO, "password": "short"})
    assert (answer.status_code, f'value="{TARO}"' in answer.text, "short" in answer.text) == (
        422,
        True,
        False,
    )
    answer = await browser.submit("/staff/join", {"mail": TARO, "password": PASSWORD})
    assert (answer.status_code, "join" in browser.cookies, "staff" in browser.cookies) == (303, False, True)
    assert ENDED in (await opened(desk, path))[1].text


async def test_whoever_is_signed_in_takes_the_role_in_one_tap(desk: Desk, clock: Clock) -> None:
    await staff_member(TARO, "admin", clock)
    browser, page = await opened(desk, await invited(desk, "organiser"), TARO)
    assert f"{TARO} でログインしています" in page.text
    await browser.submit("/staff/join", {"act": "take"})
    assert (await browser.get(BASE)).status_code == 200


async def test_an_address_that_has_an_account_is_led_to_the_sign_in(desk: Desk) -> None:
    browser, _ = await opened(desk, await invited(desk))
    answer = await browser.submit("/staff/join", {"mail": ORGANISER, "password": PASSWORD})
    assert (answer.status_code, "もう登録されています" in answer.text) == (422, True)
    assert 'href="/staff/sign-in?next=/staff/join"' in answer.text


async def test_an_invitation_that_was_taken_back_lets_nobody_in(desk: Desk) -> None:
    path = await invited(desk)
    [row] = await rows("SELECT id FROM staff_link")
    await desk.client.submit(PEOPLE, {"act": "withdraw", "invitation": str(row["id"])})
    _, page = await opened(desk, path)
    assert (page.status_code, ENDED in page.text) == (410, True)


async def test_what_was_not_chosen_is_asked_for_and_the_choice_is_kept(desk: Desk) -> None:
    answer = await desk.client.submit(PEOPLE, {"act": "invite", "link": str(uuid4())})
    assert (answer.status_code, 'id="role-error"' in answer.text) == (422, True)
    for typed in ({"act": "invite", "link": "x", "role": "viewer"}, {"act": "invite", "role": "admin"}):
        assert (await desk.client.submit(PEOPLE, typed)).status_code == 422
    assert (await desk.client.submit(PEOPLE, {"act": "withdraw", "invitation": "x"})).status_code == 404


async def test_roles_are_changed_on_the_page_of_a_person(desk: Desk, clock: Clock) -> None:
    taro, page = await page_of(clock)
    refused = await desk.client.submit(page, {"act": "roles"})
    kept = await desk.client.submit(page, {"act": "roles", "roles": ["organiser", "viewer"]})
    assert (refused.status_code, kept.headers["location"]) == (422, f"{page}?said=roles")
    found = {each.id: each.roles for each in await people_of(desk.organisation)}
    assert found[taro] == ("organiser", "viewer")


async def test_a_password_link_is_made_on_the_page_and_chooses_a_new_one(desk: Desk, clock: Clock) -> None:
    _, page = await page_of(clock)
    answer = await desk.client.submit(page, {"act": "password", "link": str(uuid4())})
    browser, form = await opened(desk, URL.findall(answer.text)[0])
    assert (form.url.path, TARO in form.text) == ("/staff/password", True)
    weak = await browser.submit("/staff/password", {"password": "password123"})
    done = await browser.submit("/staff/password", {"password": "engawa to mikan to neko"})
    assert (weak.status_code, done.headers["location"]) == (422, "/staff/sign-in?said=password")
    assert (await browser.sign_in(TARO, "engawa to mikan to neko")).status_code == 303


async def test_somebody_who_works_elsewhere_too_is_sent_to_the_admin(desk: Desk, clock: Clock) -> None:
    _, page = await page_of(clock)
    await staff_member(TARO, "admin", clock)
    answer = await desk.client.submit(page, {"act": "password", "link": str(uuid4())})
    assert (answer.status_code, "サーバーの管理の方に" in answer.text) == (409, True)


async def test_the_last_organiser_is_told_to_invite_another_first(desk: Desk) -> None:
    [row] = await rows("SELECT id FROM staff")
    page = f"{PEOPLE}/{row['id']}"
    answer = await desk.client.submit(page, {"act": "end", "sure": "yes"})
    assert (answer.status_code, "先に、ほかの方を主催としてお招きください" in answer.text) == (409, True)


async def test_ending_asks_for_a_tick_and_signs_out(desk: Desk, clock: Clock) -> None:
    _, page = await page_of(clock)
    taro = await signed_in(desk.client, TARO)
    unsure = await desk.client.submit(page, {"act": "end"})
    there = (await taro.get(BASE)).status_code
    await desk.client.submit(page, {"act": "end", "sure": "yes"})
    assert (unsure.status_code, there, (await taro.get(BASE)).status_code) == (422, 200, 303)
    assert (await desk.client.get(page)).status_code == 404
