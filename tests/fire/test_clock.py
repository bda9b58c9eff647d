"""The clock of the machine is put forward or back by an hour while people reserve: nobody loses or waits for anything."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from app.storage.engine import opened
from tests.fire.asking import Line
from tests.fire.crowd import Crowd, told
from tests.fire.serving import Fire, salons
from tests.rig.clock import FILE
from tests.rig.town import add_organisation, add_pool, add_series, add_session

OPEN: dict[tuple[str, str], int | None] = {("in_person", "talk"): None}
HOUR = 3600
TOKYO = ZoneInfo("Asia/Tokyo")


async def begins_in_half_an_hour(address: str) -> str:
    """Where to reserve a session that closes when it begins, by the clock that jumps: the machine's own."""
    starts = (datetime.now(UTC) + timedelta(minutes=30)).astimezone(TOKYO)
    async with opened(address):
        owner = await add_organisation("soon")
        series = await add_series(owner, "soon", registration="walk_in_or_reserve", closes_minutes=0)
        session = await add_session(series, starts.date(), f"{starts:%H:%M}", None)
        await add_pool(session, limit_kind="none")
    return f"/api/sessions/{session}/reservations"


async def test_a_clock_that_jumps_takes_nothing_and_keeps_nobody_waiting(
    sqlite_address: str, tmp_path: Path
) -> None:
    [place] = await salons(sqlite_address, 1, OPEN)
    soon, clock = await begins_in_half_an_hour(sqlite_address), tmp_path / "clock"
    clock.write_text("0")
    statuses = []
    with Fire(sqlite_address, tmp_path / "log", **{FILE: str(clock)}) as fire:
        async with Crowd(fire.port, place.id, people=2) as crowd:
            for step, seconds in enumerate((0, HOUR, -HOUR, 0)):
                clock.write_text(str(seconds))
                await crowd.until(201)
                line = Line(fire.port)
                statuses.append((await told(line, "POST", soon, f"{step} of a key that nobody had")).status)
                line.hang_up()
    # That it did jump: an hour ahead the session has begun.
    assert [status == 201 for status in statuses] == [True, False, True, True], statuses
    assert crowd.statuses() == {201}
    assert await crowd.lost(sqlite_address) == []
    assert {each.status for each in crowd.looks} == {200}
