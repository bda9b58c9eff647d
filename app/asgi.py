"""The application as a server runs it. Only here do clock and chance come in."""

import gc
import secrets
from datetime import UTC, datetime

from litestar import Litestar

from app.settings import Settings, from_environment
from app.web.app import build
from app.web.chance import Chance
from app.web.house import Clock
from app.web.live import streams_end_with_the_server
from app.web.tidying import tidying
from app.web.warming import warming


def utc_now() -> datetime:
    """The time, aware UTC."""
    return datetime.now(UTC)


def create_app(settings: Settings, clock: Clock = utc_now, chance: Chance = secrets.token_bytes) -> Litestar:
    """The application for these settings, without chores. The database is opened when it starts, and must be migrated."""
    return build(settings, clock, chance)


def create_serving_app(
    settings: Settings, clock: Clock = utc_now, chance: Chance = secrets.token_bytes
) -> Litestar:
    """The application that also tidies every minute while it serves, and has its press ready."""
    tidies = tidying(settings, clock, chance(8).hex())
    app = build(settings, clock, chance, (tidies, streams_end_with_the_server, warming))
    # What is here now lasts as long as the process: looking through it for garbage held everybody up for 80 ms.
    gc.collect()
    gc.freeze()
    return app


def application() -> Litestar:
    """The serving application for the settings of the environment, one for each worker process."""
    return create_serving_app(from_environment())
