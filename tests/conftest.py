"""Fixtures of all tests; they live in tests/rig."""

import os
from datetime import datetime
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from hypothesis import settings

from app.actions import sign_in
from tests.rig.clock import Clock

MEMORY = Path("/dev/shm")

# A slow machine is no bug. Every run of the suite tries the same examples, `make soak` looks for new ones.
settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS", "house"))

pytest_plugins = ["tests.rig.databases", "tests.rig.client", "tests.rig.server"]


def pytest_configure() -> None:
    """Keep the files of tests in memory where that is possible: every commit is synced, thousands of them."""
    if os.access(MEMORY, os.W_OK):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Async tests run on asyncio, as the server does."""
    return "asyncio"


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """argon2 at its lowest cost: a quarter of a second for every sign-in would be most of the suite."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(sign_in, "HASHER", quick)


@pytest.fixture
def clock() -> Clock:
    """Sunday 15 November 2026, noon in Tokyo, until the test moves it."""
    return Clock()


@pytest.fixture
def now(clock: Clock) -> datetime:
    """What the clock says at the start of the test (aware UTC)."""
    return clock()
