from datetime import date
from uuid import UUID

import pytest

from tests.rig import town
from tests.rig.client import Client, application
from tests.rig.clock import Clock
from tests.rig.databases import Database
from tests.web.public.conftest import Read
from tests.web.public.reading import Page

BASE = "http://127.0.0.1:8000"


@pytest.fixture
async def owner(client: Client) -> UUID:
    return await town.add_organisation("npo", name="まちの会")


def offered(page: Page) -> str:
    return page.texts("code", "address")[0]


@pytest.mark.parametrize(
    ("query", "feed"),
    [
        ("", "/feeds/all.ics"),
        ("?what=all&audience=&mode=&titles=full&label=", "/feeds/all.ics"),
        ("?what=organisations/npo", "/feeds/organisations/npo.ics"),
        ("?what=series/salon&audience=family", "/feeds/series/salon.ics?audience=family"),
        (
            "?what=venues/nanbu&mode=online&titles=discreet",
            "/feeds/venues/nanbu.ics?mode=online&titles=discreet",
        ),
        ("?label=用事", "/feeds/all.ics?label=%E7%94%A8%E4%BA%8B"),
        ("?what=series/nothing&audience=x&titles=y", "/feeds/all.ics"),
        ("?what=javascript:alert(1)", "/feeds/all.ics"),
    ],
)
async def test_a_choice_makes_an_address(read: Read, owner: UUID, query: str, feed: str) -> None:
    await town.add_series(owner)
    await town.add_venue("nanbu")
    assert offered(await read(f"/subscribe{query}")) == BASE + feed


async def test_every_address_it_makes_is_a_calendar(read: Read, client: Client, owner: UUID) -> None:
    await town.add_series(owner)
    page = await read("/subscribe?what=series/salon&audience=family&label=用事&mode=online")
    answer = await client.get(offered(page))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")


async def test_https_comes_first_then_the_app_then_google(database: Database, clock: Clock) -> None:
    async with application(database.address, clock, base_url="https://hidamari.example") as client:
        page = Page((await client.get("/subscribe")).text)
    assert offered(page) == "https://hidamari.example/feeds/all.ics"
    assert page.links["カレンダーのアプリで開く"] == "webcal://hidamari.example/feeds/all.ics"
    assert page.links["Google カレンダーに入れる"] == (
        "https://calendar.google.com/calendar/r?cid=https%3A%2F%2Fhidamari.example%2Ffeeds%2Fall.ics"
    )


async def test_it_says_how_slow_it_is_and_who_sees_it(read: Read) -> None:
    page = await read("/subscribe")
    for words in (
        "1日ほどかかる",
        "当日の中止は、ページか電話で",
        "家族にも見えます",
        "60日より短くはなりません",
    ):
        assert words in page.main


async def test_what_has_dates_soon_can_be_chosen(read: Read, owner: UUID) -> None:
    await town.add_organisation("quiet", name="しずかな会")
    venue = await town.add_venue("nanbu", name="なんぶ")
    await town.add_session(await town.add_series(owner), date(2026, 11, 22), venue_id=venue)
    page = await read("/subscribe")
    assert page.texts("option") == ["すべての予定", "まちの会", "なんぶ"]
    assert "まちの会" in (await read("/subscribe?what=organisations/quiet")).texts("option")
    assert "しずかな会" in (await read("/subscribe?what=organisations/quiet")).texts("option")


async def test_the_own_word_is_short_and_harmless(read: Read) -> None:
    page = await read("/subscribe?label=" + "%3Cb%3E" + "あ" * 90)
    assert "<b>" not in page.texts("main")[0] or "&lt;b&gt;" in page.html
    assert len(offered(page)) < 450
