from datetime import date, datetime
from uuid import UUID

import pytest

from app.actions.publish import publish
from tests.rig import town
from tests.rig.client import Client
from tests.web.public.conftest import Read

NOVEMBER = date(2026, 11, 1)


@pytest.fixture
async def owner(client: Client) -> UUID:
    return await town.add_organisation("npo", name="まちの会", area="狛江市", phone="03-1234-5678")


async def test_organisations_stand_by_area_with_their_telephones(read: Read, owner: UUID) -> None:
    await town.add_organisation("hidden", name="会議", listed=False)
    page = await read("/organisations")
    assert page.texts("h2") == ["狛江市"]
    assert page.links["まちの会"] == "/organisations/npo"
    assert page.links["03-1234-5678"] == "tel:0312345678"
    assert "会議" not in page.main


async def test_an_organisation_lists_dated_and_undated_series_and_its_information(
    read: Read, owner: UUID
) -> None:
    dated = await town.add_series(owner, "dated", title="ふらっと")
    await town.add_session(dated, date(2026, 11, 22))
    await town.add_series(owner, "undated", title="家族教室")
    await town.add_series(owner, "window", title="相談窓口", opening_text="平日 9:00～17:00")
    await town.add_series(owner, "secret", title="会議", internal=True, listed=False)
    await town.add_information(owner, "会報ひだまり", web="https://example.org/news")
    page = await read("/organisations/npo")
    assert page.texts("h2") == [
        "これから",
        "日にちの決まっている会",
        "そのほかの会と窓口",
        "たより・お知らせ",
    ]
    assert "ふらっと 次は11月22日（日）" in page.main
    assert "家族教室日程は主催者にお尋ねください 電話 03-1234-5678" in page.main
    assert "相談窓口平日 9:00～17:00" in page.main
    assert page.links["会報ひだまり"] == "https://example.org/news"
    assert "会議" not in page.main


async def test_a_published_month_is_linked_and_shows_its_edition(
    read: Read, owner: UUID, now: datetime
) -> None:
    series = await town.add_series(owner, title="ふらっと")
    await town.add_session(series, date(2026, 11, 22), state="planned")
    before = await read("/organisations/npo/2026-11")
    assert "この月は、まだ決まっていません。予定としてご覧ください。" in before.main
    await publish(owner, NOVEMBER, now=now)
    page = await read("/organisations/npo/2026-11")
    assert (await read("/organisations/npo")).links["2026年11月"] == "/organisations/npo/2026-11"
    assert page.texts("h1") == ["まちの会2026年11月の予定"]
    assert page.days == ["11月22日（日）"]
    assert "第1版" in page.main and "まだ決まっていません" not in page.main


async def test_an_edition_stays_as_it_was(read: Read, client: Client, owner: UUID, now: datetime) -> None:
    series = await town.add_series(owner, title="ふらっと")
    await town.add_session(series, date(2026, 11, 22), state="planned", theme="お茶の日")
    await publish(owner, NOVEMBER, now=now)
    first = (await client.get("/organisations/npo/2026-11/1")).text
    await town.add_session(series, date(2026, 11, 29), state="planned")
    await publish(owner, NOVEMBER, now=now)
    assert (await client.get("/organisations/npo/2026-11/1")).text == first
    second = await read("/organisations/npo/2026-11/2")
    assert "11月29日（日）" in second.main and "お茶の日" in second.main
    assert second.texts("h2") == ["前の版から変わったこと"]
    assert second.links["いまの予定を見る"] == "/organisations/npo/2026-11"
    for address in ("/organisations/npo/2026-11/3", "/organisations/npo/x/1", "/organisations/x/2026-11/1"):
        assert (await client.get(address)).status_code == 404


async def test_an_empty_month_names_the_next_date(read: Read, owner: UUID) -> None:
    await town.add_session(await town.add_series(owner), date(2026, 12, 18))
    page = await read("/organisations/npo/2026-11")
    assert page.texts("div", "empty") == ["11月はありません。次回は12月18日（金）です。 その回を見る"]


async def test_the_month_a_session_left_tells_where_it_went(read: Read, owner: UUID) -> None:
    series = await town.add_series(owner, title="ふらっと")
    await town.add_session(series, date(2026, 12, 6), former_date=date(2026, 11, 29))
    page = await read("/organisations/npo/2026-11")
    assert "ふらっと 11月29日（日）から12月6日（日）に移りました" in page.links


async def test_an_unlisted_organisation_is_not_found(client: Client) -> None:
    await town.add_organisation("hidden", listed=False)
    for address in ("", "/2026-11", "/2026-11/1"):
        assert (await client.get(f"/organisations/hidden{address}")).status_code == 404


async def test_an_area_gathers_dates_series_venues_and_telephones(read: Read, owner: UUID) -> None:
    venue = await town.add_venue("nanbu", name="なんぶ", area="狛江市")
    dated = await town.add_series(owner, "dated", title="ふらっと")
    await town.add_session(dated, date(2026, 11, 22), venue_id=venue)
    await town.add_series(owner, "undated", title="家族教室")
    await town.add_information(owner, "会報ひだまり")
    assert (await read("/areas")).links["狛江市"] == "/areas/%E7%8B%9B%E6%B1%9F%E5%B8%82"
    page = await read("/areas/狛江市")
    assert page.texts("h2") == [
        "これから2週間",
        "日にちの決まっている会",
        "そのほかの会と窓口",
        "会場",
        "団体",
        "たより・お知らせ",
    ]
    for words in ("ふらっと", "家族教室", "まちの会"):
        assert words in page.links


async def test_an_unknown_area_is_not_found(client: Client) -> None:
    assert (await client.get("/areas/どこにもない町")).status_code == 404


async def test_information_stands_by_area(read: Read, owner: UUID) -> None:
    await town.add_information(owner, "会報ひだまり", text="月1回")
    page = await read("/information")
    assert page.texts("h2") == ["狛江市"]
    assert "会報ひだまりまちの会 月1回" in page.main


async def test_families_find_their_meetings_first(read: Read, owner: UUID) -> None:
    both = await town.add_series(owner, "both", title="ふらっと", audience="participant,family")
    family = await town.add_series(owner, "family", title="家族の会", audience="family")
    for series in (both, family):
        await town.add_session(series, date(2026, 11, 22))
    page = await read("/families")
    assert ["家族の会" in card for card in page.cards] == [True]
    assert page.links["ご家族の会を購読する"] == "/subscribe?audience=family"


@pytest.mark.parametrize(
    "address", ["/about", "/families", "/areas", "/organisations", "/venues", "/information"]
)
async def test_an_empty_house_still_has_its_pages(read: Read, address: str) -> None:
    assert len((await read(address)).texts("h1")) == 1
