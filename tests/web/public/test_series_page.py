from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.domain.recurrence.reading import read as read_words
from app.domain.recurrence.rule import to_json
from tests.rig import town
from tests.rig.client import Client
from tests.web.public.conftest import Read

TODAY = date(2026, 11, 15)


def timetable(words: str) -> str:
    found = read_words(words).timetable
    assert found is not None
    return to_json(found).decode()


@pytest.fixture
async def owner(client: Client) -> UUID:
    return await town.add_organisation("npo", name="まちの会", phone="03-1234-5678")


async def test_the_rule_stands_in_words_before_the_next_dates(read: Read, owner: UUID) -> None:
    venue = await town.add_venue("center", name="区民センター")
    series = await town.add_series(owner, "kame", title="かめのよりみち", registration="walk_in")
    words = "偶数月第3金曜 13:30～15:30"
    await town.add_line(series, words, timetable=timetable(words), venues=(venue,))
    await town.add_session(series, date(2026, 10, 16), venue_id=venue)
    coming = await town.add_session(series, date(2026, 12, 18), venue_id=venue)
    page = await read("/series/kame")
    assert page.title == "予定"
    assert page.texts("p", "lead") == [words]
    assert page.links["12月18日（金）"] == f"/sessions/{coming}"
    assert len(page.cards) == 1
    assert page.facts["会場"] == "区民センター"
    assert page.facts["予約"] == "予約はいりません。そのまま行けます。"
    assert page.facts["主催"] == "まちの会"


async def test_a_missing_date_is_explained(read: Read, owner: UUID) -> None:
    series = await town.add_series(owner)
    words = "毎週月曜 10時～12時（祝日は休み）"
    line = await town.add_line(series, words, timetable=timetable(words))
    await town.close_date(line, date(2026, 12, 7), "会場の休館日")
    await town.add_session(series, date(2026, 11, 16), "10:00", "12:00")
    page = await read("/series/salon")
    assert page.texts("li")[:2] != []
    note = page.texts("div", "plain")[0]
    assert "11月23日" in note and "勤労感謝の日" in note
    assert "12月7日（月）はお休みです（会場の休館日）" in note


async def test_a_promise_counts_what_is_still_to_be_named(read: Read, owner: UUID) -> None:
    series = await town.add_series(owner)
    await town.add_line(series, "年5回", promise_count=5, promise_per="year")
    for day in (date(2026, 3, 20), date(2026, 5, 1), date(2026, 9, 1), date(2027, 2, 1)):
        await town.add_session(series, day)
    await town.add_session(series, date(2026, 12, 1), state="cancelled")
    page = await read("/series/salon")
    assert "年5回（あと2回。日にちは決まりしだい、ここに出ます）" in page.texts("p", "lead")


async def test_a_series_without_dates_asks_the_organiser(read: Read, owner: UUID) -> None:
    await town.add_series(owner, registration="unstated")
    page = await read("/series/salon")
    assert page.texts("div", "empty") == [
        "日にちは、まだ決まっていません。主催者にお尋ねください 電話 03-1234-5678"
    ]
    assert page.facts["費用"] == "主催者にお尋ねください 電話 03-1234-5678"


async def test_opening_hours_are_text(read: Read, owner: UUID) -> None:
    await town.add_series(owner, opening_text="平日 9:00～17:00")
    page = await read("/series/salon")
    assert page.texts("p", "lead") == ["平日 9:00～17:00"]
    assert page.texts("div", "empty") == []


async def test_hosts_stand_there_with_their_parts(read: Read, owner: UUID) -> None:
    series = await town.add_series(owner)
    await town.add_host(series, await town.add_organisation("ward", name="区"), "後援")
    await town.add_host(series, await town.add_organisation("hidden", name="事務局", listed=False), "事務局")
    page = await read("/series/salon")
    assert page.facts["主催"] == "まちの会 後援：区 事務局：事務局"
    assert "/organisations/hidden" not in page.html


async def test_only_the_first_dates_are_listed_and_the_rest_told(read: Read, owner: UUID) -> None:
    series = await town.add_series(owner)
    for week in range(20):
        await town.add_session(series, TODAY + timedelta(weeks=week + 1))
    page = await read("/series/salon")
    assert len(page.cards) == 8
    assert "このあとも、4月4日（日）まで予定があります。" in page.main


async def test_an_old_slug_answers_the_same_bytes(client: Client, owner: UUID) -> None:
    series = await town.add_series(owner, "new-name")
    await town.add_former_slug("series", "old-name", series)
    old, new = await client.get("/series/old-name?x=1"), await client.get("/series/new-name")
    assert (old.status_code, old.content) == (200, new.content)


@pytest.mark.parametrize("hidden", [{"listed": False}, {"internal": True, "listed": False}])
async def test_a_series_nobody_may_see_is_not_found(
    client: Client, owner: UUID, hidden: dict[str, Any]
) -> None:
    await town.add_series(owner, "secret", **hidden)
    for address in ("/series/secret", "/feeds/series/secret.ics", "/series/nothing"):
        assert (await client.get(address)).status_code == 404
