"""Tidying: what has to happen as time goes by, whether anybody looks or not."""

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.actions.close_by_rule import roll_closing_rules
from app.actions.extend import extend
from app.actions.forget import forget
from app.actions.heed_closures import heed_closures
from app.actions.promote import promote_all
from app.storage.acts import forget_acts
from app.storage.staff_links import forget_staff_links
from app.storage.traces import wipe_traces
from app.storage.transactions import write

QUIET_HOUR = 3


class Tidied(Struct, frozen=True):
    """How many sessions are new on the horizon, and of how many the nicknames were forgotten."""

    extended: int
    forgotten: int


async def tidy(now: datetime, zone: ZoneInfo) -> Tidied:
    """Forget what is due, let those who wait move up, extend the horizon and heed closures. Safe to repeat at any time.

    Each step is kept on its own. Forgetting goes first, so that a fault in extending never keeps a nickname alive, and
    what was forgotten or given up since the last time is wiped from the log of the database with it.
    """
    forgotten = await forget(now, zone)
    await wipe_traces(forgotten=forgotten > 0, quiet=now.astimezone(zone).hour == QUIET_HOUR)
    await write(lambda: forget_desk(now))
    await promote_all(now, zone)
    today = now.astimezone(zone).date()
    await roll_closing_rules(today)
    extended = await extend(now, today, zone=zone)
    # What another process made meanwhile, not knowing of a closure, is called off here.
    await heed_closures(today, now, zone)
    return Tidied(extended=extended.made, forgotten=forgotten)


async def forget_desk(now: datetime) -> None:
    """Forget acts of three years ago with the accounts that only they named, and links that ended a month ago."""
    await forget_acts(now)
    await forget_staff_links(now)
