"""お盆 and 夏休み as an organisation sets them: phrases that lean on them get their dates."""

from datetime import date

import httpx

from app.storage.periods import period_list, periods_of, year_end_of
from tests.actions.programme import TODAY, sessions_of
from tests.web.organiser.desk import BASE, Desk

PAGE = f"{BASE}/periods"
OBON = {"name": "お盆", "first": "2027-08-13", "last": "2027-08-16"}
YEAR_END = {"year_end_first": "12月29日", "year_end_last": "1/3"}


async def send(desk: Desk, *rows: dict[str, str], **year_end: str) -> httpx.Response:
    columns = {name: [row[name] for row in rows] for name in ("name", "first", "last")}
    return await desk.client.submit(PAGE, {**columns, **YEAR_END, **year_end})


async def test_words_that_waited_for_a_period_get_their_dates(desk: Desk) -> None:
    series = await desk.house.series("毎週金曜 10時～12時（お盆を除く）")
    assert await sessions_of(series) == ()
    answer = await send(desk, OBON)
    held = {each.date for each in await sessions_of(series)}
    assert date(2027, 8, 6) in held
    assert date(2027, 8, 13) not in held
    said = (await desk.client.get(answer.headers["location"])).text
    assert "1件の予定の言葉から、日にちが決まりました。" in said


async def test_dates_that_are_there_wait_for_their_organiser_to_look(desk: Desk) -> None:
    await send(desk, OBON)
    series = await desk.house.series("毎週金曜 10時～12時（お盆を除く）")
    before = [each.date for each in await sessions_of(series)]
    await send(desk, OBON | {"first": "2027-08-01"})
    assert [each.date for each in await sessions_of(series)] == before
    page = (await desk.client.get(PAGE)).text
    assert f"/series/{series}/lines/" in page
    assert "変わるところを確かめてください" in page


async def test_other_names_for_the_same_period_are_understood(desk: Desk) -> None:
    await send(desk, {"name": "ＧＷ", "first": "2027-04-29", "last": "2027-05-05"})
    known = await periods_of(desk.organisation)
    assert known["ゴールデンウィーク"] == known["GW"]
    assert [each.name for each in await period_list(desk.organisation)] == ["GW"]


async def test_the_year_end_is_kept_as_people_write_it(desk: Desk) -> None:
    await send(desk, year_end_first="１２／２６", year_end_last="1月5日")
    found = await year_end_of(desk.organisation)
    assert ((found.first.month, found.first.day), (found.last.month, found.last.day)) == ((12, 26), (1, 5))


async def test_what_cannot_be_is_refused_and_stays_typed(desk: Desk) -> None:
    backwards = await send(desk, OBON | {"last": "2027-08-01"})
    assert (backwards.status_code, "終わりの日は、始まりの日より後にしてください" in backwards.text) == (
        422,
        True,
    )
    assert 'value="2027-08-13"' in backwards.text
    for change, sentence in (
        ({"year_end_first": "12月40日"}, "月と日で書いてください"),
        ({"year_end_first": "8月1日"}, "12月から1月までの間"),
    ):
        refused = await send(desk, OBON, **change)
        assert (refused.status_code, sentence in refused.text) == (422, True)
    half = await send(desk, OBON | {"last": ""})
    assert (half.status_code, "始まりと終わりの日を入れてください" in half.text) == (422, True)
    assert await period_list(desk.organisation) == ()


async def test_a_row_without_days_goes_away(desk: Desk) -> None:
    await send(desk, OBON)
    await send(desk, OBON | {"first": "", "last": ""})
    assert await period_list(desk.organisation) == ()


def test_the_rig_is_before_these_periods() -> None:
    assert date(2027, 8, 1) > TODAY
