"""How figures are measured and printed: the median of some rounds, and the ratio to a baseline."""

import time
from collections.abc import Callable
from statistics import median

from msgspec import Struct

ROUNDS = 5


class Figure(Struct, frozen=True):
    """So many of something in a second."""

    name: str
    rate: float
    unit: str


def rate_of(name: str, unit: str, work: Callable[[], int], rounds: int = ROUNDS) -> Figure:
    """The median rate of some rounds of `work`, which says how many it did; one more round comes first to warm up."""
    work()
    rates = []
    for _ in range(rounds):
        started = time.perf_counter()
        done = work()
        rates.append(done / (time.perf_counter() - started))
    return Figure(name, median(rates), unit)


def tell(figure: Figure, *baselines: Figure) -> None:
    """Print a figure, and how it stands to its baselines."""
    print(f"{figure.name:<58}{figure.rate:>12,.0f} {figure.unit}")
    for baseline in baselines:
        print(
            f"  {figure.rate / baseline.rate:6.2f} of {baseline.name:<47}{baseline.rate:>12,.0f} {baseline.unit}"
        )
