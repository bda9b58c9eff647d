"""A migration that is killed before each of its statements in turn: `python -m tests.fire.dying ADDRESS [bare] [STEP]`.

ADDRESS is a store of an old release, which is copied for every try. One JSON object on stdout: how many statements there
are, and what was found after each kill: `old`, `new` or `between`. `bare`: as it would be without a transaction.
A process of its own, because it forks: nothing else may run in it.
"""

import asyncio
import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import asyncpg
import msgspec
from msgspec import Struct

from app.storage import migrating
from app.storage.engine import SQLITE_PREFIX, ChosenEngine, opened

COLUMNS = """
SELECT table_name, column_name, is_nullable, data_type FROM information_schema.columns WHERE table_schema = 'public'
ORDER BY 1, 2
"""
INDEXES = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"
STEPS = "SELECT name FROM migration ORDER BY name"


class Deaths(Struct, frozen=True):
    """How many statements an upgrade has, what each kill left, and whether another try then reached the new schema."""

    statements: int
    left: list[str]
    recovered: bool


class Copies:
    """Copies of a store, one after another."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.number = 0

    def next(self) -> str:
        """The address of a fresh copy."""
        self.number += 1
        if self.address.startswith(SQLITE_PREFIX):
            file = self.address.removeprefix(SQLITE_PREFIX)
            return SQLITE_PREFIX + shutil.copyfile(file, f"{file}.{self.number}")
        return asyncio.run(self._next_database())

    async def _next_database(self) -> str:
        name = self.address.split("@/")[1].partition("?")[0]
        copy = f"{name}_{self.number}"
        connection = await asyncpg.connect(self.address.replace(f"/{name}?", "/postgres?"))
        await connection.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{name}"')
        await connection.close()
        return self.address.replace(f"/{name}?", f"/{copy}?")


def shape(address: str) -> Any:
    """The schema of a store and the steps it has run."""
    if not address.startswith(SQLITE_PREFIX):
        return asyncio.run(shape_on_server(address))
    store = sqlite3.connect(address.removeprefix(SQLITE_PREFIX))
    assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    found = [*store.execute("SELECT sql FROM sqlite_master ORDER BY name"), *store.execute(STEPS)]
    store.close()
    return found


async def shape_on_server(address: str) -> Any:
    connection = await asyncpg.connect(address)
    found = [tuple(row) for query in (COLUMNS, INDEXES, STEPS) for row in await connection.fetch(query)]
    await connection.close()
    return found


def in_child(act: Callable[[], None]) -> None:
    """Do it in a process that may die of it."""
    if child := os.fork():
        os.waitpid(child, 0)
        return
    try:
        act()
    finally:
        os._exit(0)


async def upgrade(address: str) -> None:
    async with opened(address):
        await migrating.migrate()


async def unprotected(work: Callable[[], Awaitable[Any]]) -> Any:
    """What a migration would be without its transaction."""
    return await work()


class Statements:
    """Counts what goes to the database; the process dies before the one it is told."""

    def __init__(self, last: int | None = None) -> None:
        self.count = 0
        self.last = last
        for name in ("run_ddl", "run", "run_querystring"):
            setattr(ChosenEngine, name, self.counted(getattr(ChosenEngine, name)))

    def counted(self, run: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def counting(*arguments: Any, **options: Any) -> Any:
            self.count += 1
            if self.count == self.last:
                os.kill(os.getpid(), signal.SIGKILL)
            return await run(*arguments, **options)

        return counting


def count_statements(address: str) -> int:
    """How many statements the upgrade of a store sends."""
    reading, writing = os.pipe()

    def act() -> None:
        statements = Statements()
        asyncio.run(upgrade(address))
        os.write(writing, str(statements.count).encode())

    in_child(act)
    os.close(writing)
    return int(os.read(reading, 20))


def die_at(address: str, statement: int, *, bare: bool) -> None:
    """Upgrade a store, and die before a statement."""

    def act() -> None:
        if bare:
            migrating.__dict__["write"] = unprotected
            ChosenEngine.transaction = lambda *_, **__: nullcontext()  # type: ignore[method-assign]
        Statements(statement)
        asyncio.run(upgrade(address))

    in_child(act)


def deaths(address: str, *, bare: bool = False, step: int = 1) -> Deaths:
    """Kill the upgrade of a store before every `step`th statement, and behind the last."""
    copies = Copies(address)
    finished = copies.next()
    total = count_statements(finished)
    names = {msgspec.json.encode(shape(finished)): "new", msgspec.json.encode(shape(copies.next())): "old"}
    left: list[str] = []
    recovered = True
    for statement in [*range(1, total + 1, step), total + 1]:
        copy = copies.next()
        die_at(copy, statement, bare=bare)
        left.append(names.get(msgspec.json.encode(shape(copy)), "between"))
        if not bare:
            in_child(lambda copy=copy: asyncio.run(upgrade(copy)))  # type: ignore[misc]
            recovered = recovered and shape(copy) == shape(finished)
    return Deaths(total, left, recovered)


if __name__ == "__main__":
    steps = [int(word) for word in sys.argv[2:] if word.isdigit()]
    found = deaths(sys.argv[1], bare="bare" in sys.argv, step=steps[0] if steps else 1)
    Path("/dev/stdout").write_bytes(msgspec.json.encode(found))
