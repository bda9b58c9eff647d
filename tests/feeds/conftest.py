"""One town for all tests of feeds, filled once."""

import shutil
from pathlib import Path

import pytest

from tests.feeds.feedtown import Fed, fetched


@pytest.fixture(scope="session")
def fed(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Fed:
    """The town of feeds with every feed of it."""
    file = tmp_path_factory.mktemp("feeds") / "hidamari.sqlite"
    shutil.copyfile(sqlite_template, file)
    return fetched(file)
