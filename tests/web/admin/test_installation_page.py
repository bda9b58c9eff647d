"""The page of whoever looks after the server: organisations, venues, those who begin there, accounts; no nicknames."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import httpx
import pytest

from app.storage.engine import rows
from app.storage.organisations import organisation_by_slug
from tests.rig.client import PASSWORD, Client, application, client_of, settings_for, staff_member
from tests.rig.clock import Clock
from tests.rig.databases import Database
from tests.rig.town import add_organisation

HERE = "/staff/installation"
TARO = "taro@example.org"


@pytest.fixture
async def admin(sqlite_database: Database, clock: Clock) -> AsyncIterator[Client]:
    mail = await staff_member("admin@example.org", "admin", clock)
    async with application(sqlite_database.address, clock) as client:
        await client.sign_in(mail)
        yield client


async def sent(admin: Client, **typed: Any) -> httpx.Response:
    return await admin.submit(HERE, {name: str(value) for name, value in typed.items()})


def link_in(answer: httpx.Response) -> str:
    """The path of the link on a page."""
    return answer.text.split('id="staff-link">')[1].split("<", maxsplit=1)[0].split("8000")[1]


async def joined(admin: Client, path: str) -> Client:
    """Taro, in a browser of his own, by a link."""
    browser = client_of(admin.app, settings_for(""))
    await browser.get(path)
    await browser.submit("/staff/join", {"mail": TARO, "password": PASSWORD})
    return browser


async def test_an_organisation_is_added_once_and_its_first_organiser_invited(admin: Client) -> None:
    form = uuid4()
    for _ in range(2):
        new = {"act": "organisation", "form": form, "name": " なぎの会 ", "slug": "nagi", "area": "狛江市"}
        assert (await sent(admin, **new)).headers["location"] == f"{HERE}?said=organisation"
    found = await organisation_by_slug("nagi")
    assert found is not None
    assert (found.name, found.area, await rows("SELECT COUNT(*) AS n FROM organisation")) == (
        "なぎの会",
        "狛江市",
        [{"n": 1}],
    )
    answer = await sent(admin, act="organiser", link=uuid4(), place=found.id)
    taro = await joined(admin, link_in(answer))
    assert (await taro.get("/staff/organisations/nagi/series/new")).status_code == 200
    assert (await admin.get("/staff/organisations/nagi")).status_code == 403


async def test_a_venue_is_added_and_its_manager_invited(admin: Client) -> None:
    await sent(admin, act="venue", form=uuid4(), name="なぎの家", slug="nagi-house", address="どこか1-2-3")
    [venue] = await rows("SELECT id, address_public FROM venue")
    answer = await sent(admin, act="manager", link=uuid4(), place=venue["id"])
    taro = await joined(admin, link_in(answer))
    assert ((await taro.get("/staff/venues/nagi-house/rooms")).status_code, venue["address_public"]) == (
        200,
        False,
    )


async def test_what_cannot_be_stands_beside_its_field_and_what_was_typed_is_kept(admin: Client) -> None:
    await add_organisation("nagi")
    for typed, said in (
        ({"act": "organisation", "name": " ", "area": "狛江市"}, "ここを書いてください"),
        ({"act": "organisation", "name": "なぎ", "slug": "nagi", "area": "狛江市"}, "もう使われています"),
        ({"act": "organisation", "name": "なぎ", "slug": "なぎ", "area": "狛江市"}, "英小文字"),
        ({"act": "venue", "name": "", "area": "狛江市"}, "ここを書いてください"),
    ):
        answer = await sent(admin, form=uuid4(), **typed)
        assert (answer.status_code, said in answer.text, 'value="狛江市"' in answer.text) == (422, True, True)
    for act in ("organiser", "manager", "x"):
        assert (await sent(admin, act=act, link=uuid4(), place=uuid4())).status_code == 404


async def test_an_account_gets_a_password_link_and_is_ended(admin: Client, clock: Clock) -> None:
    await add_organisation("ward")
    await staff_member("other@example.org", "organiser", clock, organisation="ward")
    await staff_member(TARO, "organiser", clock, organisation="ward")
    link = link_in(await sent(admin, act="password", link=uuid4(), mail=f" {TARO.upper()} "))
    assert link.startswith("/staff/password/")
    unknown = await sent(admin, act="password", link=uuid4(), mail="nobody@example.org")
    unsure = await sent(admin, act="end", link=uuid4(), mail=TARO)
    own = await sent(admin, act="end", link=uuid4(), mail="admin@example.org", sure="yes")
    assert [each.status_code for each in (unknown, unsure, own)] == [422, 422, 409]
    taro = client_of(admin.app, settings_for(""))
    await taro.sign_in(TARO)
    await sent(admin, act="end", link=uuid4(), mail=TARO, sure="yes")
    assert (await taro.get("/staff")).status_code == 303
    last = await sent(admin, act="end", link=uuid4(), mail="other@example.org", sure="yes")
    assert (last.status_code, "先に、ほかの方を主催として" in last.text) == (409, True)
