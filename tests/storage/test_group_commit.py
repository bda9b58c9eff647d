"""Writes that come together share a commit, and each of them is as safe as if it had been alone."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing

import pytest

from app.domain.errors import Overloaded, PoolFull
from app.storage import sqlite_connections
from app.storage.engine import DB, opened, rows
from app.storage.sqlite_group import SharedTransaction
from app.storage.transactions import write
from tests.rig.databases import Database

TOGETHER = 40
MOMENT = 0.05


async def add(name: str) -> None:
    await rows("INSERT INTO lease VALUES ({}, 'me', '2026-01-01 00:00:00+00:00')", name)


async def names() -> list[str]:
    return [row["name"] for row in await rows("SELECT name FROM lease ORDER BY name")]


async def many(*works: Callable[[], Awaitable[object]]) -> list[object]:
    """What became of writes that were asked for at the same moment."""
    return await asyncio.gather(*(write(work) for work in works), return_exceptions=True)


def adding(name: str) -> Callable[[], Awaitable[str]]:
    async def work() -> str:
        await add(name)
        return name

    return work


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement that SQLite runs from here on."""
    seen: list[str] = []
    real = sqlite_connections.open_connection

    def watched(path: str) -> sqlite3.Connection:
        connection = real(path)
        connection.set_trace_callback(seen.append)
        return connection

    monkeypatch.setattr(sqlite_connections, "open_connection", watched)
    return seen


async def test_forty_writes_at_once_share_few_commits(statements: list[str], sqlite_address: str) -> None:
    async with opened(sqlite_address):
        await many(*(adding(f"{number:02}") for number in range(TOGETHER)))
        assert len(await names()) == TOGETHER
        assert statements.count("SAVEPOINT one") == TOGETHER
        assert statements.count("COMMIT") <= 3


def is_on_disk(address: str, name: str) -> bool:
    """Whether another process sees it."""
    with closing(sqlite3.connect(address.removeprefix("sqlite:///"))) as store:
        return bool(store.execute("SELECT 1 FROM lease WHERE name = ?", [name]).fetchall())


async def told_before_kept(address: str) -> list[str]:
    """The writes whose task went on before they were on the disk."""

    async def one(name: str) -> bool:
        await write(adding(name))
        return is_on_disk(address, name)

    wanted = [f"{number:02}" for number in range(TOGETHER)]
    kept = await asyncio.gather(*(one(name) for name in wanted))
    return [name for name, found in zip(wanted, kept, strict=True) if not found]


async def test_nobody_is_told_before_it_is_on_the_disk(sqlite_database: Database) -> None:
    assert await told_before_kept(sqlite_database.address) == []


async def test_without_waiting_for_the_commit_people_would_be_told_too_early(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: go on when the savepoint is released."""

    async def hasty(self: SharedTransaction, kind: object, error: object, _: object) -> bool:
        self.engine.current_transaction.reset(self.context)
        self._end(failed=error is not None)
        self.turn.through.set_result(None)
        return False

    monkeypatch.setattr(SharedTransaction, "__aexit__", hasty)
    assert await told_before_kept(sqlite_database.address) != []
    await asyncio.sleep(MOMENT)


async def test_a_refusal_takes_back_itself_and_no_other(sqlite_database: Database) -> None:
    async def refused() -> None:
        await add("refused")
        raise PoolFull

    ends = await many(adding("a"), refused, adding("b"))
    assert [ends[0], type(ends[1]), ends[2]] == ["a", PoolFull, "b"]
    assert await names() == ["a", "b"]


async def test_a_wrong_statement_takes_back_itself_and_no_other(sqlite_database: Database) -> None:
    async def wrong() -> None:
        await add("wrong")
        await rows("SELECT 1 FROM nowhere")

    ends = await many(adding("a"), wrong, adding("b"))
    assert [ends[0], type(ends[1]), ends[2]] == ["a", sqlite3.OperationalError, "b"]
    assert await names() == ["a", "b"]


async def test_who_is_cancelled_in_the_middle_leaves_nothing_and_holds_nobody_up(
    sqlite_database: Database,
) -> None:
    async def sleeps() -> None:
        await add("asleep")
        await asyncio.sleep(30)

    asleep = asyncio.create_task(write(sleeps))
    others = asyncio.create_task(many(adding("a"), adding("b")))
    await asyncio.sleep(MOMENT)
    asleep.cancel()
    assert (await others, await names()) == (["a", "b"], ["a", "b"])


async def test_who_is_cancelled_in_the_queue_is_passed_over(sqlite_database: Database) -> None:
    first = asyncio.create_task(write(adding("a")))
    waiting = asyncio.create_task(write(adding("b")))
    await asyncio.sleep(0)
    waiting.cancel()
    assert (await first, await write(adding("c"))) == ("a", "c")
    assert await names() == ["a", "c"]


async def test_what_another_brings_down_runs_again(sqlite_database: Database) -> None:
    """As SQLite does itself where the disk is full in the middle of a statement."""

    async def brings_all_down() -> None:
        await rows("ROLLBACK")
        raise sqlite3.OperationalError("the whole transaction is gone")

    ends = await many(adding("a"), adding("b"), brings_all_down, adding("c"))
    assert [*ends[:2], type(ends[2]), ends[3]] == ["a", "b", sqlite3.OperationalError, "c"]
    assert await names() == ["a", "b", "c"]


async def test_a_commit_that_fails_is_told_to_everybody_in_it(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.storage.transactions.TRIES_TO_BE_UNIQUE", 1)

    async def breaks_the_commit() -> None:
        await rows("PRAGMA defer_foreign_keys = ON")
        await rows("INSERT INTO nonce VALUES ('a', 'no session')")

    ends = await many(adding("a"), breaks_the_commit, adding("b"))
    assert [type(end) for end in ends] == [sqlite3.IntegrityError] * 3
    assert (await names(), await write(adding("later")), await names()) == ([], "later", ["later"])


async def test_a_file_that_another_process_holds_is_overload_for_all_who_wait(
    monkeypatch: pytest.MonkeyPatch, sqlite_address: str
) -> None:
    monkeypatch.setattr(sqlite_connections, "BUSY_SECONDS", MOMENT)
    other = sqlite3.connect(sqlite_address.removeprefix("sqlite:///"), isolation_level=None)
    async with opened(sqlite_address):
        with closing(other):
            other.execute("BEGIN IMMEDIATE")
            ends = await many(adding("a"), adding("b"))
        assert [type(end) for end in ends] == [Overloaded, Overloaded]
        assert (await write(adding("c")), await names()) == ("c", ["c"])


async def test_a_long_write_lets_others_breathe(sqlite_database: Database) -> None:
    breaths = 0

    async def breathe() -> None:
        nonlocal breaths
        while True:
            breaths += 1
            await asyncio.sleep(0)

    async def long() -> int:
        before = breaths
        for number in range(8000):
            await add(f"{number:04}")
        return breaths - before

    other = asyncio.create_task(breathe())
    assert await write(long) > 1
    other.cancel()


async def test_a_write_does_not_run_in_the_transaction_of_whoever_came_first(
    sqlite_database: Database,
) -> None:
    """The queue works on in a task of its own, which inherits nothing."""

    async def outer() -> bool:
        await add("outer")
        return DB.transaction_exists()

    inside = await many(outer, outer_again)
    assert (inside, DB.transaction_exists()) == ([True, True], False)


async def outer_again() -> bool:
    await add("again")
    return DB.transaction_exists()
