"""A family's calendar: vdirsyncer fetches a feed from the real server, khal lists what is on.

After every change and one more sync khal lists exactly what is true, and every event kept its file.
"""

import asyncio
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from app.actions.cancel_session import cancel, restore
from app.actions.hand_over import hand_over
from app.actions.move_session import move
from app.actions.publish import publish
from app.actions.session_changes import Spot
from app.domain.month import month_of
from app.storage.engine import opened
from tests.rig import town
from tests.rig.clock import machine_now
from tests.rig.server import serving

PROGRAMS = Path(sys.executable).parent
TOKYO = ZoneInfo("Asia/Tokyo")
SYNCER = """
[general]
status_path = "{home}/status"
[pair family]
a = "feed"
b = "kept"
collections = null
[storage feed]
type = "http"
url = "{url}"
[storage kept]
type = "filesystem"
path = "{home}/kept"
fileext = ".ics"
"""
KHAL = """
[calendars]
[[family]]
path = {home}/kept
readonly = True
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Asia/Tokyo
default_timezone = Asia/Tokyo
[sqlite]
path = {home}/khal.db
"""


class Family:
    """A calendar at home, and the town it reads of."""

    def __init__(self, home: Path, address: str) -> None:
        self.home = home
        self.address = address
        self.today = machine_now().astimezone(TOKYO).date()
        self.first = month_of(month_of(self.today) + timedelta(days=40))

    def do(self, work: Callable[[], Awaitable[Any]]) -> Any:
        """Something happens in town, in another process than the server's."""

        async def inside() -> Any:
            async with opened(self.address):
                return await work()

        return asyncio.run(inside())

    def subscribe(self, url: str) -> None:
        (self.home / "kept").mkdir()
        (self.home / "vdirsyncer").write_text(SYNCER.format(home=self.home, url=url))
        (self.home / "khal").write_text(KHAL.format(home=self.home))
        self.run("vdirsyncer", "-c", str(self.home / "vdirsyncer"), "discover")

    def sync(self) -> "subprocess.CompletedProcess[str]":
        return self.run("vdirsyncer", "-c", str(self.home / "vdirsyncer"), "sync")

    def listed(self) -> list[str]:
        """What khal lists of the next months, day and hours before each title."""
        form = ("--format", "{start-date} {start-time} {end-time} {title}", "--day-format", "")
        asked = ("list", *form, f"{self.first:%Y-%m-%d}", "120d")
        done = self.run("khal", "-c", str(self.home / "khal"), *asked)
        return sorted(re.sub(r"\s+", " ", line).strip() for line in done.stdout.splitlines() if line.strip())

    def files(self) -> set[str]:
        return {file.name for file in (self.home / "kept").iterdir()}

    def run(self, program: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
        quiet = {**os.environ, "HOME": str(self.home), "NO_PROXY": "*", "no_proxy": "*"}
        done = subprocess.run(
            [PROGRAMS / program, *arguments], capture_output=True, text=True, check=False, env=quiet
        )
        assert done.returncode == 0, (program, done.stdout, done.stderr)
        return done


@pytest.fixture
def family(sqlite_template: Path, tmp_path: Path) -> Iterator[Family]:
    for program in ("vdirsyncer", "khal"):
        if not (PROGRAMS / program).exists():
            pytest.skip(f"no family subscribes: {program} is not installed")
    file = tmp_path / "hidamari.sqlite"
    shutil.copyfile(sqlite_template, file)
    yield Family(tmp_path, f"sqlite:///{file}")


class Salon:
    """A salon with three planned dates in next month, of one organisation among two."""

    def __init__(self, family: Family) -> None:
        self.family = family
        self.days = [family.first + timedelta(days=number) for number in (3, 10, 17)]

    async def open(self) -> None:
        self.owner = await town.add_organisation("npo", name="まちの会")
        self.other = await town.add_organisation("kame", name="かめの会")
        since = date(2020, 1, 1)
        self.series = await town.add_series(
            self.owner, "salon", since=since, title="サロン", planned_shown=False
        )
        self.sessions: list[UUID] = [
            await town.add_session(self.series, day, state="planned") for day in self.days
        ]

    def line(self, day: date, hours: str = "13:30 15:30", mark: str = "") -> str:
        return f"{day} {hours} {mark}サロン"


def test_a_subscribed_calendar_lists_exactly_what_is_true(family: Family, tmp_path: Path) -> None:
    salon = Salon(family)
    family.do(salon.open)
    with serving(family.address, tmp_path / "log") as server:
        family.subscribe(f"{server.url}/feeds/series/salon.ics")
        for name, change, true in acts(family, salon):
            if change:
                family.do(change)
                # The server is another process: what it knows of the version is less than a second old.
                time_passes()
            family.sync()
            assert family.listed() == true, name
    assert len(family.files()) == 3


def time_passes() -> None:
    """A second goes by."""
    asyncio.run(asyncio.sleep(1))


Act = tuple[str, Callable[[], Awaitable[Any]] | None, list[str]]


def acts(family: Family, salon: Salon) -> Iterator[Act]:
    """What happens one after the other, and what is true afterwards."""
    a, b, c = salon.days
    later = c + timedelta(days=3)
    now = machine_now()
    yield "before the first date", None, []
    yield (
        "published",
        lambda: publish(salon.owner, month_of(a), now=now),
        [salon.line(a), salon.line(b), salon.line(c)],
    )
    spot = Spot(date=later, starts=time(10), ends=time(11, 30))
    moved = salon.line(later, "10:00 11:30")
    yield (
        "moved",
        lambda: move(salon.sessions[2], spot, now=now, today=family.today),
        [salon.line(a), salon.line(b), moved],
    )
    yield (
        "cancelled",
        lambda: cancel(salon.sessions[0], "雪のため", now=now),
        [salon.line(a, mark="【中止】"), salon.line(b), moved],
    )
    yield "held after all", lambda: restore(salon.sessions[0], now=now), [salon.line(a), salon.line(b), moved]
    yield (
        "handed over",
        lambda: hand_over(salon.series, salon.other, b, now=now, today=family.today),
        [salon.line(a), salon.line(b), moved],
    )
    yield (
        "cancelled by the new owner",
        lambda: cancel(salon.sessions[1], "講師の都合", now=now),
        [salon.line(a), salon.line(b, mark="【中止】"), moved],
    )
