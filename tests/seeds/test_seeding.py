"""Loading the seeds: everything once, nulls stay null, and nothing an organiser changed is taken back."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.actions.extend import extend
from app.actions.seed import SeedReport, seed
from app.domain.seed_reading import SeedError
from app.storage.engine import rows
from app.storage.seeding import Added
from app.storage.series import hosts_of, rules_of, series_by_slug
from app.storage.venues import venue_by_slug
from app.storage.versions import current
from tests.rig.databases import Database
from tests.seeds.sources import SEEDS, expected_dates, programmes

TODAY = date(2026, 4, 1)
EVERYTHING = Added(organisations=63, venues=16, series=258, information=18)
SMALL = """
municipality: 墨田区
organisations:
  - {slug: sumida, name: 墨田区}
series:
  - source_id: SMD-09
    slug: smd-09
    title: 家族会
    discreet_title: 集まり
    kind: family_meeting
    organisation: sumida
    audience: [family]
    eligibility: null
    registration: unstated
    fee: null
    contact: null
    modes: [in_person]
    venue: null
    lines: [{key: main, words: "毎月第3日曜日 10時～12時"}]
"""


async def counted(table: str) -> int:
    """How many rows a table has."""
    found = await rows(f"SELECT COUNT(*) AS n FROM {table}")
    return int(found[0]["n"])


async def series_row(slug: str) -> dict[str, Any]:
    """A series as it is stored."""
    return (await rows("SELECT * FROM series WHERE slug = {}", slug))[0]


async def test_all_files_are_loaded_and_a_second_time_adds_nothing(database: Database, now: datetime) -> None:
    assert await seed(SEEDS, now, TODAY) == SeedReport(20, EVERYTHING)
    before = [
        await rows("SELECT * FROM series ORDER BY id"),
        await rows("SELECT * FROM line ORDER BY id"),
        await current(),
    ]
    assert await seed(SEEDS, now, TODAY) == SeedReport(20, Added())
    assert [
        await rows("SELECT * FROM series ORDER BY id"),
        await rows("SELECT * FROM line ORDER BY id"),
        await current(),
    ] == before


async def test_every_programme_is_in_the_store_exactly_once(sqlite_database: Database, now: datetime) -> None:
    await seed(SEEDS, now, TODAY)
    found = await rows("SELECT source FROM series UNION ALL SELECT source FROM information")
    assert sorted(row["source"] for row in found) == sorted(programmes())


async def test_what_the_source_leaves_open_is_null_in_the_store(
    sqlite_database: Database, now: datetime
) -> None:
    await seed(SEEDS, now, TODAY)
    open_fields = ("fee", "flow", "belongings", "phone", "contact", "way_in", "opens_days", "closes_minutes")
    row = await series_row("edg-08")
    assert {field: row[field] for field in open_fields} == dict.fromkeys(open_fields)
    assert (row["registration"], row["eligibility"]) == ("unstated", "年齢を問わずどなたでも利用できる")


async def test_pools_of_the_sources_have_no_limit_that_nobody_stated(
    sqlite_database: Database, now: datetime
) -> None:
    await seed(SEEDS, now, TODAY)
    assert await rows("SELECT DISTINCT limit_kind, capacity FROM line_pool") == [
        {"limit_kind": "unstated", "capacity": None}
    ]


async def test_the_home_keeps_its_address_and_the_roles_are_those_of_the_source(
    sqlite_database: Database, now: datetime
) -> None:
    await seed(SEEDS, now, TODAY)
    home, lecture = await venue_by_slug("yoshiko-san-chi"), await series_by_slug("nrm-03")
    assert home is not None
    assert (home.area, home.address, home.address_public) == ("狛江市", None, False)
    assert lecture is not None
    hosts = await hosts_of(lecture.id, TODAY)
    assert [(host.name, host.role) for host in hosts] == [("家族会", "主催"), ("練馬区", "後援")]


async def test_linked_series_are_linked_in_the_store(sqlite_database: Database, now: datetime) -> None:
    await seed(SEEDS, now, TODAY)
    salon, after = await series_row("sjk-02"), await series_row("sjk-03")
    one, other = await series_row("hno-10"), await series_row("hno-11")
    assert (after["parent_id"], after["parent_gap"]) == (salon["id"], None)
    assert (one["parallel_id"], other["parallel_id"]) == (other["id"], one["id"])


async def test_a_count_is_a_promise_and_opening_hours_are_text(
    sqlite_database: Database, now: datetime
) -> None:
    await seed(SEEDS, now, TODAY)
    place, window = await series_by_slug("hno-07"), await series_by_slug("smd-02")
    assert place is not None
    assert window is not None
    rules = await rules_of({place.id, window.id})
    promise = rules[place.id][0].promise
    assert promise is not None
    assert (promise.count, promise.per, rules[place.id][0].timetable) == (2, "week", None)
    assert window.opening_text == "平日 12時～18時 （祝日・年末年始を除く）"
    assert window.id not in rules


async def test_the_sessions_of_the_first_year_are_those_of_the_table(
    sqlite_database: Database, now: datetime
) -> None:
    await seed(SEEDS, now, TODAY)
    await extend(now, TODAY)
    made = await rows(
        "SELECT series.source, session.date FROM session JOIN series ON series.id = session.series_id "
        "WHERE session.date <= {} ORDER BY series.source, session.date",
        date(2027, 3, 31),
    )
    expected = sorted(
        (row["programme_id"], row["date"]) for row in expected_dates() if row["fiscal_year"] == "2026"
    )
    assert [(row["source"], row["date"].isoformat()) for row in made] == expected


async def test_what_an_organiser_changed_is_never_taken_back(
    database: Database, now: datetime, tmp_path: Path
) -> None:
    (tmp_path / "sumida.yaml").write_text(SMALL, encoding="utf-8")
    await seed(tmp_path, now, TODAY)
    await rows("UPDATE series SET title = {}, slug = {} WHERE slug = {}", "つどい", "tsudoi", "smd-09")
    await rows("DELETE FROM line")
    await seed(tmp_path, now, TODAY)
    found = await rows("SELECT title, slug FROM series")
    assert (found, await counted("line")) == ([{"title": "つどい", "slug": "tsudoi"}], 0)


async def test_a_new_series_in_a_file_is_added_to_what_is_there(
    sqlite_database: Database, now: datetime, tmp_path: Path
) -> None:
    file = tmp_path / "sumida.yaml"
    file.write_text(SMALL, encoding="utf-8")
    await seed(tmp_path, now, TODAY)
    second = SMALL[SMALL.index("  - source_id") :].replace("smd-09", "smd-10").replace("SMD-09", "SMD-10")
    file.write_text(SMALL + second.lstrip("\n"), encoding="utf-8")
    assert await seed(tmp_path, now, TODAY) == SeedReport(1, Added(series=1))


async def test_one_wrong_file_stops_all_of_them_before_anything_is_written(
    sqlite_database: Database, now: datetime, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(SMALL.replace("fee:", "fees:"), encoding="utf-8")
    with pytest.raises(SeedError, match=r"b\.yaml"):
        await seed(tmp_path, now, TODAY)
    assert await counted("organisation") == 0


async def test_a_folder_without_seeds_is_refused(
    sqlite_database: Database, now: datetime, tmp_path: Path
) -> None:
    with pytest.raises(SeedError, match="no seed files"):
        await seed(tmp_path, now, TODAY)
