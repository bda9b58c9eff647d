"""Guessing is made slow and nobody is locked out; and the second step over the pages."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from pyotp import TOTP

from app.actions.own_account import begin_second_step
from app.domain.second_step import key_of
from app.storage.engine import rows
from app.storage.second_step import new_salt
from app.web import limits as module
from app.web.limits import Limits
from tests.rig.client import PASSWORD, SECRET, Client, application, client_of, settings_for, staff_member
from tests.rig.clock import Clock
from tests.rig.databases import Database

MAIL = "hanako@example.org"


@pytest.fixture
async def limited(sqlite_database: Database, clock: Clock) -> AsyncIterator[Client]:
    await staff_member(MAIL, "admin", clock)
    async with application(sqlite_database.address, clock, rate_limit=True, trusted_proxies=1) as client:
        yield client


async def guess(client: Client, network: int, password: str = "wrong") -> int:
    client.headers["x-forwarded-for"] = f"10.{network // 256}.{network % 256}.7"
    return (await client.sign_in(MAIL, password)).status_code


async def at_once(client: Client, count: int) -> list[int]:
    """Guesses from one network, all on their way before the first is answered."""
    browsers = [client_of(client.app, settings_for("")) for _ in range(count)]
    return sorted(await asyncio.gather(*(guess(browser, 1) for browser in browsers)))


async def test_guesses_that_are_sent_at_once_are_counted_before_the_first_is_answered(
    limited: Client,
) -> None:
    assert await at_once(limited, 25) == [422] * 10 + [429] * 15


async def test_counted_afterwards_they_would_all_pass(
    limited: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: a look before the work, as it was."""
    monkeypatch.setattr(Limits, "spend", Limits.check)
    assert await at_once(limited, 25) == [422] * 25


async def test_right_passwords_use_no_tries_up(limited: Client) -> None:
    assert [await guess(limited, 1, PASSWORD) for _ in range(15)] == [303] * 15


async def test_guesses_at_one_address_from_everywhere_are_slow_and_its_owner_gets_in(
    limited: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited = Waited()
    monkeypatch.setattr(module, "asyncio", waited)
    for network in range(32):
        await guess(limited, network)
    assert (await guess(limited, 99, PASSWORD), waited.seconds) == (303, [2.0] * 3)


class Waited:
    """Stands for asyncio where tries are counted: nobody waits, and how long they would have is noted."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.seconds.append(seconds)


async def with_second_step(clock: Clock) -> str:
    """Hanako has one; its salt."""
    [row] = await rows("SELECT id FROM staff")
    salt, now = new_salt(), clock()
    code = TOTP(key_of(SECRET, row["id"], salt)).at(now)
    await begin_second_step(row["id"], salt, code, PASSWORD, here="", now=now, secret=SECRET)
    clock.move(minutes=1)
    return TOTP(key_of(SECRET, row["id"], salt)).at(clock())


def ticket_in(page: str) -> str:
    return page.split('name="ticket" value="')[1].split('"', maxsplit=1)[0]


async def test_a_password_leads_to_the_code_and_the_code_to_where_one_wanted_to_go(
    limited: Client, clock: Clock
) -> None:
    code = await with_second_step(clock)
    typed = {"mail": MAIL, "password": PASSWORD, "next": "/staff/account"}
    page = await limited.submit("/staff/sign-in", typed)
    assert (page.status_code, "staff" in limited.cookies) == (200, False)
    typed = {"ticket": ticket_in(page.text), "next": "/staff/account", "code": f" {code[:3]} {code[3:]} "}
    answer = await limited.submit("/staff/sign-in", typed, action="/staff/sign-in/code")
    assert (answer.status_code, answer.headers["location"]) == (303, "/staff/account")
    assert (await limited.get("/staff/account")).status_code == 200


async def test_codes_are_guessed_ten_times_in_ten_minutes_from_wherever_they_come(
    limited: Client, clock: Clock
) -> None:
    code = await with_second_step(clock)
    page = (await limited.submit("/staff/sign-in", {"mail": MAIL, "password": PASSWORD})).text
    typed = {"ticket": ticket_in(page), "code": "000000"}
    found = []
    for network in range(12):
        limited.headers["x-forwarded-for"] = f"10.9.{network}.7"
        answer = await limited.submit("/staff/sign-in", typed, action="/staff/sign-in/code")
        found.append(answer.status_code)
    right = await limited.submit("/staff/sign-in", {**typed, "code": code}, action="/staff/sign-in/code")
    assert (found, right.status_code) == ([422] * 10 + [429] * 2, 429)


async def test_a_ticket_of_nobody_leads_back_to_the_beginning(limited: Client) -> None:
    typed = {"ticket": "nobody", "code": "123456", "next": "https://elsewhere.example"}
    answer = await limited.submit("/staff/sign-in", typed, action="/staff/sign-in/code")
    assert (answer.status_code, "もう一度はじめから" in answer.text) == (422, True)
    assert "elsewhere" not in answer.text
