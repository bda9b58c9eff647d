from zoneinfo import ZoneInfo

from app.actions.tidy import Tidied, tidy
from tests.rig.clock import Clock
from tests.rig.databases import Database


async def test_an_empty_house_is_tidy(database: Database, clock: Clock) -> None:
    assert await tidy(clock(), ZoneInfo("Asia/Tokyo")) == Tidied(extended=0, forgotten=0)
