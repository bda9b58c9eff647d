"""Writes that come at the same time share a commit: what is dear about a write is waiting for the disk.

    BEGIN IMMEDIATE, SAVEPOINT, one write, RELEASE, SAVEPOINT, the next, ROLLBACK TO, RELEASE, …, COMMIT

Each write runs in its own task when its turn comes, alone, in a savepoint of its own: an error takes back that one and
no other. Nobody is told anything, neither of success nor of a refusal, before the COMMIT is on the disk; meanwhile those
who come next gather. If SQLite gives the whole transaction up, everybody in it is told so, and nothing of it is kept.
"""

import asyncio
import sqlite3
import time
from collections import deque
from collections.abc import Iterable
from contextvars import Context
from types import TracebackType
from typing import Any, Literal

from piccolo.engine.sqlite import SQLiteTransaction, TransactionType

from app.storage.sqlite_connections import KeptConnection, Pool, Row

# Seconds after which no further write joins a transaction: another process may wait for the file.
LONGEST_GROUP = 0.05
# Seconds of statements at a stretch before other tasks have their turn.
LONGEST_STRETCH = 0.005


class TakenBack(Exception):
    """Another write brought the whole transaction down: nothing is kept, and this one may run again."""


class Turn:
    """The place of one write in the queue: when it may begin, that it is through, and that it is on the disk."""

    def __init__(self) -> None:
        loop = asyncio.get_running_loop()
        self.begun: asyncio.Future[KeptConnection] = loop.create_future()
        self.through: asyncio.Future[None] = loop.create_future()
        self.kept: asyncio.Future[None] = loop.create_future()
        # Whoever was cancelled asks no more.
        self.kept.add_done_callback(lambda kept: kept.cancelled() or kept.exception())

    def fail(self, fault: Exception) -> None:
        """Tell the one who waits, at whichever step."""
        if not self.begun.done():
            self.begun.set_exception(fault)
        elif not self.kept.done():
            self.kept.set_exception(fault)


class Writer:
    """The writes of one event loop, in the order in which they came."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self._queue: deque[Turn] = deque()
        self._task: asyncio.Task[None] | None = None

    def join(self) -> Turn:
        """A turn at the end of the queue."""
        turn = Turn()
        self._queue.append(turn)
        if self._task is None or self._task.done():
            # In a context of its own: not in the transaction of whoever came first.
            self._task = Context().run(asyncio.get_running_loop().create_task, self._work())
        return turn

    async def _work(self) -> None:
        while self._queue:
            async with self.pool.writing, self.pool.connection() as connection:
                await self._group(connection)

    async def _group(self, connection: KeptConnection) -> None:
        inside: list[Turn] = []
        try:
            await connection.execute("BEGIN IMMEDIATE")
            await self._let_in(connection, inside)
            await connection.execute("COMMIT")
        except Exception as fault:
            await connection.take_back()
            for turn in inside or self._all_who_wait():
                turn.fail(fault)
        except BaseException:
            connection.discard()
            raise
        else:
            for turn in inside:
                turn.kept.set_result(None)

    async def _let_in(self, connection: KeptConnection, inside: list[Turn]) -> None:
        until = time.monotonic() + LONGEST_GROUP
        while self._queue and time.monotonic() < until:
            turn = self._queue.popleft()
            if turn.begun.done():
                continue
            inside.append(turn)
            turn.begun.set_result(connection)
            await turn.through
            if not connection.opened.in_transaction:
                raise TakenBack

    def _all_who_wait(self) -> list[Turn]:
        waiting, self._queue = list(self._queue), deque()
        return waiting


class SharedConnection:
    """The connection as one write sees it: its statements run at once, with a breath for others now and then."""

    def __init__(self, connection: KeptConnection) -> None:
        self.connection = connection
        self._since = time.monotonic()

    async def execute(self, statement: str, arguments: Iterable[Any] = ()) -> list[Row]:
        """Rows of one statement."""
        found = self.connection.at_once(statement, arguments)
        if time.monotonic() - self._since > LONGEST_STRETCH:
            await asyncio.sleep(0)
            self._since = time.monotonic()
        return found


class SharedTransaction(SQLiteTransaction):
    """One write among others: a savepoint that counts once the transaction of all is committed."""

    connection: SharedConnection

    def __init__(self, engine: Any, writer: Writer) -> None:
        """Nothing happens before the `async with` block."""
        super().__init__(engine, TransactionType.immediate)
        self.writer = writer

    async def __aenter__(self) -> SQLiteTransaction:
        """Begun, or the transaction that is under way already."""
        if self._parent is not None:
            return self._parent
        self.turn = self.writer.join()
        try:
            self.connection = SharedConnection(await self.turn.begun)
            self._at_once("SAVEPOINT one")
        except BaseException:
            # A cancelled wait whose turn had come all the same: the next one must not wait for it.
            self.turn.through.set_result(None)
            raise
        self.context = self.engine.current_transaction.set(self)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> Literal[False]:
        """Wait until it is on the disk, or take it back after an error. Raises what kept the commit from happening."""
        if self._parent:
            return False
        self.engine.current_transaction.reset(self.context)
        try:
            self._end(failed=error is not None)
        except BaseException as fault:
            # What cannot be taken back alone is taken back with all others.
            self.turn.through.set_exception(fault)
            raise
        self.turn.through.set_result(None)
        if isinstance(error, sqlite3.Error) or not isinstance(error, Exception | None):
            return False
        # A refusal waits as well: it was said in view of writes that are not on the disk yet.
        await asyncio.shield(self.turn.kept)
        return False

    def _end(self, *, failed: bool) -> None:
        if failed and not self.connection.connection.opened.in_transaction:
            return
        if failed:
            self._at_once("ROLLBACK TO one")
        self._at_once("RELEASE one")

    def _at_once(self, statement: str) -> None:
        self.connection.connection.at_once(statement)
