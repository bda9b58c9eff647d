"""An upgrade keeps the meaning of every record, and is done wholly or not at all, whenever it is killed."""

import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
import pytest

from app.storage.engine import opened, rows
from app.storage.migrating import load_steps, migrate, pending
from app.storage.piccolo_app import MIGRATIONS
from tests.fire.dying import Deaths
from tests.rig.databases import faults
from tests.rig.postgresql import Server
from tests.rig.program import hidamari
from tests.rig.server import environment_for
from tests.storage.releases import RELEASES, Release
from tests.storage.releases.asking import meaning, plain

TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'migration'",
    "postgresql": "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' "
    "AND table_name <> 'migration'",
}
# Table and column of what an upgrade took away or turned into something else, each with the release it stood in last.
GONE: dict[tuple[str, str], str] = {}

KEYS = ("id", "hash", "name", "kind", "session_id")

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture
def empty_sqlite(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/old.sqlite"


@pytest.fixture
async def empty_postgresql(postgresql: Server) -> AsyncIterator[str]:
    name = f"old_{uuid4().hex}"
    await postgresql.run(f"CREATE DATABASE {name}")
    yield postgresql.address(name)
    await postgresql.run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest) -> str:
    """The address of a database without any table."""
    found: str = request.getfixturevalue(f"empty_{request.param}")
    return found


async def every_row(address: str) -> Rows:
    """All tables of the open database."""
    kind = address.partition(":")[0]
    names = [row["name"] for row in await rows(TABLES[kind])]
    return {name: ordered(plain(await rows(f"SELECT * FROM {name}"))) for name in sorted(names)}


def ordered(table: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows by their key."""
    return sorted(table, key=lambda row: str(next(row[key] for key in KEYS if key in row)))


def as_before(old: Any, new: Any) -> Any:
    """What is said now, without what has been added since."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {name: as_before(value, new.get(name, "gone")) for name, value in old.items()}
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [as_before(one, other) for one, other in zip(old, new, strict=True)]
    return new


def carried_over(old: Rows, new: Rows) -> Rows:
    """The rows that were there, without the columns that have been added since."""
    return {
        name: [as_before(one, other) for one, other in zip(table, new[name], strict=True)]
        for name, table in old.items()
    }


def without_gone(found: Rows) -> Rows:
    return {
        name: [{key: value for key, value in row.items() if (name, key) not in GONE} for row in table]
        for name, table in found.items()
    }


@pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.name)
async def test_an_upgrade_keeps_what_every_record_means(empty: str, release: Release) -> None:
    await release.load(empty)
    tokens = [path.rpartition("/")[2] for path in release.meaning.answers if "/reservations/" in path]
    async with opened(empty):
        before = await every_row(empty)
        await migrate()
        after, said = await every_row(empty), await meaning(empty, tokens)
        assert carried_over(without_gone(before), after) == without_gone(before)
        assert as_before(plain(release.meaning), plain(said)) == plain(release.meaning)
        assert (await pending(), await faults()) == ((), ())


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE session SET starts = '09:00:00' WHERE starts = '13:30:00'",
        "UPDATE reservation SET nickname = 'だれか' WHERE nickname = 'れんげ'",
        "DELETE FROM task",
        "UPDATE series SET fee = NULL",
    ],
)
async def test_an_upgrade_that_harms_a_record_would_be_seen(tmp_path: Path, harm: str) -> None:
    address, release = f"sqlite:///{tmp_path}/old.sqlite", RELEASES[0]
    await release.load(address)
    async with opened(address):
        before = await every_row(address)
        await migrate()
        await rows(harm)
        with pytest.raises((AssertionError, ValueError)):
            assert carried_over(before, await every_row(address)) == before


async def test_what_is_said_otherwise_would_be_seen(tmp_path: Path) -> None:
    address, release = f"sqlite:///{tmp_path}/old.sqlite", RELEASES[0]
    await release.load(address)
    async with opened(address):
        await migrate()
        await rows("UPDATE session SET sequence = sequence + 1")
        said = await meaning(address, [])
    assert as_before(release.meaning.events, said.events) != release.meaning.events


def killed(address: str, *options: str) -> Deaths:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fire.dying", address, *options], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return msgspec.json.decode(done.stdout, type=Deaths)


def is_whole(found: Deaths) -> bool:
    """Whether every kill left the old schema, the last the new one, and another try went through."""
    return found.left == ["old"] * (len(found.left) - 1) + ["new"] and found.recovered


async def test_killed_at_some_statement_it_is_old_or_new(tmp_path: Path) -> None:
    """Every fifth; each of them, from every release and on either engine, in `make soak`."""
    address = f"sqlite:///{tmp_path}/old.sqlite"
    await RELEASES[0].load(address)
    found = killed(address, "5")
    assert is_whole(found), found


async def test_without_a_transaction_it_would_be_something_between(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/old.sqlite"
    await RELEASES[0].load(address)
    assert "between" in killed(address, "bare", "4").left


@pytest.mark.soak
@pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.name)
async def test_killed_at_any_statement_on_either_engine(empty: str, release: Release) -> None:
    await release.load(empty)
    found = killed(empty)
    assert is_whole(found), found


async def test_on_postgresql_a_killed_upgrade_leaves_the_old(empty_postgresql: str) -> None:
    await RELEASES[0].load(empty_postgresql)
    found = killed(empty_postgresql, "20")
    assert is_whole(found), found


@pytest.mark.parametrize("command", [("serve", "--port", "1"), ("check",)], ids=lambda command: command[0])
async def test_a_newer_schema_is_refused_in_one_clear_line(
    sqlite_address: str, command: tuple[str, ...]
) -> None:
    async with opened(sqlite_address):
        await rows("INSERT INTO migration (name, app_name) VALUES ('2999-01-01T00:00:00:000000', 'hidamari')")
    assert refused(sqlite_address, command) == (
        1,
        "hidamari: このデータベースは、より新しい版の Hidamari で作られています（2999-01-01T00:00:00:000000）。"
        "プログラムを新しくしてから、もう一度お試しください。\n",
    )


def refused(address: str, command: tuple[str, ...]) -> tuple[int, str]:
    environment = environment_for(address)
    done = subprocess.run(hidamari(*command), env=environment, capture_output=True, check=False, text=True)
    return done.returncode, done.stderr


def test_a_release_is_named_after_its_newest_migration() -> None:
    names = [path.stem.split("_")[1] for path in sorted(MIGRATIONS.glob("hidamari_*.py"))]
    assert [release.name for release in RELEASES if release.name not in names] == []
    assert len(load_steps(MIGRATIONS)) == len(names)
