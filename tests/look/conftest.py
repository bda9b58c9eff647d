"""One browser for the whole look book."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.look.book import chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened
