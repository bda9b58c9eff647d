from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from app.web import i18n
from app.web.i18n import LANGUAGE, gettext, in_language, language_of, link, ngettext
from app.web.wording import clock, day, day_and_year, era, hours, moment, month
from tests.rig.client import Client

SUNDAY = date(2026, 11, 22)


@pytest.fixture
def in_english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(
        i18n, "english", lambda: {"ひだまり": "Sunny spot", "時刻は未定": "Time to be announced"}
    )
    before = LANGUAGE.set("en")
    yield
    LANGUAGE.reset(before)


def test_japanese_is_the_text_itself() -> None:
    assert (gettext("ひだまり"), ngettext("一人", "みんな", 2)) == ("ひだまり", "みんな")


@pytest.mark.usefixtures("in_english")
def test_english_comes_from_the_catalogue_or_stays_japanese() -> None:
    assert (gettext("ひだまり"), gettext("まだ訳がない")) == ("Sunny spot", "まだ訳がない")


def test_the_catalogue_can_be_read() -> None:
    assert all(english for english in i18n.english().values())


@pytest.mark.parametrize(
    ("query", "lang"),
    [("", "ja"), ("lang=en", "en"), ("a=1&lang=en", "en"), ("lang=fr", "ja"), ("lang=", "ja")],
)
def test_the_query_chooses_the_language(query: str, lang: str) -> None:
    assert language_of(query) == lang


@pytest.mark.parametrize(
    ("address", "lang", "made"),
    [
        ("/", "en", "/?lang=en"),
        ("/venues/a?month=2026-11#d22", "en", "/venues/a?month=2026-11&lang=en#d22"),
        ("/?lang=en&month=2026-11", "ja", "/?month=2026-11"),
        ("/?lang=en", "en", "/?lang=en"),
    ],
)
def test_an_address_is_carried_into_a_language(address: str, lang: i18n.Lang, made: str) -> None:
    assert in_language(address, lang) == made


def test_japanese_links_stay_as_they_are() -> None:
    assert link("/venues?area=狛江市") == "/venues?area=狛江市"


def test_dates_in_japanese() -> None:
    said = (day(SUNDAY), day_and_year(SUNDAY), month(SUNDAY), era(SUNDAY), clock(time(9, 5)))
    assert said == ("11月22日（日）", "2026年11月22日（日）", "2026年11月", "令和8年11月22日（日）", "9:05")
    assert era(date(2019, 5, 1)) == "令和元年5月1日（水）"


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        (time(13, 30), time(15, 30), "13:30～15:30"),
        (time(13, 30), None, "13:30～"),
        (None, None, "時刻は未定"),
    ],
)
def test_hours_in_japanese(starts: time | None, ends: time | None, said: str) -> None:
    assert hours(starts, ends) == said


@pytest.mark.usefixtures("in_english")
def test_dates_and_hours_in_english() -> None:
    said = (day(SUNDAY), day_and_year(SUNDAY), month(SUNDAY), era(SUNDAY))
    assert said == ("Sun 22 November", "Sun 22 November 2026", "November 2026", "Sun 22 November 2026")
    assert (hours(time(13, 30), time(15, 30)), hours(None, None)) == ("13:30–15:30", "Time to be announced")


def test_a_moment_is_said_in_the_zone() -> None:
    assert moment(datetime(2026, 11, 21, 16, 0, tzinfo=UTC), ZoneInfo("Asia/Tokyo")) == "11月22日（日）1:00"


async def test_english_pages_lead_to_english_pages_without_a_cookie(client: Client) -> None:
    answer = await client.get("/no/such/page?lang=en")
    assert '<html lang="en">' in answer.text
    assert 'href="/?lang=en"' in answer.text
    assert "set-cookie" not in answer.headers


async def test_one_request_leaves_no_language_behind(client: Client) -> None:
    await client.get("/no/such/page?lang=en")
    assert '<html lang="ja">' in (await client.get("/no/such/page")).text
