import asyncio
import secrets
from typing import Any

import pytest
from litestar.connection import ASGIConnection

from app.domain.errors import TooMany
from app.web import limits as module
from app.web.limits import Limit, Limits, Rate, address_of, network
from tests.rig.client import application
from tests.rig.clock import Clock
from tests.rig.databases import Database

THREE = Limit("words", client=Rate(3, 60), everyone=Rate(5, 60))


def asking(address: str = "192.0.2.1", forwarded: str = "") -> ASGIConnection[Any, Any, Any, Any]:
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    return ASGIConnection({"type": "http", "client": (address, 1), "headers": headers})  # type: ignore[arg-type]


@pytest.fixture
def limits(clock: Clock) -> Limits:
    return Limits(clock, secrets.token_bytes)


def tries(limits: Limits, address: str, count: int) -> list[bool]:
    return [allowed(limits, address) for _ in range(count)]


def allowed(limits: Limits, address: str) -> bool:
    try:
        limits.spend(asking(address), THREE)
    except TooMany:
        return False
    return True


def test_a_client_may_try_so_often_and_again_later(limits: Limits, clock: Clock) -> None:
    first = tries(limits, "192.0.2.1", 4)
    clock.move(seconds=59)
    soon = tries(limits, "192.0.2.1", 1)
    clock.move(seconds=1)
    assert (first, soon, tries(limits, "192.0.2.1", 1)) == ([True] * 3 + [False], [False], [True])


def test_a_neighbour_counts_as_the_same_and_a_stranger_does_not(limits: Limits) -> None:
    tries(limits, "192.0.2.1", 3)
    assert [allowed(limits, address) for address in ("192.0.2.200", "192.0.3.1")] == [False, True]


def test_all_together_have_a_limit_of_their_own(limits: Limits) -> None:
    assert [allowed(limits, f"10.0.{number}.1") for number in range(7)] == [True] * 5 + [False] * 2


def test_how_long_to_wait_is_said(limits: Limits, clock: Clock) -> None:
    tries(limits, "192.0.2.1", 3)
    clock.move(seconds=20)
    with pytest.raises(TooMany) as refusal:
        limits.spend(asking(), THREE)
    assert refusal.value.seconds == 40


def test_a_clock_that_is_put_back_keeps_nobody_waiting(limits: Limits, clock: Clock) -> None:
    assert not all(tries(limits, "192.0.2.1", 4))
    clock.move(hours=-1)
    assert allowed(limits, "192.0.2.1")


def test_a_look_counts_nothing(limits: Limits) -> None:
    for _ in range(10):
        limits.check(asking(), THREE)
    assert tries(limits, "192.0.2.1", 3) == [True] * 3


def test_switched_off_everything_passes(clock: Clock) -> None:
    assert tries(Limits(clock, secrets.token_bytes, on=False), "192.0.2.1", 20) == [True] * 20


def test_a_new_day_forgets_salt_and_tries(limits: Limits, clock: Clock) -> None:
    tries(limits, "192.0.2.1", 3)
    salt = limits.salt
    clock.move(days=1)
    assert (allowed(limits, "192.0.2.1"), limits.salt != salt, len(limits.tries)) == (True, True, 2)


def test_no_address_is_remembered(limits: Limits) -> None:
    tries(limits, "192.0.2.1", 3)
    assert "192.0.2" not in repr(limits.tries) + repr(vars(limits))


def test_memory_stays_bounded(limits: Limits, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BUCKETS", 10)
    limit = Limit("reading", client=Rate(3, 60))
    for number in range(100):
        limits.spend(asking(f"10.{number}.0.1"), limit)
    assert len(limits.tries) <= 11


async def test_slowing_down_refuses_nobody(limits: Limits, monkeypatch: pytest.MonkeyPatch) -> None:
    waited = []

    async def pause(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", pause)
    for _ in range(5):
        await limits.slow_down(asking(), THREE)
    assert waited == [module.SLOW_SECONDS] * 2


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "6.6.6.6, 203.0.113.9", "203.0.113.9"),
        (2, "6.6.6.6, 203.0.113.9, 10.0.0.1", "203.0.113.9"),
        (2, "203.0.113.9", "203.0.113.9"),
    ],
)
def test_only_our_own_proxies_are_believed(proxies: int, forwarded: str, address: str) -> None:
    assert address_of(asking(forwarded=forwarded), proxies) == address


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2::3", "2001:db8:1::/48"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("testclient", "0.0.0.0"),
    ],
)
def test_only_the_network_counts(address: str, found: str) -> None:
    assert network(address) == found


async def test_a_flood_of_changes_is_asked_to_wait(sqlite_database: Database, clock: Clock) -> None:
    async with application(sqlite_database.address, clock, rate_limit=True) as client:
        answers = [await client.post("/staff/sign-in") for _ in range(121)]
        reading = await client.get("/healthz")
    assert [answer.status_code for answer in answers] == [403] * 120 + [429]
    assert (answers[-1].headers["retry-after"], reading.status_code) == ("60", 200)
    assert "もう一度" in answers[-1].text
