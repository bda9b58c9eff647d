"""What changes at a door is told to its open pages, whoever changed it; and every stream comes to an end."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from typing import Any
from uuid import UUID

import pytest

from app.storage.doors import marks_of
from app.storage.engine import rows
from app.web import live
from app.web.live import LIVE_KEY, Live
from tests.rig.client import Client
from tests.rig.clock import Clock
from tests.web.facilitator.door import Door, door_of

SOON = 2.0


class Page:
    """A page that listens."""

    def __init__(self, live: Live, session_id: UUID) -> None:
        self.may_stay = True
        self.stream = live.told(session_id, self.asked)

    async def asked(self) -> bool:
        """Whether it may stay open."""
        return self.may_stay

    async def next(self) -> tuple[str | None, str]:
        """The next event but a beat, if it comes soon enough."""
        async with asyncio.timeout(SOON):
            while True:
                message = await anext(self.stream)
                if message.event:
                    data = message.data
                    return message.event, data.decode() if isinstance(data, bytes) else str(data)


@pytest.fixture
async def door(client: Client, clock: Clock) -> Door:
    return await door_of(client, clock)


@pytest.fixture
async def page(door: Door) -> AsyncIterator[Page]:
    opened = Page(door.client.app.state[LIVE_KEY], door.where.id)
    yield opened
    await opened.stream.aclose()


async def mark(door: Door) -> str:
    return (await marks_of([door.where.id]))[door.where.id]


async def test_a_page_hears_of_what_a_participant_and_another_door_change(door: Door, page: Page) -> None:
    heard = [await page.next()]
    await door.take("みかん")
    heard.append(await page.next())
    await door.heads("more", 2)
    heard.append(await page.next())
    assert [event for event, _ in heard] == ["mark"] * 3
    assert len({each for _, each in heard}) == 3
    assert heard[-1][1] == await mark(door)


async def test_a_write_of_another_process_is_heard_of_as_soon(door: Door, page: Page) -> None:
    await page.next()
    # No write of this process as far as it can know.
    await rows("UPDATE pool SET walked_in = 1, arrived = 1 WHERE session_id = {}", door.where.id)
    assert await page.next() == ("mark", await mark(door))


async def test_without_asking_a_write_of_another_process_would_not_be_heard_of(
    door: Door, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control."""
    monkeypatch.setattr(live, "ASK_SECONDS", 3600.0)
    await page.next()
    await asyncio.sleep(2 * live.LOOK_SECONDS)
    await rows("UPDATE pool SET walked_in = 1, arrived = 1 WHERE session_id = {}", door.where.id)
    with pytest.raises(TimeoutError):
        await page.next()


async def test_a_page_hears_nothing_of_other_doors(door: Door, page: Page, clock: Clock) -> None:
    await page.next()
    other = Page(door.client.app.state[LIVE_KEY], UUID(int=1))
    assert await other.next() == ("mark", "")
    await door.heads("more")
    await page.next()
    with pytest.raises(TimeoutError):
        await other.next()
    await other.stream.aclose()


async def test_a_page_that_may_not_see_the_door_any_more_is_told_so_and_nothing_else(
    door: Door, page: Page
) -> None:
    await page.next()
    page.may_stay = False
    await door.take("みかん")
    assert await page.next() == ("ended", "")
    with pytest.raises(StopAsyncIteration):
        await page.next()


async def test_streams_end_with_the_server_and_nothing_is_watched_any_more(door: Door, page: Page) -> None:
    doors: Live = door.client.app.state[LIVE_KEY]
    await page.next()
    doors.stop()
    with pytest.raises(StopAsyncIteration):
        await page.next()
    assert (dict(doors.watched), doors.marks) == ({}, {})


async def test_a_page_without_a_stream_asks_for_the_mark(door: Door) -> None:
    address = f"/staff/sessions/{door.where.id}/live"
    asked = [(await door.client.get(address)).text]
    await door.take("みかん")
    asked.append((await door.client.get(address)).text)
    assert (asked[0] != asked[1], asked[1]) == (True, await mark(door))


@pytest.mark.parametrize("way", ["signed out", "idle for twelve hours", "a day after the session"])
async def test_the_stream_of_a_sign_in_that_ended_ends(door: Door, clock: Clock, way: str) -> None:
    heard: list[bytes] = []
    listening = asyncio.create_task(listen(door, heard))
    await until(lambda: bool(heard))
    if way == "signed out":
        await rows("DELETE FROM sign_in")
    elif way == "a day after the session":
        await rows("UPDATE sign_in SET seen_at = {}, made_at = {}", clock.move(days=8, hours=4), clock())
    else:
        clock.move(hours=12)
    await rows("UPDATE pool SET walked_in = walked_in + 1 WHERE session_id = {}", door.where.id)
    await until(listening.done)
    await listening
    assert b"event: ended" in b"".join(heard)
    assert heard[0].startswith(b"event: mark")


async def listen(door: Door, heard: list[bytes]) -> None:
    """The stream over the application itself, which answers in parts."""
    over = asyncio.Event()
    cookie = "; ".join(f"{name}={value}" for name, value in door.client.cookies.items())
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": f"/staff/sessions/{door.where.id}/live", "raw_path": b"", "root_path": "", "query_string": b"",
        "headers": [(b"accept", b"text/event-stream"), (b"cookie", cookie.encode()), (b"host", b"127.0.0.1:8000")],
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 8000),
    }  # fmt: skip

    async def receive() -> dict[str, object]:
        await over.wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        if message.get("body"):
            heard.append(message["body"])
        if message["type"] == "http.response.body" and not message["more_body"]:
            over.set()

    with contextlib.suppress(asyncio.CancelledError):
        await door.client.app(scope, receive, send)  # type: ignore[arg-type]


async def until(condition: Callable[[], bool]) -> None:
    """Wait for it, not for ever."""
    async with asyncio.timeout(SOON):
        while not condition():  # noqa: ASYNC110 -- what is waited for is a list
            await asyncio.sleep(0.01)


async def test_listening_does_not_prolong_a_sign_in(door: Door, page: Page, clock: Clock) -> None:
    before = await rows("SELECT seen_at FROM sign_in")
    clock.move(minutes=30)
    heard: list[bytes] = []
    listening = asyncio.create_task(listen(door, heard))
    await until(lambda: bool(heard))
    opened = await rows("SELECT seen_at FROM sign_in")
    clock.move(hours=2)
    await rows("UPDATE pool SET walked_in = 2 WHERE session_id = {}", door.where.id)
    await asyncio.sleep(0)
    await until(lambda: len(heard) > 1)
    listening.cancel()
    await listening
    assert (before != opened, opened) == (True, await rows("SELECT seen_at FROM sign_in"))
