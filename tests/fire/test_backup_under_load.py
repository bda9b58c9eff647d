"""Copies made while people reserve: each opens, is sound, and has everything that was acknowledged before it began."""

import asyncio
import sqlite3
import time
from pathlib import Path
from uuid import UUID

import pytest

from app.storage.backups import back_up, restore
from app.storage.engine import opened, rows
from tests.fire.crowd import Crowd
from tests.fire.serving import Fire, salons
from tests.rig.databases import faults, migrated
from tests.rig.postgresql import Server
from tests.rig.program import hidamari as program
from tests.rig.server import environment_for
from tests.storage.releases import RELEASES
from tests.storage.releases.asking import meaning, plain

pytestmark = pytest.mark.usefixtures("tools")
OPEN: dict[tuple[str, str], int | None] = {("in_person", "talk"): None}
# That a plain copy of the file would miss some is shown in tests/storage/test_backups.py.
TIMES = [2, pytest.param(100, marks=pytest.mark.soak)]


async def hidamari(address: str, *command: str) -> str:
    """What a command says on stderr; it must succeed."""
    environment = environment_for(address)
    asked = asyncio.create_subprocess_exec(
        *program(*command), env=environment, stderr=asyncio.subprocess.PIPE
    )
    process = await asked
    _, said = await process.communicate()
    assert process.returncode == 0, said.decode()
    return said.decode()


def acknowledged(crowd: Crowd) -> set[str]:
    """The reservations that people were told they have by now."""
    return {each.id for each in crowd.told if each.status == 201}


async def reservations(address: str) -> set[str]:
    """Those that are in a store, which is sound."""
    async with opened(address):
        assert await faults() == ()
        return {str(row["id"]) for row in await rows("SELECT id FROM reservation")}


async def copied(address: str, file: Path, *, first: bool) -> None:
    """Make a copy, the first one by the command, the others as it does: starting a command takes a second."""
    if first:
        await hidamari(address, "backup", str(file))
    else:
        await asyncio.to_thread(back_up, address, file)


async def put_back(address: str, file: Path, *, first: bool) -> None:
    """Put a copy back in the same way."""
    if first:
        await hidamari(address, "restore", str(file))
    else:
        await asyncio.to_thread(restore, address, file)


@pytest.mark.parametrize("times", TIMES)
async def test_every_copy_has_what_was_acknowledged_before_it(
    sqlite_address: str, times: int, tmp_path: Path
) -> None:
    [place] = await salons(sqlite_address, 1, OPEN)
    missing = []
    with Fire(sqlite_address, tmp_path / "log") as fire:
        async with Crowd(fire.port, place.id) as crowd:
            for number in range(times):
                before = acknowledged(crowd)
                copy = tmp_path / f"{number}.sqlite"
                await copied(sqlite_address, copy, first=not number)
                missing.append(before - await reservations(f"sqlite:///{copy}"))
                copy.unlink()
                await crowd.until(201)
    assert missing == [set()] * times
    assert crowd.statuses() == {201}


@pytest.mark.parametrize("times", [1, pytest.param(100, marks=pytest.mark.soak)])
async def test_every_dump_has_what_was_acknowledged_before_it(
    postgresql_address: str, postgresql: Server, times: int, tmp_path: Path
) -> None:
    [place] = await salons(postgresql_address, 1, OPEN)
    await postgresql.run("CREATE DATABASE put_back")
    target = postgresql.address("put_back")
    missing = []
    with Fire(postgresql_address, tmp_path / "log") as fire:
        async with Crowd(fire.port, place.id) as crowd:
            for number in range(times):
                before = acknowledged(crowd)
                dump = tmp_path / f"{number}.dump"
                await copied(postgresql_address, dump, first=not number)
                await put_back(target, dump, first=not number)
                missing.append(before - await reservations(target))
                dump.unlink()
    assert missing == [set()] * times
    await postgresql.run("DROP DATABASE put_back WITH (FORCE)")


async def test_what_is_put_back_means_what_it_meant(tmp_path: Path) -> None:
    address, copy, [release, *_] = f"sqlite:///{tmp_path}/a.sqlite", tmp_path / "copy.sqlite", RELEASES
    await release.load(address)
    await migrated(address)
    tokens = [path.rpartition("/")[2] for path in release.meaning.answers if "/reservations/" in path]
    async with opened(address):
        before = await meaning(address, tokens)
    await hidamari(address, "backup", str(copy))
    async with opened(address):
        await rows("DELETE FROM place")
        await asyncio.to_thread(restore, address, copy)
        assert plain(await meaning(address, tokens)) == plain(before)


@pytest.mark.soak
async def test_a_hundred_megabytes_are_back_within_a_minute(sqlite_address: str, tmp_path: Path) -> None:
    file = Path(sqlite_address.removeprefix("sqlite:///"))
    store = sqlite3.connect(file)
    text = "x" * 1000
    many = [(str(UUID(int=number)), f"s{number}", text) for number in range(95_000)]
    with store:
        store.executemany(
            "INSERT INTO organisation (id, slug, name, about, year_end_first, year_end_last, named_periods, listed, "
            "second_look) VALUES (?, ?, 'x', ?, '12-29', '01-03', '{}', true, false)",
            many,
        )
    store.close()
    assert file.stat().st_size > 100_000_000
    await hidamari(sqlite_address, "backup", str(tmp_path / "copy.sqlite"))
    began = time.monotonic()
    await hidamari(sqlite_address, "restore", str(tmp_path / "copy.sqlite"))
    assert time.monotonic() - began < 60
