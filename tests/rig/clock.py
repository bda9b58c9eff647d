"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta

NOON = datetime(2026, 11, 15, 3, 0, tzinfo=UTC)  # Sunday, 12:00 in Tokyo


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
