import hashlib
from importlib.resources import files

import pytest

from app.domain.words import BY_FOLDED, WORDS, fold

SMALL = "ぁぃぅぇぉゃゅょ"
# The list is part of every code that was given out. It may grow at no place; a new list needs a new purpose in secrets.
FINGERPRINT = "35c1c0ca01668df3c919053ebc165a156e867334ad78524f118a72c3b73e69d0"
UNFIT = """
し はか いくさ びょうき くすり びょういん けが なみだ さけ ばくち おかね しゃっきん ちち はは あに あね おとうと いもうと つま おっと
むすめ むすこ ほとけ かみさま おてら じんじゃ おばけ ゆうれい ないふ ほうちょう かたな てっぽう じしん つなみ かじ どろぼう けいさつ
がっこう せんせい かいしゃ しごと ともだち けっこん りこん なまけもの
"""
HARSH = "しね ばか あほ くそ ころす ころし しぬ きもい ぶす でぶ はげ こじき"
HARMLESS = {"ふじばかま", "さくそふぉん", "ぼくそう"}


def morae(word: str) -> int:
    return sum(letter not in SMALL for letter in word)


def shorter(folded: str) -> set[str]:
    return {folded[:place] + folded[place + 1 :] for place in range(len(folded))}


def near_pairs(words: tuple[str, ...]) -> list[tuple[str, str]]:
    """Pairs within one letter of each other, folded: they share a form with one letter left out, at the same place."""
    seen: dict[str, str] = {}
    pairs = []
    for word in words:
        folded = fold(word)
        holes = {folded[:place] + "＿" + folded[place + 1 :] for place in range(len(folded))}
        for form in {folded} | holes:
            pairs += [(seen[form], word)] if form in seen else []
            seen[form] = word
    whole = {fold(word): word for word in words}
    pairs += [(whole[form], word) for word in words for form in shorter(fold(word)) if form in whole]
    return pairs


def begun_by_another(words: tuple[str, ...]) -> list[tuple[str, str]]:
    whole = {fold(word): word for word in words}
    starts = ((whole.get(fold(word)[:cut]), word) for word in words for cut in range(1, len(fold(word))))
    return [(start, word) for start, word in starts if start]


def test_the_list_has_2048_words_each_once() -> None:
    assert len(WORDS) == 2048
    assert len(set(WORDS)) == 2048


def test_the_list_is_the_one_all_codes_were_spelled_with() -> None:
    data = files("app.domain").joinpath("word_list.txt").read_bytes()
    assert hashlib.sha256(data).hexdigest() == FINGERPRINT


def test_every_word_is_plain_hiragana() -> None:
    assert [word for word in WORDS if not all("ぁ" <= letter <= "ん" for letter in word)] == []


def test_every_word_has_two_to_five_morae() -> None:
    assert {morae(word) for word in WORDS} <= {2, 3, 4, 5}


def test_no_two_words_are_within_one_letter_of_each_other() -> None:
    assert near_pairs(WORDS) == []


def test_no_word_begins_another() -> None:
    assert begun_by_another(WORDS) == []


@pytest.mark.parametrize(
    "pair",
    [
        pytest.param(("かき", "かぎ"), id="濁点"),
        pytest.param(("きって", "きつて"), id="小さい字"),
        pytest.param(("おおさま", "おうさま"), id="のばす音"),
        pytest.param(("みかずき", "みかづき"), id="ずとづ"),
        pytest.param(("はなじ", "はなぢ"), id="じとぢ"),
        pytest.param(("さくら", "さくらん"), id="一文字多い"),
        pytest.param(("たまご", "たまも"), id="一文字ちがう"),
    ],
)
def test_alike_words_would_be_found(pair: tuple[str, str]) -> None:
    assert near_pairs(pair)


def test_a_word_that_begins_another_would_be_found() -> None:
    assert begun_by_another(("さくら", "さくらもち")) == [("さくら", "さくらもち")]


def test_nothing_sad_stands_in_the_list() -> None:
    assert set(UNFIT.split()) & set(WORDS) == set()


def test_nothing_harsh_stands_within_a_word() -> None:
    assert {word for word in WORDS if any(part in word for part in HARSH.split())} <= HARMLESS


def test_every_word_is_found_by_its_folded_form() -> None:
    assert len(BY_FOLDED) == len(WORDS)
