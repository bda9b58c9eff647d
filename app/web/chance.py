"""Chance is handed in by `asgi`, so that a test may hold it still."""

from collections.abc import Callable

Chance = Callable[[int], bytes]
