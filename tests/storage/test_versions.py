from datetime import datetime, timedelta

from app.storage import versions
from app.storage.transactions import write
from app.storage.versions import Version
from tests.rig.databases import Database


async def test_nothing_has_changed_in_a_new_house(database: Database) -> None:
    assert await versions.current() == {}


async def test_each_change_raises_its_own_number(database: Database, now: datetime) -> None:
    async def change() -> None:
        await versions.touch("programme", now)
        await versions.touch("availability", now)
        await versions.touch("programme", now + timedelta(hours=1))

    await write(change)
    assert await versions.current() == {
        "programme": Version(2, now + timedelta(hours=1)),
        "availability": Version(1, now),
    }
