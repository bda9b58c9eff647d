"""The whole job without a browser, on PostgreSQL: forms as they are sent, against the real server."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from html import unescape
from pathlib import Path

import httpx
from icalendar import Calendar

from tests.journeys import hamlet
from tests.rig.client import Client
from tests.rig.server import Server, serving

FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
WORD = re.compile(r"<li>([ぁ-ゖー]+)</li>")
FORM = {
    "title": hamlet.TITLE,
    "words": hamlet.WORDS,
    "mode": ["in_person", "online"],
    "pool_in_person_talk": "5",
    "pool_in_person_listener": "1",
    "pool_online_talk": "5",
    "pool_online_listener": "1",
    "online_note": hamlet.NOTE,
    "registration": "walk_in_or_reserve",
    "listed": "yes",
    "planned_shown": "yes",
    "discreet_title": "予定",
}


@asynccontextmanager
async def visitor(server: Server) -> AsyncIterator[Client]:
    """Somebody with a browser of their own."""
    async with Client(base_url=server.url, trust_env=False, timeout=20) as client:
        yield client


def hidden(answer: httpx.Response) -> dict[str, str]:
    """The hidden fields of a page, the last of each name."""
    return {name: unescape(value) for name, value in FIELD.findall(answer.text)}


def first_link(answer: httpx.Response, pattern: str) -> str:
    """The first address on a page that looks so."""
    found = re.search(f'href="({pattern})"', answer.text)
    assert found is not None, answer.text
    return unescape(found[1])


async def make_and_publish(client: Client) -> str:
    """The organiser's part; the public page of the series."""
    await client.sign_in(hamlet.ORGANISER)
    page = f"{hamlet.DESK}/series/new"
    slug = hidden(await client.get(page))["slug"]
    added = f"{hamlet.soon(hamlet.local_today())}||"
    made = await client.submit(page, FORM | {"slug": slug, "added": added})
    assert made.status_code == 303, made.text
    desk = await client.get(made.headers["location"])
    month = first_link(desk, f"{hamlet.DESK}/months/[0-9-]+")
    published = await client.submit(month, {"act": "publish"})
    assert published.status_code == 303
    return f"/series/{slug}"


async def reserve(client: Client, session: str, nickname: str, place: str) -> httpx.Response:
    """A reservation from its form; the receipt."""
    form = hidden(await client.get(f"{session}/reserve"))
    answer = await client.post(f"{session}/reserve", data=form | {"nickname": nickname, "place": place})
    assert answer.status_code == 303, answer.text
    return await client.get(answer.headers["location"])


async def read_as_family(client: Client, public: str) -> str:
    """The dates of the words stand in the feed; the address of the first session, as the series page has it."""
    feed = await client.get(f"/feeds{public}.ics")
    found = sorted(
        event.decoded("DTSTART").date() for event in Calendar.from_ical(feed.content).walk("VEVENT")
    )
    today = hamlet.local_today()
    assert found[:7] == sorted([hamlet.soon(today), *hamlet.third_fridays(today, 6)])
    return first_link(await client.get(public), "/sessions/[0-9a-f-]+")


async def tap(client: Client, door: str, act: str) -> str:
    """One tap on a button of the first person at the door; the page afterwards."""
    page = await client.get(door)
    found = re.search(f'value="({act}:[^"]+)"', page.text)
    assert found is not None
    await client.post(door, data=hidden(page) | {"act": found[1]})
    return (await client.get(door)).text


async def test_the_whole_job_on_postgresql(postgresql_address: str, tmp_path: Path) -> None:
    await hamlet.prepare(postgresql_address)
    with serving(postgresql_address, tmp_path / "log") as server:
        async with visitor(server) as organiser, visitor(server) as family:
            public = await make_and_publish(organiser)
            session = await read_as_family(family, public)
        hamlet.entrust(postgresql_address, public.removeprefix("/series/"))
        async with visitor(server) as first, visitor(server) as second, visitor(server) as facilitator:
            mine = await reserve(first, session, hamlet.FIRST, hamlet.LISTENER)
            theirs = await reserve(second, session, hamlet.SECOND, f"{hamlet.LISTENER}:wait")
            assert ("席をとりました" in mine.text, "順番を待っています" in theirs.text) == (True, True)
            await facilitator.sign_in(hamlet.FACILITATOR)
            door = f"/staff{session}/attendance"
            assert hamlet.FIRST in await tap(facilitator, door, "came")
            assert "来た" in await tap(facilitator, door, "mistap")
            left = await first.post("/r", data=hidden(mine) | {"act": "give_up"})
            assert "席をお返ししました" in left.text
        async with visitor(server) as later:
            opened_again = await later.submit("/r", {"words": hamlet.katakana(WORD.findall(theirs.text))})
            assert "席をとりました" in opened_again.text
