"""Each fault is planted in a store that is lived in, found, and taken back; the store itself is sound."""

from datetime import date, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from app.actions.attend import check_in, walk_in, walk_ins_went_home
from app.actions.close_month import close_month
from app.actions.door_link import make_door_link
from app.actions.give_up import give_up
from app.actions.invite import make_invitation
from app.actions.publish import publish
from app.storage.checks import LOOKS, RESTORE, Finding, findings
from app.storage.engine import DB, opened, rows
from app.storage.staff import add_sign_in
from app.storage.tables import StaffRow
from app.storage.transactions import write
from tests.actions.gathering import DAY, SECRET, ZONE, Gathering, small
from tests.actions.programme import EVEN_FRIDAYS, house
from tests.rig.databases import Database, faults
from tests.rig.town import add_session

MISCOUNTED = "席の数が予約と合わない席の枠: 1件"
HEADS = "当日参加の人数が来た人数と合わない席の枠: 1件"
TURNS = "順番の重なる、または進みすぎた待ち"
LOST = "つながりの切れた行: {}件"
HELD = "(SELECT pool_id FROM place WHERE state = 'waiting' LIMIT 1)"

# What goes wrong, and what is found; in SQL that both engines take.
FAULTS: dict[str, tuple[str, ...]] = {
    f"UPDATE pool SET reserved = reserved + 1 WHERE id = {HELD}": (MISCOUNTED,),
    f"UPDATE pool SET waiting = waiting + 1 WHERE id = {HELD}": (MISCOUNTED,),
    f"UPDATE pool SET walked_in = walked_in + 1 WHERE id = {HELD}": (HEADS,),
    f"UPDATE pool SET arrived = arrived - 1 WHERE id = {HELD}": (HEADS,),
    f'UPDATE pool SET "left" = "left" + 1 WHERE id = {HELD}': (HEADS,),
    f"UPDATE pool SET turn = 1 WHERE id = {HELD}": (f"{TURNS}: 1件",),
    "UPDATE place SET turn = 1 WHERE state = 'waiting'": (f"{TURNS}: 2件",),
    "UPDATE reservation SET given_up = TRUE WHERE nickname = 'みかん'": ("名前の残った、やめた予約: 1件",),
    "DELETE FROM place WHERE state = 'waiting' AND turn = 2": (MISCOUNTED, "席のない予約: 1件"),
    "DELETE FROM ownership": ("団体のない定例: 2件",),
    "UPDATE session SET line_id = (SELECT id FROM line LIMIT 1) WHERE line_id IS NULL": (
        "ほかの定例の予定の行についた回: 2件",
    ),
    "UPDATE session SET parent_id = series_id WHERE parent_id IS NOT NULL": (
        "もとの回のない、つづきの回: 1件",
    ),
    "UPDATE edition SET number = 2": ("版の番号がとんだ月: 1件",),
    "UPDATE session SET state = 'cancelled' WHERE date = '2026-12-18'": (
        "お休みの回がとったままの部屋: 1件",
    ),
    "UPDATE booking SET held_until = '2027-03-01 00:00:00+00:00' WHERE held_until < '2027-01-01'": (
        "同じ部屋で重なる予約: 1件",
    ),
    "UPDATE reservation SET link_hash = 'words' WHERE nickname = 'みかん'": ("形のくずれた予約の鍵: 1件",),
    "UPDATE reservation SET code_hash = upper(code_hash) WHERE nickname = 'みかん'": (
        "形のくずれた予約の鍵: 1件",
    ),
    "UPDATE invitation SET code_hash = ''": ("形のくずれた紹介の鍵: 1件",),
    "UPDATE sign_in SET token_hash = 'token'": ("形のくずれたログインの鍵: 1件",),
    "UPDATE door_link SET token_hash = 'token'": ("形のくずれた受付リンクの鍵: 1件",),
    "UPDATE staff_link SET token_hash = 'token'": ("形のくずれたお招きやパスワードのリンクの鍵: 1件",),
    "UPDATE recovery_code SET code_hash = 'code'": ("形のくずれた予備のコード: 1件",),
    "UPDATE nonce SET hash = 'nonce'": ("形のくずれた送信の番号: 1件",),
    "UPDATE line SET timetable = '3'": ("読めない予定の行: 1件",),
    "UPDATE closing_rule SET timetable = ''": ("読めない休館日の言葉: 1件",),
    "UPDATE edition SET content = 'not JSON'": ("読めない版: 1件",),
    "UPDATE report_month SET figures = '3'": ("読めない締めた月: 1件",),
}
# The same for what the engines themselves do not let happen, and what SQLite says of it besides.
CUT: dict[str, tuple[str, ...]] = {
    "UPDATE reservation SET session_id = id": (
        "開催回のない予約: 5件",
        "予約や枠のない席: 4件",
        LOST.format(5),
    ),
    "UPDATE place SET reservation_id = pool_id WHERE turn = 2": (
        MISCOUNTED,
        "予約や枠のない席: 1件",
        "席のない予約: 1件",
        LOST.format(1),
    ),
}
UNBOUND = {
    "sqlite": "PRAGMA defer_foreign_keys = ON",
    "postgres": "SET LOCAL session_replication_role = replica",
}


class TakenBack(Exception):
    """The end of a try."""


async def lived_in(now: datetime) -> None:
    """Two hold a place and one of them has come, two wait, one gave up, heads were counted; rooms, an edition, keys."""
    here = await house(now)
    series = await here.series(EVEN_FRIDAYS, in_room=True)
    await publish(here.organisation, date(2026, 12, 1), now=now)
    await close_month(here.organisation, date(2026, 10, 1), now=now, zone=ZONE)
    await make_invitation(series, "相談窓口", now, SECRET)
    people = await small(now)
    await add_session(people.series_id, DAY, parent_id=people.id, nominal=date(2026, 11, 23))
    await visited(people)
    await make_door_link(people.id, 0, now, SECRET)
    staff = StaffRow(id=uuid4(), mail="a@example.org", password_hash="", made_at=now)
    await StaffRow.insert(staff)
    await add_sign_in(staff.id, now)
    await add_keys(staff.id, here.venue, now)


async def add_keys(staff_id: UUID, venue_id: UUID, now: datetime) -> None:
    """A link, a code and a rule of closings, as bare rows."""
    hashed, timetable = "0123456789abcdef" * 4, '{"entries": []}'
    await rows(
        "INSERT INTO staff_link (id, kind, token_hash, one_step, made_at, ends_at)"
        " VALUES ({}, 'join', {}, FALSE, {}, {})",
        uuid4(),
        hashed,
        now,
        now,
    )
    await rows(
        "INSERT INTO recovery_code (id, staff_id, code_hash) VALUES ({}, {}, {})", uuid4(), staff_id, hashed
    )
    await rows(
        "INSERT INTO closing_rule (id, venue_id, words, timetable, until) VALUES ({}, {}, '月曜', {}, {})",
        uuid4(),
        venue_id,
        timetable,
        now.date(),
    )


async def visited(people: Gathering) -> None:
    """Everything that moves a count."""
    mikan, nashi = await people.take("みかん"), await people.take("なし")
    await give_up(people.at(), nashi.id)
    await people.take("りんご")
    for name in ("ぶどう", "もも"):
        await people.wait(name)
    await check_in(people.at(), mikan.id)
    pool = await people.pool()
    await walk_in(people.at(nonce_hash="a" * 64), pool.id, 3, above=True)
    await walk_ins_went_home(people.at(), pool.id)


async def found_after(harm: str, *, unbound: bool = False) -> tuple[str, ...]:
    """What is found after a statement, which is taken back. unbound: references are not looked after meanwhile."""
    found: tuple[str, ...] = ()

    async def work() -> None:
        nonlocal found
        if unbound:
            await rows(UNBOUND[DB.engine_type])
        await rows(harm)
        found = await faults()
        raise TakenBack

    with pytest.raises(TakenBack):
        await write(work)
    return found


async def test_every_hash_of_the_schema_is_looked_at(sqlite_database: Database) -> None:
    found = await rows(
        "SELECT tables.name AS name, columns.name AS hashed FROM sqlite_master AS tables"
        " JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'"
        " AND columns.name LIKE '%hash' AND columns.name <> 'password_hash'"
    )
    looked_at = [look.query for look in LOOKS]
    missing = [
        row
        for row in found
        if not any(
            f"length({row['hashed']})" in query and f"FROM {row['name']} " in query for query in looked_at
        )
    ]
    assert (len(found) > 9, missing) == (True, [])


async def test_an_empty_store_is_sound(database: Database) -> None:
    assert await faults() == ()


async def test_what_people_and_organisers_do_is_sound_and_each_fault_is_found(
    database: Database, now: datetime
) -> None:
    await lived_in(now)
    assert await faults() == ()
    assert {harm: await found_after(harm) for harm in FAULTS} == FAULTS
    assert await faults() == ()


async def test_rows_without_what_they_belong_to_are_found(database: Database, now: datetime) -> None:
    await lived_in(now)
    found = {harm: await found_after(harm, unbound=True) for harm in CUT}
    without = {harm: lines[: None if database.kind == "sqlite" else -1] for harm, lines in CUT.items()}
    assert found == without


async def test_the_first_ids_are_named_and_what_to_do(database: Database, now: datetime) -> None:
    await lived_in(now)
    ids = sorted(str(row["id"]) for row in await rows("SELECT id FROM series"))
    await rows("DELETE FROM ownership")
    assert await findings() == (Finding("団体のない定例", 2, tuple(ids), RESTORE),)


async def test_a_damaged_file_is_said_alone(sqlite_address: str) -> None:
    file = Path(sqlite_address.removeprefix("sqlite:///"))
    async with opened(sqlite_address):
        [root] = await rows("SELECT rootpage FROM sqlite_master WHERE name = 'booking_room'")
        [size] = await rows("PRAGMA page_size")
    pages = bytearray(file.read_bytes())
    start = (root["rootpage"] - 1) * size["page_size"]
    pages[start : start + 256] = bytes(range(256))
    file.write_bytes(pages)
    async with opened(sqlite_address):
        [found] = await findings()
    assert (found.what, found.advice, found.count > 0) == ("ファイルの傷み", RESTORE, True)
