from datetime import date, time
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.rig import town
from tests.rig.client import Client
from tests.rig.clock import Clock
from tests.web.public.conftest import Read

DAY = date(2026, 11, 22)
RESERVABLE: dict[str, Any] = {"registration": "walk_in_or_reserve"}


@pytest.fixture
async def owner(client: Client) -> UUID:
    return await town.add_organisation("npo", name="まちの会", phone="03-1234-5678")


async def test_everything_is_told_before_anything_is_asked(read: Read, owner: UUID) -> None:
    venue = await town.add_venue("center", name="区民センター", area="新宿区", address="新宿区1-2-3")
    series = await town.add_series(
        owner,
        "furatto",
        title="ふらっと",
        about="途中で出てもかまいません。",
        audience="participant",
        flow="はじめに短いゲーム。",
        online_note="カメラは要りません。",
        eligibility="どなたでも",
        fee="100円",
        belongings="なし",
        way_in="裏手の入口",
        contact="事務局",
        **RESERVABLE,
    )
    session = await town.add_session(series, DAY, venue_id=venue, theme="お茶の日")
    await town.add_pool(session, "in_person", "talk", capacity=1, reserved=1)
    await town.add_pool(session, "online", "listener", capacity=8)
    await town.add_booking(await town.add_room(venue, "和室"), session)
    page = await read(f"/sessions/{session}")
    assert page.title == "予定"
    assert page.texts("h1") == ["ふらっと2026年11月22日（日） 13:30～15:30 会場とオンライン"]
    assert page.facts == {
        "当日の流れ": "はじめに短いゲーム。",
        "会場": "区民センター（新宿区） 和室 新宿区1-2-3",
        "入口": "裏手の入口",
        "オンライン": "カメラは要りません。",
        "参加できる方": "どなたでも",
        "費用": "100円",
        "持ち物": "なし",
        "予約": "予約しても、しなくても参加できます。",
        "席": "会場・参加席：満席 オンライン・リスナー席：空きあり",
        "主催": "まちの会",
        "問い合わせ": "事務局 電話 03-1234-5678",
    }
    assert page.links["席をとる"] == f"/sessions/{session}/reserve"
    assert page.texts("a", "btn") == ["席をとる"]


async def test_what_nobody_has_said_is_asked_of_the_organiser(read: Read, owner: UUID) -> None:
    session = await town.add_session(await town.add_series(owner), DAY)
    await town.add_pool(session)
    page = await read(f"/sessions/{session}")
    ask = "主催者にお尋ねください 電話 03-1234-5678"
    assert [page.facts[label] for label in ("当日の流れ", "会場", "参加できる方", "費用", "予約")] == [
        ask
    ] * 5
    assert page.links["03-1234-5678"] == "tel:0312345678"
    assert "席をとる" not in page.links
    for word in ("無料", "定員なし", "空きあり"):
        assert word not in page.main


async def test_a_cancelled_session_says_what_to_do_instead(read: Read, owner: UUID) -> None:
    series = await town.add_series(owner, **RESERVABLE)
    await town.add_session(series, date(2026, 11, 18))
    after = await town.add_session(series, date(2026, 11, 29))
    session = await town.add_session(series, DAY, state="cancelled", cancel_reason="大雨のため")
    await town.add_pool(session, capacity=3)
    page = await read(f"/sessions/{session}")
    assert page.texts("div", "heed") == ["【中止】大雨のため 次回は11月29日（日）です。"]
    assert page.links["次回は11月29日（日）です。"] == f"/sessions/{after}"
    assert "席をとる" not in page.links


async def test_a_moved_session_shows_old_and_new_side_by_side(read: Read, owner: UUID) -> None:
    old, new = await town.add_venue("old", name="旧館"), await town.add_venue("new", name="新館")
    series = await town.add_series(owner)
    moved: dict[str, Any] = {
        "former_date": date(2026, 11, 21),
        "former_starts": time(10),
        "former_venue_id": old,
        "venue_id": new,
    }
    session = await town.add_session(series, DAY, **moved)
    page = await read(f"/sessions/{session}")
    assert page.texts("div", "moved") == [
        "前の予定 11月21日（土） 10:00～ 旧館 →新しい予定 11月22日（日） 13:30～ 新館"
    ]


async def test_a_session_that_is_over_says_so_and_takes_nobody(read: Read, owner: UUID, clock: Clock) -> None:
    session = await town.add_session(await town.add_series(owner, **RESERVABLE), DAY)
    await town.add_pool(session, capacity=3)
    address = f"/sessions/{session}"
    assert "席をとる" in (await read(address)).links
    clock.move(days=7, hours=3, minutes=31)
    page = await read(address)
    assert page.texts("div", "note") == ["この回は終わりました。"]
    assert "席をとる" not in page.links


async def test_a_planned_session_says_that_it_is_not_settled(read: Read, owner: UUID) -> None:
    session = await town.add_session(
        await town.add_series(owner, **RESERVABLE), DAY, state="planned", flag_text="祝日に当たります"
    )
    await town.add_pool(session, capacity=3)
    page = await read(f"/sessions/{session}")
    assert page.texts("div", "note")[0].startswith("まだ決まっていない予定です。祝日に当たります。")
    assert "席をとる" not in page.links


async def test_before_the_reception_opens_the_page_says_when(read: Read, owner: UUID, clock: Clock) -> None:
    series = await town.add_series(
        owner, registration="reserve_required", opens_days=3, opens_time=time(9), closes_minutes=60
    )
    session = await town.add_session(series, DAY)
    await town.add_pool(session, capacity=3)
    page = await read(f"/sessions/{session}")
    assert page.facts["予約"] == (
        "予約が必要です。 受付は11月19日（木）9:00からです。 締切は11月22日（日）12:30です。"
    )
    assert "席をとる" not in page.links
    clock.move(days=4)
    assert "席をとる" in (await read(f"/sessions/{session}")).links
    clock.move(days=3, hours=1)
    page = await read(f"/sessions/{session}")
    assert "席をとる" not in page.links and "予約の受付は終わりました。" in page.main


@pytest.mark.parametrize("state", ["refused", "wish"])
async def test_a_room_that_is_not_granted_is_being_settled(read: Read, owner: UUID, state: str) -> None:
    venue = await town.add_venue("center", name="区民センター", address="1-2-3")
    session = await town.add_session(await town.add_series(owner), DAY, venue_id=venue)
    await town.add_booking(await town.add_room(venue, "和室"), session, state)
    page = await read(f"/sessions/{session}")
    assert page.facts["会場"] == "区民センター 部屋は調整中です。 1-2-3"
    assert "和室" not in page.main


async def test_an_unknown_time_is_not_invented(read: Read, owner: UUID) -> None:
    series = await town.add_series(owner)
    unknown = await town.add_session(series, DAY, None, None)
    endless = await town.add_session(series, DAY, "10:00", None)
    assert "時刻は未定" in (await read(f"/sessions/{unknown}")).texts("h1")[0]
    assert "10:00～ 終わりは未定" in (await read(f"/sessions/{endless}")).texts("h1")[0]


async def test_what_follows_and_other_dates_are_one_link_away(read: Read, owner: UUID) -> None:
    series = await town.add_series(owner, "salon", title="サロン")
    session = await town.add_session(series, DAY)
    consultation = await town.add_series(owner, "talk", title="相談")
    child = await town.add_session(consultation, DAY, "16:00", parent_id=session)
    other = await town.add_session(series, date(2026, 12, 20))
    page = await read(f"/sessions/{session}")
    assert page.texts("h2") == ["つづけて開かれる会", "ほかの日"]
    assert page.links["相談"] == f"/sessions/{child}"
    assert page.links["12月20日（日）"] == f"/sessions/{other}"
    assert page.links["サロン"] == "/series/salon"


async def test_a_session_nobody_may_see_is_not_found(client: Client, owner: UUID) -> None:
    unlisted = await town.add_session(await town.add_series(owner, "a", listed=False), DAY)
    hidden = await town.add_session(
        await town.add_series(owner, "b", planned_shown=False), DAY, state="planned"
    )
    answers = [await client.get(f"/sessions/{each}") for each in (unlisted, hidden, uuid4())]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


async def test_by_referral_there_is_no_button(read: Read, owner: UUID) -> None:
    session = await town.add_session(await town.add_series(owner, registration="by_referral"), DAY)
    await town.add_pool(session, capacity=3)
    page = await read(f"/sessions/{session}")
    assert "席をとる" not in page.links and "紹介のある方の回です。" in page.main
