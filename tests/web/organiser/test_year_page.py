"""Every date of the coming twelve months with its reason, and the answer for holidays from the form to the page."""

import re
from datetime import date
from html import unescape

from app.actions.close_days import close_days
from app.domain.planning import Rest
from tests.actions.programme import TODAY
from tests.rig.clock import Clock
from tests.web.organiser.desk import BASE, Desk
from tests.web.organiser.form import form_of

ROW = re.compile(r'<tr id="d([\d-]+)" class="fate-(\w+)">(.*?)</tr>', re.DOTALL)
POLICIES = {
    "undecided": ["2026-11-23 asked 勤労感謝の日に当たります", "2026-12-28 held"],
    "open": ["2026-11-23 held 勤労感謝の日。祝日でも開きます", "2026-12-28 held"],
    "closed": ["2026-11-23 off 祝日（勤労感謝の日）のため", "2026-12-28 held"],
    "next_day": [
        "2026-11-23 moved 祝日（勤労感謝の日）のため、11月24日(火)に移ります",
        "2026-11-24 held 11月23日（月）から移りました",
        "2026-12-28 held",
    ],
    "next_workday": [
        "2026-11-23 moved 祝日（勤労感謝の日）のため、11月24日(火)に移ります",
        "2026-11-24 held 11月23日（月）から移りました",
        "2026-12-28 held",
    ],
    "next_week": [
        "2026-11-23 moved 祝日（勤労感謝の日）のため、11月30日(月)に移ります",
        "2026-11-30 held 11月23日（月）から移りました",
        "2026-12-28 held",
    ],
    "previous_workday": [
        "2026-11-20 held 11月23日（月）から移りました",
        "2026-11-23 moved 祝日（勤労感謝の日）のため、11月20日(金)に移ります",
        "2026-12-28 held",
    ],
}


def rows_of(page: str) -> list[str]:
    """Date, kind and reason of each row."""
    found = (
        (day, kind, cells.rpartition("<td>")[2].removesuffix("</td>"))
        for day, kind, cells in ROW.findall(page)
    )
    return [unescape(f"{day} {kind} {why}".strip()) for day, kind, why in found]


async def test_each_answer_for_holidays_goes_from_the_form_to_the_dates_and_their_reasons(desk: Desk) -> None:
    found = {}
    for policy in POLICIES:
        form = await (await form_of(desk)).send(title=policy, words="毎月第4月曜", holiday_policy=policy)
        base = form.answer.headers["location"].partition("?")[0]
        page = (await desk.client.get(f"{base}/year")).text
        found[policy] = [row for row in rows_of(page) if row < "2027"]
    assert found == POLICIES


async def test_closures_and_answers_stand_with_their_reasons(desk: Desk, clock: Clock) -> None:
    series = await desk.house.series("毎週木曜 10時～（第5週は休み）")
    closed = Rest(date(2026, 12, 3), date(2026, 12, 4), "会場の休館日", venue_id=desk.house.venue)
    await close_days(closed, now=clock(), today=TODAY)
    away = Rest(date(2026, 12, 24), date(2026, 12, 24), "団体の研修", organisation_id=desk.organisation)
    await close_days(away, now=clock(), today=TODAY)
    page = (await desk.client.get(f"{BASE}/series/{series}/year")).text
    found = {row[:10]: row[11:] for row in rows_of(page)}
    assert [found[f"2026-12-{day}"] for day in ("03", "10", "24", "31")] == [
        "off 会場の休館日",
        "held",
        "off 団体の研修",
        "off 第5木曜日のため",
    ]


async def test_a_day_that_is_asked_for_has_its_answer(desk: Desk) -> None:
    series = await desk.house.series("毎月第4月曜（祝日を除く）")

    async def answer(day: str) -> str:
        page = (await desk.client.get(f"{BASE}/series/{series}/year", params={"asked": day})).text
        return " ".join(re.findall(r'<p role="status">(.*?)</p>', page))

    assert await answer("2026-11-23") == "11月23日（月）：休み。 祝日（勤労感謝の日）のため"
    assert await answer("2026-12-28") == "12月28日（月）：開く。"
    assert "予定の言葉に入っていない日です。この曜日の、月の3回目です。" in await answer("2026-12-21")
    assert await answer("きのう") == "2026年11月15日（日）から2027年10月31日（日）までの日を選んでください。"
    assert await answer("") == ""


async def test_the_page_is_reached_from_the_series_and_from_a_card(desk: Desk) -> None:
    series = await desk.house.series("毎月第4月曜")
    page = (await desk.client.get(f"{BASE}/series/{series}")).text
    assert f'href="{BASE}/series/{series}/year"' in page
    assert f'href="{BASE}/series/{series}/year#d2026-11-23"' in page
    assert "/year" in (await desk.client.get(f"{BASE}/series/{series}/dates")).text
