"""The SQLite engine: kept connections, durable commits, one writer at a time.

The stock engine opens a connection and a thread for every query, starts transactions DEFERRED (which dies with
"database is locked" as soon as two of them read and then write) and leaves the durability to defaults.
Here a few connections are kept for each event loop, every one of them with the pragmas below, and a write waits
for the lock of its process before it asks SQLite for the lock of the file.
"""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any, Literal
from weakref import WeakKeyDictionary

from piccolo.engine.sqlite import SQLiteEngine, SQLiteTransaction, TransactionType
from piccolo.query.base import Query
from piccolo.table import Table

KEPT_CONNECTIONS = 8
BUSY_SECONDS = 10.0
PRAGMAS = (
    "journal_mode = WAL",
    # NORMAL loses acknowledged rows when the power goes; FULL does not.
    "synchronous = FULL",
    "foreign_keys = ON",
    # A forgotten nickname must not stay in free pages.
    "secure_delete = ON",
    "temp_store = MEMORY",
    "cache_size = -16000",
)
READING_WORDS = frozenset({"SELECT", "PRAGMA", "EXPLAIN", "WITH"})

Row = dict[str, Any]
Job = tuple[asyncio.Future[list[Row]], str, Iterable[Any]]


def open_connection(path: str) -> sqlite3.Connection:
    """A connection with all pragmas set, for the thread that asks. Folder and file are made if they are missing.

    The file is its owner's alone: it holds nicknames. What SQLite puts beside it takes over its mode.
    """
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).touch(mode=0o600)
    connection = sqlite3.connect(
        path,
        timeout=BUSY_SECONDS,
        detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES,
        isolation_level=None,
        cached_statements=512,
    )
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def fetch(connection: sqlite3.Connection, statement: str, arguments: Iterable[Any]) -> list[Row]:
    """Run one statement to its end: its rows, or none."""
    cursor = connection.execute(statement, tuple(arguments))
    if cursor.description is None:
        return []
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


class KeptConnection:
    """One connection and the daemon thread that owns it. Statements run in the order they are handed in."""

    def __init__(self, path: str) -> None:
        """Opened by the first statement, so that a fault in opening reaches whoever asked."""
        self.path = path
        self.usable = True
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name="sqlite", daemon=True)
        self._thread.start()

    async def execute(self, statement: str, arguments: Iterable[Any] = ()) -> list[Row]:
        """Rows of one statement. If the waiting task is cancelled, the statement still runs."""
        future: asyncio.Future[list[Row]] = asyncio.get_running_loop().create_future()
        self._jobs.put((future, statement, arguments))
        return await future

    def discard(self) -> None:
        """Close after the statements already handed in; an open transaction is rolled back by that."""
        if self.usable:
            self.usable = False
            self._jobs.put(None)

    def wait_closed(self) -> None:
        """Block until the thread has closed its connection, one second at the most."""
        self._thread.join(1)

    def _work(self) -> None:
        connection: sqlite3.Connection | None = None
        while job := self._jobs.get():
            future, statement, arguments = job
            try:
                connection = connection or open_connection(self.path)
                _settle(future, fetch(connection, statement, arguments), None)
            except Exception as fault:
                _settle(future, [], fault)
        if connection:
            connection.close()


def _settle(future: asyncio.Future[list[Row]], rows: list[Row], fault: Exception | None) -> None:
    def settle() -> None:
        if future.done():
            return
        if fault:
            future.set_exception(fault)
        else:
            future.set_result(rows)

    # The loop may be closed by now: then nobody waits any more.
    with contextlib.suppress(RuntimeError):
        future.get_loop().call_soon_threadsafe(settle)


class Pool:
    """The kept connections of one event loop, and the lock its writers queue at."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.writing = asyncio.Lock()
        self._free = asyncio.Semaphore(KEPT_CONNECTIONS)
        self._idle: list[KeptConnection] = []

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[KeptConnection]:
        """A connection to oneself, the one used last if possible, as its cache is warm."""
        async with self._free:
            connection = self._idle.pop() if self._idle else KeptConnection(self.path)
            try:
                yield connection
            finally:
                if connection.usable:
                    self._idle.append(connection)

    def close(self) -> None:
        """Close the idle connections."""
        closing, self._idle = self._idle, []
        for connection in closing:
            connection.discard()
        for connection in closing:
            connection.wait_closed()


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
        except BaseException:
            # BEGIN may yet succeed in the thread (a cancelled wait): the connection must not go back to the pool.
            self.connection.discard()
            raise

    async def _finish(self, *, failed: bool) -> None:
        if self._committed or self._rolled_back:
            return
        try:
            await self.connection.execute("ROLLBACK" if failed else "COMMIT")
        except BaseException as fault:
            self.connection.discard()
            # SQLite has rolled back by itself already after a full disk: the first error is the one to tell.
            if not (failed and isinstance(fault, sqlite3.Error)):
                raise


class KeptSQLiteEngine(SQLiteEngine):
    """Piccolo's SQLite engine on kept connections."""

    def __init__(self, path: str) -> None:
        """The file is opened by the first query, not here."""
        super().__init__(path=path)
        self._pools: WeakKeyDictionary[asyncio.AbstractEventLoop, Pool] = WeakKeyDictionary()

    def pool(self) -> Pool:
        """The pool of the running event loop."""
        loop = asyncio.get_running_loop()
        if loop not in self._pools:
            self._pools[loop] = Pool(self.path)
        return self._pools[loop]

    async def start(self) -> None:
        """Open the file once, so that a wrong path is known before anybody is served."""
        async with self.pool().connection() as connection:
            await connection.execute("SELECT 1")

    async def stop(self) -> None:
        """Close the idle connections of the running event loop."""
        if pool := self._pools.pop(asyncio.get_running_loop(), None):
            pool.close()

    def transaction(
        self, transaction_type: TransactionType = TransactionType.immediate, allow_nested: bool = True
    ) -> KeptTransaction:
        """A transaction, IMMEDIATE unless asked otherwise."""
        return KeptTransaction(engine=self, transaction_type=transaction_type, allow_nested=allow_nested)

    def writing(self) -> KeptTransaction:
        """A transaction that may write."""
        return self.transaction()

    def reading(self) -> KeptTransaction:
        """A transaction that sees one state from its first query on."""
        return self.transaction(TransactionType.deferred)

    async def batch(self, query: Query[Any, Any], batch_size: int = 100, node: str | None = None) -> Any:
        """Not offered: pages of a query are asked for by their keys."""
        raise NotImplementedError

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
        connection: KeptConnection,
        query: str,
        args: list[Any] | None = None,
        query_type: str = "generic",  # noqa: ARG002 -- Piccolo's signature
        table: type[Table] | None = None,  # noqa: ARG002 -- Piccolo's signature
    ) -> list[Row]:
        return await connection.execute(query, args or ())
