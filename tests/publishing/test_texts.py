"""A month as text for the ward's paper, LINE and mail."""

import re
from datetime import date, time
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.publishing.month_page import MonthPage, PageSession
from app.publishing.texts import Purpose, line_text, mail_text, read_purpose, text_of
from app.publishing.ward_text import ward_text


def a_session(number: int = 1, **fields: Any) -> PageSession:
    plain: dict[str, Any] = {
        "id": UUID(int=number),
        "date": date(2026, 11, 20),
        "starts": time(13, 30),
        "ends": time(15, 30),
        "title": "サロン",
        "discreet_title": "予定",
        "venue": "なぎの家",
        "address": "狛江市なぎ町1-2",
        "eligibility": "市内の方",
        "registration": "walk_in",
        "fee": "100円",
        "modes": ("in_person",),
    }
    return PageSession(**(plain | fields))


def a_page(*sessions: PageSession, **fields: Any) -> MonthPage:
    plain: dict[str, Any] = {
        "organisation": "なぎの会",
        "slug": "nagi",
        "months": (date(2026, 11, 1),),
        "sessions": sessions,
        "number": 1,
        "phone": "03-0000-1111",
        "address": "https://hidamari.example/organisations/nagi/2026-11",
    }
    return MonthPage(**(plain | fields))


TWO = a_page(a_session(), a_session(2, date=date(2026, 11, 27), state="cancelled", reason="会場の都合"))


def test_the_wards_text_names_a_gathering_once_with_all_its_dates() -> None:
    assert ward_text(TWO, 400).text == (
        "なぎの会（2026年11月）\n"
        "■サロン　11月20日（金）・27日（金）【中止】 13:30～15:30　なぎの家。"
        "市内の方。予約はいりません。費用100円。狛江市なぎ町1-2\n"
        "問い合わせ なぎの会 電話03-0000-1111\n"
        "https://hidamari.example/organisations/nagi/2026-11"
    )
    assert ward_text(TWO, 400).left_out == ()


def test_days_in_a_row_stand_as_one_in_the_wards_paper_and_in_a_long_line() -> None:
    daily = a_page(*(a_session(day, date=date(2026, 11, day)) for day in range(1, 31) if day not in {7, 9}))
    row = "■サロン　11月1日（日）～6日（金）・8日（日）・10日（火）～30日（月） 13:30～15:30　なぎの家"
    assert row in ward_text(daily, 400).text
    assert line_text(daily).splitlines()[1] == row
    split = a_page(*(a_session(day, date=date(2026, 11, day)) for day in (1, 2, 4)))
    assert "11月1日（日）・2日（月）・4日（水）" in ward_text(split, 400).text


def test_a_gathering_that_goes_round_names_each_place_with_its_date() -> None:
    second = a_session(2, date=date(2026, 11, 27), venue="公民館")
    assert (
        "■サロン　11月20日（金）なぎの家・27日（金）公民館 13:30～15:30。"
        in ward_text(a_page(a_session(), second), 400).text
    )


def test_what_is_needed_least_goes_first_and_is_named() -> None:
    short = ward_text(TWO, len(ward_text(TWO, 400).text) - 1)
    assert "狛江市なぎ町" not in short.text and "費用100円" in short.text
    assert short.left_out == ("会場の住所",)


def test_dates_that_do_not_fit_are_counted_in_the_text_and_named_beside_it() -> None:
    many = a_page(*(a_session(day, date=date(2026, 11, day), title=f"集まり{day}") for day in range(1, 21)))
    found = ward_text(many, 200)
    assert len(found.text) <= 200
    assert "ほか" in found.text and "電話03-0000-1111" in found.text
    assert found.left_out[-1] == "集まり20 11月20日（金）"
    told = re.findall(r"集まり\d+", found.text)
    assert len(told) + int(re.search(r"ほか(\d+)回", found.text)[1]) == 20  # type: ignore[index]


@settings(max_examples=60, deadline=None)
@given(
    limit=st.integers(1, 600),
    titles=st.lists(st.text(min_size=1, max_size=30), min_size=0, max_size=6),
    phone=st.none() | st.just("03-0000-1111"),
)
def test_no_text_is_longer_than_the_ward_takes(limit: int, titles: list[str], phone: str | None) -> None:
    page = a_page(*(a_session(number, title=title) for number, title in enumerate(titles)), phone=phone)
    found = ward_text(page, limit)
    assert len(found.text) <= limit
    full = ward_text(page, 100_000)
    assert full.left_out == ()
    assert found == full or found.left_out or len(titles) == 0


def test_the_line_is_short_and_says_where_to_read_more() -> None:
    assert line_text(TWO) == (
        "なぎの会 2026年11月の予定\n"
        "20日（金）13:30～15:30 サロン（なぎの家）\n"
        "【中止】27日（金）13:30～15:30 サロン（なぎの家）\n"
        "くわしく https://hidamari.example/organisations/nagi/2026-11\n"
    )


def test_the_mail_says_everything_that_helps_to_come() -> None:
    text = mail_text(TWO)
    assert text.startswith("なぎの会　2026年11月の予定（第1版）\n\n11月20日（金） 13:30～15:30 サロン\n")
    assert "　市内の方 予約はいりません。\n　費用：100円" in text
    assert "【中止】11月27日（金） 13:30～15:30 サロン\n　会場の都合\n" in text
    assert text.endswith("当日に中止になることもあります。ページか電話でお確かめください。\n")


def test_an_empty_month_says_so_everywhere() -> None:
    empty = a_page(next_date=date(2026, 12, 18))
    for text in (ward_text(empty, 400).text, line_text(empty), mail_text(empty)):
        assert "11月はありません。次回は12月18日（金）です。" in text


def test_what_moved_away_is_told() -> None:
    moved = a_session(state="left", date=date(2026, 12, 4), former_date=date(2026, 11, 20))
    assert "サロン：11月20日（金）から12月4日（金）に移りました。" in mail_text(a_page(moved))


def test_a_title_of_several_lines_breaks_no_line() -> None:
    hostile = a_page(a_session(title="一行\n二行\r\n\u2028三行\x00"))
    assert "サロン" not in line_text(hostile)
    assert line_text(hostile).splitlines()[1] == "20日（金）13:30～15:30 一行 二行 三行（なぎの家）"


@pytest.mark.parametrize("what", ["mail", "line", "ward"])
def test_no_address_carries_anything_but_the_address(what: Any) -> None:
    addresses = re.findall(r"https?://\S+", text_of(TWO, Purpose(what)))
    assert addresses == ["https://hidamari.example/organisations/nagi/2026-11"]


@pytest.mark.parametrize(
    ("what", "limit", "purpose"),
    [
        ("ward", "300", Purpose("ward", 300)),
        ("ward", "なし", Purpose("ward", 400)),
        ("ward", "0", Purpose("ward", 1)),
        ("ward", "²", Purpose("ward", 400)),
        ("line", None, Purpose("line", 400)),
        ("unknown", "12345", Purpose("mail", 400)),
    ],
)
def test_parameters_that_are_not_understood_are_ignored(
    what: str, limit: str | None, purpose: Purpose
) -> None:
    assert read_purpose(what, limit) == purpose
