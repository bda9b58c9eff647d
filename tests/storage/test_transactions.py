import asyncio
import sqlite3
from contextlib import nullcontext

import asyncpg
import pytest

from app.domain.errors import Overloaded, PoolFull
from app.storage import transactions
from app.storage.engine import DB, opened, rows
from app.storage.postgresql import PooledPostgresEngine
from app.storage.transactions import LONGEST_PAUSE, QUEUE, TRIES, pause_before, read, write
from app.storage.unreachable import is_busy
from tests.rig.databases import Database
from tests.rig.postgresql import ISOLATION

LEASE = "INSERT INTO lease VALUES ({}, 'me', '2026-01-01 00:00:00+00:00')"


async def names() -> list[str]:
    return sorted(row["name"] for row in await rows("SELECT name FROM lease"))


async def test_what_a_write_returns_comes_back(database: Database) -> None:
    async def work() -> str:
        await rows(LEASE, "tidy")
        return "done"

    assert (await write(work), await names()) == ("done", ["tidy"])


async def test_a_refusal_passes_through_and_keeps_nothing(database: Database) -> None:
    async def work() -> None:
        await rows(LEASE, "tidy")
        raise PoolFull

    with pytest.raises(PoolFull):
        await write(work)
    assert await names() == []


async def test_a_write_inside_a_write_is_part_of_it(database: Database) -> None:
    async def inner() -> None:
        await rows(LEASE, "inner")

    async def outer() -> None:
        await rows(LEASE, "outer")
        await write(inner)
        raise PoolFull

    with pytest.raises(PoolFull):
        await write(outer)
    assert await names() == []


@pytest.mark.parametrize("fault", [asyncpg.SerializationError, asyncpg.DeadlockDetectedError])
async def test_a_conflict_makes_the_work_run_again(database: Database, fault: type[Exception]) -> None:
    tries: list[int] = []

    async def work() -> int:
        await rows(LEASE, f"try {len(tries)}")
        tries.append(1)
        if len(tries) < 3:
            raise fault
        return len(tries)

    assert (await write(work), await names()) == (3, ["try 2"])


async def test_a_work_that_never_gets_through_is_overload(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transactions, "FIRST_PAUSE", 0)

    async def work() -> None:
        raise asyncpg.SerializationError

    with pytest.raises(Overloaded):
        await write(work)


async def test_too_long_a_queue_is_overload(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transactions, "LONGEST_QUEUE", 3)

    async def work() -> None:
        await rows("SELECT 1")

    ends = await asyncio.gather(*(write(work) for _ in range(5)), return_exceptions=True)
    assert [type(end) for end in ends] == [type(None)] * 3 + [Overloaded] * 2
    assert QUEUE.length == 0


async def test_reads_see_one_state(database: Database) -> None:
    async def add() -> None:
        await rows(LEASE, "tidy")

    async def look() -> tuple[int, int]:
        before = len(await names())
        await loop_task(add)
        return before, len(await names())

    assert (await read(look), await names()) == ((0, 0), ["tidy"])


async def loop_task(add: object) -> None:
    """Run a write as another visitor would, outside of this task's transaction."""
    import contextvars

    context = contextvars.Context()
    await asyncio.get_running_loop().create_task(write(add), context=context)  # type: ignore[arg-type]


async def tries_of_rivals(rivals: int) -> int:
    """How often rivals for one row at SERIALIZABLE tried in all, who all get through."""
    engine, tries = DB.engine, 0
    assert isinstance(engine, PooledPostgresEngine)
    engine.isolation = "serializable"
    await rows("INSERT INTO version VALUES ('programme', 0, '2026-01-01 00:00:00+00:00')")

    async def work() -> None:
        nonlocal tries
        tries += 1
        [row] = await rows("SELECT number FROM version")
        await asyncio.sleep(0.002)
        await rows("UPDATE version SET number = {}", row["number"] + 1)

    await asyncio.gather(*(write(work) for _ in range(rivals)))
    assert await rows("SELECT number FROM version") == [{"number": rivals}]
    return tries


async def test_serializable_rivals_all_get_through_and_meet_seldom(postgresql_database: Database) -> None:
    assert await tries_of_rivals(60) < 60 * 3


async def test_if_they_did_not_queue_they_would_meet_again_and_again(
    postgresql_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control."""
    monkeypatch.setattr(PooledPostgresEngine, "alone", lambda _: nullcontext())
    assert await tries_of_rivals(60) > 60 * 3


@pytest.mark.skipif(ISOLATION == "serializable", reason="what it shows cannot happen there")
async def test_read_committed_without_a_lock_would_lose_updates(postgresql_database: Database) -> None:
    await rows("INSERT INTO version VALUES ('programme', 0, '2026-01-01 00:00:00+00:00')")

    async def work() -> None:
        [row] = await rows("SELECT number FROM version")
        await asyncio.sleep(0.01)
        await rows("UPDATE version SET number = {}", row["number"] + 1)

    await asyncio.gather(*(write(work) for _ in range(20)))
    [row] = await rows("SELECT number FROM version")
    assert row["number"] < 20


async def test_a_file_that_cannot_be_written_is_overload(sqlite_address: str) -> None:
    async with opened(sqlite_address):
        await rows("PRAGMA max_page_count = 1")

        async def work() -> None:
            for number in range(500):
                await rows(LEASE, f"{number:030}")

        with pytest.raises(Overloaded):
            await write(work)
        assert await names() == []


async def test_a_wrong_statement_is_no_overload(sqlite_database: Database) -> None:
    async def work() -> None:
        await rows("SELECT 1 FROM nowhere")

    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        await write(work)


def test_a_fault_without_a_code_is_not_busy() -> None:
    assert not is_busy(sqlite3.OperationalError("no such table"))


def test_pauses_grow_and_stay_short() -> None:
    assert all(0 < pause_before(attempt) <= LONGEST_PAUSE for attempt in range(TRIES))
