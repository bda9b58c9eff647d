"""How long a feed takes to be made anew after one of its sessions changed."""

import secrets
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from app.feeds.calendars import calendar_of, look_of
from app.feeds.choice import Choice
from app.settings import Settings
from app.storage.engine import opened, rows
from app.web import feeds
from app.web.house import House
from tests.rig.client import settings_for

CHANGES = 21


async def run(file: Path, venue: str) -> None:
    """Print milliseconds: for the first time, and after one change."""
    settings: Settings = settings_for(f"sqlite:///{file}")
    house = House(settings, lambda: datetime.now(UTC), secrets.token_bytes)
    spans = []
    async with opened(settings.database):
        [session] = await rows(
            "SELECT MIN(session.id) AS id FROM session JOIN venue ON venue.id = session.venue_id WHERE slug = {}",
            venue,
        )
        for _ in range(CHANGES):
            await rows("UPDATE session SET sequence = sequence + 1 WHERE id = {}", session["id"])
            started = time.perf_counter()
            size = len(await made(house, venue))
            spans.append((time.perf_counter() - started) * 1000)
    after = median(spans[1:])
    print(
        f"feed of a venue, {size:,} bytes: made in {spans[0]:,.0f} ms, after one change in {after:.1f} ms (goal 10)"
    )


async def made(house: House, venue: str) -> bytes:
    """The bytes of the feed."""
    head, target = await feeds.head_of("venues", venue)
    wanted = feeds.filter_of(house, "venues", target, Choice())
    events = await feeds.events_of(house, wanted, look_of(Choice()))
    return calendar_of(events, head, Choice(), feeds.site_of(house))
