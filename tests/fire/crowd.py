"""People who keep reserving while something goes wrong: what each was told, and when."""

import asyncio
import time
from contextlib import suppress
from types import TracebackType
from typing import Self
from uuid import uuid4

from msgspec import Struct

from app.storage.engine import opened, rows
from tests.fire.asking import Answer, Line, Lost

WISH = {"nickname": "みかん", "mode": "in_person", "seat": "talk"}
PAUSE = 0.02
LONGEST = 20.0


class Told(Struct, frozen=True):
    """An answer: when it came, its status (0: the line broke), the id of the reservation, and whether it says when to return."""

    at: float
    status: int
    id: str = ""
    gentle: bool = True


class Crowd:
    """So many people at a door, for as long as the block lasts."""

    def __init__(self, port: int, session: object, people: int = 4) -> None:
        self.port = port
        self.path = f"/api/sessions/{session}"
        self.people = people
        self.told: list[Told] = []
        self.looks: list[Told] = []
        self.over = False

    async def __aenter__(self) -> Self:
        """They begin, and somebody has a reservation."""
        acts = [self._reserve(Line(self.port)) for _ in range(self.people)]
        self._tasks = [asyncio.create_task(act) for act in (*acts, self._look(Line(self.port)))]
        try:
            await self.until(201)
        except BaseException:
            await self.__aexit__(None, None, None)
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """They go."""
        self.over = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def until(self, status: int, seconds: float = LONGEST) -> float:
        """Wait for the next answer of a status to a reservation; how long it took. Raises TimeoutError."""
        began = time.monotonic()
        while time.monotonic() - began < seconds:
            if any(each.status == status and each.at > began for each in self.told):
                return time.monotonic() - began
            await asyncio.sleep(PAUSE)
        raise TimeoutError(f"nobody was told {status}: {self.statuses()}")

    def statuses(self) -> set[int]:
        """What was ever answered to a reservation."""
        return {each.status for each in self.told}

    def refusals(self) -> list[Told]:
        """The answers that were no reservation."""
        return [each for each in self.told if each.status not in {0, 201}]

    async def lost(self, address: str) -> list[str]:
        """Reservations that somebody was told they have, and that are not in the store."""
        async with opened(address):
            kept = {str(row["id"]) for row in await rows("SELECT id FROM reservation")}
        return [each.id for each in self.told if each.status == 201 and each.id not in kept]

    async def _reserve(self, line: Line) -> None:
        try:
            while not self.over:
                key = uuid4().hex
                self.told.append(await told(line, "POST", f"{self.path}/reservations", key))
                await asyncio.sleep(PAUSE)
        finally:
            line.hang_up()

    async def _look(self, line: Line) -> None:
        try:
            while not self.over:
                self.looks.append(await told(line, "GET", self.path))
                await asyncio.sleep(PAUSE)
        finally:
            line.hang_up()


async def told(line: Line, method: str, path: str, key: str = "") -> Told:
    """Ask once."""
    asked = line.ask(method, path, WISH, Idempotency_Key=key) if key else line.ask(method, path)
    with suppress(Lost):
        async with asyncio.timeout(LONGEST):
            answer = await asked
        made = answer.json["id"] if answer.status == 201 else ""
        return Told(time.monotonic(), answer.status, made, is_gentle(answer))
    return Told(time.monotonic(), 0)


def is_gentle(answer: Answer) -> bool:
    """Whether an answer that refuses now says when to come again, in words for people."""
    if answer.status != 503:
        return True
    return int(answer.headers["retry-after"]) > 0 and answer.json["message"].endswith(
        "もう一度お試しください。"
    )
