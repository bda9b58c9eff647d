"""The SQLite engine: kept connections, durable commits, one writer at a time.

The stock engine opens a connection and a thread for every query, starts transactions DEFERRED (which dies with
"database is locked" as soon as two of them read and then write) and leaves the durability to defaults.
Here a few connections are kept for each event loop, a write waits for the lock of its process before it asks SQLite for
the lock of the file, and writes that come together share a commit.
"""

import asyncio
import sqlite3
from contextlib import AbstractAsyncContextManager, AsyncExitStack, nullcontext
from functools import lru_cache
from types import TracebackType
from typing import Any, Literal, cast
from weakref import WeakKeyDictionary

from piccolo.engine.sqlite import SQLiteEngine, SQLiteTransaction, TransactionType
from piccolo.query.base import Query
from piccolo.table import Table

from app.storage.sqlite_connections import KeptConnection, Pool, Row
from app.storage.sqlite_group import SharedConnection, SharedTransaction, Writer

MOST_MARKED = 1000
READING_WORDS = frozenset({"SELECT", "PRAGMA", "EXPLAIN", "WITH"})


class CannotOpen(Exception):
    """The file cannot be used; the message names it and says what to look at."""


@lru_cache(MOST_MARKED)
def with_marks(statement: str, number: int) -> str:
    """A statement with the marks of SQLite."""
    return statement.format(*["?"] * number)


class KeptTransaction(SQLiteTransaction):
    """A transaction on a kept connection. IMMEDIATE ones queue at the lock of the process first."""

    engine: "KeptSQLiteEngine"
    connection: KeptConnection

    async def __aenter__(self) -> SQLiteTransaction:
        """Begun, or the transaction that is under way already."""
        if self._parent is not None:
            return self._parent
        async with AsyncExitStack() as stack:
            pool = self.engine.pool()
            if self.transaction_type is not TransactionType.deferred:
                await stack.enter_async_context(pool.writing)
            self.connection = await stack.enter_async_context(pool.connection())
            await self._begin()
            self._held = stack.pop_all()
        self.context = self.engine.current_transaction.set(self)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> Literal[False]:
        """Commit, or roll back after an error. A connection that can do neither is closed."""
        if self._parent:
            return False
        self.engine.current_transaction.reset(self.context)
        async with self._held:
            await self._finish(failed=error is not None)
        return False

    async def _begin(self) -> None:
        try:
            await self.connection.execute(f"BEGIN {self.transaction_type.value}")
        except sqlite3.Error:
            raise
        except BaseException:
            # BEGIN may yet succeed in the thread (a cancelled wait): the connection must not go back to the pool.
            self.connection.discard()
            raise

    async def _finish(self, *, failed: bool) -> None:
        if self._committed or self._rolled_back:
            return
        try:
            await self.connection.execute("ROLLBACK" if failed else "COMMIT")
        except sqlite3.Error:
            await self.connection.take_back()
            # SQLite has rolled back by itself already after a full disk: the first error is the one to tell.
            if not failed:
                raise
        except BaseException:
            self.connection.discard()
            raise


class KeptSQLiteEngine(SQLiteEngine):
    """Piccolo's SQLite engine on kept connections."""

    def __init__(self, path: str) -> None:
        """The file is opened by the first query, not here."""
        super().__init__(path=path)
        self._pools: WeakKeyDictionary[asyncio.AbstractEventLoop, Pool] = WeakKeyDictionary()
        self._writers: WeakKeyDictionary[asyncio.AbstractEventLoop, Writer] = WeakKeyDictionary()

    def pool(self) -> Pool:
        """The pool of the running event loop."""
        loop = asyncio.get_running_loop()
        if loop not in self._pools:
            self._pools[loop] = Pool(self.path)
        return self._pools[loop]

    def writer(self) -> Writer:
        """The queue of writes of the running event loop."""
        loop = asyncio.get_running_loop()
        if loop not in self._writers:
            self._writers[loop] = Writer(self.pool())
        return self._writers[loop]

    async def start(self) -> None:
        """Open the file once, so that a wrong path is known before anybody is served. Raises CannotOpen."""
        try:
            async with self.pool().connection() as connection:
                await connection.execute("SELECT count(*) FROM sqlite_master")
        except sqlite3.OperationalError as fault:
            raise CannotOpen(
                f"{self.path} を使えません（{fault.sqlite_errorname}）。"
                "フォルダーに書きこめるか、空きがあるかを確かめてください。"
            ) from fault

    async def stop(self) -> None:
        """Close the idle connections of the running event loop."""
        loop = asyncio.get_running_loop()
        self._writers.pop(loop, None)
        if pool := self._pools.pop(loop, None):
            pool.close()

    def transaction(
        self, transaction_type: TransactionType = TransactionType.immediate, allow_nested: bool = True
    ) -> KeptTransaction:
        """A transaction, IMMEDIATE unless asked otherwise."""
        return KeptTransaction(engine=self, transaction_type=transaction_type, allow_nested=allow_nested)

    def alone(self) -> AbstractAsyncContextManager[None]:
        """Nothing: every write is alone here."""
        return nullcontext()

    def writing(self) -> SharedTransaction:
        """A transaction that may write, and shares its commit with those that come at the same time."""
        return SharedTransaction(self, self.writer())

    def reading(self) -> KeptTransaction:
        """A transaction that sees one state from its first query on."""
        return self.transaction(TransactionType.deferred)

    async def run(self, statement: str, arguments: tuple[Any, ...]) -> list[Row]:
        """Rows of a plain statement, `{}` standing for each argument; in the transaction that is under way, if one is."""
        marked = with_marks(statement, len(arguments))
        if transaction := self.current_transaction.get():
            return cast("list[Row]", await transaction.connection.execute(marked, arguments))
        return await self._run_in_new_connection(marked, list(arguments))

    async def batch(self, query: Query[Any, Any], batch_size: int = 100, node: str | None = None) -> Any:
        """Not offered: pages of a query are asked for by their keys."""
        raise NotImplementedError("a query is not read in batches: ask for its pages by their keys")

    async def _run_in_new_connection(
        self,
        query: str,
        args: list[Any] | None = None,
        query_type: str = "generic",  # noqa: ARG002 -- Piccolo's signature
        table: type[Table] | None = None,  # noqa: ARG002 -- Piccolo's signature
    ) -> list[Row]:
        pool = self.pool()
        async with AsyncExitStack() as stack:
            if query.split(maxsplit=1)[0].upper() not in READING_WORDS:
                await stack.enter_async_context(pool.writing)
            connection = await stack.enter_async_context(pool.connection())
            return await connection.execute(query, args or ())

    async def _run_in_existing_connection(
        self,
        connection: KeptConnection | SharedConnection,
        query: str,
        args: list[Any] | None = None,
        query_type: str = "generic",  # noqa: ARG002 -- Piccolo's signature
        table: type[Table] | None = None,  # noqa: ARG002 -- Piccolo's signature
    ) -> list[Row]:
        return await connection.execute(query, args or ())
