"""Normalised text to tokens: known words by the lexicon, everything between them as TEXT."""

import re

from msgspec import Struct

from app.domain.recurrence.lexicon import MASTER


class Token(Struct, frozen=True):
    """A word of the lexicon, or a stretch of other text."""

    kind: str
    text: str


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of normalised text, in order, nothing left out."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        token = _token_at(text, at, found)
        _append(found, token)
        at += len(token.text)
    return tuple(found)


def _token_at(text: str, at: int, before: list[Token]) -> Token:
    match = MASTER.match(text, at)
    if match is None or not match[0]:
        return Token("TEXT", text[at])
    kind = (match.lastgroup or "TEXT").rpartition("_")[0]
    if kind in GLUED and not match[0].startswith("(") and _within_word(before, match[0]):
        return Token("TEXT", text[at])
    return Token(kind, match[0])


GLUED = frozenset({"LETTERS"})
"""Kinds that are words of their own only where no other word runs into them: the letter 木 in 植木."""


INFLECTED = re.compile("[うくすつぬむるたりだい]$")
"""How words end that run on into the next one: 変更になる月, 開催した日."""


LISTED = re.compile(r"[月火水木金土](?:[・、][月火水木金土日]){2}")
"""Three and more in a list are weekdays, whatever runs into them: 相談会月・水・金."""


def _within_word(before: list[Token], letters: str) -> bool:
    if not before or LISTED.match(letters):
        return False
    if before[-1].text.endswith("除く") and len(letters) > 1:
        return False
    if before[-1].text == "の" and len(before) > 1:
        runs_on = before[-2].kind == "TEXT" and before[-2].text[-1].isalnum()
        return runs_on or (letters == "日" and before[-2].kind not in WEEKS)
    if before[-1].kind != "TEXT":
        return bool(INFLECTED.search(before[-1].text)) and before[-1].kind in PHRASES
    return before[-1].text[-1].isalnum()


PHRASES = frozenset({"WHEN", "CHANGED", "SOFT", "EXCEPT", "OPEN", "CLOSED", "UNSETTLED", "SUSPENDED"})


WEEKS = frozenset({"ORDINALS", "EVERY_WEEK", "EVERY_N_WEEKS", "PERIOD"})
"""Behind these 日 is Sunday (第2の日); behind others it is a day (前後の日)."""


def _append(found: list[Token], token: Token) -> None:
    if token.kind == "TEXT" and found and found[-1].kind == "TEXT":
        found[-1] = Token("TEXT", found[-1].text + token.text)
    else:
        found.append(token)
