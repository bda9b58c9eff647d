"""The real server under fire: processes of its own that a test kills, stops and starts again, on either engine.

with Fire(address, tmp_path / "log") as fire:      # a migrated database; serving when the block begins
    fire.kill()                                    # as kill -9 does
    seconds = fire.start()                         # until the first answer
"""

import os
import signal
import subprocess
import time
from datetime import date, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import UUID

import httpx
from msgspec import Struct

from app.storage.engine import opened
from tests.rig.clock import FILE, machine_now
from tests.rig.program import hidamari
from tests.rig.server import SECONDS_TO_START, environment_for, free_port
from tests.rig.town import add_organisation, add_pool, add_series, add_session

# Between two looks whether it answers: short, as what is measured is the server.
MOMENT = 0.01
DAYS_AHEAD = 30


class Fire:
    """`hidamari serve` on one port. What is asked for in `settings` goes into its environment, HIDAMARI_… or not."""

    def __init__(self, address: str, log: Path, *arguments: str, **settings: str) -> None:
        """Nothing is started before `start` or the `with` block."""
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = log
        self.command = hidamari("serve", "--port", str(self.port), *arguments, told=FILE in settings)
        self.environment = environment_for(address, HIDAMARI_BASE_URL=self.url, **settings)
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Started, and it answers."""
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Gone, with every process it started."""
        self.kill()

    def start(self, **options: Any) -> float:
        """Start it; the seconds until its first answer. Raises RuntimeError if it never answers.

        `options` go to Popen: `preexec_fn` for limits, for instance. It leads a group, so that its workers die with it.
        """
        started = time.monotonic()
        with self.log.open("ab") as lines:
            self.process = subprocess.Popen(
                self.command,
                env=self.environment,
                stdout=lines,
                stderr=lines,
                start_new_session=True,
                **options,
            )
        while self.process.poll() is None and time.monotonic() - started < SECONDS_TO_START:
            if self.answers():
                return time.monotonic() - started
            time.sleep(MOMENT)
        raise RuntimeError(f"the server did not start: {self.log.read_text()[-2000:]}")

    def answers(self) -> bool:
        """Whether it serves just now."""
        try:
            return httpx.get(f"{self.url}/healthz", trust_env=False, timeout=5).status_code == 200
        except httpx.TransportError:
            return False

    def kill(self) -> None:
        """kill -9, the workers included; without effect when it is gone already."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def stop(self) -> int:
        """Ask it to stop as a supervisor would; its exit status."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(SECONDS_TO_START)


class Place(Struct, frozen=True):
    """A session that can be reserved, and its pools by (mode, seat)."""

    id: UUID
    pools: dict[tuple[str, str], UUID]


def day_ahead(days: int = DAYS_AHEAD) -> date:
    """A day to come: servers under fire have the clock of the machine."""
    return machine_now().date() + timedelta(days=days)


async def salons(
    address: str, number: int, pools: dict[tuple[str, str], int | None], *, slug: str = "salon"
) -> list[Place]:
    """So many published sessions to come, each with pools of these capacities (None: 定員なし), in a migrated database."""
    async with opened(address):
        owner = await add_organisation(f"{slug}-house")
        series = await add_series(owner, slug, registration="walk_in_or_reserve")
        return [await salon(series, day_ahead(DAYS_AHEAD + each % 300), pools) for each in range(number)]


async def salon(series: UUID, day: date, pools: dict[tuple[str, str], int | None]) -> Place:
    """One of them, in the open database."""
    session = await add_session(series, day)
    made = {}
    for (mode, seat), capacity in pools.items():
        limit: dict[str, Any] = {"limit_kind": "none"} if capacity is None else {"capacity": capacity}
        made[mode, seat] = await add_pool(session, mode, seat, **limit)
    return Place(session, made)
