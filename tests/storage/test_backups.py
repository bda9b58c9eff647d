import asyncio
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.storage.backups import BadBackup, back_up, back_up_dated, restore
from app.storage.engine import opened, rows
from app.storage.transactions import write

LEASE = "INSERT INTO lease VALUES ({}, 'me', '2026-01-01 00:00:00+00:00')"


async def names() -> list[str]:
    return sorted(row["name"] for row in await rows("SELECT name FROM lease"))


async def add(name: str) -> None:
    await write(lambda: rows(LEASE, name))


async def test_a_backup_holds_what_was_acknowledged_before_it(sqlite_address: str, tmp_path: Path) -> None:
    async with opened(sqlite_address):
        for number in range(30):
            await add(f"{number:03}")
            if number % 10 == 9:
                await asyncio.to_thread(back_up, sqlite_address, tmp_path / f"{number}.sqlite")
    for number in (9, 19, 29):
        async with opened(f"sqlite:///{tmp_path}/{number}.sqlite"):
            assert len(await names()) == number + 1


async def test_a_copied_file_would_miss_what_was_acknowledged(sqlite_address: str, tmp_path: Path) -> None:
    file, copy = Path(sqlite_address.removeprefix("sqlite:///")), tmp_path / "copy.sqlite"
    async with opened(sqlite_address):
        await add("acknowledged")
        copy.write_bytes(file.read_bytes())
    async with opened(f"sqlite:///{copy}"):
        assert await names() == []


async def test_a_backup_is_made_while_others_write(sqlite_address: str, tmp_path: Path) -> None:
    async with opened(sqlite_address):
        writing = asyncio.gather(*(add(f"{number:03}") for number in range(200)))
        await asyncio.to_thread(back_up, sqlite_address, tmp_path / "copy.sqlite")
        await writing
    connection = sqlite3.connect(tmp_path / "copy.sqlite")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def grown(address: str) -> Path:
    """The file of a store of some megabytes."""
    file = Path(address.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(file)) as store, store:
        store.executemany(
            "INSERT INTO lease VALUES (?, ?, '2026-01-01 00:00:00+00:00')",
            [(str(number), "x" * 4000) for number in range(2000)],
        )
    return file


@contextmanager
def others_write(file: Path) -> Iterator[None]:
    """Somebody else writes all the while, as fast as they can."""
    over = threading.Event()

    def write_on() -> None:
        with closing(sqlite3.connect(file, isolation_level=None)) as store:
            while not over.is_set():
                store.execute("UPDATE lease SET holder = hex(randomblob(2000)) WHERE name = '0'")

    writer = threading.Thread(target=write_on)
    writer.start()
    yield
    over.set()
    writer.join()


def test_a_backup_comes_to_its_end_however_much_others_write(sqlite_address: str, tmp_path: Path) -> None:
    with others_write(grown(sqlite_address)):
        back_up(sqlite_address, tmp_path / "copy.sqlite")
    with closing(sqlite3.connect(tmp_path / "copy.sqlite")) as copy:
        assert copy.execute("SELECT COUNT(*) FROM lease").fetchone() == (2000,)


def test_a_backup_in_steps_would_begin_again_and_again(sqlite_address: str, tmp_path: Path) -> None:
    """The control."""
    file, steps = grown(sqlite_address), []

    def count(_: int, remaining: int, total: int) -> None:
        steps.append((remaining, total))
        store.execute("UPDATE lease SET holder = hex(randomblob(2000)) WHERE name = '0'")
        if len(steps) > 10 * total / 1000:
            raise TimeoutError

    with (
        closing(sqlite3.connect(file, isolation_level=None)) as store,
        closing(sqlite3.connect(file)) as reading,
        closing(sqlite3.connect(tmp_path / "copy")) as copy,
        pytest.raises(TimeoutError),
    ):
        reading.backup(copy, pages=1000, progress=count)


async def test_a_backup_is_one_file_for_its_owner_alone(sqlite_address: str, tmp_path: Path) -> None:
    back_up(sqlite_address, tmp_path / "kept" / "copy.sqlite")
    [file] = (tmp_path / "kept").iterdir()
    assert (file.name, stat.S_IMODE(file.stat().st_mode)) == ("copy.sqlite", 0o600)


async def test_only_the_newest_dated_backups_remain(
    sqlite_address: str, tmp_path: Path, now: datetime
) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "hidamari-notes.sqlite").write_text("not a backup")
    for day in range(4):
        back_up_dated(sqlite_address, folder, 2, now + timedelta(days=day))
    assert sorted(path.name for path in folder.iterdir()) == [
        "hidamari-20261117-030000.sqlite",
        "hidamari-20261118-030000.sqlite",
        "hidamari-notes.sqlite",
    ]


async def test_what_was_backed_up_comes_back_also_under_a_running_server(
    sqlite_address: str, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite"
    async with opened(sqlite_address):
        await add("before")
        await asyncio.to_thread(back_up, sqlite_address, copy)
        await add("after")
        await asyncio.to_thread(restore, sqlite_address, copy)
        assert await names() == ["before"]
        await add("again")
        assert await names() == ["again", "before"]


async def test_nothing_of_what_was_there_stays_in_the_file(sqlite_address: str, tmp_path: Path) -> None:
    copy, file = tmp_path / "copy.sqlite", Path(sqlite_address.removeprefix("sqlite:///"))
    back_up(sqlite_address, copy)
    async with opened(sqlite_address):
        await add("canary")
    restore(sqlite_address, copy)
    left = b"".join(path.read_bytes() for path in file.parent.glob("hidamari.sqlite*"))
    assert b"canary" not in left


@pytest.mark.parametrize("broken", ["text", "newer", "foreign", "missing"])
async def test_what_is_no_backup_of_ours_changes_nothing(
    sqlite_address: str, tmp_path: Path, broken: str
) -> None:
    copy = tmp_path / "copy.sqlite"
    if broken == "text":
        copy.write_text("not a database")
    elif broken != "missing":
        back_up(sqlite_address, copy)
        connection = sqlite3.connect(copy)
        newer = "UPDATE migration SET name = '2999-01-01T00:00:00:000000'"
        connection.execute(newer if broken == "newer" else "DROP TABLE migration")
        connection.commit()
        connection.close()
    async with opened(sqlite_address):
        await add("kept")
        with pytest.raises(BadBackup, match=r"copy\.sqlite"):
            await asyncio.to_thread(restore, sqlite_address, copy)
        assert await names() == ["kept"]


async def test_without_a_database_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(BadBackup, match=r"none\.sqlite"):
        back_up(f"sqlite:///{tmp_path}/none.sqlite", tmp_path / "copy.sqlite")
    assert list(tmp_path.iterdir()) == []


async def test_postgresql_is_backed_up_and_put_back_by_its_own_tools(
    postgresql_address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.rig.postgresql import programs

    monkeypatch.setenv("PATH", str(programs()))
    copy = tmp_path / "copy.dump"
    async with opened(postgresql_address):
        await add("before")
        await asyncio.to_thread(back_up, postgresql_address, copy)
        await add("after")
    await asyncio.to_thread(restore, postgresql_address, copy)
    async with opened(postgresql_address):
        assert await names() == ["before"]


async def test_without_the_tools_of_postgresql_one_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BadBackup, match="pg_dump が見つかりません"):
        back_up("postgresql://postgres@/x", tmp_path / "copy.dump")


@pytest.mark.usefixtures("tools")
async def test_a_dump_of_an_older_schema_takes_the_place_of_a_newer_one(
    postgresql_address: str, tmp_path: Path
) -> None:
    await asyncio.to_thread(back_up, postgresql_address, tmp_path / "copy.dump")
    async with opened(postgresql_address):
        await rows("CREATE TABLE of_a_newer_schema (id INTEGER PRIMARY KEY)")
    await asyncio.to_thread(restore, postgresql_address, tmp_path / "copy.dump")
    async with opened(postgresql_address):
        assert await rows("SELECT tablename FROM pg_tables WHERE tablename = 'of_a_newer_schema'") == []
        assert await names() == []


@pytest.mark.usefixtures("tools")
@pytest.mark.parametrize("broken", ["text", "newer", "foreign"])
async def test_what_is_no_dump_of_ours_changes_nothing(
    postgresql_address: str, tmp_path: Path, broken: str
) -> None:
    copy = tmp_path / "copy.dump"
    change = {
        "newer": "UPDATE migration SET name = '2999-01-01T00:00:00:000000'",
        "foreign": "DROP TABLE migration",
    }
    async with opened(postgresql_address):
        if broken == "text":
            copy.write_text("not a dump")
        else:
            await rows(change[broken])
            await asyncio.to_thread(back_up, postgresql_address, copy)
        await add("kept")
        with pytest.raises(BadBackup, match=r"copy\.dump"):
            await asyncio.to_thread(restore, postgresql_address, copy)
        assert await names() == ["kept"]


@pytest.mark.usefixtures("tools")
async def test_a_dump_is_for_its_owner_alone(postgresql_address: str, tmp_path: Path) -> None:
    await asyncio.to_thread(back_up, postgresql_address, tmp_path / "copy.dump")
    assert stat.S_IMODE((tmp_path / "copy.dump").stat().st_mode) == 0o600
