import asyncio
import logging
from collections.abc import Callable
from typing import Any

import pytest
from litestar import Litestar

from app.storage.engine import rows
from app.web import tidying as module
from app.web.tidying import tidying
from tests.rig.client import settings_for
from tests.rig.clock import Clock
from tests.rig.databases import Database

HOUSE = Litestar(logging_config=None)


async def wait_until(happened: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not happened():  # noqa: ASYNC110 -- what is waited for gives no event
            await asyncio.sleep(0.01)


async def test_of_two_processes_one_tidies(
    database: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    async def note(*_: Any) -> None:
        done.append("tidied")

    monkeypatch.setattr(module, "tidy", note)
    settings = settings_for(database.address)
    async with tidying(settings, clock, "a")(HOUSE), tidying(settings, clock, "b")(HOUSE):
        await wait_until(lambda: bool(done))
        await asyncio.sleep(0.2)
    assert (done, len(await rows("SELECT * FROM lease"))) == (["tidied"], 1)


async def test_a_failure_is_logged_by_its_kind_and_tried_again(
    sqlite_database: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tries: list[str] = []

    async def fail(*_: Any) -> None:
        tries.append("try")
        raise ValueError("canary")

    monkeypatch.setattr(module, "tidy", fail)
    monkeypatch.setattr(module, "EVERY_SECONDS", 0.01)
    with caplog.at_level(logging.INFO, "hidamari"):
        async with tidying(settings_for(sqlite_database.address), clock, "a")(HOUSE):
            await wait_until(lambda: len(tries) > 1)
    assert (len(tries) > 1, "ValueError" in caplog.text, "canary" in caplog.text) == (True, True, False)
