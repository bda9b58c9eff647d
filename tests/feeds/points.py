"""Which test holds which point of the acceptance list of feeds: `@point(5, 6)` before a test names its points.

The list has 52 points; `test_every_point_is_held` counts them.
"""

from collections.abc import Callable
from typing import TypeVar

F = TypeVar("F", bound=Callable[..., object])

ALL = range(1, 53)
HELD: dict[int, list[str]] = {}


def point(*numbers: int) -> Callable[[F], F]:
    """Say that a test holds these points."""

    def noted(test: F) -> F:
        for number in numbers:
            HELD.setdefault(number, []).append(f"{test.__module__}.{test.__name__}")
        return test

    return noted
