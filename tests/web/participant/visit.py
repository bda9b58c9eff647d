"""A person at the pages: reads the form, takes a seat, presses buttons."""

import re
from typing import Any
from uuid import UUID

import httpx

from tests.rig.client import Client

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
WORDS = re.compile(r'<ol class="words">(.*?)</ol>', re.DOTALL)
ITEM = re.compile(r"<li>(.*?)</li>")


def hidden(page: httpx.Response) -> dict[str, str]:
    """The hidden fields of a page; those that stand in several forms are the same in all."""
    return dict(HIDDEN.findall(page.text))


def words_of(page: httpx.Response) -> list[str]:
    """The four words of a receipt."""
    found = WORDS.search(page.text)
    return ITEM.findall(found[1]) if found else []


def form_of(session: UUID) -> str:
    return f"/sessions/{session}/reserve"


async def fill(client: Client, session: UUID, place: str, nickname: str, **typed: Any) -> httpx.Response:
    """Fill the form in and send it."""
    page = await client.get(form_of(session))
    return await client.post(
        form_of(session), data={**hidden(page), "place": place, "nickname": nickname, **typed}
    )


async def take(
    client: Client, session: UUID, place: str = "in_person:talk", nickname: str = "みかん"
) -> httpx.Response:
    """Take a seat; the receipt."""
    answer = await fill(client, session, place, nickname)
    assert answer.status_code == 303, answer.text
    return await client.get(answer.headers["location"])


async def press(client: Client, receipt: httpx.Response, act: str) -> httpx.Response:
    """Press a button of the receipt."""
    return await client.post("/r", data={**hidden(receipt), "act": act})


async def say(client: Client, words: str) -> httpx.Response:
    """Type the four words."""
    return await client.submit("/r", {"words": words})
