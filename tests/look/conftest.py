"""One browser for the look book, closed before other tests: while it is open, no other loop can run here."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.rig.browser import NoBrowser, chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    try:
        with chromium() as opened:
            yield opened
    except NoBrowser as reason:
        pytest.skip(str(reason))
