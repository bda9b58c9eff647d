"""What can be written: each example is understood, on the day the page is opened."""

from datetime import date, timedelta

import pytest

from app.domain.word_examples import GROUPS, VAGUE, shown
from tests.rig.client import Client
from tests.web.public.conftest import Read

DAYS = [date(2026, 11, 15) + timedelta(days=97 * count) for count in range(40)]


@pytest.mark.parametrize("today", DAYS[::8], ids=str)
def test_every_example_gives_dates_on_any_day(today: date) -> None:
    unread = [each.words for group in GROUPS for each in shown(group, today) if not each.preview.dates]
    assert unread == []


def test_every_vague_example_asks() -> None:
    found = shown(VAGUE, DAYS[0])
    assert [
        each.words for each in found if each.preview.understood or not each.preview.reading.questions
    ] == []


async def test_words_stand_beside_what_they_become(read: Read) -> None:
    page = await read("/words")
    assert page.title == "予定の言葉"
    for words in (
        "偶数月第3金曜 13:30～15:30",
        "偶数月の第3金曜 13:30～15:30",
        "次は 12月18日（金）、2027年2月19日（金）",
    ):
        assert words in page.main
    assert "「隔週」は、最初の日はいつですか（例: 2026年4月8日）" in page.main


async def test_the_words_stay_japanese_on_the_english_page(read: Read) -> None:
    page = await read("/words?lang=en")
    assert "偶数月第3金曜 13:30～15:30" in page.main
    assert "Fri 18 December" in page.main


async def test_the_page_is_kept_for_everybody(client: Client) -> None:
    first = await client.get("/words")
    again = await client.get("/words", headers={"If-None-Match": first.headers["etag"]})
    assert (first.headers["cache-control"].startswith("public"), again.status_code) == (True, 304)
