import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.words import CODE_BITS, WORDS, canonical, fold, parse, read_words, spell

NUMBERS = st.integers(0, 2**CODE_BITS - 1)
WORD_PAIRS = st.tuples(*[st.sampled_from(WORDS)] * 4)
SEPARATORS = st.sampled_from(["", " ", "　", "、", "・", "\n", " - ", "/", "。", ", "])
HALF_WIDTH = {
    unicodedata.normalize("NFKC", chr(letter)): chr(letter)
    for letter in range(0xFF66, 0xFF9E)
    if letter != 0xFF70
}


def katakana(text: str) -> str:
    return "".join(chr(ord(letter) + 0x60) if "ぁ" <= letter <= "ん" else letter for letter in text)


def half_width(text: str) -> str:
    apart = unicodedata.normalize("NFD", katakana(text)).replace("\u3099", "ﾞ").replace("\u309a", "ﾟ")
    return "".join(HALF_WIDTH.get(letter, letter) for letter in apart)


def large(text: str) -> str:
    return text.translate(str.maketrans("ぁぃぅぇぉっゃゅょ", "あいうえおつやゆよ"))


def unvoiced(text: str) -> str:
    return "".join(
        letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)
    )


def apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@given(NUMBERS)
def test_a_number_is_spelled_by_four_words_that_give_it_back(number: int) -> None:
    one, two, three, four = (WORDS.index(word) for word in spell(number))
    assert one << 33 | two << 22 | three << 11 | four == number


@pytest.mark.parametrize("number", [-1, 2**CODE_BITS])
def test_a_number_out_of_bounds_is_not_spelled(number: int) -> None:
    with pytest.raises(ValueError, match="44 bits"):
        spell(number)


@given(WORD_PAIRS, SEPARATORS, st.sampled_from([str, katakana, half_width, large, unvoiced, apart]))
def test_words_are_read_in_any_kana_and_spacing(
    words: tuple[str, ...], separator: str, way: Callable[[str], str]
) -> None:
    assert read_words(separator.join(way(word) for word in words)) == words


@given(WORD_PAIRS, SEPARATORS)
def test_what_is_parsed_does_not_depend_on_the_spacing(words: tuple[str, ...], separator: str) -> None:
    assert parse(separator.join(words)) == canonical(words)


@given(WORD_PAIRS, WORD_PAIRS)
def test_different_words_never_fold_to_one_text(some: tuple[str, ...], others: tuple[str, ...]) -> None:
    assert (canonical(some) == canonical(others)) == (some == others)


@given(WORD_PAIRS, st.integers(0, 60), st.sampled_from("かきくけこまみむめもんー"))
def test_one_wrong_letter_never_makes_another_code(words: tuple[str, ...], place: int, letter: str) -> None:
    joined = canonical(words)
    place %= len(joined)
    wrong = joined[:place] + letter + joined[place + 1 :]
    assert parse(wrong) in {None, joined} or wrong == joined


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    found = read_words(text)
    assert found is None or len(found) == 4


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        pytest.param("おおきい", "おおきえ", id="おお"),
        pytest.param("おうきい", "おおきえ", id="おう"),
        pytest.param("おーきー", "おおきえ", id="のばす棒"),
        pytest.param("ｵｰｷｨ", "おおきえ", id="半角"),
        pytest.param("ケーキ", "けえき", id="カタカナ"),
        pytest.param("けいき", "けえき", id="えい"),
        pytest.param("みかづき", "みかすき", id="づ"),
        pytest.param("ミカズキ", "みかすき", id="ズ"),
        pytest.param("ぢゃ", "しや", id="ぢ"),
        pytest.param("ジャ", "しや", id="ジ"),
        pytest.param("を・お", "おお", id="を"),
        pytest.param("か゛っき", "かすき", id="濁点だけ"),
        pytest.param("ー", "", id="棒だけ"),
        pytest.param("桜", "桜", id="漢字はそのまま"),
    ],
)
def test_ways_to_write_one_sound_fold_alike(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_a_long_mark_between_words_is_taken_for_a_dash() -> None:
    words = spell(2**40 + 12345)
    assert read_words("ー".join(words)) == words


@pytest.mark.parametrize(
    "text", ["", "   ", "さくら", "abc def ghi jkl", "桜 梅 桃 杏", "あ" * 10_000, "\ud800"]
)
def test_what_is_not_four_words_of_the_list_is_none(text: str) -> None:
    assert parse(text) is None


def test_three_or_five_words_are_none() -> None:
    words = spell(987654321)
    assert parse("".join(words[:3])) is None
    assert parse("".join(words) + words[0]) is None
