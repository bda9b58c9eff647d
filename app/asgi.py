"""The application as a server runs it. Only here do clock and chance come in."""

import secrets
from datetime import UTC, datetime

from litestar import Litestar

from app.settings import Settings, from_environment
from app.web.app import build
from app.web.chance import Chance
from app.web.house import Clock


def utc_now() -> datetime:
    """The time, aware UTC."""
    return datetime.now(UTC)


def create_app(settings: Settings, clock: Clock = utc_now, chance: Chance = secrets.token_bytes) -> Litestar:
    """The application for these settings. The database is opened when it starts, and must be migrated."""
    return build(settings, clock, chance)


def application() -> Litestar:
    """The application for the settings of the environment, as `uvicorn --factory app.asgi:application` runs it."""
    return create_app(from_environment())
