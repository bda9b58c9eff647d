"""The press is made ready while nobody waits for it: the first flyer is as quick as any other."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from litestar import Litestar

from app.publishing.press import Press
from app.publishing.warming import warm
from app.web.beside import beside
from app.web.house import STATE_KEY

LOG = logging.getLogger("hidamari.press")
# Those who came while the server started are served first.
WAIT_SECONDS = 2.0


@asynccontextmanager
async def warming(app: Litestar) -> AsyncIterator[None]:
    """A lifespan in which the press is made ready, soon after its start."""
    async with beside(made_ready(app.state[STATE_KEY].press)):
        yield


async def made_ready(press: Press) -> None:
    """Print once, in a thread. A failure is logged by its kind: who asks for a flyer will be told of it."""
    await asyncio.sleep(WAIT_SECONDS)
    try:
        await asyncio.to_thread(warm, press)
    except Exception as fault:
        LOG.error("press not ready: %s", type(fault).__name__)
