"""The feed of 300 sessions as Radicale, a calendar server in Python, gives it, and as ours does: `make bench-peers`."""

import asyncio
import shutil
import subprocess
import tempfile
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import httpx

from app.storage.engine import opened
from app.storage.migrating import migrate
from tests.bench.figures import Figure, tell
from tests.bench.load import get, requests_a_second
from tests.bench.serving import today, wait_for
from tests.rig.server import free_port, serving
from tests.rig.town import add_organisation, add_pool, add_series, add_session, add_venue

PEER = "Radicale==3.9.0"
SESSIONS = 300
THEIR_REQUESTS, OUR_REQUESTS = 40, 3000
CONFIG = """
[server]
hosts = 127.0.0.1:{port}
[auth]
type = none
[rights]
type = authenticated
[storage]
filesystem_folder = {folder}
[logging]
level = error
"""
COLLECTION = "/family/salon/"


async def town(address: str) -> None:
    """A venue with the sessions."""
    async with opened(address):
        await migrate()
        venue = await add_venue("house", name="みんなの家", area="狛江市", address="東京都狛江市1-2-3")
        series = await add_series(await add_organisation(phone="03-1234-5678"), title="ふらっと")
        for number in range(SESSIONS):
            day = today() + timedelta(days=1 + 4 * number // 3)
            await add_pool(await add_session(series, day, venue_id=venue))


@contextmanager
def radicale(folder: Path) -> Iterator[str]:
    """Radicale in an environment of its own. Raises SystemExit, saying so, where it cannot be installed."""
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / "bin" / "python"
    command = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", PEER]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        raise SystemExit(f"{PEER} could not be installed: there is nothing to compare with")
    port, config = free_port(), folder / "radicale.conf"
    config.write_text(CONFIG.format(port=port, folder=folder / "collections"))
    process = subprocess.Popen([python, "-m", "radicale", "--config", config], stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


async def compare(ours: str, theirs: str) -> None:
    """Give Radicale our feed, and ask both for it."""
    url = f"{ours}/feeds/venues/house.ics"
    signed = {"Authorization": "Basic ZmFtaWx5Og=="}
    async with httpx.AsyncClient(trust_env=False, timeout=60) as client:
        feed = await client.get(url)
        put = await client.put(
            theirs + COLLECTION,
            content=feed.content,
            headers={**signed, "Content-Type": "text/calendar; charset=utf-8"},
        )
        put.raise_for_status()
        given = await client.get(theirs + COLLECTION, headers=signed)
    if given.text.count("BEGIN:VEVENT") != SESSIONS:
        raise SystemExit(f"{PEER} gives {given.text.count('BEGIN:VEVENT')} of {SESSIONS} sessions")
    peer = await their_rate(theirs + COLLECTION, {**signed, "If-None-Match": given.headers.get("etag", "*")})
    whole = await requests_a_second("feed of 300 sessions", ours, iter([get(url)] * OUR_REQUESTS), 200)
    known = get(url, If_None_Match=feed.headers["etag"])
    again = await requests_a_second("feed of 300 sessions, 304", ours, iter([known] * OUR_REQUESTS), 304)
    for figure in (whole, again):
        tell(figure, peer)


async def their_rate(url: str, headers: dict[str, str]) -> Figure:
    """How often a second Radicale answers somebody who has the feed already. It closes the connection each time."""
    async with httpx.AsyncClient(trust_env=False, timeout=60) as client:
        started = time.perf_counter()
        asked = [client.get(url, headers=headers) for _ in range(THEIR_REQUESTS)]
        answers = [(await each).status_code for each in asked]
        rate = THEIR_REQUESTS / (time.perf_counter() - started)
    return Figure(f"{PEER} ({', '.join(map(str, sorted(set(answers))))})", rate, "requests/s")


def main() -> None:
    """Print ours beside theirs."""
    folder = Path(tempfile.mkdtemp())
    try:
        address = f"sqlite:///{folder / 'bench.sqlite'}"
        asyncio.run(town(address))
        with radicale(folder) as theirs, serving(address, folder / "log") as ours:
            asyncio.run(compare(ours.url, theirs))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
