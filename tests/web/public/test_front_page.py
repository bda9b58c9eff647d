from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.rig import town
from tests.rig.clock import Clock
from tests.web.public.conftest import Read

TODAY = date(2026, 11, 15)


@pytest.fixture
async def owner(client: object) -> UUID:
    return await town.add_organisation("npo", name="まちの会", area="狛江市")


async def on(day: int, owner: UUID, slug: str, pool: tuple[str, str] | None = None, **columns: Any) -> UUID:
    series = await town.add_series(owner, slug, **({"title": slug} | columns))
    session = await town.add_session(series, TODAY + timedelta(days=day))
    if pool:
        await town.add_pool(session, *pool, capacity=8)
    return session


async def test_today_and_this_week_stand_there_by_day(read: Read, owner: UUID) -> None:
    await on(0, owner, "ごはん")
    await on(1, owner, "家族の会")
    await on(6, owner, "夕方の会")
    await on(7, owner, "来週の会")
    page = await read("/")
    assert page.title == "ひだまり"
    assert page.texts("h1") == ["今日と今週の居場所"]
    assert page.days == ["今日11月15日（日）", "明日11月16日（月）", "11月21日（土）"]
    assert ["来週" in card for card in page.cards] == [False, False, False]
    assert page.links["11月22日（日）からの予定を見る"] == "/?from=2026-11-22"


async def test_the_next_week_is_one_link_away(read: Read, owner: UUID) -> None:
    await on(7, owner, "来週の会")
    page = await read("/?from=2026-11-22")
    assert page.texts("h1") == ["11月22日（日）からの居場所"]
    assert page.days == ["11月22日（日）"]


async def test_an_empty_week_names_the_next_date(read: Read, owner: UUID) -> None:
    await on(33, owner, "来月の会")
    page = await read("/")
    assert page.texts("div", "empty") == [
        "今週の予定はまだありません。次は12月18日（金）です。 その日の予定を見る"
    ]
    assert page.links["その日の予定を見る"] == "/?from=2026-12-18"


async def test_an_empty_town_says_that_no_date_is_known(read: Read) -> None:
    assert (await read("/")).texts("div", "empty") == ["日にちの決まった予定は、まだありません。"]


@pytest.mark.parametrize(
    ("words", "query", "left"),
    [
        ("家から", "mode=online", ["オンラインの会"]),
        ("聞くだけ", "seat=listener", ["オンラインの会"]),
        ("予約なし", "registration=walk_in", ["ひらいた会"]),
        ("ご家族の会", "audience=family", ["家族の会", "オンラインの会", "ひらいた会"]),
    ],
)
async def test_a_filter_is_a_link_in_the_words_people_use(
    read: Read, owner: UUID, words: str, query: str, left: list[str]
) -> None:
    await on(1, owner, "本人の会", audience="participant")
    await on(2, owner, "家族の会", audience="family")
    await on(3, owner, "オンラインの会", ("online", "listener"))
    await on(4, owner, "ひらいた会", registration="walk_in")
    assert (await read("/")).links[words] == f"/?{query}"
    page = await read(f"/?{query}")
    assert [title for card in page.cards for title in left if title in card] == left
    assert len(page.cards) == len(left)
    assert page.links[words] == "/"


async def test_filters_add_up(read: Read, owner: UUID) -> None:
    page = await read("/?mode=online")
    assert page.links["ご家族の会"] == "/?audience=family&mode=online"


async def test_an_area_narrows_the_list_and_an_unknown_one_does_not(read: Read, owner: UUID) -> None:
    other = await town.add_organisation("other", area="江戸川区")
    await on(1, owner, "こまえ")
    await on(1, other, "えどがわ")
    assert ["こまえ" in card for card in (await read("/?area=狛江市")).cards] == [True]
    assert len((await read("/?area=どこか&mode=x&from=y&skip=z")).cards) == 2


async def test_a_card_says_where_for_whom_how_and_what_is_free(read: Read, owner: UUID) -> None:
    venue = await town.add_venue("nanbu", name="ふらっとなんぶ", area="狛江市")
    series = await town.add_series(
        owner, title="ふらっと", audience="participant,family", registration="reserve_required"
    )
    session = await town.add_session(series, TODAY + timedelta(days=1), "14:00", None, venue_id=venue)
    await town.add_pool(session, "in_person", "talk", capacity=4, reserved=4)
    await town.add_pool(session, "in_person", "listener", capacity=4, reserved=2)
    await town.add_pool(session, "online", "talk", capacity=9)
    await town.add_pool(session, "online", "listener", limit_kind="none")
    [card] = (await read("/")).cards
    assert card.split() == [
        "14:00",
        "終わりは未定",
        "ふらっと",
        "ふらっとなんぶ（狛江市）・会場とオンライン",
        "本人",
        "ご家族",
        "予約が必要です",
        "会場・参加席",
        "満席",
        "会場・リスナー席",
        "残りわずか",
        "オンライン",
        "空きあり",
    ]


async def test_unknown_capacities_are_never_free(read: Read, owner: UUID) -> None:
    await on(1, owner, "だれか", ("in_person", "talk"), registration="reserve_required")
    series = await town.add_series(owner, "b", registration="reserve_required")
    await town.add_pool(await town.add_session(series, TODAY + timedelta(days=2)))
    first, second = (await read("/")).cards
    assert "空きあり" in first and "空きあり" not in second


async def test_planned_and_cancelled_sessions_say_so(read: Read, owner: UUID) -> None:
    series = await town.add_series(owner, title="ふらっと")
    await town.add_session(series, TODAY + timedelta(days=1), state="planned")
    await town.add_session(series, TODAY + timedelta(days=2), state="cancelled", cancel_reason="大雨のため")
    planned, cancelled = (await read("/")).cards
    assert "予定（まだ決まっていません）" in planned
    assert "【中止】ふらっと" in cancelled and "大雨のため" in cancelled


async def test_what_is_over_today_is_gone_from_the_list(read: Read, owner: UUID, clock: Clock) -> None:
    await on(0, owner, "昼の会")
    assert len((await read("/")).cards) == 1
    clock.move(hours=4)
    assert (await read("/")).cards == []


async def test_a_full_week_goes_on_on_another_page(read: Read, owner: UUID) -> None:
    series = await town.add_series(owner)
    for number in range(80):
        await town.add_session(series, TODAY + timedelta(days=number % 6 + 1))
    seen, address = 0, "/"
    for _ in range(3):
        page = await read(address)
        seen += len(page.cards)
        address = page.links.get("つづきを見る", "")
    assert (seen, address) == (80, "")


async def test_unlisted_and_internal_series_are_nowhere(read: Read, owner: UUID) -> None:
    await on(1, owner, "紹介の会", listed=False)
    await on(1, owner, "会議", internal=True)
    assert (await read("/")).cards == []


async def test_english_is_carried_by_the_links(read: Read, owner: UUID) -> None:
    session = await on(1, owner, "ふらっと")
    page = await read("/?lang=en")
    assert page.links["ふらっと"] == f"/sessions/{session}?lang=en"
    assert page.links["日本語"] == "/"
