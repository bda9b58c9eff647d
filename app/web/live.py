"""What changes at a door is told to every page that is open there, within two seconds.

One look for all doors of this process, at what the database says: soon after a write of this process, and steadily for
the writes of others. So it is all the same who writes and where; channels only spread what was found.
"""

import asyncio
import logging
import signal
import threading
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

from litestar import Litestar
from litestar.channels import ChannelsPlugin
from litestar.channels.backends.memory import MemoryChannelsBackend
from litestar.connection import ASGIConnection
from litestar.response.sse import ServerSentEventMessage

from app.storage.doors import marks_of
from app.storage.transactions import QUEUE
from app.web.beside import beside

LOG = logging.getLogger("hidamari.live")
LIVE_KEY = "live"
LOOK_SECONDS = 0.2
# Writes of other processes are seen by asking.
ASK_SECONDS = 0.8
BEAT_SECONDS = 5.0
RETRY_MILLISECONDS = 2000
MOST_UNSENT = 8
BEAT, STOP = b"beat", b"stop"


class Live:
    """The doors that are open in this process, and what was last seen of each."""

    def __init__(self) -> None:
        self.channels = ChannelsPlugin(
            MemoryChannelsBackend(),
            arbitrary_channels_allowed=True,
            subscriber_max_backlog=MOST_UNSENT,
            subscriber_backlog_strategy="dropleft",
        )
        self.begin()

    def begin(self) -> None:
        """Nobody listens yet."""
        self.watched: Counter[UUID] = Counter()
        self.marks: dict[UUID, str] = {}
        self.writes = 0
        self.looked = self.beaten = 0.0
        self.stopping = False

    @asynccontextmanager
    async def lifespan(self, _: Litestar) -> AsyncIterator[None]:
        """Look as long as the application serves."""
        self.begin()
        async with beside(self.watch()):
            yield

    async def watch(self) -> None:
        """Look again and again; a failure is logged by its kind, and tried again."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                await self.tick(asyncio.get_running_loop().time())
            except Exception as fault:
                LOG.error("live failed: %s", type(fault).__name__)

    async def tick(self, now: float) -> None:
        """Look if something was written here, or it is time; and let every page ask whether it may stay open."""
        if not self.watched:
            return
        if QUEUE.done != self.writes or now - self.looked >= ASK_SECONDS:
            self.writes, self.looked = QUEUE.done, now
            await self.look()
        if now - self.beaten >= BEAT_SECONDS:
            self.beaten = now
            self.channels.publish(BEAT, [channel(each) for each in self.watched])

    async def look(self) -> None:
        """Tell the pages of each door at which something has changed."""
        for session_id, mark in (await marks_of(self.watched)).items():
            if self.marks.get(session_id) != mark:
                self.marks[session_id] = mark
                self.channels.publish(mark, [channel(session_id)])

    async def told(
        self, session_id: UUID, may_stay: Callable[[], Awaitable[bool]]
    ) -> AsyncGenerator[ServerSentEventMessage, None]:
        """The marks of a door, until the page may not see it any more or the server stops."""
        self.watched[session_id] += 1
        try:
            async with self.channels.start_subscription([channel(session_id)]) as subscriber:
                first = (await marks_of([session_id])).get(session_id, "")
                self.marks.setdefault(session_id, first)
                yield ServerSentEventMessage(event="mark", data=first, retry=RETRY_MILLISECONDS)
                async for message in subscriber.iter_events():
                    if self.stopping:
                        return
                    if not await may_stay():
                        yield ServerSentEventMessage(event="ended", data="")
                        return
                    yield said(message)
        finally:
            self.leave(session_id)

    def leave(self, session_id: UUID) -> None:
        """One page fewer."""
        self.watched[session_id] -= 1
        if not self.watched[session_id]:
            del self.watched[session_id]
            self.marks.pop(session_id, None)

    def stop(self) -> None:
        """End every stream: an open one would hold up the server's stop."""
        self.stopping = True
        if self.watched:
            self.channels.publish(STOP, [channel(each) for each in self.watched])


def said(message: bytes) -> ServerSentEventMessage:
    """A mark as an event; a beat as a comment, by which a line that is dead is found out."""
    if message == BEAT:
        return ServerSentEventMessage(comment="", data=None)
    return ServerSentEventMessage(event="mark", data=message)


def channel(session_id: UUID) -> str:
    """The channel of a door."""
    return f"door-{session_id}"


def live_of(connection: ASGIConnection[Any, Any, Any, Any]) -> Live:
    """The doors of the application a request came to."""
    live: Live = connection.app.state[LIVE_KEY]
    return live


@asynccontextmanager
async def streams_end_with_the_server(app: Litestar) -> AsyncIterator[None]:
    """Whoever asks the server to stop ends the streams, too, and then goes on as before."""
    live: Live = app.state[LIVE_KEY]
    loop = asyncio.get_running_loop()
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def stop(number: int, frame: Any) -> None:
        loop.call_soon_threadsafe(live.stop)
        onward = before[signal.Signals(number)]
        if callable(onward):
            onward(number, frame)

    for number in before:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
