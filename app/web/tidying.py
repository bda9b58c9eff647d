"""The chore of every minute, done by one process at a time while it serves."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta

from litestar import Litestar

from app.actions.tidy import tidy
from app.settings import Settings
from app.storage.leases import take_lease
from app.storage.transactions import write
from app.web.beside import beside
from app.web.house import Clock

LOG = logging.getLogger("hidamari.tidy")
EVERY_SECONDS = 60.0
LEASE = "tidy"
LEASE_LENGTH = timedelta(minutes=5)


def tidying(
    settings: Settings, clock: Clock, holder: str
) -> Callable[[Litestar], AbstractAsyncContextManager[None]]:
    """A lifespan during which `tidy` runs every minute, as long as `holder` has the lease."""

    async def once() -> None:
        if await write(lambda: take_lease(LEASE, holder, clock(), LEASE_LENGTH)):
            await tidy(clock(), settings.timezone)

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        async with beside(forever(once)):
            yield

    return lifespan


async def forever(once: Callable[[], Awaitable[None]]) -> None:
    """Do it now and every minute; a failure is logged by its kind, and tried again."""
    while True:
        try:
            await once()
        except Exception as fault:
            LOG.error("tidy failed: %s", type(fault).__name__)
        await asyncio.sleep(EVERY_SECONDS)
