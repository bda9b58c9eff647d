"""Points 16, 19, 20 and 28 to 30: what a calendar that knows an older state is told after a change."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.actions.cancel_session import cancel, restore
from app.actions.count_on import count_on
from app.actions.move_session import move
from app.actions.session_changes import Spot
from app.domain.errors import DomainError
from app.domain.session_ids import sequence_at
from app.feeds.calendars import calendar_bytes, window
from app.feeds.choice import Choice
from app.storage import backups
from app.storage.engine import opened
from app.storage.session_rows import highest_sequence
from app.storage.sessions import sessions_between
from tests.feeds.made import HEAD, SITE, a_session
from tests.feeds.points import point
from tests.feeds.reading import events, value, values
from tests.rig import town
from tests.rig.clock import NOON
from tests.rig.machines import walk

TODAY = date(2026, 11, 15)
DAYS = [TODAY + timedelta(days=number) for number in (3, 10, 17)]
WHICH = st.integers(0, len(DAYS) - 1)
STATE = ("DTSTART", "DTEND", "LOCATION", "STATUS")


async def the_feed(choice: Choice = Choice()) -> bytes:  # noqa: B008 -- frozen
    return calendar_bytes(await sessions_between(*window(TODAY)), HEAD, choice, SITE)


class Calendar(RuleBasedStateMachine):
    """Somebody's calendar, which reads the feed after every act and remembers the newest it ever saw of each date."""

    file: ClassVar[Path]
    template: ClassVar[Path]
    counting: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        shutil.copyfile(self.template, self.file)
        self.now = NOON
        self.seen: dict[str, tuple[int, str, list[list[str]]]] = {}
        self.ids = self.run(self.fill)

    def run(self, work: Callable[[], Awaitable[Any]]) -> Any:
        async def inside() -> Any:
            async with opened(f"sqlite:///{self.file}"):
                return await work()

        return asyncio.run(inside())

    async def fill(self) -> list[Any]:
        series = await town.add_series(await town.add_organisation())
        self.venues = [await town.add_venue(slug) for slug in ("north", "south")]
        return [
            await town.add_session(
                series, day, venue_id=self.venues[0], sequence=sequence_at(NOON), changed_at=NOON
            )
            for day in DAYS
        ]

    def act(self, work: Callable[[datetime], Awaitable[Any]]) -> None:
        async def refused_or_done() -> None:
            try:
                await work(self.now)
            except DomainError:
                return

        self.run(refused_or_done)

    @rule(seconds=st.integers(0, 150))
    def time_goes_by(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(which=WHICH, reason=st.sampled_from(["雪", "講師の都合"]))
    def cancel(self, which: int, reason: str) -> None:
        self.act(lambda now: cancel(self.ids[which], reason, now=now))

    @rule(which=WHICH)
    def hold_after_all(self, which: int) -> None:
        self.act(lambda now: restore(self.ids[which], now=now))

    @rule(which=WHICH, days=st.integers(1, 40), hour=st.integers(9, 18))
    def move(self, which: int, days: int, hour: int) -> None:
        spot = Spot(date=TODAY + timedelta(days=days), starts=time(hour), ends=time(hour + 1))
        self.act(lambda now: move(self.ids[which], spot, now=now, today=TODAY))

    @rule()
    def back_up(self) -> None:
        backups.back_up(f"sqlite:///{self.file}", self.file.with_suffix(".copy"))
        self.copied = True

    @rule()
    def put_back(self) -> None:
        if getattr(self, "copied", False):
            above = self.run(highest_sequence)
            backups.restore(f"sqlite:///{self.file}", self.file.with_suffix(".copy"))
            if self.counting:
                self.run(lambda: count_on(self.now, above))

    @invariant()
    def nothing_falls(self) -> None:
        for event in events(self.run(the_feed)):
            uid, number = value(event, "UID"), int(value(event, "SEQUENCE"))
            changed = value(event, "LAST-MODIFIED")
            state = [values(event, name) for name in (*STATE, "SUMMARY")]
            before = self.seen.get(uid, (0, "", state))
            assert number >= before[0]
            assert changed >= before[1]
            assert number > before[0] or state == before[2]
            assert number >= sequence_at(NOON)
            self.seen[uid] = (number, changed, state)


@pytest.fixture
def calendar(sqlite_template: Path, tmp_path: Path) -> type[Calendar]:
    Calendar.template, Calendar.file = sqlite_template, tmp_path / "changing.sqlite"
    return Calendar


@point(16, 19, 20, 30)
def test_what_a_calendar_is_told_never_grows_older(calendar: type[Calendar]) -> None:
    walk(calendar, examples=6, steps=12)


@pytest.mark.soak
def test_what_a_calendar_is_told_never_grows_older_for_long(calendar: type[Calendar]) -> None:
    walk(calendar, examples=150, steps=30)


def test_after_an_older_copy_it_would_without_counting_on(
    calendar: type[Calendar], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Calendar, "counting", False)
    machine = calendar()
    machine.back_up()
    machine.time_goes_by(150)
    machine.cancel(0, "雪")
    machine.nothing_falls()
    machine.put_back()
    with pytest.raises(AssertionError):
        machine.nothing_falls()


@point(28)
@pytest.mark.parametrize(
    ("cancelled", "status", "shown"),
    [
        ("marked", ["CONFIRMED"], ["【中止】ふらっと"]),
        ("status", ["CANCELLED"], ["【中止】ふらっと"]),
        ("drop", [], []),
    ],
)
def test_a_cancelled_date_is_told_as_asked(cancelled: Any, status: list[str], shown: list[str]) -> None:
    feed = calendar_bytes([a_session(state="cancelled")], HEAD, Choice(cancelled=cancelled), SITE)
    assert [value(event, "STATUS") for event in events(feed)] == status
    assert [value(event, "SUMMARY") for event in events(feed)] == shown


@point(28)
async def test_a_cancelled_date_is_told_for_thirty_days_after_it(
    sqlite_database: object, now: datetime
) -> None:
    series = await town.add_series(await town.add_organisation(), title="ふらっと")
    await town.add_session(series, TODAY - timedelta(days=30), state="cancelled")
    [event] = events(await the_feed())
    assert value(event, "SUMMARY") == "【中止】ふらっと"


@point(28)
async def test_a_planned_date_that_falls_away_is_marked_and_not_silent(
    sqlite_database: object, now: datetime
) -> None:
    series = await town.add_series(await town.add_organisation(), title="ふらっと")
    session = await town.add_session(series, DAYS[0], state="planned", shown=True)
    [before] = events(await the_feed())
    await cancel(session, "会場の都合", now=now)
    [after] = events(await the_feed())
    assert [value(event, "SUMMARY") for event in (before, after)] == ["（予定）ふらっと", "【中止】ふらっと"]
    assert [value(event, "STATUS") for event in (before, after)] == ["TENTATIVE", "CONFIRMED"]
    assert int(value(after, "SEQUENCE")) > int(value(before, "SEQUENCE"))


@point(29)
async def test_a_moved_date_is_the_same_event_at_its_new_time(sqlite_database: object, now: datetime) -> None:
    series = await town.add_series(await town.add_organisation())
    session = await town.add_session(series, DAYS[0])
    [before] = events(await the_feed())
    await move(session, Spot(date=DAYS[1], starts=time(9), ends=time(10)), now=now, today=TODAY)
    [after] = events(await the_feed())
    assert value(after, "UID") == value(before, "UID")
    assert value(after, "DTSTART") == ";TZID=Asia/Tokyo:20261125T090000"
    assert int(value(after, "SEQUENCE")) > int(value(before, "SEQUENCE"))
