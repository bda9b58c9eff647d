import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Unusable
from app.domain.nicknames import A_MAIL, A_NUMBER, EMPTY, NEUTRAL, TOO_LONG, neutral_name, read_nickname
from app.domain.text import length


def refusal(typed: str) -> tuple[str, str]:
    with pytest.raises(Unusable) as caught:
        read_nickname(typed)
    return str(caught.value), caught.value.field


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("すみれ", "すみれ", id="ひらがな"),
        pytest.param("あ", "あ", id="一文字"),
        pytest.param("あ" * 20, "あ" * 20, id="二十文字"),
        pytest.param("　たろう　", "たろう", id="全角の空白"),
        pytest.param("た  ろ\tう\n", "た ろ う", id="中の空白はひとつ"),
        pytest.param("か\u3099くか\u3099く", "がくがく", id="合成"),
        pytest.param("\u202eたろう\u202c", "たろう", id="向きの印"),
        pytest.param("た\u200bろ\ufeffう\x00", "たろう", id="見えない字"),
        pytest.param("た\u200dろう", "たろう", id="はぐれたつなぎ"),
        pytest.param("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧", id="家族の絵文字"),
        pytest.param("☕\ufe0f", "☕\ufe0f", id="絵文字の印"),
        pytest.param("Zoe\u0301", "Zoé", id="アクセント"),
        pytest.param("a" + "\u0301" * 30, "á" + "\u0301" * 2, id="積み重ねた印"),
        pytest.param("⻑⾕川", "長谷川", id="部首の字"),
        pytest.param("たろう@江戸川", "たろう@江戸川", id="アットマークの呼び名"),
        pytest.param("007", "007", id="数字"),
        pytest.param("2026年", "2026年", id="年"),
        pytest.param("<b>太</b>", "<b>太</b>", id="記号"),
        pytest.param("1-2-3-4-5-6", "1-2-3-4-5-6", id="六つの数字"),
    ],
)
def test_a_nickname_is_kept_as(typed: str, kept: str) -> None:
    assert read_nickname(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "　", "\u200b", "\u3164\u2800", "\u0301", "\u202e\u202c", "\ufe0f", "\ud800", "\x00\x1b"],
)
def test_what_shows_nothing_is_asked_for_again(typed: str) -> None:
    assert refusal(typed) == (EMPTY, "nickname")


@pytest.mark.parametrize(
    "typed", ["あ" * 21, "👨\u200d👩\u200d👧" * 21, "x" * 100_000, "🇯🇵" * 21, "か\u3099" * 21]
)
def test_more_than_twenty_letters_are_too_long(typed: str) -> None:
    assert refusal(typed) == (TOO_LONG, "nickname")


@pytest.mark.parametrize(
    "typed",
    [
        "taro@example.com",
        "ＴＡＲＯ＠ＥＸＡＭＰＬＥ．ＣＯＭ",
        "たろう taro.y+x@example.co.jp",
        "taro @ example.jp",
        "taro\u200b@example.jp",
        "a@b.c",
    ],
)
def test_a_mail_address_is_never_kept(typed: str) -> None:
    assert refusal(typed) == (A_MAIL, "nickname")


@pytest.mark.parametrize(
    "typed",
    [
        "09012345678",
        "090-1234-5678",
        "０９０ー１２３４ー５６７８",
        "090 1234 5678",
        "(03)4566-2427",
        "4566-2427",
        "+81 90 1234 5678",
        "〇九〇一二三四五六七八",
        "①②③④⑤⑥⑦",
        "たろう0901234567",
        "0\u200b90\u200b12345678",
        "٠٩٠١٢٣٤٥٦٧٨",
    ],
)
def test_a_telephone_number_is_never_kept(typed: str) -> None:
    assert refusal(typed) == (A_NUMBER, "nickname")


def test_a_refusal_names_the_field_it_was_given() -> None:
    with pytest.raises(Unusable) as caught:
        read_nickname("", "walk_in")
    assert caught.value.field == "walk_in"


@given(st.text())
def test_a_nickname_is_kept_as_it_was_kept_before(typed: str) -> None:
    try:
        kept = read_nickname(typed)
    except Unusable:
        return
    assert read_nickname(kept) == kept
    assert 1 <= length(kept) <= 20
    assert len(kept) <= 80


@given(st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs", "Zs", "Co", "Mn"])))
def test_nothing_unseen_makes_a_nickname(typed: str) -> None:
    try:
        kept = read_nickname(typed)
    except Unusable:
        return
    assert not {unicodedata.category(letter) for letter in kept} & {"Cc", "Cf", "Cs", "Co"}


@given(st.integers())
def test_any_number_deals_a_neutral_name(number: int) -> None:
    assert read_nickname(neutral_name(number)) in NEUTRAL


def test_neutral_names_are_dealt_in_turn() -> None:
    assert [neutral_name(number) for number in range(len(NEUTRAL))] == list(NEUTRAL)
    assert len(set(NEUTRAL)) == len(NEUTRAL) == 64
