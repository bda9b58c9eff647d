"""A browser that reads pages."""

from collections.abc import Awaitable, Callable

import pytest

from tests.rig.client import Client
from tests.web.public.reading import Page

Read = Callable[[str], Awaitable[Page]]


@pytest.fixture
def read(client: Client) -> Read:
    """Open an address: it must be there, be light, set no cookie and carry nothing inline."""

    async def opened(address: str) -> Page:
        answer = await client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        assert "set-cookie" not in answer.headers
        assert len(answer.content) < 50_000
        assert " style=" not in answer.text and "<style" not in answer.text and " onclick" not in answer.text
        return Page(answer.text)

    return opened
