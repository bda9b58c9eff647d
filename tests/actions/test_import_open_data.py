"""Open data becomes series: one a row, planned, and never twice."""

from datetime import date, datetime, time
from uuid import UUID

import pytest

from app.actions.import_open_data import Imported, import_rows
from app.domain.open_data import read_table
from app.storage.engine import rows
from app.storage.sessions import sessions_between
from tests.actions.programme import TODAY, ZONE, reserve_roughly
from tests.rig.databases import Database
from tests.rig.town import add_organisation, add_venue
from tests.samples.open_data import CANTEENS, EVENTS

FAR = date(2028, 3, 31)


async def imported(
    text: str, now: datetime, encoding: str = "utf-8-sig", owner: UUID | None = None
) -> Imported:
    found = read_table(text.encode(encoding))
    return await import_rows(found, now=now, today=TODAY, zone=ZONE, organisation_id=owner)


async def titles_of(organisation: str) -> list[str]:
    found = await rows(
        "SELECT series.title FROM series JOIN ownership ON ownership.series_id = series.id "
        "JOIN organisation ON organisation.id = ownership.organisation_id WHERE organisation.name = {} ORDER BY series.title",
        organisation,
    )
    return [row["title"] for row in found]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
async def test_each_row_becomes_a_series(database: Database, now: datetime, encoding: str) -> None:
    done = await imported(CANTEENS, now, encoding)
    assert (done.series, done.there, done.organisations, done.venues) == (5, 0, 3, 4)
    assert await titles_of("NPO法人にじいろ") == ["にじいろ食堂", "みんなの台所"]
    assert await titles_of("星の食卓") == ["星の食卓"]


async def test_dates_follow_the_words_and_stay_planned(database: Database, now: datetime) -> None:
    await imported(CANTEENS, now)
    found = [each for each in await sessions_between(TODAY, FAR) if each.series.title == "にじいろ食堂"]
    assert {each.state for each in found} == {"planned"}
    dates = [each.date for each in found]
    assert dates[:3] == [date(2026, 11, 28), date(2026, 12, 12), date(2026, 12, 26)]
    assert [day for day in dates if day.month == 8] == [date(2027, 8, 7)]
    assert (found[0].starts, found[0].venue and found[0].venue.name) == (
        time(11, 30),
        "にじいろ食堂",
    )


async def test_what_the_words_leave_open_is_asked(database: Database, now: datetime) -> None:
    done = await imported(CANTEENS, now)
    assert [(doubt.row, doubt.words) for doubt in done.doubts] == [
        (3, "月１回（不定期）"),
        (5, "第3もしくは第4日曜日 12:00～"),
        (6, ""),
    ]
    assert "どちらの日ですか" in done.doubts[1].missing[0]


async def test_nothing_is_lost(database: Database, now: datetime) -> None:
    await imported(CANTEENS, now)
    found = [await rows(f"SELECT * FROM {table}") for table in ("series", "line", "venue", "organisation")]
    said = " ".join(str(value) for kept in found for row in kept for value in row.values())
    cells = {cell for row in CANTEENS.splitlines()[1:] for cell in row.split(",") if cell}
    for_the_map_and_for_reading_out = {"35.79", "139.46", "ニジイロショクドウ"}
    assert {cell for cell in cells if cell not in said} == for_the_map_and_for_reading_out


async def test_a_row_that_has_changed_brings_its_series_up_to_date(database: Database, now: datetime) -> None:
    await imported(CANTEENS, now)
    (before,) = await rows("SELECT * FROM series WHERE title = {}", "みんなの台所")
    newer = CANTEENS.replace("毎週火曜・金曜日", "毎週水曜日").replace("要予約", "予約なしで")
    done = await imported(newer, now, "cp932")
    assert (done.series, done.there, done.updated) == (0, 4, 1)
    (after,) = await rows("SELECT * FROM series WHERE title = {}", "みんなの台所")
    held = await sessions_between(TODAY, FAR, series_id=after["id"])
    standing = [each.date for each in held if each.state != "cancelled"]
    assert (after["id"], after["slug"]) == (before["id"], before["slug"])
    assert {day.weekday() for day in standing} == {2} and len(standing) > 50
    assert await imported(newer, now) == Imported(there=5)


async def test_what_people_have_changed_since_is_left_alone_and_said(
    database: Database, now: datetime
) -> None:
    await imported(CANTEENS, now)
    (mine,) = await rows("SELECT id FROM series WHERE title = {}", "みんなの台所")
    await rows("UPDATE series SET about = {} WHERE id = {}", "手で書いた案内", mine["id"])
    newer = CANTEENS.replace("毎週火曜・金曜日", "毎週水曜日").replace("緑町2-2", "緑町2-3")
    done = await imported(newer, now)
    assert (done.updated, [doubt.row for doubt in done.doubts]) == (1, [3, 4])
    assert done.doubts[0].missing[-1] == "会場の住所は、変えていません：埼玉県所沢市緑町2-3"
    assert done.doubts[1].words == "毎週水曜日 17:00～19:00 要予約"
    assert done.doubts[1].missing == (
        "表の内容が変わりましたが、こちらで直したあとなので、そのままにしました",
    )
    (line,) = await rows("SELECT words FROM line WHERE series_id = {}", mine["id"])
    assert line["words"].startswith("毎週火曜・金曜日")


async def test_reserved_dates_are_not_moved_by_a_table(database: Database, now: datetime) -> None:
    await imported(CANTEENS, now)
    (mine,) = await rows("SELECT id FROM series WHERE title = {}", "みんなの台所")
    first = (await sessions_between(TODAY, FAR, series_id=mine["id"]))[0]
    await reserve_roughly(first.id, 2)
    done = await imported(CANTEENS.replace("毎週火曜・金曜日", "毎週水曜日"), now)
    assert (done.updated, done.doubts[0].missing) == (
        0,
        ("表の内容が変わりましたが、予約のある日が変わるので、そのままにしました",),
    )
    assert (await sessions_between(TODAY, FAR, series_id=mine["id"]))[0] == first


async def test_a_repeat_changes_nothing(database: Database, now: datetime) -> None:
    await imported(CANTEENS, now)
    before = [await rows(f"SELECT * FROM {table} ORDER BY id") for table in ("series", "venue", "session")]
    again = await imported(CANTEENS, now, "cp932")
    assert again == Imported(there=5)
    after = [await rows(f"SELECT * FROM {table} ORDER BY id") for table in ("series", "venue", "session")]
    assert after == before


async def test_the_standard_table_of_events(database: Database, now: datetime) -> None:
    done = await imported(EVENTS, now, "cp932")
    held: dict[str, list[date]] = {}
    for each in await sessions_between(TODAY, FAR):
        held.setdefault(each.series.title, []).append(each.date)
    assert held["春の居場所カフェ"] == [date(2027, 5, 10)]
    assert (held["ひろばの日"][0], held["ひろばの日"][-1]) == (date(2027, 4, 7), date(2027, 9, 29))
    assert (done.series, done.organisations, done.venues) == (3, 2, 1)
    (cafe,) = await rows("SELECT * FROM series WHERE title = {}", "春の居場所カフェ")
    assert (cafe["fee"], cafe["phone"]) == ("0円", "042-000-1111")
    assert "参加申込方法：電話で" in cafe["note"]


async def test_names_that_are_there_are_used(database: Database, now: datetime) -> None:
    owner = await add_organisation("niji", name="ＮＰＯ法人 にじいろ", area="所沢市")
    await add_organisation("elsewhere", name="ひまわりの会", area="飯能市")
    await add_venue("star", name="星の食卓", area="所沢市")
    done = await imported(CANTEENS, now, owner=owner)
    assert (done.organisations, done.venues) == (1, 3)
    assert await titles_of("ＮＰＯ法人 にじいろ") == ["にじいろ食堂", "みんなの台所", "星の食卓"]


async def test_a_row_that_cannot_be_used_stops_no_other(database: Database, now: datetime) -> None:
    done = await imported("名称,開催日\n,毎週月曜\nあさひ食堂,毎週火曜\n", now)
    assert (done.series, [(doubt.row, doubt.missing[0]) for doubt in done.doubts]) == (
        1,
        [(2, "取り込めませんでした")],
    )
    assert await rows("SELECT id FROM organisation WHERE name = {}", "名称のない団体") == []
