"""Tidying: what has to happen as time goes by, whether anybody looks or not."""

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.actions.extend import extend
from app.actions.forget import forget
from app.actions.promote import promote_all
from app.storage.traces import wipe_traces


class Tidied(Struct, frozen=True):
    """How many sessions are new on the horizon, and of how many the nicknames were forgotten."""

    extended: int
    forgotten: int


async def tidy(now: datetime, zone: ZoneInfo) -> Tidied:
    """Forget what is due, let those who wait move up and extend the horizon. Safe to repeat at any time.

    Each step is kept on its own. Forgetting goes first, so that a fault in extending never keeps a nickname alive, and
    what was forgotten or given up since the last time is wiped from the log of the database with it.
    """
    forgotten = await forget(now, zone)
    await wipe_traces()
    await promote_all(now, zone)
    extended = await extend(now, now.astimezone(zone).date(), zone=zone)
    return Tidied(extended=extended.made, forgotten=forgotten)
