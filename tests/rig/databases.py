"""A database for each test: migrated once, copied for every test that wants one."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from uuid import uuid4

import asyncpg
import pytest
from msgspec import Struct

from app.storage.backups import back_up, restore
from app.storage.checks import findings
from app.storage.engine import opened
from app.storage.migrating import migrate
from app.storage.tables import TABLES
from tests.rig.postgresql import NoServer, Server, postgresql_server, programs

TEMPLATE = "hidamari_template"
KEPT = "hidamari_kept"
# `make soak` has everything run on stores that were put back from a copy, too.
RESTORED = "TEST_RESTORED" in os.environ
# What a killed process left open would hold the emptying up.
LEFT_OVER = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
FILLED = " UNION ALL ".join(
    f"(SELECT '{table._meta.tablename}' AS name FROM {table._meta.tablename} LIMIT 1)" for table in TABLES
)


class Database(Struct, frozen=True):
    """A fresh, migrated, empty database that is open."""

    kind: Literal["sqlite", "postgresql"]
    address: str


async def migrated(address: str) -> None:
    """Bring the database at an address up to date."""
    async with opened(address):
        await migrate()


@contextmanager
def opened_aside(address: str) -> Iterator[asyncio.Runner]:
    """A database in an event loop of its own, for a thread that waits for nobody: examples of hypothesis are no tasks."""
    with asyncio.Runner() as runner:
        database = opened(address)
        runner.run(database.__aenter__())
        try:
            yield runner
        finally:
            runner.run(database.__aexit__(None, None, None))


async def faults() -> tuple[str, ...]:
    """What `hidamari check` finds, a line each; none if the store is sound."""
    return tuple(f"{each.what}: {each.count}件" for each in await findings())


def put_back(address: str, copy: Path) -> None:
    """Make a database one that was backed up and restored."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{programs()}:{os.environ['PATH']}")
        back_up(address, copy)
        restore(address, copy)


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """The programs of PostgreSQL are found wherever they lie."""
    monkeypatch.setenv("PATH", f"{programs()}:{os.environ['PATH']}")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to be copied."""
    file = tmp_path_factory.mktemp("template") / "hidamari.sqlite"
    asyncio.run(migrated(f"sqlite:///{file}"))
    if RESTORED:
        put_back(f"sqlite:///{file}", file.with_name("copy"))
    return file


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """The PostgreSQL server of this session. Tests that need it are skipped with the reason where there is none."""
    try:
        with postgresql_server() as server:
            yield server
    except NoServer as reason:
        pytest.skip(str(reason))


@pytest.fixture(scope="session")
def postgresql_template(postgresql: Server, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """The server, with a migrated database to be copied."""

    async def prepare() -> None:
        await postgresql.run(f"CREATE DATABASE {TEMPLATE}")
        await migrated(postgresql.address(TEMPLATE))

    asyncio.run(prepare())
    if RESTORED:
        put_back(postgresql.address(TEMPLATE), tmp_path_factory.mktemp("template") / "copy")
    return postgresql


@pytest.fixture
def sqlite_address(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a fresh copy on SQLite, not opened."""
    file = tmp_path / "hidamari.sqlite"
    shutil.copyfile(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture
async def postgresql_address(postgresql_template: Server) -> AsyncIterator[str]:
    """The address of a fresh copy on PostgreSQL, not opened."""
    name = f"test_{uuid4().hex}"
    await postgresql_template.run(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
    yield postgresql_template.address(name)
    await postgresql_template.run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def sqlite_database(sqlite_address: str) -> AsyncIterator[Database]:
    """A database on SQLite, open during the test."""
    async with opened(sqlite_address):
        yield Database("sqlite", sqlite_address)


class Emptying:
    """Empties a database between tests, over one connection that stays: a new one plans everything again."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.loop = asyncio.new_event_loop()
        self.connection = self.loop.run_until_complete(asyncpg.connect(address))

    def __call__(self) -> None:
        """Delete every row, and end every other connection."""
        self.loop.run_until_complete(self.empty())

    async def empty(self) -> None:
        """TRUNCATE of all tables takes forty times as long as looking which few have any rows."""
        await self.connection.fetch(LEFT_OVER)
        if filled := await self.connection.fetch(FILLED):
            await self.connection.execute(f"TRUNCATE {', '.join(row['name'] for row in filled)} CASCADE")

    def close(self) -> None:
        """End the connection."""
        self.loop.run_until_complete(self.connection.close())
        self.loop.close()


@pytest.fixture(scope="session")
def kept_postgresql(postgresql_template: Server) -> Iterator[Emptying]:
    """One copy that is emptied for each test: much quicker than a copy for each."""
    asyncio.run(postgresql_template.run(f"CREATE DATABASE {KEPT} TEMPLATE {TEMPLATE}"))
    emptying = Emptying(postgresql_template.address(KEPT))
    yield emptying
    emptying.close()


@pytest.fixture
def emptied_postgresql(kept_postgresql: Emptying) -> str:
    """The address of an empty database on PostgreSQL."""
    kept_postgresql()
    return kept_postgresql.address


@pytest.fixture
async def postgresql_database(emptied_postgresql: str) -> AsyncIterator[Database]:
    """A database on PostgreSQL, empty and open during the test."""
    async with opened(emptied_postgresql):
        yield Database("postgresql", emptied_postgresql)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Database:
    """A database, once on each engine, open during the test."""
    found: Database = request.getfixturevalue(f"{request.param}_database")
    return found
