"""Kept answers that are given before the application is asked: the same in everything, and never older than a second."""

import logging
import sqlite3
import time
from typing import Any

import httpx
import pytest

from app.storage import transactions, versions
from app.storage.transactions import write
from app.web import ready
from tests.rig import town
from tests.rig.client import Client, application
from tests.rig.clock import Clock
from tests.rig.databases import Database
from tests.web.test_conditional import Counting

PAGES = ("/", "/?lang=en", "/venues/house", "/feeds/all.ics", "/feeds/venues/house.ics?titles=discreet")

# Seconds; a second and less in a quiet house.
A_BUSY_MACHINE = 30.0


@pytest.fixture
async def client(sqlite_database: Database, clock: Clock) -> Any:
    async with application(sqlite_database.address, clock) as client:
        yield client


@pytest.fixture
def counting(client: Client) -> Counting:
    counting = Counting()
    for route in counting.routes():
        client.app.register(route)
    return counting


def all_of(answer: httpx.Response) -> tuple[int, dict[str, str], bytes]:
    return answer.status_code, dict(answer.headers), answer.content


async def touch(clock: Clock) -> None:
    await write(lambda: versions.touch("programme", clock()))


@pytest.mark.parametrize("address", PAGES)
async def test_the_second_answer_is_the_first_one_in_everything(client: Client, address: str) -> None:
    await town.add_venue("house")
    first = await client.get(address)
    asked: list[dict[str, str]] = [{}, {"If-None-Match": first.headers["etag"]}, {"If-None-Match": '"x"'}]
    second = [await client.get(address, headers=headers) for headers in asked]
    head = await client.head(address)
    assert all_of(second[0]) == all_of(second[2]) == all_of(first)
    assert (second[1].status_code, second[1].content) == (304, b"")
    assert (head.status_code, dict(head.headers), head.content) == (200, dict(first.headers), b"")


async def test_the_log_names_the_route_of_what_was_kept(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    await town.add_venue("house")
    with caplog.at_level(logging.INFO, "hidamari"):
        for _ in range(2):
            await client.get("/venues/house")
    assert [record.getMessage().rsplit(" ", 1)[0] for record in caplog.records] == [
        "GET /venues/{slug} 200",
        "GET /venues/{slug} 200",
    ]


async def test_a_write_of_this_process_is_seen_at_once(
    client: Client, counting: Counting, clock: Clock
) -> None:
    seen = []
    for _ in range(3):
        seen += [(await client.get("/list")).text, (await client.get("/list")).text]
        await touch(clock)
    assert seen == ["made 1", "made 1", "made 2", "made 2", "made 3", "made 3"]


async def test_without_counting_its_writes_it_would_not_be(
    client: Client, counting: Counting, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Blind:
        length = 0

        @property
        def done(self) -> int:
            return 0

        @done.setter
        def done(self, _: int) -> None: ...

    blind = Blind()
    monkeypatch.setattr(transactions, "QUEUE", blind)
    monkeypatch.setattr(versions, "QUEUE", blind)
    for _ in range(2):
        await client.get("/list")
    await touch(clock)
    assert (await client.get("/list")).text == "made 1"


async def test_a_write_of_another_process_is_seen_soon(
    client: Client, counting: Counting, sqlite_database: Database
) -> None:
    await write(lambda: versions.touch("programme", town.LONG_AGO))
    for _ in range(2):
        await client.get("/list")
    with sqlite3.connect(sqlite_database.address.removeprefix("sqlite:///")) as other:
        other.execute("UPDATE version SET number = number + 1")
    until = time.monotonic() + A_BUSY_MACHINE
    while (await client.get("/list")).text == "made 1":
        assert time.monotonic() < until
    assert counting.made == 2


async def test_a_page_is_made_anew_for_the_next_five_minutes_and_a_feed_is_not(
    client: Client, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    for address in ("/", "/feeds/all.ics"):
        for _ in range(2):
            await client.get(address)
    before = [(await client.get(address)).headers["last-modified"] for address in ("/", "/feeds/all.ics")]
    clock.move(minutes=6)
    after = [(await client.get(address)).headers["last-modified"] for address in ("/", "/feeds/all.ics")]
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, True]


async def test_nobody_keeps_a_ready_answer_beyond_midnight(
    client: Client, counting: Counting, clock: Clock
) -> None:
    ages = []
    for seconds in (0, 0, 11 * 3600 + 59 * 60 + 50, 10):
        clock.move(seconds=seconds)
        ages.append((await client.get("/list")).headers["cache-control"].removeprefix("public, max-age="))
    assert ages == ["60", "60", "10", "60"]


async def test_an_endless_address_is_not_remembered(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    noted: list[object] = []
    monkeypatch.setattr(ready.Ready, "note", lambda _self, address, _noted: noted.append(address))
    for query in ("", "x=1", "x=" + "1" * ready.LONGEST_QUERY):
        assert (await client.get(f"/feeds/all.ics?{query}")).status_code == 200
    assert noted == [("/feeds/all.ics", b""), ("/feeds/all.ics", b"x=1")]


async def test_only_so_many_addresses_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, "MOST_ANSWERS", 2)
    layer: Any = ready.Ready(None, None)  # type: ignore[arg-type]
    for address in "abac":
        layer.note(address, None)
    assert list(layer.noted) == ["a", "c"]
