"""Several series from one pasted flyer."""

from app.storage.engine import rows
from tests.web.organiser.desk import BASE, Desk
from tests.web.organiser.form import form_of

PAGE = f"{BASE}/series/paste"
FLYER = "おしゃべりサロン 第1・第3木曜 13:30～15:30、ヨガ教室 隔週火曜 10時～11時\n会場：公民館"


async def titles() -> list[tuple[str, str | None]]:
    return [
        (row["title"], row["note"]) for row in await rows("SELECT title, note FROM series ORDER BY title")
    ]


async def test_the_programmes_are_shown_before_anything_is_made(desk: Desk) -> None:
    page = await desk.client.submit(PAGE, {"text": FLYER, "do": "read"})
    assert page.status_code == 200
    assert 'value="おしゃべりサロン"' in page.text and 'value="第1・第3木曜 13:30～15:30"' in page.text
    assert "「隔週」は、最初の日はいつですか" in page.text
    assert await titles() == []


async def test_ticked_programmes_become_series_once(desk: Desk) -> None:
    form = await form_of(desk, PAGE)
    seen = await form.send(text=FLYER, do="read")
    made = await seen.send(do="make")
    assert await titles() == [("おしゃべりサロン", None), ("ヨガ教室", "会場:公民館")]
    assert len(await rows("SELECT id FROM session")) > 20
    page = await made.follow()
    assert page.count(f"{BASE}/series/") >= 2 and "おしゃべりサロン" in page
    await seen.send(do="make")
    assert len(await titles()) == 2


async def test_what_is_not_ticked_is_not_made(desk: Desk) -> None:
    seen = await (await form_of(desk, PAGE)).send(text=FLYER, do="read")
    await seen.send(do="make", tick="1")
    assert [title for title, _ in await titles()] == ["ヨガ教室"]


async def test_a_name_is_asked_for(desk: Desk) -> None:
    seen = await (await form_of(desk, PAGE)).send(text="第1木曜日 13:00～", do="read")
    refused = await seen.send(do="make")
    assert (refused.answer.status_code, "名前のないものがあります" in refused.text) == (422, True)
    none = await seen.send(do="make", tick=[])
    assert (none.answer.status_code, "つくるものを選んでください" in none.text) == (422, True)
    assert await titles() == []


async def test_a_text_without_dates_says_so(desk: Desk) -> None:
    page = await desk.client.submit(PAGE, {"text": "こんにちは", "do": "read"})
    assert "日にちや曜日の言葉が見つかりませんでした" in page.text
