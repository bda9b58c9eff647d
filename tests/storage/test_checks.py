from datetime import datetime
from uuid import uuid4

import pytest

from app.actions.book_room import ask_room
from app.storage.checks import faults
from app.storage.engine import DB, rows
from app.storage.sqlite import KeptSQLiteEngine
from tests.actions.gathering import DAY, Gathering
from tests.actions.programme import house
from tests.rig.databases import Database
from tests.rig.town import add_pool, add_series, add_session


async def test_an_empty_store_is_sound(database: Database) -> None:
    assert await faults() == ()


async def test_what_does_not_agree_is_counted(sqlite_database: Database) -> None:
    engine = DB.engine
    assert isinstance(engine, KeptSQLiteEngine)
    async with engine.pool().connection() as connection:
        await connection.execute("PRAGMA foreign_keys = OFF")
        pool, session, room = str(uuid4()), str(uuid4()), str(uuid4())
        await connection.execute(
            "INSERT INTO pool (id, session_id, mode, seat, limit_kind, reserved, walked_in, waiting, arrived, "
            "\"left\", turn) VALUES (?, ?, 'online', 'talk', 'none', 2, 0, 0, 0, 0, 0)",
            (pool, session),
        )
        await connection.execute(
            "INSERT INTO reservation (id, session_id, way, given_up, arrived, gone, version, link_hash, feed_hash, "
            "code_hash, nonce_hash, body_hash) VALUES (?, ?, 'web', 0, 0, 0, 1, 'a', 'b', 'c', 'd', 'e')",
            (str(uuid4()), session),
        )
        for hour in (10, 11):
            await connection.execute(
                "INSERT INTO booking (id, room_id, state, held_from, held_until) VALUES (?, ?, 'wish', ?, ?)",
                (str(uuid4()), room, f"2026-11-22 {hour}:00:00+00:00", "2026-11-22 12:00:00+00:00"),
            )
        await connection.execute("PRAGMA foreign_keys = ON")
    assert await faults() == (
        "つながりの切れた行: 4件",
        "席の数が予約と合わない席の枠: 1件",
        "開催回のない予約: 1件",
        "席のない予約: 1件",
        "同じ部屋で重なる予約: 1件",
    )
    assert await rows("SELECT COUNT(*) AS number FROM booking") == [{"number": 2}]


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        ("UPDATE pool SET reserved = reserved + 1", "席の数が予約と合わない席の枠: 1件"),
        ("UPDATE pool SET waiting = 1", "席の数が予約と合わない席の枠: 1件"),
        ("DELETE FROM place", "席の数が予約と合わない席の枠: 1件"),
        ("UPDATE reservation SET given_up = TRUE", "名前の残った、やめた予約: 1件"),
        ("DELETE FROM ownership", "団体のない定例: 1件"),
        ("UPDATE session SET state = 'cancelled'", "お休みの回がとったままの部屋: 1件"),
    ],
)
async def test_each_fault_is_found(database: Database, now: datetime, fault: str, line: str) -> None:
    here = await house(now)
    session = await add_session(await add_series(here.organisation, registration="walk_in_or_reserve"), DAY)
    await add_pool(session, capacity=8)
    await Gathering(session, here.organisation, now).take()
    await ask_room([session], here.room, now=now)
    assert await faults() == ()
    await rows(fault)
    assert line in await faults()
