"""Fixtures of all tests; they live in tests/rig."""

from datetime import datetime

import pytest

from tests.rig.clock import Clock

pytest_plugins = ["tests.rig.databases", "tests.rig.client", "tests.rig.server"]


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Async tests run on asyncio, as the server does."""
    return "asyncio"


@pytest.fixture
def clock() -> Clock:
    """Sunday 15 November 2026, noon in Tokyo, until the test moves it."""
    return Clock()


@pytest.fixture
def now(clock: Clock) -> datetime:
    """What the clock says at the start of the test (aware UTC)."""
    return clock()
