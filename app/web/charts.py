"""Bars as shapes: where each stands and how large it is, for templates that draw them as SVG without styles of their own.

Lengths are in the units of the drawing's own view box. A figure that is left out has a bar of one size, whatever it is.
"""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

Data = dict[str, Any]

WIDTH = 360
COLUMN_HEIGHT = 130
COLUMN_TOP = 18
COLUMN_FOOT = 20
ROW_HEIGHT = 40
ROW_BAR_TOP = 20
ROW_BAR = 12
ROW_WIDTH = 310
LEFT_OUT_SIZE = 10
LONGEST_LABEL = 24
MOST_LABELS = 12


class Bar(Struct, frozen=True):
    """A figure with its name; None where it is left out."""

    label: str
    value: int | None


def columns(bars: Sequence[Bar]) -> Data:
    """Upright bars side by side, for figures in the order of time."""
    step = WIDTH / max(len(bars), 1)
    every = -(-len(bars) // MOST_LABELS) or 1
    shapes = [column(bar, step * number, step, highest(bars)) for number, bar in enumerate(bars)]
    for number, shape in enumerate(shapes):
        shape["labelled"] = number % every == 0
    return {
        "width": WIDTH,
        "height": COLUMN_TOP + COLUMN_HEIGHT + COLUMN_FOOT,
        "floor": COLUMN_TOP + COLUMN_HEIGHT,
        "bars": shapes,
    }


def column(bar: Bar, left: float, step: float, most: int) -> Data:
    """One upright bar in its share of the width."""
    height = length(bar, most, COLUMN_HEIGHT)
    return {
        "label": bar.label,
        "value": bar.value,
        "x": round(left + step * 0.18, 1),
        "y": round(COLUMN_TOP + COLUMN_HEIGHT - height, 1),
        "width": round(step * 0.64, 1),
        "height": height,
        "middle": round(left + step / 2, 1),
    }


def rows(bars: Sequence[Bar]) -> Data:
    """Bars that lie under one another, each below its name."""
    most = highest(bars)
    return {
        "width": WIDTH,
        "height": ROW_HEIGHT * len(bars),
        "bars": [row(bar, ROW_HEIGHT * number, most) for number, bar in enumerate(bars)],
    }


def row(bar: Bar, top: float, most: int) -> Data:
    """One lying bar."""
    width = length(bar, most, ROW_WIDTH)
    return {
        "label": shortened(bar.label),
        "value": bar.value,
        "y": top + ROW_BAR_TOP,
        "width": width,
        "height": ROW_BAR,
        "text": top + ROW_BAR_TOP - 6,
        "end": round(width + 6, 1),
        "base": top + ROW_BAR_TOP + ROW_BAR - 1,
    }


def highest(bars: Sequence[Bar]) -> int:
    """The largest figure that is shown, 1 at least."""
    return max([1, *(bar.value for bar in bars if bar.value is not None)])


def length(bar: Bar, most: int, whole: int) -> float:
    """How long a bar is, of the whole that the largest one takes."""
    return LEFT_OUT_SIZE if bar.value is None else round(whole * bar.value / most, 1)


def shortened(label: str) -> str:
    """A name that fits over its bar."""
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
