"""Which database is in use.

Tables are bound to `DB`, which stands for the engine chosen at start: `async with opened(settings.database)`.
One engine is in use at a time, so a test may open another one without touching a table.
"""

from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from piccolo.engine.base import Engine
from piccolo.querystring import QueryString

from app.storage.postgresql import PooledCockroachEngine, PooledPostgresEngine
from app.storage.sqlite import KeptSQLiteEngine
from app.storage.unreachable import passes, put_off

T = TypeVar("T")
AnyEngine = KeptSQLiteEngine | PooledPostgresEngine
SQLITE_PREFIX = "sqlite:///"
POSTGRESQL_PREFIXES = ("postgresql://", "postgres://")
COCKROACH_PREFIX = "cockroachdb://"


class NoDatabase(Exception):
    """No database is open, or its address is of no known kind."""


class ChosenEngine(Engine[Any]):
    """Passes everything on to the engine in use."""

    def __init__(self) -> None:
        """Nothing is in use yet."""
        self.in_use: AnyEngine | None = None

    @property
    def engine(self) -> AnyEngine:
        """The engine in use. Raises NoDatabase before `opened`."""
        if self.in_use is None:
            raise NoDatabase("no database is open")
        return self.in_use

    @property
    def engine_type(self) -> str:  # type: ignore[override]
        """sqlite, postgres or cockroach."""
        return self.engine.engine_type

    @property
    def current_transaction(self) -> ContextVar[Any]:  # type: ignore[override]
        """The transaction of the running task."""
        return self.engine.current_transaction

    async def get_version(self) -> float:
        """The version of the database server or library."""
        return float(await self.engine.get_version())

    def get_version_sync(self) -> float:
        """The version of the database server or library."""
        return float(self.engine.get_version_sync())

    async def prep_database(self) -> None:
        """Nothing has to be prepared."""

    async def batch(self, query: Any, batch_size: int = 100, node: str | None = None) -> Any:
        """Pages of a query; PostgreSQL only."""
        return await self.engine.batch(query, batch_size, node)

    async def run_querystring(self, querystring: QueryString, in_pool: bool = True) -> Any:
        """Rows of a query. Raises Overloaded where the database cannot be asked now."""
        return await self._answer(self.engine.run_querystring(querystring, in_pool))

    async def run(self, statement: str, arguments: tuple[Any, ...]) -> list[dict[str, Any]]:
        """Rows of one plain SQL statement. Raises Overloaded where the database cannot be asked now."""
        return await self._answer(self.engine.run(statement, arguments))

    async def _answer(self, asked: Awaitable[T]) -> T:
        try:
            return await asked
        except Exception as fault:
            # Inside a transaction a fault decides what becomes of all of it: others judge it there.
            if self.transaction_exists() or not passes(fault):
                raise
            raise put_off(fault) from fault

    async def run_ddl(self, ddl: str, in_pool: bool = True) -> Any:
        """Run a statement as it stands."""
        return await self.engine.run_ddl(ddl, in_pool)

    def transform_response_to_dicts(self, results: Any) -> list[dict[str, Any]]:
        """Rows as dictionaries."""
        return list(self.engine.transform_response_to_dicts(results))

    def transaction(self, *args: Any, **options: Any) -> Any:
        """A transaction that may write. Use `app.storage.transactions.write` instead: it runs again after a conflict."""
        return self.engine.transaction(*args, **options)

    def atomic(self) -> Any:
        """Not used here; `write` is."""
        return self.engine.atomic()


DB = ChosenEngine()


def engine_for(address: str) -> AnyEngine:
    """The engine for an address as in HIDAMARI_DATABASE. Raises NoDatabase for an unknown kind. Connects to nothing."""
    if address.startswith(SQLITE_PREFIX):
        return KeptSQLiteEngine(address.removeprefix(SQLITE_PREFIX))
    if address.startswith(POSTGRESQL_PREFIXES):
        return PooledPostgresEngine(address)
    if address.startswith(COCKROACH_PREFIX):
        return PooledCockroachEngine(address)
    raise NoDatabase(f"unknown kind of database: {address.partition(':')[0]}")


@asynccontextmanager
async def opened(address: str) -> AsyncIterator[AnyEngine]:
    """The database of an address in use for a while; afterwards the one before it."""
    before, engine = DB.in_use, engine_for(address)
    DB.in_use = engine
    try:
        await engine.start()
        yield engine
    finally:
        DB.in_use = before
        await engine.stop()


async def rows(statement: str, *arguments: Any) -> list[dict[str, Any]]:
    """Rows of one plain SQL statement, `{}` standing for each argument."""
    return await DB.run(statement, arguments)
