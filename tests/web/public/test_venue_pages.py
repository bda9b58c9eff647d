from datetime import date, datetime
from uuid import UUID

import pytest

from app.actions.close_by_rule import keep_closing_rule
from tests.rig import town
from tests.rig.client import Client
from tests.web.public.conftest import Read


@pytest.fixture
async def owner(client: Client) -> UUID:
    return await town.add_organisation("npo", name="まちの会")


async def test_venues_stand_by_area(read: Read) -> None:
    await town.add_venue("b", name="なんぶ", area="狛江市", address="狛江市1-2")
    await town.add_venue("a", name="こもれび", area="江戸川区")
    await town.add_venue("c", name="かくれが", area="狛江市", address="ひみつ1-2", address_public=False)
    await town.add_venue("d", name="しまった所", area="新宿区", listed=False)
    page = await read("/venues")
    assert page.texts("h2") == ["江戸川区", "狛江市"]
    assert page.links == page.links | {
        "こもれび場所は、主催者にお尋ねください。": "/venues/a",
        "なんぶ狛江市1-2": "/venues/b",
        "かくれがくわしい場所は、予約した方にお伝えします。": "/venues/c",
    }
    assert "ひみつ" not in page.html


async def test_a_month_is_a_list_and_a_table(read: Read, owner: UUID) -> None:
    venue = await town.add_venue("nanbu", name="なんぶ", area="狛江市", about="みんなの家")
    series = await town.add_series(owner, title="ふらっと")
    first = await town.add_session(series, date(2026, 11, 3), "09:00", venue_id=venue)
    await town.add_session(series, date(2026, 11, 22), venue_id=venue, state="planned")
    await town.add_session(series, date(2026, 12, 1), venue_id=venue)
    await town.add_session(series, date(2026, 11, 9))
    page = await read("/venues/nanbu")
    assert page.title == "会場の予定"
    assert page.texts("h1") == ["なんぶ2026年11月"]
    assert page.days == ["11月3日（火）文化の日", "11月22日（日）"]
    assert len(page.cards) == 2
    cells = [text for text in page.texts("td") if "ふらっと" in text]
    assert len(cells) == 2 and "文化の日" in cells[0]
    assert page.links["12月 →"] == "/venues/nanbu?month=2026-12"
    assert page.links["← 10月"] == "/venues/nanbu?month=2026-10"
    assert page.links["ふらっと"].startswith("/sessions/")
    assert f"/sessions/{first}" in page.html
    assert page.links["この会場を購読する"] == "/subscribe?what=venues%2Fnanbu"
    assert page.texts("td", "today")[0].startswith("15")


async def test_an_empty_month_names_the_next_date(read: Read, owner: UUID) -> None:
    venue = await town.add_venue("nanbu")
    later = await town.add_session(await town.add_series(owner), date(2026, 12, 18), venue_id=venue)
    page = await read("/venues/nanbu")
    assert page.texts("div", "empty") == ["11月はありません。次回は12月18日（金）です。 その回を見る"]
    assert page.links["その回を見る"] == f"/sessions/{later}"


async def test_an_empty_month_without_any_date_says_only_that(read: Read) -> None:
    await town.add_venue("nanbu")
    assert (await read("/venues/nanbu")).texts("div", "empty") == ["11月はありません。"]


@pytest.mark.parametrize("month", ["2026-13", "x", "2040-01", "1999-01", "2026-1"])
async def test_a_month_that_is_none_is_not_found(client: Client, month: str) -> None:
    await town.add_venue("nanbu")
    assert (await client.get(f"/venues/nanbu?month={month}")).status_code == 404


async def test_a_very_full_month_stays_light(read: Read, owner: UUID) -> None:
    venue = await town.add_venue("nanbu", name="なかなか長い名前の地域センターの家", area="江戸川区")
    series = await town.add_series(owner, title="なかなか長い名前のつどいの会", audience="participant,family")
    for number in range(150):
        await town.add_session(series, date(2026, 11, number % 30 + 1), venue_id=venue)
    page = await read("/venues/nanbu")
    assert len([1 for link in page.html.split('href="/sessions/')]) - 1 == 150
    assert "table" not in {name for name, _attrs, _text in page.elements}


async def test_an_old_slug_answers_the_same_bytes(client: Client) -> None:
    await town.add_former_slug("venue", "old", await town.add_venue("new"))
    old, new = (
        await client.get("/venues/old?month=2026-12&junk=1"),
        await client.get("/venues/new?month=2026-12"),
    )
    assert (old.status_code, old.content) == (200, new.content)


async def test_an_unlisted_venue_has_no_page_and_no_link(client: Client, read: Read, owner: UUID) -> None:
    venue = await town.add_venue("hidden", name="しまった所", listed=False)
    session = await town.add_session(await town.add_series(owner), date(2026, 11, 22), venue_id=venue)
    for address in ("/venues/hidden", "/feeds/venues/hidden.ics", "/venues/nothing"):
        assert (await client.get(address)).status_code == 404
    page = await read(f"/sessions/{session}")
    assert page.facts["会場"] == "しまった所" and "/venues/hidden" not in page.html


async def test_the_days_on_which_a_house_is_closed_stand_there_in_words(read: Read, now: datetime) -> None:
    house = await town.add_venue("house")
    await keep_closing_rule(house, "月曜、祝日の場合は翌平日", now=now, today=date(2026, 11, 15))
    page = await read("/venues/house")
    assert page.facts["休館日"] == "月曜（祝日の場合は翌平日）は休館"
