"""The demo has life on whatever day it starts, says that it is invented, and can be started again."""

import asyncio
import shutil
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.actions.demo import DemoReport, prepare_demo
from app.domain.programme import Session
from app.domain.registration import reception
from app.domain.seed_format import SeriesSeed, VenueSeed
from app.storage.engine import opened, rows
from app.storage.sessions import sessions_between
from app.storage.staff import staff_by_id, staff_by_mail
from tests.rig.databases import Database
from tests.seeds.sources import SEEDS, demo_files, entries, seed_files

ZONE = ZoneInfo("Asia/Tokyo")
SECRET = b"s" * 32
SATURDAY = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)  # 10:00 in Tokyo
FIRST = SATURDAY.date()
COUNTED = (
    "session",
    "pool",
    "booking",
    "edition",
    "reservation",
    "place",
    "staff",
    "membership",
    "invitation",
)


def demo_series() -> list[SeriesSeed]:
    """The invented series."""
    return [series for _, seed in demo_files() for series in seed.series]


def demo_venues() -> list[VenueSeed]:
    """The invented venues."""
    return [venue for _, seed in demo_files() for venue in seed.venues]


async def start(now: datetime = SATURDAY) -> DemoReport:
    """Start the demo at an instant."""
    today = now.astimezone(ZONE).date()
    return await prepare_demo(SEEDS, now=now, today=today, zone=ZONE, secret=SECRET)


async def sessions_of(slug: str, first: date = FIRST, days: int = 40) -> tuple[Session, ...]:
    """The sessions of an invented series from a day on."""
    found = await sessions_between(first, first + timedelta(days=days), listed_only=False)
    return tuple(session for session in found if session.series.slug == slug)


@pytest.fixture(scope="module")
def started_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database on which the demo was started, to be copied."""
    file = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    shutil.copyfile(sqlite_template, file)

    async def begin() -> None:
        async with opened(f"sqlite:///{file}"):
            await start()

    asyncio.run(begin())
    return file


@pytest.fixture
async def started(started_file: Path, tmp_path: Path) -> AsyncIterator[None]:
    """The demo was started; its database is open during the test."""
    file = shutil.copyfile(started_file, tmp_path / "demo.sqlite")
    async with opened(f"sqlite:///{file}"):
        yield


def test_there_are_at_least_twenty_invented_venues_and_all_are_recognised_as_such() -> None:
    assert len(demo_venues()) >= 20
    assert [venue.name for venue in demo_venues() if not venue.name.startswith("みほん")] == []
    organisations = [each for _, seed in demo_files() for each in seed.organisations]
    assert [each.name for each in organisations if "みほん" not in each.name] == []


def test_nothing_invented_has_a_source_and_no_slug_of_the_sources_is_taken() -> None:
    assert [each.slug for each in demo_series() if each.source_id is not None] == []
    taken = {entry.slug for entry in entries()} | {
        venue.slug for _, seed in seed_files() for venue in seed.venues
    }
    assert taken & ({each.slug for each in demo_series()} | {venue.slug for venue in demo_venues()}) == set()


def test_invented_numbers_ring_nowhere_and_invented_addresses_lead_nowhere() -> None:
    contacts = [each.contact for each in demo_series() if each.contact]
    numbers = [each.phone for each in contacts] + [venue.phone for venue in demo_venues()]
    assert [number for number in numbers if number and not number.startswith(("03-0000-", "042-000-"))] == []
    web = [each.web for each in contacts] + [each.join_link for each in demo_series()]
    assert [each for each in web if each and ".example.jp/" not in each] == []


def test_every_online_series_has_a_note_and_a_link_to_join() -> None:
    online = [each for each in demo_series() if each.modes and "online" in each.modes]
    assert [each.slug for each in online if not (each.mode_notes.online and each.join_link)] == []
    assert len(online) >= 3


def test_every_venue_has_words_for_the_way_in() -> None:
    assert [venue.name for venue in demo_venues() if not venue.way_in] == []


@pytest.mark.parametrize("days", range(7))
async def test_there_is_something_to_reserve_today_on_whatever_weekday_it_starts(
    sqlite_database: Database, days: int
) -> None:
    now = SATURDAY + timedelta(days=days)
    await start(now)
    found = await sessions_between(now.date(), now.date())
    opened = [session.series.slug for session in found if reception(session, now, ZONE).is_open]
    assert {"mihon-hitoyasumi", "mihon-youkoso"} <= set(opened)
    assert {"in_person", "online"} == {mode for session in found for mode in session.modes}


async def test_a_second_start_on_the_same_day_changes_nothing(database: Database) -> None:
    first = await start()
    before = {table: await rows(f"SELECT COUNT(*) AS n FROM {table}") for table in COUNTED}
    assert await start(SATURDAY + timedelta(minutes=5)) == first
    assert {table: await rows(f"SELECT COUNT(*) AS n FROM {table}") for table in COUNTED} == before


async def test_a_start_on_another_day_adds_sessions_for_that_day(sqlite_database: Database) -> None:
    tuesday = date(2026, 11, 24)
    await start()
    before = await sessions_of("mihon-hitoyasumi", tuesday, 0)
    await start(SATURDAY + timedelta(days=3))
    after = await sessions_of("mihon-hitoyasumi", tuesday, 0)
    assert ([each.state for each in before], [each.state for each in after]) == ([], ["published"])


@pytest.mark.usefixtures("started")
async def test_the_hybrid_meeting_has_listener_seats_on_both_sides() -> None:
    today = (await sessions_of("mihon-furatto"))[0]
    pools = {(pool.mode, pool.seat): (pool.capacity, pool.reserved) for pool in today.pools}
    assert pools == {
        ("in_person", "talk"): (8, 1),
        ("in_person", "listener"): (4, 1),
        ("online", "talk"): (6, 1),
        ("online", "listener"): (3, 2),
    }


@pytest.mark.usefixtures("started")
async def test_the_salon_goes_round_ten_venues_with_a_consultation_after_each() -> None:
    salons = await sessions_of("mihon-ohanashi", days=75)
    after = await sessions_of("mihon-ohanashi-ato", days=75)
    assert len({salon.venue.slug for salon in salons[:10] if salon.venue}) == 10
    assert [(each.parent_id, each.date, each.venue) for each in after] == [
        (salon.id, salon.date, salon.venue) for salon in salons
    ]


@pytest.mark.usefixtures("started")
async def test_two_meetings_are_held_in_parallel_in_two_rooms() -> None:
    one, other = (await sessions_of("mihon-joshikai"))[0], (await sessions_of("mihon-machiai"))[0]
    assert (one.date, one.starts, one.venue) == (other.date, other.starts, other.venue)
    assert (one.room_name, other.room_name) == ("和室うめ", "ラウンジ")


@pytest.mark.usefixtures("started")
async def test_one_session_is_full_and_people_wait_for_it() -> None:
    full = (await sessions_of("mihon-shishu"))[0]
    assert [(pool.capacity, pool.reserved, pool.waiting) for pool in full.pools] == [(4, 4, 2)]


@pytest.mark.usefixtures("started")
async def test_one_is_called_off_one_is_moved_and_one_stays_planned_without_an_end() -> None:
    called_off = [each for each in await sessions_of("mihon-yoru") if each.state == "cancelled"]
    moved = [each for each in await sessions_of("mihon-furatto") if each.former_date]
    planned = [each for each in await sessions_of("mihon-hitoyasumi") if each.state == "planned"]
    assert [each.cancel_reason for each in called_off] == ["進行役の都合により"]
    assert [each.date - each.former_date for each in moved if each.former_date] == [timedelta(days=1)]
    assert [(each.date, each.ends) for each in planned] == [(date(2026, 11, 30), None)]


@pytest.mark.usefixtures("started")
async def test_rooms_of_the_managed_venue_wait_for_its_manager() -> None:
    states = Counter(each.room_state for each in await sessions_of("mihon-kazoku", days=100))
    assert states["wish"] and set(states) <= {"wish", "granted"}
    uses = "SELECT purpose FROM booking WHERE session_id IS NULL ORDER BY purpose, held_from"
    own = [row["purpose"] for row in await rows(uses)]
    assert own and set(own) <= {"お茶の会", "健診", "区の研修", "書道サークル"}
    await start()
    assert [row["purpose"] for row in await rows(uses)] == own


@pytest.mark.usefixtures("started")
async def test_the_facilitator_has_every_series_with_an_online_listener_pool() -> None:
    known = await staff_by_mail("facilitator@demo.example")
    assert known is not None
    staff = await staff_by_id(known.id)
    listened = await rows(
        "SELECT DISTINCT session.series_id FROM pool JOIN session ON session.id = pool.session_id "
        "WHERE pool.mode = 'online' AND pool.seat = 'listener'"
    )
    assert staff is not None
    assert staff.series == frozenset(row["series_id"] for row in listened)


async def test_the_series_by_referral_has_words_that_stay_the_same(sqlite_database: Database) -> None:
    first = await start()
    assert await start(SATURDAY + timedelta(days=1)) == first
    assert [len(words) for words in first.invitations.values()] == [4]
