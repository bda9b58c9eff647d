"""What the whole application shares: settings, clock, chance, limits, kept answers and written events."""

from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from litestar.connection import ASGIConnection

from app.feeds.written import Written
from app.publishing.press import Press
from app.settings import Settings
from app.web.chance import Chance
from app.web.kept import Kept
from app.web.limits import Limits

Clock = Callable[[], datetime]
STATE_KEY = "house"
NONCE_BYTES = 18


class House:
    """One application. `clock` gives aware UTC."""

    def __init__(self, settings: Settings, clock: Clock, chance: Chance) -> None:
        self.settings = settings
        self.clock = clock
        self.chance = chance
        self.kept = Kept()
        self.press = Press()
        self.written = Written()
        self.limits = Limits(clock, chance, proxies=settings.trusted_proxies, on=settings.rate_limit)

    def nonce(self) -> str:
        """A number that no form had before, so that sending it twice counts once."""
        return urlsafe_b64encode(self.chance(NONCE_BYTES)).decode()

    def today(self) -> date:
        """The local date."""
        return self.clock().astimezone(self.settings.timezone).date()

    def midnight(self) -> datetime:
        """The last local midnight, aware UTC."""
        return datetime.combine(self.today(), time(), self.settings.timezone).astimezone(UTC)

    def until_midnight(self) -> timedelta:
        """How long this local day lasts yet."""
        return self.midnight() + timedelta(days=1) - self.clock()


def house_of(connection: ASGIConnection[Any, Any, Any, Any]) -> House:
    """The application a request came to."""
    house: House = connection.app.state[STATE_KEY]
    return house
