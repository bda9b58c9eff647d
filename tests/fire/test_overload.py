"""More people than can be served: some wait, the others are told so at once and gently, and nobody is told anything untrue."""

import asyncio
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import httpx
import pytest
from msgspec import Struct

from app.storage.engine import SQLITE_PREFIX, opened, rows
from tests.fire.asking import Answer, Line
from tests.fire.serving import Fire, Place, salons
from tests.rig.client import TOKEN

LONGEST_QUEUE = 20
PEOPLE = 60
A_MOMENT = 0.7
SHORTER = "from app.storage import transactions; transactions.LONGEST_QUEUE = {};from app.__main__ import main; main()"


class Crowded(Struct, frozen=True):
    """A server whose file another process holds, and people who have all asked for a place."""

    fire: Fire
    place: Place
    asking: list[asyncio.Task[Answer]]

    def told(self) -> list[Answer]:
        """The answers so far."""
        return [task.result() for task in self.asking if task.done()]


@asynccontextmanager
async def crowded(address: str, log: Path, longest: int) -> AsyncIterator[Crowded]:
    """Nothing can be written inside the block."""
    [place] = await salons(address, 1, {("online", "talk"): None})
    fire = Fire(address, log)
    fire.command[1:3] = ["-c", SHORTER.format(longest)]
    with fire, closing(sqlite3.connect(address.removeprefix(SQLITE_PREFIX), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        asking = [asyncio.create_task(reserve(fire.port, place, number)) for number in range(PEOPLE)]
        await asyncio.sleep(A_MOMENT)
        yield Crowded(fire, place, asking)
        other.execute("ROLLBACK")
        await asyncio.gather(*asking)


async def reserve(port: int, place: Place, number: int) -> Answer:
    body = {"nickname": f"{number}番", "mode": "online", "seat": "talk"}
    path = f"/api/sessions/{place.id}/reservations"
    line = Line(port)
    answer = await line.ask("POST", path, body, Idempotency_Key=f"{number:030}")
    line.hang_up()
    return answer


async def test_who_finds_the_queue_full_is_told_at_once_and_who_waits_is_served(
    sqlite_address: str, tmp_path: Path
) -> None:
    async with crowded(sqlite_address, tmp_path / "log", LONGEST_QUEUE) as crowd:
        told = crowd.told()
        page = await typed_page(crowd)
    assert [(answer.status, answer.headers["retry-after"]) for answer in told] == [(503, "5")] * len(told)
    assert {answer.json["error"] for answer in told} == {"overloaded"}
    assert "混み合っています" in page and "ひだまり" in page and "locked" not in page
    answers = [task.result() for task in crowd.asking]
    granted = [answer.json["id"] for answer in answers if answer.status == 201]
    # The minute's tidying may have a place in the queue as well.
    assert LONGEST_QUEUE - 1 <= len(granted) <= LONGEST_QUEUE
    assert {answer.status for answer in answers} == {201, 503}
    async with opened(sqlite_address):
        assert sorted(str(row["id"]) for row in await rows("SELECT id FROM reservation")) == sorted(granted)


async def typed_page(crowd: Crowded) -> str:
    """What somebody reads who fills in the form just now. Pages are served all the while."""
    path = f"{crowd.fire.url}/sessions/{crowd.place.id}/reserve"
    async with httpx.AsyncClient(trust_env=False) as browser:
        token = TOKEN.search((await browser.get(path)).text)
        assert token
        typed = {"_csrf_token": token[1], "nonce": "n" * 32, "nickname": "ひだまり", "place": "online:talk"}
        answer = await browser.post(path, data=typed)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    return answer.text


@pytest.mark.soak
async def test_with_a_queue_without_end_nobody_would_be_told_anything(
    sqlite_address: str, tmp_path: Path
) -> None:
    """The control."""
    async with crowded(sqlite_address, tmp_path / "log", sys.maxsize) as crowd:
        assert crowd.told() == []
    assert {task.result().status for task in crowd.asking} == {201}
