"""The press of a server is ready before anybody asks, and a server that stops at once does not wait for it."""

import asyncio

import pytest

from app.publishing.press import Press
from app.web import warming
from tests.rig.client import application
from tests.rig.clock import Clock
from tests.rig.databases import Database


async def test_the_press_prints_once_before_anybody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warming, "WAIT_SECONDS", 0)
    press = Press()
    await warming.made_ready(press)
    assert (press.compiler is not None, dict(press.kept)) == (True, {})


async def test_a_server_that_stops_at_once_has_not_begun(sqlite_database: Database, clock: Clock) -> None:
    async with application(sqlite_database.address, clock) as client:
        async with asyncio.timeout(1), warming.warming(client.app):
            pass
        assert client.app.state["house"].press.compiler is None


async def test_a_press_that_cannot_print_keeps_nobody_from_serving(
    sqlite_database: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: object) -> None:
        raise OSError

    monkeypatch.setattr(warming, "WAIT_SECONDS", 0)
    monkeypatch.setattr(warming, "warm", broken)
    async with application(sqlite_database.address, clock) as client, warming.warming(client.app):
        await asyncio.sleep(0.1)
        assert (await client.get("/healthz")).status_code == 200
    assert [record.getMessage() for record in caplog.records if record.name == warming.LOG.name] == [
        "press not ready: OSError"
    ]
