"""The real server in a process of its own, on a free port."""

import os
import secrets
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from msgspec import Struct

from tests.rig.program import hidamari

SECONDS_TO_START = 60.0
LOG_SHOWN = 4_000


class Server(Struct):
    """A running server: where it is, its process, and the file its log goes to."""

    url: str
    process: "subprocess.Popen[bytes]"
    log: Path

    def stop(self) -> int:
        """Ask it to stop as a supervisor would; its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(SECONDS_TO_START)


def free_port() -> int:
    """A port nobody uses just now, below those that outgoing connections take while the server starts."""
    while True:
        port = 10_000 + secrets.randbelow(20_000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


def environment_for(address: str, **settings: str) -> dict[str, str]:
    """The environment of a command on a database of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HIDAMARI_")}
    return {
        **kept,
        "HIDAMARI_DATABASE": address,
        "HIDAMARI_SECRET": "a secret of tests, long enough for everything",
        "HIDAMARI_RATE_LIMIT": "off",
        **settings,
    }


@contextmanager
def serving(address: str, log: Path, *arguments: str, **settings: str) -> Iterator[Server]:
    """`hidamari serve` on a migrated database, once it answers."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with log.open("wb") as lines:
        process = subprocess.Popen(
            hidamari("serve", "--port", str(port), *arguments),
            env=environment_for(address, HIDAMARI_BASE_URL=url, **settings),
            stdout=lines,
            stderr=lines,
        )
        try:
            server = Server(url, process, log)
            wait_until_healthy(server)
            yield server
        finally:
            process.kill()
            process.wait()


def wait_until_healthy(server: Server) -> None:
    """Return once the server answers. Raises RuntimeError with the end of its log if it does not."""
    until = time.monotonic() + SECONDS_TO_START
    while server.process.poll() is None and time.monotonic() < until:
        try:
            if httpx.get(f"{server.url}/healthz", trust_env=False).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise RuntimeError(f"the server did not start:\n{server.log.read_text()[-LOG_SHOWN:]}")


@pytest.fixture
def server(sqlite_address: str, tmp_path: Path) -> Iterator[Server]:
    """The server on an empty SQLite database."""
    with serving(sqlite_address, tmp_path / "server.log") as running:
        yield running
