"""A writer that is killed again and again: `python -m tests.fire.killing ADDRESS ACKS KILLS [hasty]`.

ADDRESS is a store with sessions to be reserved. Each life reserves as many people at once as it can and writes a line to
ACKS for everyone who was told; after a moment it is killed. `hasty`: it tells people before the commit, as no server must.
A process of its own, because it forks: nothing else may run in it.
"""

import asyncio
import os
import random
import signal
import sys
import time
from typing import Any
from uuid import UUID

from app.actions.give_up import give_up
from app.actions.occasion import Occasion
from app.domain.errors import DomainError
from app.storage import sqlite_group
from app.storage.engine import opened, rows
from app.storage.postgresql import PooledTransaction
from app.storage.sqlite_connections import KeptConnection
from tests.actions.gathering import ZONE, Gathering
from tests.rig.clock import NOON

AT_ONCE = 16
# Seconds a life lasts after the first person was told.
SHORTEST, LONGEST = 0.005, 0.08
SECONDS_TO_FIRST = 20.0
SLOW_COMMIT = 0.03
LATER: list[asyncio.Task[None]] = []


async def live(address: str, acks: int, number: int) -> None:
    """Reserve and give up until the end comes."""
    async with opened(address):
        found = await rows("SELECT id, series_id FROM session ORDER BY id")
        guests = (guest(found, acks, f"{number}の{each}") for each in range(AT_ONCE))
        await asyncio.gather(*guests)


async def guest(sessions: list[dict[str, Any]], acks: int, name: str) -> None:
    """One after another, and every third gives up again. What was done is told in a line, whole or not at all."""
    chance = random.Random(name)
    for each in range(1_000_000):
        row = chance.choice(sessions)
        where = Gathering(row["id"], row["series_id"], NOON)
        try:
            receipt = await where.take(f"{name}の{each}", wait=True)
        except DomainError:
            continue
        os.write(acks, f"+{receipt.id}\n".encode())
        if each % 3 == 0:
            await leave(row["id"], receipt.id)
            os.write(acks, f"-{receipt.id}\n".encode())


async def leave(session: UUID, reservation: UUID) -> None:
    """Give up."""
    await give_up(Occasion(session_id=session, now=NOON, zone=ZONE), reservation)


def one_life(address: str, acks: int, number: int) -> float:
    """Start it, let it tell some people, and kill it; the seconds until it told the first."""
    before, started = os.fstat(acks).st_size, time.monotonic()
    if not (child := os.fork()):
        try:
            asyncio.run(live(address, acks, number))
        finally:
            os._exit(1)
    while os.fstat(acks).st_size == before and time.monotonic() < started + SECONDS_TO_FIRST:
        time.sleep(0.001)
    first = time.monotonic() - started
    time.sleep(random.Random(number).uniform(SHORTEST, LONGEST))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return first


def be_hasty() -> None:
    """Go on before the commit, which is slow: the control."""

    async def shared(self: Any, kind: object, error: object, _: object) -> bool:
        self.engine.current_transaction.reset(self.context)
        self._end(failed=error is not None)
        self.turn.through.set_result(None)
        return False

    async def pooled(self: Any, kind: object, error: object, _: object) -> bool:
        self.engine.current_transaction.reset(self.context)
        LATER.append(asyncio.create_task(end_later(self, failed=error is not None)))
        return False

    execute = KeptConnection.execute

    async def slowly(self: KeptConnection, statement: str, arguments: Any = ()) -> Any:
        if statement == "COMMIT":
            await asyncio.sleep(SLOW_COMMIT)
        return await execute(self, statement, arguments)

    sqlite_group.SharedTransaction.__aexit__ = shared  # type: ignore[assignment,method-assign]
    PooledTransaction.__aexit__ = pooled  # type: ignore[assignment,method-assign]
    KeptConnection.execute = slowly  # type: ignore[method-assign]


async def end_later(transaction: Any, *, failed: bool) -> None:
    """Commit on PostgreSQL when everybody has been told."""
    async with transaction._held:
        await asyncio.sleep(SLOW_COMMIT)
        await (transaction.transaction.rollback() if failed else transaction.transaction.commit())


def main(address: str, file: str, kills: str, *more: str) -> None:
    """Write down the seconds that the slowest life needed to tell the first person."""
    if more:
        be_hasty()
    acks = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    slowest = max(one_life(address, acks, number) for number in range(int(kills)))
    sys.stdout.write(f"{slowest}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
