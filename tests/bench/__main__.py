"""Everything, one after another, on a machine that does nothing else meanwhile."""

import asyncio
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from app.storage.engine import opened
from app.storage.migrating import migrate
from app.storage.transactions import write
from app.storage.versions import touch
from tests.bench import bulk, expanding, large, postgresql, printing, reading, rebuilding, reserving
from tests.bench.serving import today, wait_for
from tests.rig.server import free_port, serving
from tests.rig.town import add_organisation, add_pool, add_series, add_session, add_venue

SESSIONS = 300
ROOMY = 200
TIGHT = 40


async def town(address: str) -> tuple[list[UUID], list[UUID]]:
    """A venue with 300 sessions in 400 days; others that are to be reserved: without limit, and with few places."""
    async with opened(address):
        await migrate()
        venue = await add_venue("house", name="みんなの家", area="狛江市")
        owner = await add_organisation()
        series = await add_series(owner, title="ふらっと", registration="walk_in_or_reserve")
        found = [
            await add_session(series, today() + timedelta(days=1 + 4 * number // 3), venue_id=venue)
            for number in range(SESSIONS)
        ]
        for session in found:
            await add_pool(session, "online", "listener", limit_kind="none")
        roomy = [await to_reserve(series, number, limit_kind="none") for number in range(ROOMY)]
        tight = [await to_reserve(series, number, capacity=reserving.PLACES) for number in range(TIGHT)]
        await write(lambda: touch("programme", datetime.now(UTC)))
        return roomy, tight


async def to_reserve(series: UUID, number: int, **pool: Any) -> UUID:
    """A session with a single pool."""
    session = await add_session(series, today() + timedelta(days=30 + number))
    await add_pool(session, "online", "listener", **pool)
    return session


@contextmanager
def plain_server() -> Iterator[str]:
    """The baseline, in a process of its own."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "tests.bench.baseline", str(port)])
    try:
        wait_for(f"http://127.0.0.1:{port}/bytes/1")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def main() -> None:
    """Print every figure."""
    expanding.run()
    printing.run()
    with tempfile.TemporaryDirectory() as folder:
        file, copy = Path(folder) / "bench.sqlite", Path(folder) / "copy.sqlite"
        roomy, tight = asyncio.run(town(f"sqlite:///{file}"))
        shutil.copy(file, copy)
        empty = Path(shutil.copy(file, Path(folder) / "empty.sqlite"))
        with serving(f"sqlite:///{file}", Path(folder) / "log") as server, plain_server() as plain:
            asyncio.run(reading.run(server.url, plain, "house"))
            asyncio.run(reading.run_changes(server.url, file, "house"))
            run_large(Path(folder), copy, server.url)
            asyncio.run(reserving.run(server.url, plain, roomy, tight, copy))
        asyncio.run(large.run(empty, roomy))
    postgresql.run()


def run_large(folder: Path, file: Path, small: str) -> None:
    """What a store as large as a whole country costs a venue."""
    shutil.copy(file, large := folder / "large.sqlite")
    asyncio.run(rebuilding.run(large, "house"))
    bulk.fill(large)
    with serving(f"sqlite:///{large}", folder / "large.log") as server:
        asyncio.run(reading.run_large(small, server.url))


main()
