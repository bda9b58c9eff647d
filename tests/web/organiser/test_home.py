"""The desk of an organisation: months, what is to settle, series; and who may see it."""

import re
from datetime import date
from uuid import UUID

import pytest

from app.actions.publish import publish
from app.domain.staff import Role
from app.storage.tasks import add_tasks
from tests.actions.programme import sessions_of
from tests.rig.client import staff_member
from tests.rig.clock import Clock
from tests.rig.town import add_host, add_organisation, add_series
from tests.web.organiser.desk import BASE, Desk, signed_in

MONTH = re.compile(rf'<a href="{BASE}/months/(\d{{4}}-\d\d)"><b>[^<]*</b><span>([^<]*)</span>')


async def months(desk: Desk) -> list[tuple[str, str]]:
    return MONTH.findall((await desk.client.get(BASE)).text)


async def test_an_empty_desk_says_how_to_begin(desk: Desk) -> None:
    page = (await desk.client.get(BASE)).text
    assert f'href="{BASE}/series/new">新しい定例をつくる' in page
    assert "ちらしの言葉をそのまま書けば、つくれます" in page


async def test_this_month_and_the_next_say_how_they_stand(desk: Desk, clock: Clock) -> None:
    await desk.house.series("毎月第3金曜 13:30～15:30")
    assert await months(desk) == [
        ("2026-11", "まだ公開していません・これから出す回 1"),
        ("2026-12", "まだ公開していません・これから出す回 1"),
    ]
    await publish(desk.organisation, date(2026, 11, 1), now=clock())
    assert (await months(desk))[0] == ("2026-11", "公開済み 第1版")


async def test_a_date_that_asks_is_counted_with_its_month(desk: Desk) -> None:
    await desk.house.series("毎月23日 13:30～15:30")
    assert (await months(desk))[0] == ("2026-11", "まだ公開していません・確かめる回 1")


async def test_a_task_leads_to_the_session_it_is_about(desk: Desk, clock: Clock) -> None:
    session = (await sessions_of(await desk.house.series()))[0]
    await add_tasks([(desk.organisation, session.id, "room", "部屋がまだです。")], clock())
    page = (await desk.client.get(BASE)).text
    assert f'<a href="{BASE}/sessions/{session.id}">部屋がまだです。</a>' in page


async def test_the_next_sessions_lead_to_their_pages_at_the_desk(desk: Desk) -> None:
    series = await desk.house.series()
    first = (await sessions_of(series))[0]
    page = (await desk.client.get(BASE)).text
    assert f'href="{BASE}/sessions/{first.id}"' in page
    assert "次は12月18日（金）" in page and "偶数月第3金曜 13:30～15:30" in page


async def shared_series(desk: Desk) -> UUID:
    """A series of another organisation in which the ward has a part."""
    series = await add_series(await add_organisation("others"), "theirs", title="よその会")
    await add_host(series, desk.organisation, "共催")
    return series


async def test_series_of_others_stand_apart(desk: Desk) -> None:
    await shared_series(desk)
    page = (await desk.client.get(BASE)).text
    assert page.index("ほかの団体といっしょの定例") < page.index("よその会")


@pytest.mark.parametrize(
    ("role", "organisation", "status"),
    [
        ("organiser", "ward", 200),
        ("viewer", "ward", 200),
        ("facilitator", "ward", 403),
        ("organiser", "others", 403),
        ("viewer", "others", 403),
        ("admin", "", 403),
    ],
)
async def test_only_those_who_organise_or_look_here_may_enter(
    desk: Desk, clock: Clock, role: Role, organisation: str, status: int
) -> None:
    await add_organisation("others")
    mail = await staff_member("someone@example.org", role, clock, organisation=organisation)
    other = await signed_in(desk.client, mail)
    assert (await other.get(BASE)).status_code == status


async def test_who_only_looks_finds_nothing_to_change(desk: Desk, clock: Clock) -> None:
    await desk.house.series()
    mail = await staff_member("look@example.org", "viewer", clock, organisation="ward")
    page = (await (await signed_in(desk.client, mail)).get(BASE)).text
    assert "見るだけのページです" in page
    assert "/series/new" not in page and "/months/" not in page and f"{BASE}/sessions/" not in page
