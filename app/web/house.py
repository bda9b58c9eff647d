"""What the whole application shares: settings, clock, chance, limits, kept answers and written events."""

from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from litestar.connection import ASGIConnection
from msgspec import Struct

from app.domain.programme import Day
from app.feeds.written import Written
from app.publishing.press import Press
from app.settings import Settings
from app.web.chance import Chance
from app.web.kept import Kept
from app.web.limits import Limits

Clock = Callable[[], datetime]
STATE_KEY = "house"
NONCE_BYTES = 18


class LocalDay(Struct, frozen=True):
    """A local date, from its midnight to the next one (aware UTC)."""

    date: Day
    starts: datetime
    ends: datetime


def local_day(day: Day, zone: ZoneInfo) -> LocalDay:
    """The day of a zone."""
    starts, ends = (
        datetime.combine(each, time(), zone).astimezone(UTC) for each in (day, day + timedelta(days=1))
    )
    return LocalDay(day, starts, ends)


class House:
    """One application. `clock` gives aware UTC."""

    def __init__(self, settings: Settings, clock: Clock, chance: Chance) -> None:
        self.settings = settings
        self.clock = clock
        self.chance = chance
        self.kept = Kept()
        self.press = Press()
        self.written = Written()
        self.day = local_day(date(2000, 1, 1), settings.timezone)
        self.limits = Limits(clock, chance, proxies=settings.trusted_proxies, on=settings.rate_limit)

    def nonce(self) -> str:
        """A number that no form had before, so that sending it twice counts once."""
        return urlsafe_b64encode(self.chance(NONCE_BYTES)).decode()

    def local_day(self, now: datetime) -> LocalDay:
        """The local day of an instant; worked out once a day."""
        if not self.day.starts <= now < self.day.ends:
            self.day = local_day(now.astimezone(self.settings.timezone).date(), self.settings.timezone)
        return self.day

    def today(self) -> date:
        """The local date."""
        return self.local_day(self.clock()).date

    def midnight(self) -> datetime:
        """The last local midnight, aware UTC."""
        return self.local_day(self.clock()).starts

    def until_midnight(self) -> timedelta:
        """How long this local day lasts yet."""
        now = self.clock()
        return self.local_day(now).ends - now


def house_of(connection: ASGIConnection[Any, Any, Any, Any]) -> House:
    """The application a request came to."""
    house: House = connection.app.state[STATE_KEY]
    return house
