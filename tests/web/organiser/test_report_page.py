"""The report at the desk: the same bytes before and after forgetting, safe to open in Excel, put right and closed by pages."""

import csv
import io
import re
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from app.actions.attend import check_in, walk_in
from app.actions.forget import forget
from app.actions.occasion import Occasion
from app.actions.reserve import Wish, reserve
from app.storage.engine import rows
from app.storage.pools import pools_of
from tests.actions.gathering import DAY, SECRET, START, ZONE, nonce
from tests.rig.clock import Clock
from tests.rig.town import add_pool, add_session
from tests.rig.town import add_series as add_plain_series
from tests.web.organiser.desk import BASE, ORGANISER, Desk

END = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)
FORGOTTEN = END + timedelta(hours=24)
DECEMBER = datetime(2026, 12, 1, 3, 0, tzinfo=UTC)
REPORT = f"{BASE}/report"
TITLE = '=HYPERLINK("https://example.org")'


async def a_year(desk: Desk, now: datetime) -> UUID:
    """September with nine heads, October with six, November with one by reservation and one without; one called off. The November session."""
    series = await add_plain_series(
        desk.organisation, "salon", title=TITLE, registration="walk_in_or_reserve"
    )
    for day, arrived in ((date(2026, 9, 12), 9), (date(2026, 10, 10), 6)):
        await add_pool(await add_session(series, day, venue_id=desk.house.venue), arrived=arrived)
    await add_session(series, date(2026, 11, 1), state="cancelled", cancel_reason="大雪")
    session = await add_session(series, DAY, venue_id=desk.house.venue)
    await add_pool(session, capacity=5)
    wish = Wish(nickname="みかん", mode="in_person", seat="talk", role="family")
    came = await reserve(session, wish, nonce=nonce(), now=now, zone=ZONE, secret=SECRET)
    door = Occasion(session_id=session, now=START, zone=ZONE)
    await check_in(door, came.id)
    await walk_in(door, (await pools_of(session))[0].id)
    return session


async def later(desk: Desk, clock: Clock, at: datetime) -> None:
    """Another day: whoever was signed in signs in again."""
    clock.now = at
    await desk.client.sign_in(ORGANISER)


async def everything(desk: Desk) -> list[bytes]:
    """Every form of the report. Only the token of a form differs from one visit to the next."""
    paths = (REPORT, f"{REPORT}?variant=shareable", f"{REPORT}?lang=en", f"{REPORT}/2026-11")
    tables = (f"{REPORT}.csv", f"{REPORT}.csv?variant=shareable")
    return [(await desk.client.get(path)).content for path in (*paths, *tables)]


async def table(desk: Desk, query: str = "") -> list[list[str]]:
    answer = await desk.client.get(f"{REPORT}.csv{query}")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


async def test_the_report_is_the_same_before_and_after_forgetting_and_while_people_are_here(
    desk: Desk, clock: Clock
) -> None:
    first = await a_year(desk, clock())
    [row] = await rows("SELECT series_id FROM session WHERE id = {}", first)
    going_on = await add_session(row["series_id"], date(2026, 11, 23), "15:00", "16:00")
    await add_pool(going_on, arrived=3)
    await later(desk, clock, FORGOTTEN)
    before = await everything(desk)
    assert await forget(FORGOTTEN, ZONE) == 1
    assert await rows("SELECT nickname FROM reservation") == []
    assert await everything(desk) == before
    await later(desk, clock, datetime(2026, 11, 23, 7, 0, tzinfo=UTC))
    assert await everything(desk) != before


async def test_the_table_opens_in_excel_and_no_cell_is_a_formula(desk: Desk, clock: Clock) -> None:
    await a_year(desk, clock())
    await later(desk, clock, FORGOTTEN)
    found = await table(desk)
    assert found[:2] == [
        ["表", "項目", "開いた回", "中止", "延べ"],
        ["合計", "2026-04-01～2027-03-31", "3", "1", "17"],
    ]
    lines = {tuple(line[:2]): line[2:] for line in found}
    assert lines["月", "2026年11月"] == ["1", "1", "2"]
    assert lines["定例", f"'{TITLE}"] == ["3", "1", "17"]
    assert lines["会場", "会場なし（オンラインなど）"] == ["0", "1", "0"]
    assert lines["立場", "家族"] == ["", "", "1"]
    assert lines["予約と当日参加", "当日参加"] == ["", "", "16"]
    assert not [cell for line in found for cell in line if cell[:1] in "=+-@\t\r" and cell]
    acts = await rows("SELECT what, date FROM act WHERE what <> 'person_added'")
    assert [(act["what"], act["date"]) for act in acts] == [("report_exported", date(2026, 4, 1))]


async def test_what_is_passed_on_is_a_whole_year_without_small_figures(desk: Desk, clock: Clock) -> None:
    await a_year(desk, clock())
    await later(desk, clock, FORGOTTEN)
    lines = {tuple(line[:2]): line[4] for line in await table(desk, "?variant=shareable&from=2026-11-20")}
    assert lines["合計", "2026-04-01～2027-03-31"] == "17"
    assert (lines["月", "2026年10月"], lines["月", "2026年11月"]) == ("＊", "＊")
    assert (lines["月", "2026年9月"], lines["月", "2026年8月"]) == ("9", "0")
    assert (lines["立場", "家族"], lines["立場", "言わない"]) == ("＊", "＊")
    page = (await desk.client.get(f"{REPORT}?variant=shareable")).text
    assert "まだ途中の数です。" in page
    assert re.findall(r"<b>([^<]+)</b>(?:開いた回|中止|延べ)", page) == ["3", "1", "17"]
    assert 'class="bar left-out"' in page
    assert not re.search(r'<text class="figure"[^>]*>[1-4]<', page)


async def test_heads_are_put_right_and_the_month_closed_by_pages(desk: Desk, clock: Clock) -> None:
    session = await a_year(desk, clock())
    await later(desk, clock, DECEMBER)
    form = f"{REPORT}/sessions/{session}"
    page = (await desk.client.get(f"{REPORT}/2026-11")).text
    assert f'href="{form}"' in page
    assert f'href="{form}"' in (await desk.client.get(f"{BASE}/sessions/{session}")).text
    typed = {"in_person-talk-reserved": "２", "in_person-talk-walk_in": "5", "act": "correct"}
    answer = await desk.client.submit(form, typed)
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        f"{REPORT}/2026-11?said=corrected#s{session}",
    )
    assert {tuple(line[:2]): line[4] for line in await table(desk)}["月", "2026年11月"] == "7"
    answer = await desk.client.submit(form, typed | {"in_person-talk-walk_in": "たくさん"})
    assert answer.status_code == 422
    assert 'value="たくさん"' in answer.text
    assert "数字で書いてください。" in answer.text
    assert (await desk.client.submit(f"{REPORT}/2026-11", {})).status_code == 422
    answer = await desk.client.submit(f"{REPORT}/2026-11", {"seen": "yes"})
    assert answer.status_code == 303
    answer = await desk.client.submit(form, typed, action=form)
    assert answer.status_code == 409
    assert "締めてあるので" in answer.text
    page = (await desk.client.get(f"{REPORT}/2026-11")).text
    assert form not in page
    assert "に締めました。人数は、もう変わりません。" in page
    acts = {row["what"] for row in await rows("SELECT what FROM act WHERE what <> 'person_added'")}
    assert acts == {"heads_corrected", "month_closed", "report_exported"}


async def test_a_time_that_is_none_is_asked_for_again(desk: Desk) -> None:
    for query in ("from=2026-13-01", "from=2026-11-02&to=2026-11-01", "from=2020-04-01&to=2026-11-01"):
        answer = await desk.client.get(f"{REPORT}?{query}")
        assert answer.status_code == 422
        assert (await desk.client.get(f"{REPORT}.csv?{query}")).status_code == 422
    assert 'value="2020-04-01"' in answer.text
    assert "期間は3年までにしてください。" in answer.text
    assert (await desk.client.get(f"{REPORT}/2026-13")).status_code == 404


async def test_the_desk_leads_to_the_report_in_one_press(desk: Desk) -> None:
    assert f'href="{REPORT}"' in (await desk.client.get(BASE)).text
    page = (await desk.client.get(REPORT)).text
    assert "報告 令和8年度" in page
    assert "実人数がないわけ" in page
