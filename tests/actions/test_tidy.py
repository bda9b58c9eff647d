from pathlib import Path
from zoneinfo import ZoneInfo

from app.actions.give_up import give_up
from app.actions.tidy import Tidied, tidy
from tests.actions.gathering import ZONE, Gathering, small
from tests.rig.clock import Clock
from tests.rig.databases import Database

CANARY = "かなりあきいろ"


async def test_an_empty_house_is_tidy(database: Database, clock: Clock) -> None:
    assert await tidy(clock(), ZoneInfo("Asia/Tokyo")) == Tidied(extended=0, forgotten=0)


def kept_bytes(database: Database) -> bytes:
    """The file of the database and all that SQLite puts beside it."""
    file = Path(database.address.removeprefix("sqlite:///"))
    return b"".join(path.read_bytes() for path in sorted(file.parent.glob(f"{file.name}*")))


async def with_canary(clock: Clock) -> Gathering:
    """A session that somebody with a name found nowhere else has reserved, and somebody else has given up."""
    where = await small(clock(), 8)
    await where.take(CANARY)
    await give_up(where.at(), (await where.take(f"{CANARY}二")).id)
    return where


async def test_no_byte_of_a_forgotten_name_stays(sqlite_database: Database, clock: Clock) -> None:
    await with_canary(clock)
    assert CANARY.encode() in kept_bytes(sqlite_database)
    clock.move(days=9)
    assert (await tidy(clock(), ZONE)).forgotten == 1
    assert CANARY.encode() not in kept_bytes(sqlite_database)


async def test_no_byte_of_a_name_that_was_given_up_stays_beyond_the_next_tidying(
    sqlite_database: Database, clock: Clock
) -> None:
    await with_canary(clock)
    await tidy(clock(), ZONE)
    assert f"{CANARY}二".encode() not in kept_bytes(sqlite_database)
