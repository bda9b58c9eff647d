import asyncio
import sqlite3
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from piccolo.engine.sqlite import TransactionType

from app.storage.engine import DB, NoDatabase, engine_for, opened, rows
from app.storage.postgresql import PooledPostgresEngine
from app.storage.sqlite import KeptSQLiteEngine
from app.storage.sqlite_connections import KEPT_CONNECTIONS
from app.storage.transactions import write
from tests.rig.databases import Database

COUNTER = "programme"


@pytest.fixture
async def counter(database: Database) -> None:
    await rows(
        "INSERT INTO version (kind, number, changed_at) VALUES ({}, 0, '2026-01-01 00:00:00+00:00')", COUNTER
    )


async def number() -> int:
    [row] = await rows("SELECT number FROM version WHERE kind = {}", COUNTER)
    return int(row["number"])


async def read_then_write() -> None:
    await rows("SELECT number FROM version")
    await rows("UPDATE version SET number = number + 1 WHERE kind = {}", COUNTER)


@pytest.mark.usefixtures("counter")
async def test_two_hundred_writes_at_once_are_all_kept() -> None:
    await asyncio.gather(*(write(read_then_write) for _ in range(200)))
    assert await number() == 200


async def test_deferred_transactions_would_die_of_a_locked_database(sqlite_address: str) -> None:
    async def deferred() -> None:
        async with DB.transaction(TransactionType.deferred):
            await rows("SELECT number FROM version")
            await asyncio.sleep(0)
            await rows("UPDATE version SET number = number + 1")

    async with opened(sqlite_address):
        await rows("INSERT INTO version VALUES ('programme', 0, '2026-01-01 00:00:00+00:00')")
        ends = await asyncio.gather(*(deferred() for _ in range(50)), return_exceptions=True)
        assert [str(end) for end in ends if isinstance(end, sqlite3.OperationalError)].count(
            "database is locked"
        ) == 50 - await number()
        assert await number() < 50


WRITER = """
import asyncio, sys
from app.storage.engine import opened, rows
from app.storage.transactions import write

async def add():
    await rows("SELECT number FROM version")
    await rows("UPDATE version SET number = number + 1")

async def main():
    async with opened(sys.argv[1]):
        await asyncio.gather(*(write(add) for _ in range(100)))

asyncio.run(main())
"""


@pytest.mark.usefixtures("counter")
async def test_two_processes_write_to_one_database(database: Database) -> None:
    writers = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", WRITER, database.address) for _ in range(2)
    ]
    assert [await writer.wait() for writer in writers] == [0, 0]
    assert await number() == 200


async def test_every_connection_is_durable_and_forgets(sqlite_database: Database) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 10000,
    }

    async def pragmas() -> dict[str, object]:
        async with DB.engine.reading():
            await asyncio.sleep(0.01)
            return {name: next(iter((await rows(f"PRAGMA {name}"))[0].values())) for name in wanted}

    assert await asyncio.gather(*(pragmas() for _ in range(KEPT_CONNECTIONS))) == [wanted] * KEPT_CONNECTIONS


async def test_an_error_takes_everything_back(database: Database) -> None:
    async def work() -> None:
        await rows("INSERT INTO lease VALUES ('tidy', 'me', '2026-01-01 00:00:00+00:00')")
        raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError, match="on purpose"):
        await write(work)
    assert await rows("SELECT * FROM lease") == []


async def test_a_cancelled_write_leaves_nothing_and_blocks_nobody(database: Database) -> None:
    async def work() -> None:
        await rows("INSERT INTO lease VALUES ('tidy', 'me', '2026-01-01 00:00:00+00:00')")
        await asyncio.sleep(30)

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(write(work), 0.2)
    await write(read_then_write)
    assert await rows("SELECT * FROM lease") == []


async def test_a_connection_is_given_back_as_it_was(postgresql_database: Database) -> None:
    """The pool clears nothing after a query, so nothing may stay."""
    asked = "SELECT pg_backend_pid() AS process, current_setting('lock_timeout') AS wait"
    before = await rows(asked)
    assert isinstance(DB.engine, PooledPostgresEngine)
    assert await DB.engine.rewrite(["lease"])
    assert await rows(asked) == before


async def test_values_come_back_as_they_went_in(database: Database) -> None:
    staff = uuid4()
    await rows(
        "INSERT INTO staff (id, mail, password_hash, active, made_at) "
        "VALUES ({}, 'a@example.org', '', true, '2026-01-01 00:00:00+00:00')",
        staff,
    )
    [row] = await rows("SELECT id, active, made_at FROM staff WHERE id = {}", staff)
    assert (row["id"], row["active"], row["made_at"].isoformat()) == (
        staff,
        True,
        "2026-01-01T00:00:00+00:00",
    )


async def test_a_wrong_path_is_known_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        async with opened(f"sqlite:///{tmp_path}/file/hidamari.sqlite"):
            pass


def test_nothing_is_open_until_it_is_opened() -> None:
    with pytest.raises(NoDatabase):
        _ = DB.engine


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("sqlite:///x.sqlite", "sqlite"),
        ("postgresql://u@h/d", "postgres"),
        ("postgres://u@h/d", "postgres"),
        ("cockroachdb://u@h/d", "cockroach"),
    ],
)
def test_the_address_names_the_engine(address: str, kind: str) -> None:
    assert engine_for(address).engine_type == kind


def test_an_unknown_address_is_refused() -> None:
    with pytest.raises(NoDatabase, match="mysql"):
        engine_for("mysql://u:secret@h/d")


async def test_threads_end_with_the_engine(sqlite_address: str) -> None:
    async with opened(sqlite_address) as engine:
        assert isinstance(engine, KeptSQLiteEngine)
        async with engine.pool().connection() as connection:
            await connection.execute("SELECT 1")
    assert not connection._thread.is_alive()
