"""What the parts print, without a browser."""

import pytest

from app.web.templates import environment as product
from tests.look.samples import ERRORS, drawn, environment

ASK = "主催者にお尋ねください"


def printed(part: str, call: str, **values: object) -> str:
    """One call of a macro, white space folded."""
    name = call.partition("(")[0]
    source = f'{{% from "parts/{part}.html" import {name} with context %}}{{{{ {call} }}}}'
    return " ".join(environment().from_string(source).render(**values).split())


def test_what_nobody_has_said_is_asked_of_the_organiser_with_the_telephone() -> None:
    assert printed("facts", "ask('03-1234-5678（内線 12）')") == (
        f'{ASK} <span class="nobr">電話 <a href="tel:0312345678">03-1234-5678（内線 12）</a></span>'
    )


def test_without_a_telephone_the_organiser_is_still_named() -> None:
    assert printed("facts", "facts([('費用', none), ('席', '')])").count(ASK) == 2


def test_zero_yen_is_a_fact_and_not_a_gap() -> None:
    assert ASK not in printed("facts", "facts([('費用', 0)])")


@pytest.mark.parametrize("phone", ["夜間のみ", "内線 12"])
def test_words_without_a_number_are_no_telephone_link(phone: str) -> None:
    assert printed("facts", "tel(phone)", phone=phone) == phone


def test_an_error_is_tied_to_its_field_and_the_words_stay() -> None:
    field = printed("fields", "text_field('nickname', '呼び名', 'みかん', hint='短く', error='長すぎます')")
    assert 'aria-describedby="nickname-hint nickname-error" aria-invalid="true"' in field
    assert 'value="みかん"' in field
    assert '<p class="wrong" id="nickname-error">長すぎます</p>' in field


def test_what_people_type_is_escaped() -> None:
    assert "<b>" not in printed("fields", "area_field('about', 'x', value='</textarea><b>')")


def test_choices_keep_what_was_chosen() -> None:
    options = [{"value": "a", "label": "A"}, {"value": "b", "label": "B", "disabled": True}]
    cards = printed("fields", "pick('seat', '席', options, 'a')", options=options)
    assert cards.count("checked") == 1
    assert 'value="b" disabled' in cards


def test_many_choices_are_check_boxes() -> None:
    options = [{"value": key, "label": key} for key in "abc"]
    assert (
        printed("fields", "pick('who', '', options, ['a', 'c'], many=true)", options=options).count("checked")
        == 2
    )


def test_a_cancelled_session_says_so_before_its_title() -> None:
    card = printed("sessions", "session_card({'href': '#', 'title': 'ふらっと', 'state': 'cancelled'})")
    assert '【中止】<a href="#">ふらっと</a>' in card


def test_an_unknown_start_is_said() -> None:
    assert "時刻は未定" in printed("sessions", "session_card({'href': '#', 'title': 'ふらっと'})")


def test_the_month_names_holidays_and_jumps_to_the_list() -> None:
    days = [
        {
            "number": 3,
            "holiday": "文化の日",
            "sessions": [{"href": "/s", "start": "13:00", "title": "ふらっと"}],
        }
    ]
    month = printed("month", "month_table('11月', [days])", days=days)
    assert '<span class="holiday">文化の日</span>' in month
    assert 'href="#d3"' in month
    assert '<a href="/s"><time>13:00</time>ふらっと</a>' in month


def test_a_form_carries_its_token_and_a_public_page_does_not() -> None:
    token = '<input type="hidden" name="_csrf_token" value="a-token">'
    assert token in drawn("reserve")
    assert token not in drawn("session")


def test_the_demo_line_stands_only_in_a_demo() -> None:
    assert "デモ：" in drawn("front")
    assert "デモ：" not in drawn("front", demo=False)
    assert "noindex" not in drawn("front", demo=False)


@pytest.mark.parametrize("name", ERRORS)
def test_a_refusal_shows_no_number_and_a_way_on(name: str) -> None:
    page = drawn(name)
    assert f">{name}" not in page
    assert '<a class="btn" href="/">' in page


def test_a_gone_page_has_the_same_bytes_for_every_secret() -> None:
    assert drawn("410", other_language="/r/one?lang=en") == drawn("410", other_language="/r/two?lang=en")


def test_english_pages_lead_back_to_japanese() -> None:
    page = drawn("front", lang="en", other_language="/?month=2026-11")
    assert '<html lang="en">' in page
    assert '<a href="/?month=2026-11" lang="ja" hreflang="ja">日本語</a>' in page


def test_the_look_book_changes_nothing_in_the_templates_that_pages_use() -> None:
    before = dict(product().globals), product().loader
    drawn("reserve")
    assert (dict(product().globals), product().loader) == before
