"""Connections to a SQLite file that are kept open, every one of them with the pragmas below."""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any

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

Row = dict[str, Any]
Job = tuple[asyncio.Future[list[Row]], str, Iterable[Any]]


def open_connection(path: str) -> sqlite3.Connection:
    """A connection with all pragmas set. Folder and file are made if they are missing.

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
        # One thread at a time, but not always the same: see KeptConnection.at_once.
        check_same_thread=False,
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
        self._opened: sqlite3.Connection | None = None
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name="sqlite", daemon=True)
        self._thread.start()

    async def execute(self, statement: str, arguments: Iterable[Any] = ()) -> list[Row]:
        """Rows of one statement. If the waiting task is cancelled, the statement still runs."""
        future: asyncio.Future[list[Row]] = asyncio.get_running_loop().create_future()
        self._jobs.put((future, statement, arguments))
        return await future

    def at_once(self, statement: str, arguments: Iterable[Any] = ()) -> list[Row]:
        """Rows of one short statement, run in the thread that asks, while the other one has nothing to do.

        For what stands inside a transaction that holds the lock of the file: such a statement waits for nobody, and the
        way to another thread and back would cost more than itself.
        """
        return fetch(self.opened, statement, arguments)

    @property
    def opened(self) -> sqlite3.Connection:
        """The connection itself. Raises LookupError before the first statement."""
        if self._opened is None:
            raise LookupError("nothing was asked of this connection yet")
        return self._opened

    async def take_back(self) -> None:
        """Undo the transaction that is open, if one is; the connection is closed where that cannot be done.

        It stays open otherwise: on a full disk, or without a file to spare, no other could be opened in its place.
        """
        try:
            if self._opened and self._opened.in_transaction:
                await self.execute("ROLLBACK")
        except sqlite3.Error:
            self.discard()
        except BaseException:
            self.discard()
            raise

    def discard(self) -> None:
        """Close after the statements already handed in; an open transaction is rolled back by that."""
        if self.usable:
            self.usable = False
            self._jobs.put(None)

    def wait_closed(self) -> None:
        """Block until the thread has closed its connection, one second at the most."""
        self._thread.join(1)

    def _work(self) -> None:
        while job := self._jobs.get():
            future, statement, arguments = job
            try:
                self._opened = self._opened or open_connection(self.path)
                _settle(future, fetch(self._opened, statement, arguments), None)
            except Exception as fault:
                _settle(future, [], fault)
        if self._opened:
            self._opened.close()


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
