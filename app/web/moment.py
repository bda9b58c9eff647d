"""The instant a page is made for. It stands still for some minutes, so that what is kept stays the same bytes."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from litestar import Request
from msgspec import Struct

from app.web.house import House, house_of

STEP = timedelta(minutes=5)


class Moment(Struct, frozen=True):
    """An instant (aware UTC) and the installation's zone."""

    now: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        """The local date."""
        return self.now.astimezone(self.zone).date()


def moment_of(request: Request[Any, Any, Any]) -> Moment:
    """The instant of a request, to the last five minutes: what has ended by then is shown as over."""
    return moment_at(house_of(request))


def moment_at(house: House) -> Moment:
    """The instant an application is at, to the last five minutes."""
    now = house.clock()
    return Moment(now - timedelta(seconds=now.timestamp() % STEP.total_seconds()), house.settings.timezone)
