"""The acceptance list of feeds, point by point: every one of the 52 is held by a test that names it."""

import importlib
from pathlib import Path

from tests.feeds.points import ALL, HELD


def test_every_point_is_held() -> None:
    for file in sorted(Path(__file__).parent.glob("test_*.py")):
        importlib.import_module(f"tests.feeds.{file.stem}")
    assert [number for number in ALL if number not in HELD] == []
    assert set(HELD) == set(ALL)
