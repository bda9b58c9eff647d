"""kill -9 under load: whatever somebody was told is there afterwards, and the store is whole."""

import asyncio
import sys
from pathlib import Path
from uuid import UUID

import pytest

from app.storage.engine import opened, rows
from tests.actions.gathering import hybrid, small
from tests.fire.guests import Town, live_through
from tests.fire.serving import Fire, salons
from tests.rig.clock import NOON
from tests.rig.databases import faults

SECONDS_TO_SERVE_AGAIN = 2.0
DEATHS = 30


async def killed(address: str, acks: Path, kills: int, *more: str) -> float:
    """A writer that was killed so often; the seconds that its slowest start took until somebody was served."""
    async with opened(address):
        for _ in range(3):
            await small(NOON, 5)
            await hybrid(NOON, 40)
    told = (address, str(acks), str(kills), *more)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.fire.killing", *told, stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate()
    assert process.returncode == 0
    return float(out)


async def lost(address: str, acks: Path) -> tuple[int, list[UUID]]:
    """How many acts were acknowledged, and the reservations that are not as their holders were told."""
    lines = acks.read_text().splitlines()
    made, left = ({UUID(line[1:]) for line in lines if line[0] == sign} for sign in "+-")
    async with opened(address):
        kept = {row["id"]: row["given_up"] for row in await rows("SELECT id, given_up FROM reservation")}
        assert await faults() == ()
    # One who gives up may be killed before it is told: then the row may say either.
    return len(lines), [each for each in made if each not in kept or (each in left and not kept[each])]


async def test_nothing_that_was_acknowledged_is_lost(address: str, tmp_path: Path) -> None:
    await killed(address, tmp_path / "acks", DEATHS)
    acknowledged, gone = await lost(address, tmp_path / "acks")
    assert (gone, acknowledged >= DEATHS) == ([], True)


async def test_who_tells_before_the_commit_loses(address: str, tmp_path: Path) -> None:
    """The control."""
    await killed(address, tmp_path / "acks", 5, "hasty")
    _, gone = await lost(address, tmp_path / "acks")
    assert gone != []


@pytest.mark.soak
async def test_nothing_is_lost_in_three_hundred_kills(address: str, tmp_path: Path) -> None:
    assert await killed(address, tmp_path / "acks", 300) <= SECONDS_TO_SERVE_AGAIN
    acknowledged, gone = await lost(address, tmp_path / "acks")
    assert (gone, acknowledged > 300) == ([], True)


@pytest.mark.soak
async def test_a_killed_server_serves_again_within_two_seconds(address: str, tmp_path: Path) -> None:
    places = await salons(address, 10, {("online", "talk"): 20})
    with Fire(address, tmp_path / "log") as fire:
        gone = await live_through(Town(fire, places, 6_000), 16, range(200, 6_000, 200))
    assert sorted(gone)[len(gone) // 2] <= SECONDS_TO_SERVE_AGAIN
