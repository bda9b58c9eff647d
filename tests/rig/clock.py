"""Clocks: one that stands still until a test moves it, and that of the machine, which `make soak` may set."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

NOON = datetime(2026, 11, 15, 3, 0, tzinfo=UTC)  # Sunday, 12:00 in Tokyo
# The time for everything that has no clock of its own, as `told` reads it; and a file that says so from now on.
MOMENT, FILE = "TEST_MOMENT", "TEST_CLOCK"


class Clock:
    """Gives the time it was set to."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The time, aware UTC."""
        return self.now

    def move(self, **span: float) -> datetime:
        """Move on by days, hours, minutes; the new time."""
        self.now += timedelta(**span)
        return self.now


def machine_now() -> datetime:
    """What the clock of the machine says, or is said to say (aware UTC)."""
    file = os.environ.get(FILE)
    words = Path(file).read_text(encoding="utf-8") if file else os.environ.get(MOMENT, "")
    return told(words, datetime.now(UTC))


def told(words: str, now: datetime) -> datetime:
    """The time in words: seconds ahead of now (`-3600`), or a moment at which it stands (`2028-02-29T12:00+09:00`)."""
    if "T" in words:
        return datetime.fromisoformat(words).astimezone(UTC)
    return now + timedelta(seconds=float(words or 0))
