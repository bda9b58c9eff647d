"""The PostgreSQL engine (and its distributed relatives): a pool for each event loop, nothing left open after a fault."""

import asyncio
from collections.abc import Iterable
from contextlib import AsyncExitStack
from functools import lru_cache
from types import TracebackType
from typing import Any, Literal
from weakref import WeakKeyDictionary

import asyncpg
from piccolo.engine.cockroach import CockroachEngine, CockroachTransaction
from piccolo.engine.postgres import PostgresEngine, PostgresTransaction

POOL_SIZE = 10
MOST_MARKED = 1000
LONGEST_WAIT_FOR_A_TABLE = "500ms"
# What is in the way of writing a table anew, and passes: others use it, or the disk has no room for a second one.
NOT_NOW = (
    asyncpg.LockNotAvailableError,
    asyncpg.DeadlockDetectedError,
    asyncpg.QueryCanceledError,
    asyncpg.InsufficientResourcesError,
)


@lru_cache(MOST_MARKED)
def with_marks(statement: str, number: int) -> str:
    """A statement with the marks of PostgreSQL."""
    return statement.format(*(f"${each}" for each in range(1, number + 1)))


async def as_it_was(connection: Any) -> None:
    """What a connection is cleared of when it is given back: an open transaction the pool ends itself, and that is all.

    asyncpg would send five statements each time, after every query, for settings, locks, cursors and listeners that
    nothing here leaves behind.
    """


class PooledTransaction(PostgresTransaction):
    """A transaction on a pooled connection, given back whatever happens."""

    engine: Any

    def __init__(self, engine: Any, *, allow_nested: bool = True, snapshot: bool = False) -> None:
        """A snapshot reads only, and sees one state throughout."""
        super().__init__(engine=engine, allow_nested=allow_nested)
        self.snapshot = snapshot

    async def __aenter__(self) -> PostgresTransaction:
        """Begun, or the transaction that is under way already."""
        if self._parent is not None:
            return self._parent
        async with AsyncExitStack() as stack:
            pool = await self.engine.started_pool()
            self.connection = await stack.enter_async_context(pool.acquire())
            self.transaction = self.connection.transaction(
                isolation="repeatable_read" if self.snapshot else self.engine.isolation,
                readonly=self.snapshot,
            )
            await self.transaction.start()
            self._held = stack.pop_all()
        self.context = self.engine.current_transaction.set(self)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> Literal[False]:
        """Commit, or roll back after an error. The pool clears a connection that can do neither."""
        if self._parent:
            return False
        self.engine.current_transaction.reset(self.context)
        async with self._held:
            if not (self._committed or self._rolled_back):
                await (self.transaction.rollback() if error else self.transaction.commit())
        return False


class PooledCockroachTransaction(PooledTransaction, CockroachTransaction):
    """The same on CockroachDB, where Piccolo's migrations need a word more."""


class PooledPostgresEngine(PostgresEngine):
    """Piccolo's PostgreSQL engine with a pool that starts with the first query."""

    transactions: type[PooledTransaction] = PooledTransaction

    def __init__(self, dsn: str, *, isolation: str | None = None) -> None:
        """An address as in HIDAMARI_DATABASE. Isolation is the server's default unless named."""
        super().__init__(config={"dsn": dsn})
        self.isolation = isolation
        self._pools: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncpg.Pool] = WeakKeyDictionary()
        self._starting: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()
        self._meeting: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()

    async def check_version(self) -> None:
        """Nothing here: making an engine must not connect. A server that cannot be used says so at `start`."""

    async def started_pool(self) -> Any:
        """The pool of the running event loop, started if it is not yet."""
        loop = asyncio.get_running_loop()
        if loop not in self._pools:
            async with self._starting.setdefault(loop, asyncio.Lock()):
                if loop not in self._pools:
                    self._pools[loop] = await asyncpg.create_pool(
                        min_size=1, max_size=POOL_SIZE, reset=as_it_was, **self.config
                    )
        return self._pools[loop]

    async def start(self) -> None:
        """Connect once, so that a wrong address is known before anybody is served."""
        await self.started_pool()

    async def stop(self) -> None:
        """Close the pool of the running event loop."""
        if pool := self._pools.pop(asyncio.get_running_loop(), None):
            await pool.close()

    def transaction(self, allow_nested: bool = True) -> PooledTransaction:
        """A transaction that may write."""
        return self.transactions(self, allow_nested=allow_nested)

    def alone(self) -> asyncio.Lock:
        """Where writes of this process queue that have met another one: together they would meet again and again."""
        return self._meeting.setdefault(asyncio.get_running_loop(), asyncio.Lock())

    def writing(self) -> PooledTransaction:
        """A transaction that may write."""
        return self.transaction()

    def reading(self) -> PooledTransaction:
        """A transaction that sees one state from its first query on."""
        return self.transactions(self, snapshot=True)

    async def run(self, statement: str, arguments: tuple[Any, ...]) -> list[dict[str, Any]]:
        """Rows of a plain statement, `{}` standing for each argument; in the transaction that is under way, if one is."""
        marked = with_marks(statement, len(arguments))
        transaction = self.current_transaction.get()
        source = transaction.connection if transaction else await self.started_pool()
        return [dict(row) for row in await source.fetch(marked, *arguments)]

    async def rewrite(self, tables: Iterable[str]) -> bool:
        """Write tables anew, without the bytes of dead rows. Whether all could be: what is in the way waits for next time.

        It takes the table to itself meanwhile, so it waits half a second at the most to get it.
        """
        pool = await self.started_pool()
        async with pool.acquire() as connection:
            await connection.execute(f"SET lock_timeout = '{LONGEST_WAIT_FOR_A_TABLE}'")
            try:
                for table in tables:
                    await connection.execute(f"VACUUM FULL {table}")
            except NOT_NOW:
                return False
            finally:
                await connection.execute("RESET lock_timeout")
        return True

    async def _run_in_new_connection(self, query: str, args: Any = None) -> Any:
        pool = await self.started_pool()
        return await pool.fetch(query, *(args or ()))


class PooledCockroachEngine(PooledPostgresEngine, CockroachEngine):  # type: ignore[misc]
    """The same for CockroachDB, whose column types Piccolo spells differently."""

    transactions = PooledCockroachTransaction

    def __init__(self, dsn: str, *, isolation: str | None = None) -> None:
        """An address as in HIDAMARI_DATABASE."""
        super().__init__(dsn.replace("cockroachdb://", "postgresql://", 1), isolation=isolation)
