"""The town, the real server on it, and one browser for each file of tests."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.town import Town, build
from tests.rig.browser import NoBrowser, chromium
from tests.rig.server import Server, serving


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """Filled once; tests that change it copy its file."""
    return build(tmp_path_factory.mktemp("town") / "town.sqlite")


@pytest.fixture(scope="session")
def served(town: Town, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real server on the town, for tests that only look."""
    with serving(town.address, tmp_path_factory.mktemp("log") / "town.log") as server:
        yield server


@pytest.fixture(scope="module")
def borrowed(town: Town, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real server on a copy of the town, for tests that reserve."""
    folder = tmp_path_factory.mktemp("borrowed")
    file = shutil.copyfile(town.file, folder / "town.sqlite")
    with serving(f"sqlite:///{file}", folder / "log") as server:
        yield server


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium. While it is open no other loop can run here, so it ends with the file."""
    try:
        with chromium() as opened:
            yield opened
    except NoBrowser as reason:
        pytest.skip(str(reason))
