"""One question at a time beside the words, with buttons that put the answer in; without scripts, on each form."""

import re

from tests.actions.programme import lines_of, sessions_of
from tests.web.organiser.desk import BASE, Desk
from tests.web.organiser.form import fields_of, form_of

TAG = re.compile(r"<[^>]+>")


def offered(page: str, act: str) -> list[str]:
    """The buttons that answer, as they are sent."""
    return [value for value in fields_of(page).buttons if value.startswith(f"{act}:")]


async def test_a_fortnight_asks_for_its_first_day_and_a_press_gives_the_dates(desk: Desk) -> None:
    form = await (await form_of(desk)).send(words="隔週木曜 10時～12時", do="read")
    assert "「隔週」は、最初の日はいつですか" in form.text and ">11月19日(木)</button>" in form.text
    days = offered(form.text, "from")
    assert days == ["from:2026-11-19", "from:2026-11-26", "from:2026-12-03", "from:2026-12-10"]
    form = await form.send(do=days[1])
    assert (form.value("anchor"), form.value("words")) == ("2026-11-26", "隔週木曜 10時～12時")
    assert "11月26日（木）" in form.text and not offered(form.text, "from")


async def test_an_alternative_is_two_buttons_and_goes_into_the_words(desk: Desk) -> None:
    form = await (await form_of(desk)).send(words="第3または第4土曜 10時～", do="read")
    assert offered(form.text, "say") == ["say:第3土曜 10時～", "say:第4土曜 10時～"]
    form = await form.send(do="say:第4土曜 10時～")
    assert (form.value("words"), "11月28日（土）" in form.text) == ("第4土曜 10時～", True)


async def test_twice_a_week_takes_two_ticks(desk: Desk) -> None:
    form = await (await form_of(desk)).send(words="週2回 10時～12時", do="read")
    assert "週2回ですね" in form.text and "曜日を2つ選んでください" in form.text
    form = await form.send(on=["4", "1"], do="on:")
    assert form.value("words") == "毎週火・金曜 10時～12時"
    again = await form.send(do="read")
    assert again.value("words") == "毎週火・金曜 10時～12時"


async def test_holidays_among_the_dates_are_asked_about_until_the_words_say(desk: Desk) -> None:
    form = await (await form_of(desk)).send(words="毎月第4月曜", do="read")
    assert "祝日に当たる日があります。その日は、どうしますか。" in form.text
    form = await form.send(do="say:毎月第4月曜（祝日の場合は翌日）")
    assert "11月24日（火）" in form.text and "その日は、どうしますか" not in form.text
    settled = await (await form_of(desk)).send(words="毎月第4月曜", holiday_policy="closed", do="read")
    assert "その日は、どうしますか" not in settled.text


async def test_what_only_the_organisation_can_settle_leads_there(desk: Desk) -> None:
    form = await (await form_of(desk)).send(words="お盆を除く毎週水曜", do="read")
    assert f'href="{BASE}/periods"' in form.text


async def test_the_answer_for_a_script_brings_the_words_along(desk: Desk) -> None:
    typed = {"words": "第3または第4土曜", "do": "say:第4土曜"}
    answer = await desk.client.submit(f"{BASE}/series/new", typed, f"{BASE}/series/new/reading")
    assert 'data-words="第4土曜"' in answer.text and "毎月第4土曜" in TAG.sub("", answer.text)


async def test_a_rule_that_is_changed_asks_as_well_and_keeps_its_dates_until_then(desk: Desk) -> None:
    series = await desk.house.series("毎月第3火曜 10時～12時")
    rule = f"{BASE}/series/{series}/lines/{(await lines_of(series))[0]}"
    before = [each.date for each in await sessions_of(series)]
    form = await (await form_of(desk, rule)).send(words="月1回火曜 10時～12時", act="look")
    assert "say:毎月第2火曜 10時～12時" in offered(form.text, "say")
    form = await form.send(do="say:毎月第2火曜 10時～12時")
    assert form.value("words") == "毎月第2火曜 10時～12時" and "動きます" in form.text
    assert [each.date for each in await sessions_of(series)] == before


async def test_one_more_line_asks_as_well(desk: Desk) -> None:
    series = await desk.house.series("毎月第3火曜")
    form = await (await form_of(desk, f"{BASE}/series/{series}/lines/new")).send(
        words="隔月第2木曜", do="read"
    )
    form = await form.send(do=offered(form.text, "say")[0])
    assert form.value("words") == "偶数月の第2木曜" and "12月10日（木）" in form.text
