import re
from datetime import date
from uuid import UUID

import pytest

from app.web.public.ways import WAYS
from tests.rig import town
from tests.rig.client import Client, application
from tests.rig.clock import Clock
from tests.rig.databases import Database
from tests.web.public.conftest import Read
from tests.web.public.reading import Page

BASE = "http://127.0.0.1:8000"
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@pytest.fixture
async def owner(client: Client) -> UUID:
    return await town.add_organisation("npo", name="まちの会")


@pytest.fixture
async def salon(owner: UUID) -> UUID:
    venue = await town.add_venue("nanbu", name="なんぶ", area="狛江市")
    series = await town.add_series(
        owner, title="ふらっとサロン", discreet_title="おでかけ", phone="03-1234-5678"
    )
    return await town.add_session(series, date(2026, 11, 22), venue_id=venue)


def offered(page: Page) -> str:
    return page.texts("code", "address")[0]


def chosen(page: Page) -> list[str]:
    """The values of the radio buttons that are on."""
    return [
        attrs["value"] for _, attrs, _ in page.elements if attrs.get("type") == "radio" and "checked" in attrs
    ]


@pytest.mark.parametrize(
    ("query", "feed"),
    [
        ("titles=full", "/feeds/all.ics"),
        ("what=all&audience=&mode=&titles=full&label=", "/feeds/all.ics"),
        ("what=organisations/npo&titles=full", "/feeds/organisations/npo.ics"),
        ("what=series/salon&audience=family&titles=full", "/feeds/series/salon.ics?audience=family"),
        (
            "what=venues/nanbu&mode=online&titles=discreet",
            "/feeds/venues/nanbu.ics?mode=online&titles=discreet",
        ),
        ("label=用事", "/feeds/all.ics?label=%E7%94%A8%E4%BA%8B"),
        ("what=series/nothing&audience=x&titles=full", "/feeds/all.ics"),
        ("what=javascript:alert(1)&titles=full", "/feeds/all.ics"),
    ],
)
async def test_a_choice_makes_an_address(read: Read, owner: UUID, query: str, feed: str) -> None:
    await town.add_series(owner)
    await town.add_venue("nanbu")
    assert offered(await read(f"/subscribe?with=outlook&{query}")) == BASE + feed


async def test_every_address_it_makes_is_a_calendar(read: Read, client: Client, owner: UUID) -> None:
    await town.add_series(owner)
    for way in set(WAYS) - {"paper"}:
        page = await read(f"/subscribe?with={way}&what=series/salon&audience=family&label=用事&mode=online")
        answer = await client.get(offered(page))
        assert (answer.status_code, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")


async def test_it_asks_what_is_used_and_chooses_nothing_beforehand(read: Read, salon: UUID) -> None:
    page = await read("/subscribe")
    assert page.texts("legend")[:2] == ["何を使っていますか", "カレンダーに出す名前"]
    assert chosen(page) == ["", ""]
    assert page.texts("code", "address") == []
    assert "その日の中止は電話で" in page.main and "Google は一日ほど遅れます。" in page.main


@pytest.mark.parametrize("way", ["google-android", "google-computer", "google-iphone", "apple", "outlook"])
async def test_who_has_not_said_which_name_is_asked_and_shown_no_address(
    read: Read, salon: UUID, way: str
) -> None:
    page = await read(f"/subscribe?with={way}")
    assert page.texts("p", "wrong") == ["会の名前を出すかどうか、どちらかをえらんでください。"]
    assert (page.texts("code", "address"), chosen(page)) == ([], [way, "", ""])


STEPS = {
    "google-android": (4, "calendar.google.com"),
    "google-computer": (2, "Google カレンダーに入れる"),
    "google-iphone": (4, "パソコン用の表示"),
    "apple": (2, "照会"),
    "outlook": (3, "Web から購読"),
    "paper": (2, "印刷します"),
}


@pytest.mark.parametrize("way", WAYS)
async def test_each_way_is_one_list_of_steps(read: Read, salon: UUID, way: str) -> None:
    page = await read(f"/subscribe?with={way}&titles=full")
    [steps] = page.texts("ol", "ways")
    count, words = STEPS[way]
    assert (
        len([1 for tag, _, text in page.elements if tag == "li" and text in steps and text]) >= count,
        words in steps,
    ) == (
        True,
        True,
    )


async def test_each_link_stands_only_where_it_works(database: Database, clock: Clock) -> None:
    base = "https://hidamari.example"
    async with application(database.address, clock, base_url=base) as client:
        pages = {way: Page((await client.get(f"/subscribe?with={way}&titles=full")).text) for way in WAYS}
    assert {way for way, page in pages.items() if "webcal:" in page.html} == {"apple"}
    assert {way for way, page in pages.items() if "?cid=" in page.html} == {"google-computer"}
    assert {way for way, page in pages.items() if page.texts("code", "address")} == set(WAYS) - {"paper"}
    assert {offered(page) for way, page in pages.items() if way != "paper"} == {f"{base}/feeds/all.ics"}
    assert pages["apple"].links["カレンダーのアプリで開く"] == "webcal://hidamari.example/feeds/all.ics"
    assert pages["google-computer"].links["Google カレンダーに入れる"] == (
        "https://calendar.google.com/calendar/r?cid=https%3A%2F%2Fhidamari.example%2Ffeeds%2Fall.ics"
    )


@pytest.mark.parametrize(
    ("query", "line", "cancelled"),
    [
        ("titles=full", "ふらっとサロン", "【中止】ふらっとサロン"),
        ("titles=discreet", "おでかけ", "【中止】おでかけ"),
        ("label=用事", "用事", "【中止】用事"),
        ("titles=full&label=用事", "用事", "【中止】用事"),
    ],
)
async def test_it_shows_the_line_that_the_calendar_will_show(
    read: Read, client: Client, salon: UUID, query: str, line: str, cancelled: str
) -> None:
    page = await read(f"/subscribe?with=apple&what=venues/nanbu&{query}")
    assert page.texts("b", "preview") == [line]
    assert f"中止のときは「{cancelled}」と出ます。" in page.main
    feed = (await client.get(offered(page))).text
    assert f"SUMMARY:{line}\r\n" in feed
    assert ("なんぶ" in page.texts("div", "moved")[0]) == ("LOCATION" in feed)


async def test_both_names_are_shown_before_one_is_chosen(read: Read, salon: UUID) -> None:
    page = await read("/subscribe")
    assert "会の名前を出す「ふらっとサロン」と出ます。" in page.main.replace(" ", "")
    assert (
        "ひかえめな名前にする「おでかけ」と出ます。会の名前・場所・説明を出しません。"
        in page.main.replace(" ", "")
    )


async def test_before_the_first_date_it_says_that_dates_will_come(read: Read, owner: UUID) -> None:
    await town.add_series(owner)
    page = await read("/subscribe?with=apple&what=series/salon&titles=full")
    assert "まだ日程がありません。" in page.main


@pytest.mark.parametrize(
    ("what", "leads"),
    [
        ("all", "/"),
        ("organisations/npo", "/organisations/npo/2026-11"),
        ("venues/nanbu", "/venues/nanbu"),
        ("series/salon", "/series/salon"),
    ],
)
async def test_paper_leads_to_a_page_to_print(read: Read, salon: UUID, what: str, leads: str) -> None:
    page = await read(f"/subscribe?with=paper&what={what}")
    assert page.links["印刷するページを開く"] == leads
    assert page.texts("b", "preview") == []


async def test_it_says_how_slow_it_is_whom_to_call_and_who_sees_it(read: Read, salon: UUID) -> None:
    page = await read("/subscribe?with=google-android&titles=full&what=series/salon")
    for words in (
        "Google は一日ほど遅れます。",
        "その日の中止は電話で",
        "03-1234-5678",
        "家族にも見えます",
        "だれかが予約したかどうかは、ここには出ません。",
        "60日より短くはなりません",
    ):
        assert words in page.main
    assert "03-1234-5678" not in (await read("/subscribe?with=apple&titles=full")).main
    assert "数時間" in (await read("/subscribe?with=outlook&titles=full")).main


async def test_what_has_dates_soon_can_be_chosen(read: Read, salon: UUID) -> None:
    await town.add_organisation("quiet", name="しずかな会")
    page = await read("/subscribe")
    assert page.texts("option") == ["すべての予定", "まちの会", "なんぶ"]
    assert "しずかな会" in (await read("/subscribe?what=organisations/quiet")).texts("option")


async def test_the_own_word_is_short_and_harmless(read: Read, salon: UUID) -> None:
    page = await read("/subscribe?with=apple&label=" + "%3Cb%3E" + "あ" * 90)
    assert "<b>あ" not in page.html and "&lt;b&gt;" in page.html
    assert len(offered(page)) < 450


async def test_it_speaks_english(read: Read, salon: UUID) -> None:
    for way in WAYS:
        page = await read(f"/subscribe?lang=en&with={way}&titles=full")
        assert not JAPANESE.search(
            "".join(page.texts("ol", "ways") + page.texts("legend") + page.texts("h2"))
        )
        assert offered(page).endswith("/feeds/all.ics") if way != "paper" else True
