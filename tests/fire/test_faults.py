"""Something outside goes wrong: nobody loses what they were told, reads go on, writes are put off, and it mends by itself."""

import asyncio
import errno
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.fire.asking import Line
from tests.fire.crowd import Crowd, Told
from tests.fire.serving import Fire, Place, salons
from tests.rig.databases import migrated
from tests.rig.postgresql import NoServer, Server, make_data_folder, programs, running
from tests.rig.program import hidamari
from tests.rig.server import environment_for

OPEN: dict[tuple[str, str], int | None] = {("in_person", "talk"): None}
SECONDS_TO_RECOVER = 5.0
A_WHILE = 0.4
# Root may write anywhere, unless it gives that up.
AS_OTHERS = ("setpriv", "--inh-caps=-all", "--bounding-set=-all")


@pytest.fixture
async def place(sqlite_address: str) -> Place:
    """Where people reserve."""
    [made] = await salons(sqlite_address, 1, OPEN)
    return made


def limit(fire: Fire, what: int, number: int) -> None:
    """Let the server have no more of something from now on; less than nothing: as much as ever."""
    assert fire.process is not None
    _, most = resource.prlimit(fire.process.pid, what)
    resource.prlimit(fire.process.pid, what, (number if number >= 0 else most, most))


def files_of(fire: Fire) -> int:
    """How many files the server has open."""
    assert fire.process is not None
    return len(list(Path(f"/proc/{fire.process.pid}/fd").iterdir()))


async def nothing_was_lost(crowd: Crowd, address: str) -> None:
    """Everybody was told something true: a reservation that is kept, or to come again."""
    assert crowd.statuses() <= {201, 503}
    assert await crowd.lost(address) == []
    assert all(each.gentle for each in crowd.refusals())


@pytest.mark.soak
async def test_a_file_that_may_not_grow_puts_writes_off(
    sqlite_address: str, place: Place, tmp_path: Path
) -> None:
    with Fire(sqlite_address, tmp_path / "log") as fire:
        async with Crowd(fire.port, place.id) as crowd:
            limit(fire, resource.RLIMIT_FSIZE, 0)
            await crowd.until(503)
            await asyncio.sleep(A_WHILE)
            limit(fire, resource.RLIMIT_FSIZE, -1)
            assert await crowd.until(201) < SECONDS_TO_RECOVER
    await nothing_was_lost(crowd, sqlite_address)
    assert {each.status for each in crowd.looks} == {200}


@contextmanager
def small_disk() -> Iterator[Path]:
    """A disk of eight megabytes, which takes root."""
    folder = Path(tempfile.mkdtemp(prefix="hidamari-disk-"))
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "none", str(folder)]
    try:
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("a full disk is not tested: mounting a small one takes root")
        yield folder
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def fill(file: Path) -> None:
    """Take all space that is left on a disk."""
    with file.open("wb", buffering=0) as ballast:
        for size in (65536, 4096):
            try:
                while True:
                    ballast.write(bytes(size))
            except OSError as fault:
                assert fault.errno == errno.ENOSPC


async def test_a_full_disk_puts_writes_off_until_there_is_space(
    sqlite_template: Path, tmp_path: Path
) -> None:
    with small_disk() as disk:
        address = f"sqlite:///{shutil.copyfile(sqlite_template, disk / 'hidamari.sqlite')}"
        [place] = await salons(address, 1, OPEN)
        with Fire(address, tmp_path / "log") as fire:
            async with Crowd(fire.port, place.id) as crowd:
                fill(disk / "ballast")
                await crowd.until(503)
                await asyncio.sleep(A_WHILE)
                (disk / "ballast").unlink()
                assert await crowd.until(201) < SECONDS_TO_RECOVER
        await nothing_was_lost(crowd, address)
        assert {each.status for each in crowd.looks} == {200}


async def test_a_folder_that_becomes_read_only_loses_nothing(
    sqlite_address: str, place: Place, tmp_path: Path
) -> None:
    file = Path(sqlite_address.removeprefix("sqlite:///"))
    fire = Fire(sqlite_address, tmp_path / "log")
    fire.command = [*AS_OTHERS, *fire.command]
    with fire:
        async with Crowd(fire.port, place.id) as crowd:
            file.parent.chmod(0o555)
            await asyncio.sleep(A_WHILE)
            file.parent.chmod(0o755)
            assert await crowd.until(201) < SECONDS_TO_RECOVER
    await nothing_was_lost(crowd, sqlite_address)
    assert {each.status for each in crowd.looks} == {200}


def test_a_folder_that_is_read_only_is_told_in_one_line(sqlite_address: str) -> None:
    file = Path(sqlite_address.removeprefix("sqlite:///"))
    file.parent.chmod(0o555)
    command = [*AS_OTHERS, *hidamari("serve")]
    done = subprocess.run(
        command, env=environment_for(sqlite_address), capture_output=True, check=False, text=True, timeout=20
    )
    file.parent.chmod(0o755)
    assert (done.returncode, done.stderr) == (
        1,
        f"hidamari: {file} を使えません（SQLITE_READONLY_DIRECTORY）。フォルダーに書きこめるか、空きがあるかを確かめてください。\n",
    )


async def come_and_go(crowd: Crowd) -> None:
    """Stay until one of them has a reservation."""
    async with crowd:
        pass


async def test_without_files_to_open_those_who_are_there_are_served(
    sqlite_address: str, place: Place, tmp_path: Path
) -> None:
    with Fire(sqlite_address, tmp_path / "log") as fire:
        async with Crowd(fire.port, place.id) as crowd:
            limit(fire, resource.RLIMIT_NOFILE, files_of(fire))
            late = Crowd(fire.port, place.id, people=12)
            waiting = asyncio.create_task(come_and_go(late))
            await asyncio.sleep(A_WHILE)
            limit(fire, resource.RLIMIT_NOFILE, -1)
            assert await crowd.until(201) < SECONDS_TO_RECOVER
            await waiting
    await nothing_was_lost(crowd, sqlite_address)
    assert await late.lost(sqlite_address) == []
    assert late.statuses() <= {0, 201, 503}


@pytest.fixture
def data_folder() -> Iterator[Server]:
    """A PostgreSQL that keeps what it acknowledges, and is not started yet."""
    server = Server(Path(tempfile.mkdtemp(prefix="hidamari-pg-")), programs())
    try:
        make_data_folder(server)
        yield server
    except NoServer as reason:
        pytest.skip(str(reason))
    finally:
        shutil.rmtree(server.folder, ignore_errors=True)


async def started(server: Server) -> ExitStack:
    """Start it; closing the stack stops it."""
    stack = ExitStack()
    await asyncio.to_thread(stack.enter_context, running(server, ()))
    return stack


async def test_postgresql_may_be_restarted_under_load(data_folder: Server, tmp_path: Path) -> None:
    address = data_folder.address("postgres")
    up = await started(data_folder)
    await migrated(address)
    [place] = await salons(address, 1, OPEN)
    with Fire(address, tmp_path / "log") as fire:
        async with Crowd(fire.port, place.id) as crowd:
            await asyncio.to_thread(up.close)
            await crowd.until(503)
            line = Line(fire.port)
            answer = await line.ask("GET", f"/sessions/{place.id}/reserve")
            line.hang_up()
            up = await started(data_folder)
            assert await crowd.until(201) < SECONDS_TO_RECOVER
        await nothing_was_lost(crowd, address)
        assert (answer.status, answer.headers["retry-after"]) == (503, "5")
        # A page that was kept is still given; one that would have to be made anew cannot be.
        assert {each.status for each in crowd.looks} <= {200, 503}
        assert all(each.gentle for each in crowd.looks)
    await asyncio.to_thread(up.close)


async def test_what_was_told_and_not_kept_would_be_noticed(sqlite_address: str) -> None:
    crowd = Crowd(0, "a session")
    crowd.told = [Told(0.0, 201, "nobody kept it"), Told(0.0, 503)]
    assert await crowd.lost(sqlite_address) == ["nobody kept it"]
