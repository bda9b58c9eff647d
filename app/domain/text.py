"""Text as people type it: what is kept of it, how long it looks, and the form in which it is searched."""

import unicodedata
from collections.abc import Iterator

from app.domain.errors import Unusable

MARKS_A_LETTER = 2
CODE_POINTS_A_LETTER = 8
JOINER = "\u200d"
SELECTORS = frozenset("\ufe0e\ufe0f")
SKIN = range(0x1F3FB, 0x1F400)
FLAGS = range(0x1F1E6, 0x1F200)
GENDERS = "♀♂"
# Letters and symbols by their class, and yet nothing is seen of them.
BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5")
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
MARKS = frozenset({"Mn", "Me"})
SHOWN_AS_EMOJI = frozenset({"So", "Sm", "Po", "Nd"})
KANGXI = range(0x2F00, 0x2FD6)
# From CJK Radicals Supplement, those that copied PDFs have in place of a character used in Japanese. NFKC folds ⺟ alone.
SUPPLEMENT = str.maketrans(
    "⺟⺠⺝⻁⻄⻅⻆⻑⻒⻘⻝⻞⻣⻤⻨⻩⻫⻭⻯⻱⻲", "母民月虎西見角長長青食食骨鬼麦黄斉歯竜龜亀"
)


def read_line(typed: str, field: str, longest: int) -> str:
    """One line as it is kept, possibly empty. Raises Unusable, naming the field, for more letters than `longest`."""
    return of_length(one_line(typed), field, longest)


def read_lines(typed: str, field: str, longest: int) -> str:
    """Text of several lines as it is kept, possibly empty. Raises Unusable, naming the field, for more than `longest`."""
    return of_length(many_lines(typed), field, longest)


def of_length(text: str, field: str, longest: int) -> str:
    """The text, if a reader counts no more letters than that in it. Raises Unusable."""
    if len(text) > longest * CODE_POINTS_A_LETTER or length(text) > longest:
        raise Unusable(f"{longest}文字までで書いてください。", field)
    return text


def one_line(typed: str) -> str:
    """The text without what cannot be seen, with radicals folded and single blanks, none at the ends."""
    return " ".join(visible(" ".join(typed.split())).split())


def many_lines(typed: str) -> str:
    """The same, line by line; no empty lines at the ends, never two empty ones in a row. Lines end with a line feed."""
    lines = [one_line(line) for line in typed.splitlines()]
    kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    return "\n".join(kept).strip("\n")


def searched(typed: str) -> str:
    """The form for searching: NFKC, radicals folded, small letters, katakana as hiragana, no blanks."""
    plain = unicodedata.normalize("NFKC", fold_radicals(typed)).casefold()
    return "".join(hiragana(letter) for letter in visible(plain) if not letter.isspace())


def fold_radicals(text: str) -> str:
    """The text with ordinary characters in place of radicals and nothing else changed."""
    plain = (unicodedata.normalize("NFKC", letter) if ord(letter) in KANGXI else letter for letter in text)
    return "".join(plain).translate(SUPPLEMENT)


def hiragana(letter: str) -> str:
    """The hiragana of a katakana, any other letter as it is."""
    return chr(ord(letter) - 0x60) if "ァ" <= letter <= "ヶ" else letter


def visible(typed: str) -> str:
    """The text in NFC, radicals folded, without what shows nothing: controls, direction marks, stray joiners and marks."""
    text = unicodedata.normalize("NFC", fold_radicals(typed))
    return unicodedata.normalize("NFC", "".join(shown(text)))


def shown(text: str) -> Iterator[str]:
    """The characters that may be seen. Joiners and selectors only stay inside an emoji, marks only two to a letter."""
    before, marks = "", 0
    for letter, after in zip(text, [*text[1:], ""], strict=False):
        marks = marks + 1 if is_mark(letter) else 0
        if marks <= MARKS_A_LETTER and shows(letter, before, after):
            before = letter
            yield letter


def shows(letter: str, before: str, after: str) -> bool:
    """Whether a character shows something between these two."""
    if letter == JOINER:
        return is_emoji(before) and is_emoji(after)
    if letter in SELECTORS:
        return bool(before) and unicodedata.category(before) in SHOWN_AS_EMOJI
    if is_mark(letter):
        return bool(before) and not before.isspace()
    return letter not in BLANK and unicodedata.category(letter) not in UNSEEN


def is_mark(letter: str) -> bool:
    """Whether a character stands on the one before it."""
    return letter not in SELECTORS and unicodedata.category(letter) in MARKS


def is_emoji(letter: str) -> bool:
    """Whether a joiner may stand beside it."""
    if not letter:
        return False
    return (
        unicodedata.category(letter) == "So"
        or letter in SELECTORS
        or letter in GENDERS
        or ord(letter) in SKIN
    )


def length(text: str) -> int:
    """How many letters a reader sees: an emoji put together of several is one, and so is a flag."""
    seen, before, half_flag = 0, "", False
    for letter in text:
        half_flag = ord(letter) in FLAGS and not half_flag
        goes_on = before == JOINER or is_part(letter) or (ord(letter) in FLAGS and not half_flag)
        seen += not (before and goes_on)
        before = letter
    return seen


def is_part(letter: str) -> bool:
    """Whether a character belongs to the letter before it."""
    return is_mark(letter) or letter == JOINER or letter in SELECTORS or ord(letter) in SKIN
