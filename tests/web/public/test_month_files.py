"""What stands beside the page of a month: texts, the table of events, news, and words for search engines."""

import csv
import io
import json
import re
from datetime import date, time
from typing import Any
from uuid import UUID
from xml.etree import ElementTree

import pytest

from app.actions.cancel_session import cancel
from app.actions.move_session import move
from app.actions.publish import publish
from app.actions.session_changes import Spot
from app.domain.open_data import read_table
from tests.actions.programme import TODAY, House, sessions_of
from tests.rig.client import Client
from tests.rig.clock import Clock
from tests.rig.town import add_organisation, add_pool, add_series, add_session, add_venue
from tests.web.public.conftest import Read

NOVEMBER = date(2026, 11, 1)
PAGE = "/organisations/ward/2026-11"
RSS = "/feeds/organisations/ward.rss"
HOSTILE = "=1+1,\"'<b>&</b>]]>\x0b\r\n二行目\u2028</script>"
SECRET = "ひみつ町9-9"
# As 推奨データセット 基本編 6 has them, in its order.
STANDARD = (
    "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,イベント名,イベント名_カナ,イベント名_英語,開始日,終了日,開始時間,終了時間,"
    "開始日時特記事項,説明,料金(基本),料金(詳細),連絡先名称,連絡先電話番号,連絡先内線番号,主催者,場所名称,住所,方書,緯度,経度,"
    "アクセス方法,駐車場情報,定員,参加申込終了日,参加申込終了時間,参加申込方法,URL,備考"
)


@pytest.fixture
async def ward(client: Client, clock: Clock) -> UUID:
    """A ward with a hostile title, a private house and an online gathering with a link."""
    ward = await add_organisation("ward", name="なぎの会", area="狛江市", phone="+81 3 0000 1111")
    house = await add_venue("ie", name="なぎの家", area="狛江市", address=SECRET, address_public=False)
    hall = await add_venue("hall", name="公民館", area="狛江市", address="東京都狛江市和泉1-1")
    bad = await add_series(ward, "bad", title=HOSTILE, fee="無料")
    net = await add_series(ward, "net", title="オンラインの会", join_link="https://meet.example/secret")
    await add_session(bad, date(2026, 11, 20), venue_id=house)
    one = await add_session(net, date(2026, 11, 21), "23:00", "01:00", venue_id=hall, shown=True)
    await add_pool(one, "in_person")
    await add_pool(one, "online")
    await publish(ward, NOVEMBER, now=clock())
    return ward


async def table(client: Client, address: str) -> list[dict[str, str]]:
    answer = await client.get(address)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer.content.count(b"\n") >= answer.content.count(b"\r\n") > 0
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


async def test_the_month_as_the_standard_table(client: Client, ward: UUID) -> None:
    first, second = await table(client, f"{PAGE}.csv")
    assert ",".join(first) == STANDARD
    assert first["イベント名"].startswith("'=1+1,")
    assert (first["開始日"], first["開始時間"], first["終了時間"]) == ("2026-11-20", "13:30", "15:30")
    assert (first["住所"], first["料金(基本)"]) == ("狛江市", "0")
    assert first["連絡先電話番号"] == "'+81 3 0000 1111"
    assert (second["終了日"], second["終了時間"]) == ("2026-11-22", "01:00")
    assert (second["都道府県名"], second["市区町村名"], second["主催者"]) == ("東京都", "狛江市", "なぎの会")
    assert second["URL"].startswith("http://127.0.0.1:8000/sessions/")


async def test_what_is_off_says_so_in_its_name_and_in_its_remark(
    client: Client, ward: UUID, clock: Clock
) -> None:
    number = (await table(client, f"{PAGE}.csv"))[1]["NO"]
    await cancel(UUID(number), "雪のため", now=clock())
    row = (await table(client, f"{PAGE}.csv"))[1]
    assert row["NO"] == number
    assert (row["イベント名"], row["開始日時特記事項"]) == ("【中止】オンラインの会", "中止。雪のため")


async def test_no_cell_is_a_formula_and_no_secret_is_in_the_table(client: Client, ward: UUID) -> None:
    for address in (f"{PAGE}.csv", "/organisations/ward/events.csv"):
        text = (await client.get(address)).text
        assert SECRET not in text and "meet.example" not in text
        for row in await table(client, address):
            assert not [cell for cell in row.values() if cell[:1] in tuple("=+-@\t\r＝＋－＠")]


async def test_our_own_reader_of_open_data_reads_the_table(client: Client, ward: UUID) -> None:
    found = read_table((await client.get("/organisations/ward/events.csv")).content)
    assert [row.of("first") for row in found] == ["2026-11-20", "2026-11-21"]
    assert found[1].title == "オンラインの会"


async def test_texts_for_each_purpose(client: Client, ward: UUID) -> None:
    line = await client.get(f"{PAGE}.txt?for=line")
    assert line.headers["content-type"] == "text/plain; charset=utf-8"
    assert line.text.splitlines()[0] == "なぎの会 2026年11月の予定"
    assert line.text.splitlines()[-1] == f"くわしく http://127.0.0.1:8000{PAGE}"
    ward_text = (await client.get(f"{PAGE}.txt?for=ward&limit=90")).text
    assert len(ward_text.strip("\n")) <= 90
    assert SECRET not in (await client.get(f"{PAGE}.txt")).text


@pytest.mark.parametrize(
    "address", ["2026-12.txt", "2026-11.doc", "2026-13.txt", "x.txt", "2026-11.txt.txt", "x.csv"]
)
async def test_what_is_not_there_is_not_found(client: Client, ward: UUID, address: str) -> None:
    assert (await client.get(f"/organisations/ward/{address}")).status_code == 404


async def items(client: Client, address: str = RSS) -> list[dict[str, str]]:
    answer = await client.get(address)
    assert answer.headers["content-type"] == "application/rss+xml; charset=utf-8"
    tree = ElementTree.fromstring(answer.content)
    assert (tree.tag, tree.attrib["version"]) == ("rss", "2.0")
    return [{part.tag: part.text or "" for part in item} for item in tree.iter("item")]


async def test_the_news_has_each_edition_and_at_once_what_was_called_off(
    client: Client, ward: UUID, clock: Clock
) -> None:
    [first] = await items(client)
    assert first["title"] == "なぎの会 2026年11月の予定 第1版"
    assert first["link"] == f"http://127.0.0.1:8000{PAGE}"
    assert "11月21日（土） 23:00～1:00 オンラインの会" in first["description"]
    house = House(ward, await add_venue("more"), ward, clock())
    second = await house.series("毎月第4金曜 10時～12時")
    clock.move(hours=1)
    await publish(ward, NOVEMBER, now=clock())
    [session, *_] = await sessions_of(second)
    clock.move(hours=1)
    await cancel(session.id, "台風", now=clock())
    off, again, _ = await items(client)
    assert off["title"] == "【中止】サロン 11月27日（金） 10:00～12:00"
    assert "台風" in off["description"]
    assert again["title"].endswith("第2版") and "加わりました" in again["description"]


async def test_what_moved_is_news_and_each_move_another_one(client: Client, ward: UUID, clock: Clock) -> None:
    house = House(ward, await add_venue("more"), ward, clock())
    series = await house.series("毎月第4金曜 10時～12時")
    await publish(ward, NOVEMBER, now=clock())
    [session, *_] = await sessions_of(series)
    guids = set()
    for day in (25, 26):
        clock.move(hours=1)
        spot = Spot(date=date(2026, 11, day), starts=time(10), ends=time(12))
        await move(session.id, spot, now=clock(), today=TODAY)
        [found] = [item for item in await items(client) if item["title"].startswith("【変更】")]
        guids.add(found["guid"])
    assert found["title"] == "【変更】サロン 11月26日（木） 10:00～12:00"
    assert len(guids) == 2


async def test_the_news_is_the_same_bytes_until_something_changes(
    client: Client, ward: UUID, clock: Clock
) -> None:
    first = await client.get(RSS)
    clock.move(hours=2)
    assert (await client.get(RSS)).content == first.content
    again = await client.get(RSS, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert (await client.get("/feeds/organisations/nobody.rss")).status_code == 404


async def test_discreet_news_says_no_title_and_no_place(client: Client, ward: UUID) -> None:
    for query in ("titles=discreet", "label=用事"):
        text = (await client.get(f"{RSS}?{query}")).text
        assert "オンラインの会" not in text and "なぎの会" not in text and "公民館" not in text


async def test_an_organisation_without_editions_has_valid_news(client: Client) -> None:
    await add_organisation("new", name="あたらしい会")
    assert await items(client, "/feeds/organisations/new.rss") == []


async def ld_of(client: Client, session: Any) -> dict[str, Any]:
    page = (await client.get(f"/sessions/{session}")).text
    [found] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    return json.loads(found)  # type: ignore[no-any-return]


async def test_a_session_in_the_words_of_search_engines(client: Client, ward: UUID) -> None:
    hidden, net = await sessions_of_ward(client)
    event = await ld_of(client, net)
    assert event == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": f"http://127.0.0.1:8000/sessions/{net}",
        "name": "オンラインの会",
        "url": f"http://127.0.0.1:8000/sessions/{net}",
        "inLanguage": "ja",
        "startDate": "2026-11-21T23:00:00+09:00",
        "endDate": "2026-11-22T01:00:00+09:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [
            {
                "@type": "Place",
                "name": "公民館",
                "address": {
                    "@type": "PostalAddress",
                    "addressCountry": "JP",
                    "addressLocality": "狛江市",
                    "streetAddress": "東京都狛江市和泉1-1",
                },
            },
            {"@type": "VirtualLocation", "url": f"http://127.0.0.1:8000/sessions/{net}"},
        ],
        "organizer": {
            "@type": "Organization",
            "name": "なぎの会",
            "url": "http://127.0.0.1:8000/organisations/ward",
        },
    }
    private = await ld_of(client, hidden)
    assert private["name"].startswith("=1+1,") and "</script>" in private["name"]
    assert private["location"][0]["address"] == {
        "@type": "PostalAddress",
        "addressCountry": "JP",
        "addressLocality": "狛江市",
    }


async def test_what_was_called_off_or_moved_says_so_to_search_engines(
    client: Client, ward: UUID, clock: Clock
) -> None:
    _, net = await sessions_of_ward(client)
    spot = Spot(date=date(2026, 11, 28), starts=time(10), ends=None)
    await move(UUID(net), spot, now=clock(), today=TODAY)
    event = await ld_of(client, net)
    assert event["eventStatus"] == "https://schema.org/EventRescheduled"
    assert event["previousStartDate"] == "2026-11-21T23:00:00+09:00"
    assert "endDate" not in event
    await cancel(UUID(net), "台風", now=clock())
    assert (await ld_of(client, net))["eventStatus"] == "https://schema.org/EventCancelled"


async def sessions_of_ward(client: Client) -> list[str]:
    """The ids of the two sessions, by date."""
    return [row["NO"] for row in await table(client, f"{PAGE}.csv")]


async def test_the_site_map_names_public_pages_and_robots_find_it(
    client: Client, read: Read, ward: UUID
) -> None:
    await add_organisation("hidden", name="会議", listed=False)
    tree = ElementTree.fromstring((await client.get("/sitemap.xml")).content)
    found = [part.text for part in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    site = "http://127.0.0.1:8000"
    for path in ("/", "/organisations/ward", PAGE, "/venues/hall", "/series/net"):
        assert f"{site}{path}" in found
    assert len([each for each in found if each and "/sessions/" in each]) == 2
    assert not [each for each in found if each and "hidden" in each]
    robots = (await client.get("/robots.txt")).text
    assert robots.endswith(f"\nSitemap: {site}/sitemap.xml\n") and "feeds" not in robots


async def test_the_page_leads_to_everything_beside_it(read: Read, ward: UUID) -> None:
    page = await read(PAGE)
    assert {
        "文章（TXT）": f"{PAGE}.txt",
        "一覧表（CSV）": f"{PAGE}.csv",
        "カレンダー（ICS）": "/feeds/organisations/ward.ics",
        "更新のお知らせ（RSS）": RSS,
    }.items() <= page.links.items()
