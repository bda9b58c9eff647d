"""Forgetting is real: 24 hours after a session no byte of a name is left, in files, logs of the database and copies."""

import asyncio
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from uuid import UUID, uuid4

import asyncpg
import pytest

from app.actions.close_month import close_month
from app.actions.give_up import give_up
from app.actions.tidy import tidy
from app.actions.write_note import write_note
from app.cli import backup as cli
from app.settings import Settings
from app.storage import sqlite_connections
from app.storage.backups import back_up, back_up_dated, fault_in, restore, run_tool
from app.storage.bulk import insert_many
from app.storage.engine import opened, rows
from app.storage.transactions import write
from tests.actions.gathering import DAY, ZONE, Gathering, gathering, small
from tests.rig.client import settings_for
from tests.rig.databases import Database
from tests.rig.postgresql import Server
from tests.rig.town import add_pool, add_session

CANARY = "かなりあ"
DAY_AFTER = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
COLUMNS = ("id", "session_id", "nickname", "way", "given_up", "arrived", "gone", "version")
# A house keeps 14; the nights are the same.
KEPT = 3
HASHES = ("link_hash", "feed_hash", "code_hash", "nonce_hash", "body_hash")


class Refusal(Exception):
    """Takes a write back."""


async def a_life(now: datetime) -> Gathering:
    """Names that came, waited, gave up and were never kept, and a note, at one session."""
    where = await small(now, 2)
    for number in range(3):
        await where.wait(f"{CANARY}席{number}")
    await give_up(where.at(), (await where.take(f"{CANARY}中止", wait=True)).id)
    await write_note(where.id, f"{CANARY}さんは奥の席がよいそうです。", seen="")

    async def taken_back() -> None:
        await rows("UPDATE reservation SET nickname = {}", f"{CANARY}取消")
        raise Refusal

    with pytest.raises(Refusal):
        await write(taken_back)
    return where


def sqlite_bytes(address: str) -> bytes:
    """The file of the database and all that SQLite puts beside it."""
    file = Path(address.removeprefix("sqlite:///"))
    return b"".join(path.read_bytes() for path in sorted(file.parent.glob(f"{file.name}*")))


async def postgresql_bytes(server: Server, address: str) -> bytes:
    """The files of all tables and indexes of a database, as they stand on the disk."""
    connection = await asyncpg.connect(address)
    await connection.execute("CHECKPOINT")
    [number] = await connection.fetchrow("SELECT oid FROM pg_database WHERE datname = current_database()")
    await connection.close()
    folder = server.folder / "data" / "base" / str(number)
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file())


async def test_a_day_after_a_session_no_byte_of_a_name_is_left_on_sqlite(
    sqlite_database: Database, now: datetime
) -> None:
    await a_life(now)
    assert CANARY.encode() in sqlite_bytes(sqlite_database.address)
    await tidy(DAY_AFTER, ZONE)
    assert CANARY.encode() not in sqlite_bytes(sqlite_database.address)


async def test_nor_in_the_tables_of_postgresql_where_others_keep_their_names(
    postgresql_database: Database, postgresql: Server, now: datetime
) -> None:
    where = await a_life(now)
    other = await another_day(where)
    await Gathering(other, where.series_id, now).take("すずめ")
    before = await postgresql_bytes(postgresql, postgresql_database.address)
    assert (CANARY.encode() in before, "すずめ".encode() in before) == (True, True)
    await tidy(DAY_AFTER, ZONE)
    after = await postgresql_bytes(postgresql, postgresql_database.address)
    assert (CANARY.encode() in after, "すずめ".encode() in after) == (False, True)


async def another_day(where: Gathering) -> UUID:
    """A session a week later."""
    session = await add_session(where.series_id, DAY + timedelta(days=7))
    await add_pool(session, capacity=5)
    return session


async def test_vacuum_alone_would_leave_them_there(
    postgresql_database: Database, postgresql: Server, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: it marks the space as free, and writes nothing over it."""

    async def vacuum(**_: bool) -> None:
        connection = await asyncpg.connect(postgresql_database.address)
        await connection.execute("VACUUM reservation")
        await connection.close()

    where = await a_life(now)
    await Gathering(await another_day(where), where.series_id, now).take("すずめ")
    monkeypatch.setattr("app.actions.tidy.wipe_traces", vacuum)
    await tidy(DAY_AFTER, ZONE)
    assert CANARY.encode() in await postgresql_bytes(postgresql, postgresql_database.address)


async def test_a_name_that_was_given_up_leaves_postgresql_in_the_next_quiet_hour(
    postgresql_database: Database, postgresql: Server, now: datetime
) -> None:
    where = await small(now)
    await give_up(where.at(), (await where.take(CANARY)).id)
    night = datetime(2026, 11, 15, 18, 30, tzinfo=UTC)
    async with asyncio.timeout(20):
        while CANARY.encode() in await postgresql_bytes(postgresql, postgresql_database.address):
            # What is dead is told to the statistics a moment later.
            await asyncio.sleep(0.2)
            await tidy(night, ZONE)


async def test_a_table_in_use_is_written_anew_the_next_time(
    postgresql_database: Database, postgresql: Server, now: datetime
) -> None:
    await a_life(now)
    reader = await asyncpg.connect(postgresql_database.address)
    async with reader.transaction():
        await reader.fetch("SELECT * FROM reservation")
        assert (await tidy(DAY_AFTER, ZONE)).forgotten == 1
    await reader.close()
    night = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
    async with asyncio.timeout(20):
        while CANARY.encode() in await postgresql_bytes(postgresql, postgresql_database.address):
            await asyncio.sleep(0.2)
            await tidy(night, ZONE)


async def crowded(now: datetime, people: int) -> None:
    """Two sessions whose people lie mixed in the same pages, so that pages are merged as the first ones go."""
    where = await gathering(now, {("in_person", "talk"): None})
    sessions = (where.id, await another_day(where))
    mixed = [(session, number) for session in sessions for number in range(people)]
    Random(1).shuffle(mixed)
    values = [person(session, f"{CANARY}{sessions.index(session)}の{number}") for session, number in mixed]
    await insert_many("reservation", (*COLUMNS, *HASHES), values)


def person(session: UUID, name: str) -> tuple[object, ...]:
    hashes = (sha256(f"{name}{which}".encode()).hexdigest() for which in HASHES)
    return (uuid4(), session, name, "web", False, False, False, 1, *hashes)


@pytest.mark.parametrize("secure", ["ON", "OFF"])
async def test_pages_that_were_merged_keep_nothing_because_deleted_bytes_are_overwritten(
    sqlite_address: str, now: datetime, monkeypatch: pytest.MonkeyPatch, secure: str
) -> None:
    """Negative control: with secure_delete off the names are found."""
    others = tuple(each for each in sqlite_connections.PRAGMAS if "secure_delete" not in each)
    monkeypatch.setattr(sqlite_connections, "PRAGMAS", (*others, f"secure_delete = {secure}"))
    async with opened(sqlite_address):
        await crowded(now, 400)
        await tidy(DAY_AFTER, ZONE)
        left = sqlite_bytes(sqlite_address)
        assert (f"{CANARY}0の".encode() in left) == (secure == "OFF")
        assert f"{CANARY}1の".encode() in left
        await tidy(DAY_AFTER + timedelta(days=7), ZONE)
        assert (CANARY.encode() in sqlite_bytes(sqlite_address)) == (secure == "OFF")


def copied(file: Path) -> bytes:
    """What a copy holds; a dump is packed."""
    return (
        run_tool("pg_restore", "--file=-", str(file)).encode()
        if file.suffix == ".dump"
        else file.read_bytes()
    )


async def nightly(database: Database, folder: Path, nights: int, first: datetime) -> None:
    for night in range(nights):
        await asyncio.to_thread(back_up_dated, database.address, folder, KEPT, first + timedelta(days=night))


@pytest.mark.usefixtures("tools")
async def test_copies_know_no_name_once_as_many_nights_have_passed_as_are_kept(
    database: Database, tmp_path: Path, now: datetime
) -> None:
    await a_life(now)
    folder = tmp_path / "kept"
    await nightly(database, folder, 1, DAY_AFTER - timedelta(hours=20))
    draft = folder / ".hidamari-20261101-030000.sqlite.999999999"
    draft.write_text(CANARY)
    Path(f"{draft}-journal").write_text(CANARY)
    other = ".dump" if database.kind == "sqlite" else ".sqlite"
    (folder / f"hidamari-20261102-030000{other}").write_text(CANARY)
    await tidy(DAY_AFTER, ZONE)
    await nightly(database, folder, KEPT - 1, DAY_AFTER)
    with_name = [path for path in sorted(folder.iterdir()) if CANARY.encode() in copied(path)]
    assert [path.name[:17] for path in with_name] == ["hidamari-20261122"]
    await nightly(database, folder, 1, DAY_AFTER + timedelta(days=KEPT - 1))
    assert len(list(folder.iterdir())) == KEPT
    assert [path for path in folder.iterdir() if CANARY.encode() in copied(path)] == []


@pytest.mark.usefixtures("tools")
async def test_what_comes_back_from_a_copy_is_forgotten_before_anybody_is_served(
    database: Database, postgresql: Server, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    await a_life(now)
    copy = tmp_path / "copy"
    await asyncio.to_thread(back_up, database.address, copy)
    await tidy(DAY_AFTER, ZONE)
    await asyncio.to_thread(restore, database.address, copy)
    assert len(await rows("SELECT * FROM reservation")) == 4
    monkeypatch.setattr(cli, "now", lambda: DAY_AFTER)
    settings: Settings = settings_for(database.address)
    await cli.bring_up(settings, 0)
    assert await rows("SELECT * FROM reservation") == []
    on_sqlite = database.kind == "sqlite"
    left = (
        sqlite_bytes(database.address) if on_sqlite else await postgresql_bytes(postgresql, database.address)
    )
    assert CANARY.encode() not in left


async def test_closed_figures_and_the_log_of_acts_know_no_name(database: Database, now: datetime) -> None:
    where = await a_life(now)
    [owner] = await rows("SELECT organisation_id FROM ownership WHERE series_id = {}", where.series_id)
    december = datetime(2026, 12, 1, 3, tzinfo=UTC)
    await close_month(owner["organisation_id"], DAY, now=december, zone=ZONE)
    kept = await rows("SELECT figures, definition FROM report_month") + await rows("SELECT * FROM act")
    assert len(kept) >= 2
    assert CANARY not in repr(kept)


def test_a_complaint_of_postgresql_quotes_no_row() -> None:
    said = 'psql:<stdin>:9: ERROR:  invalid input\nDETAIL:  Key (x)=(かなりあ)\nCONTEXT:  COPY r, line 1: "かなりあ"\n'
    assert fault_in(said) == "psql:<stdin>:9: ERROR:  invalid input"
    assert fault_in("") == "failed"
