"""合言葉: four everyday words that a person can write down, say on the telephone and type back in.

The list is our own: 2,048 hiragana nouns of two to five morae that everybody knows, nothing sad, frightening or
private among them. Folded, no two are within one letter of each other and none begins another, so four of them
joined can be split in one way only. A number is spelled by position: a line of `word_list.txt` is never moved,
changed or removed, since every code given out would change with it.
"""

import unicodedata
from importlib.resources import files

from app.domain.text import hiragana

WORDS = tuple(files("app.domain").joinpath("word_list.txt").read_text("utf-8").split())
BITS_A_WORD = 11
WORDS_A_CODE = 4
CODE_BITS = BITS_A_WORD * WORDS_A_CODE
LONGEST_TYPED = 200
LONG_MARK = "ー"

ROWS = {
    "あ": "あかさたなはまやらわ",
    "え": "いきしちにひみりゐえけせてねへめれゑ",
    "お": "うくすつぬふむゆるおこそとのほもよろを",
}
VOWEL = {kana: vowel for vowel, row in ROWS.items() for kana in row}
# い and え, う and お, し and ち, す and つ are one letter each: long vowels (おう, おお), ぢ and じ, づ and ず then are, too,
# and each letter folds alone, so that spaces between the words make no difference.
ALIKE = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖいうをちつゐゑ", "あえおえおすやゆよわかけえおおしすええ")


def spell(number: int) -> tuple[str, str, str, str]:
    """The four words of a number of 44 bits. Raises ValueError out of these bounds."""
    if not 0 <= number < 1 << CODE_BITS:
        raise ValueError(f"four words spell {CODE_BITS} bits")
    mask = len(WORDS) - 1
    return (
        WORDS[number >> 3 * BITS_A_WORD],
        WORDS[number >> 2 * BITS_A_WORD & mask],
        WORDS[number >> BITS_A_WORD & mask],
        WORDS[number & mask],
    )


def fold(text: str) -> str:
    """The letters of typed words in the one form in which they are compared.

    Hiragana, katakana and half-width katakana are the same, as are voiced and unvoiced, small and large letters, and
    the ways to write a long vowel. Spaces, signs and marks are gone. What is no kana stays, and matches nothing.
    """
    letters = [
        letter for letter in unicodedata.normalize("NFKD", text) if unicodedata.category(letter)[0] in "LN"
    ]
    folded = ""
    for letter in letters:
        folded += lengthened(folded) if letter == LONG_MARK else hiragana(letter).translate(ALIKE)
    return folded


def lengthened(folded: str) -> str:
    """The vowel that ー draws out after these letters; nothing after no kana."""
    return VOWEL.get(folded[-1:], "")


def read_words(text: str) -> tuple[str, ...] | None:
    """The four words of the list that a person typed, in any kana and spacing; None if they are not four such words.

    A ー that makes no sense as a long vowel is taken for a dash between the words.
    """
    if len(text) > LONGEST_TYPED:
        return None
    found = split(fold(text)) or split(fold(text.replace(LONG_MARK, "").replace("ｰ", "")))
    return found if len(found) == WORDS_A_CODE else None


def parse(text: str) -> str | None:
    """What stands for the typed words wherever they are kept or compared; None if they are not four words of the list."""
    found = read_words(text)
    return None if found is None else canonical(found)


def canonical(words: tuple[str, ...]) -> str:
    """The folded words, joined: what the HMAC of a code is over."""
    return "".join(fold(word) for word in words)


def split(folded: str) -> tuple[str, ...]:
    """The words of the list that folded letters consist of; empty if they do not. No word begins another: no choices."""
    found: list[str] = []
    rest = folded
    while rest:
        word = next((BY_FOLDED[rest[:length]] for length in LENGTHS if rest[:length] in BY_FOLDED), None)
        if word is None:
            return ()
        found.append(word)
        rest = rest[len(fold(word)) :]
    return tuple(found)


BY_FOLDED = {fold(word): word for word in WORDS}
LENGTHS = sorted({len(folded) for folded in BY_FOLDED})
