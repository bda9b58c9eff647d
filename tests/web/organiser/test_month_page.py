"""A month at the desk: seen before it goes out, answered, and published in one act."""

from datetime import date

import pytest

from app.actions.add_date import add_date
from app.domain.planning import LinePool
from app.domain.series_wish import HandDate
from app.domain.staff import Role
from app.storage.editions import latest_edition
from tests.actions.programme import TODAY, ZONE, lines_of, reserve_roughly, sessions_of
from tests.rig.client import staff_member
from tests.rig.clock import Clock
from tests.web.organiser.desk import BASE, Desk, signed_in

NOVEMBER = f"{BASE}/months/2026-11"
DECEMBER = f"{BASE}/months/2026-12"


async def test_what_goes_out_is_seen_before_it_does(desk: Desk) -> None:
    series = await desk.house.series("毎月第3金曜 13:30～15:30")
    await reserve_roughly((await sessions_of(series))[0].id, 2)
    page = (await desk.client.get(NOVEMBER)).text
    assert "まだ公開していません" in page
    assert "11月20日（金）" in page and "13:30～15:30" in page and "予約2件" in page
    assert "2026年11月を公開する" in page


async def test_one_act_publishes_the_month(desk: Desk) -> None:
    series = await desk.house.series("毎月第3金曜 13:30～15:30")
    answer = await desk.client.submit(NOVEMBER, {"act": "publish", "months": "1"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{NOVEMBER}?said=published#said")
    page = (await desk.client.get(f"{NOVEMBER}?said=published")).text
    assert "2026年11月の第1版を出しました。" in page and "公開済み 第1版" in page
    assert [each.state for each in await sessions_of(series, last=date(2026, 12, 31))] == [
        "published",
        "planned",
    ]


async def test_several_months_at_once(desk: Desk) -> None:
    await desk.house.series("毎月第3金曜 13:30～15:30")
    await desk.client.submit(NOVEMBER, {"act": "publish", "months": "3"})
    assert await latest_edition(desk.organisation, date(2027, 1, 1)) is not None


async def test_publishing_again_says_that_nothing_has_changed(desk: Desk) -> None:
    await desk.house.series()
    await desk.client.submit(DECEMBER, {"act": "publish"})
    answer = await desk.client.submit(DECEMBER, {"act": "publish"})
    assert answer.headers["location"] == f"{DECEMBER}?said=unchanged#said"


async def test_thirteen_months_are_too_many(desk: Desk) -> None:
    answer = await desk.client.submit(NOVEMBER, {"act": "publish", "months": "13"})
    assert answer.status_code == 422
    assert "1か月から12か月まで" in answer.text


@pytest.mark.parametrize(("act", "state"), [("open", "published"), ("close", "cancelled")])
async def test_a_holiday_is_answered_in_place(desk: Desk, act: str, state: str) -> None:
    series = await desk.house.series("毎月第4月曜 10時～12時")
    page = (await desk.client.get(NOVEMBER)).text
    assert "先に決めること" in page and "勤労感謝の日に当たります" in page
    first = (await sessions_of(series))[0]
    await desk.client.submit(NOVEMBER, {"act": act, "session": str(first.id)})
    await desk.client.submit(NOVEMBER, {"act": "publish"})
    after = (await sessions_of(series))[0]
    assert (after.state, after.flag) == (state, None)


async def test_a_missing_note_for_online_leads_to_its_field(desk: Desk) -> None:
    await desk.house.series("毎月第3金曜 13:30～15:30", pools=(LinePool("online", "listener"),))
    page = (await desk.client.get(NOVEMBER)).text
    assert "オンラインの方への案内" in page and "#online_note" in page


async def test_an_empty_month_can_be_published(desk: Desk) -> None:
    page = (await desk.client.get(NOVEMBER)).text
    assert "この月の予定はまだありません" in page
    assert (
        (await desk.client.submit(NOVEMBER, {"act": "publish"}))
        .headers["location"]
        .endswith("published#said")
    )


async def test_changes_since_the_last_edition_are_listed(desk: Desk, clock: Clock) -> None:
    series = await desk.house.series()
    await desk.client.submit(DECEMBER, {"act": "publish"})
    line = (await lines_of(series))[0]
    await add_date(line, HandDate(date=date(2026, 12, 25)), now=clock(), today=TODAY, zone=ZONE)
    assert "12月25日（金） 13:30～15:30：加わりました" in (await desk.client.get(DECEMBER)).text


async def test_a_promise_says_how_many_are_left(desk: Desk) -> None:
    await desk.house.series("年5回", added=(HandDate(date=date(2026, 12, 5)),))
    assert "年5回：今年度はあと4回" in (await desk.client.get(NOVEMBER)).text


@pytest.mark.parametrize("month", ["2026-13", "x", "2026-1"])
async def test_no_such_month(desk: Desk, month: str) -> None:
    assert (await desk.client.get(f"{BASE}/months/{month}")).status_code == 404


@pytest.mark.parametrize("role", ["viewer", "facilitator"])
async def test_only_organisers_open_it(desk: Desk, clock: Clock, role: Role) -> None:
    other = await signed_in(
        desk.client, await staff_member("b@example.org", role, clock, organisation="ward")
    )
    assert (await other.get(NOVEMBER)).status_code == 403
    assert (await desk.client.get(f"{BASE.replace('ward', 'nobody')}/months/2026-11")).status_code == 403


@pytest.mark.parametrize(("act", "state"), [("open_all", "published"), ("close_all", "cancelled")])
async def test_many_questions_are_answered_at_once(desk: Desk, act: str, state: str) -> None:
    series = await desk.house.series("毎日 10時～12時")
    await desk.client.submit(DECEMBER, {"act": act})
    await desk.client.submit(DECEMBER, {"act": "publish"})
    found = await sessions_of(series, date(2026, 12, 29), date(2026, 12, 31))
    assert [(each.state, each.flag) for each in found] == [(state, None)] * 3
