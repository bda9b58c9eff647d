"""Many people at once over real HTTP, a kill -9 in the middle: what each was told can have happened one after another."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.fire.guests import Key, Town, live_through, stored
from tests.fire.history import explained
from tests.fire.serving import Fire, salons

POOLS: dict[Key, int | None] = {
    ("in_person", "talk"): 3,
    ("in_person", "listener"): 1,
    ("online", "talk"): 2,
}
GUESTS = 16
ACTS_OF_A_SESSION = 60
# A server whose code is changed before it serves: what the checker must find out.
CHANGED = "{}; from app.__main__ import main; main()"
WITHOUT_CONDITION = "from app.storage import pools; pools.HAS_ROOM = 'TRUE'"
LAST_FIRST = (
    "from app.storage import reservations as found;"
    "found.FIRST_IN_QUEUE = found.FIRST_IN_QUEUE.replace('place.turn', 'place.turn DESC')"
)
TOLD_TOO_EARLY = "from tests.fire.killing import be_hasty; be_hasty()"


async def unexplained(
    address: str,
    log: Path,
    operations: int,
    *arguments: str,
    kills: tuple[int, ...] = (),
    seed: int = 1,
    fault: str = "",
    servers: int = 1,
) -> list[int]:
    """The sessions whose history nothing explains."""
    places = await salons(address, 5 + operations // ACTS_OF_A_SESSION, POOLS)
    fire, *others = [Fire(address, log, *arguments) for _ in range(servers)]
    if fault:
        fire.command[1:3] = ["-c", CHANGED.format(fault)]
    with ExitStack() as stack:
        for each in (fire, *others):
            stack.enter_context(each)
        town = Town(fire, places, operations, others)
        await live_through(town, GUESTS, kills, seed)
    found, wrong = await stored(address, places)
    limits: dict[Any, Any] = dict(POOLS)
    odd = [each for each, here in enumerate(found) if not explained(limits, town.acts[each], here)]
    if not fault:
        assert wrong == ()
        assert sum(act.answer == "overloaded" for acts in town.acts.values() for act in acts) == 0
    return odd


async def test_every_answer_can_have_happened_with_a_kill_in_the_middle(
    sqlite_address: str, tmp_path: Path
) -> None:
    odd = await unexplained(sqlite_address, tmp_path / "log", 500, kills=(250,))
    assert odd == []


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(WITHOUT_CONDITION, id="without the condition"),
        pytest.param(LAST_FIRST, id="who came last moves up first", marks=pytest.mark.soak),
        pytest.param(TOLD_TOO_EARLY, id="told before the commit", marks=pytest.mark.soak),
    ],
)
async def test_a_server_that_does_wrong_is_found_out(sqlite_address: str, tmp_path: Path, fault: str) -> None:
    """The control: the same people on a server with a guard off."""
    odd = await unexplained(sqlite_address, tmp_path / "log", 300, kills=(150,), fault=fault)
    assert odd != []


@pytest.mark.soak
async def test_two_servers_on_one_store_are_as_one(address: str, tmp_path: Path) -> None:
    odd = await unexplained(address, tmp_path / "log", 3_000, kills=(1_500,), servers=2)
    assert odd == []


@pytest.mark.soak
async def test_workers_on_postgresql_are_as_one(postgresql_address: str, tmp_path: Path) -> None:
    odd = await unexplained(postgresql_address, tmp_path / "log", 3_000, "--workers", "3", kills=(1_500,))
    assert odd == []


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
async def test_ten_thousand_acts_can_have_happened_with_kills(
    address: str, seed: int, tmp_path: Path
) -> None:
    kills = (3_000, 5_000, 8_000)
    assert await unexplained(address, tmp_path / "log", 10_000, kills=kills, seed=seed) == []
