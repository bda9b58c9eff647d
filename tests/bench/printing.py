"""A flyer of twenty dates and a poster of twelve: how long one takes that nobody has asked for before."""

import time
from collections.abc import Callable, Iterator
from itertools import count
from statistics import median

from msgspec.structs import replace

from app.publishing.flyer import PLAIN, Look, flyer, poster
from app.publishing.press import Press, Sheet
from tests.publishing.months import busy

GOAL = 100
TIMES = 20


def run() -> None:
    """Print the first flyer of a process, which reads the fonts, and the median of those after it."""
    press, numbers = Press(), count(1)
    print(f"{'the first flyer of a process':<58}{spent(press, a_flyer(numbers)):>12,.0f} ms")
    tell(f"a flyer of 20 dates (goal {GOAL} ms)", press, lambda: a_flyer(numbers))
    tell(f"a flyer in large type (goal {GOAL} ms)", press, lambda: a_flyer(numbers, Look(large=True)))
    tell("a poster of 12 dates", press, lambda: poster(replace(busy(12), number=next(numbers))))


def a_flyer(numbers: Iterator[int], look: Look = PLAIN) -> Sheet:
    """A flyer that no press has printed yet."""
    return flyer(replace(busy(20), number=next(numbers)), look)


def spent(press: Press, sheet: Sheet) -> float:
    """Milliseconds to print a sheet."""
    started = time.perf_counter()
    press.compiled(sheet)
    return (time.perf_counter() - started) * 1000


def tell(name: str, press: Press, made: Callable[[], Sheet]) -> None:
    """Print the median of some sheets."""
    middle = median(spent(press, made()) for _ in range(TIMES))
    print(f"{name:<58}{middle:>12,.0f} ms")


if __name__ == "__main__":
    run()
