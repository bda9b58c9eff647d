"""Writes that may run again, and reads that see one state.

A write is given as a function: after a serialization failure or a deadlock the database asks for the whole of it again,
and where another write took the same slug or made the same session first, it is asked again what to do then.
So the function must have no effect but its statements.
"""

import asyncio
import random
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from typing import TypeVar

import asyncpg

from app.domain.errors import Overloaded
from app.storage.engine import DB
from app.storage.sqlite_group import TakenBack
from app.storage.unreachable import passes, put_off

T = TypeVar("T")
Work = Callable[[], Awaitable[T]]

LONGEST_QUEUE = 1000
TRIES = 12
FIRST_PAUSE = 0.01
LONGEST_PAUSE = 0.5
TRIES_TO_BE_UNIQUE = 3
AGAIN = (asyncpg.SerializationError, asyncpg.DeadlockDetectedError, TakenBack)
QUICKER = (asyncpg.IntegrityConstraintViolationError, sqlite3.IntegrityError)


class Queue:
    """How many writes are under way or waiting in this process, and how many have ended."""

    def __init__(self) -> None:
        self.length = 0
        self.done = 0


QUEUE = Queue()


async def write(work: Work[T]) -> T:
    """Run `work` in one transaction: all of it is kept, or nothing.

    It may run several times. Inside another write it becomes part of that one. Raises Overloaded if too many writes
    wait, or the database cannot take it now; nothing is changed then. Errors of `work` pass through.
    """
    if DB.transaction_exists():
        return await work()
    if QUEUE.length >= LONGEST_QUEUE:
        raise Overloaded
    QUEUE.length += 1
    try:
        return await _until_kept(work)
    finally:
        QUEUE.length -= 1
        QUEUE.done += 1


async def read(work: Work[T]) -> T:
    """Run `work`, all of whose queries see one state of the database. It must not write. Raises Overloaded as `write`."""
    if DB.transaction_exists():
        return await work()
    try:
        async with DB.engine.reading():
            return await work()
    except Exception as fault:
        if passes(fault):
            raise put_off(fault) from fault
        raise


async def _until_kept(work: Work[T]) -> T:
    # The first try is made beside all others; whoever met another one then goes alone, or they would meet again.
    for attempt in range(TRIES):
        try:
            async with DB.engine.alone() if attempt else nullcontext(), DB.engine.writing():
                return await work()
        except AGAIN:
            await asyncio.sleep(pause_before(attempt + 1))
        except QUICKER:
            # Somebody else wrote the same a moment earlier: run again, the work sees it and says so itself.
            if attempt + 1 >= TRIES_TO_BE_UNIQUE:
                raise
        except Exception as fault:
            if passes(fault):
                raise put_off(fault) from fault
            raise
    raise Overloaded


def pause_before(attempt: int) -> float:
    """Seconds before another try: doubling from 0.01, at most 0.5, spread evenly so that rivals part."""
    return random.uniform(0.5, 1) * min(LONGEST_PAUSE, FIRST_PAUSE * 2.0**attempt)  # noqa: S311 -- no secret
