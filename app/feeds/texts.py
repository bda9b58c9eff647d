"""Texts on their way into a calendar: nothing in them can end a line or a property early."""

import re

# Controls (tab and newline apart), DEL, C1, line and paragraph separators, lone surrogates, non-characters.
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
LINE_ENDS = re.compile("\r\n|\r|\x85|\u2028|\u2029|\x0b|\x0c")
SPACES = re.compile(r"[\s\u3000]+")
LONGEST_NAME = 60


def clean(text: str) -> str:
    """The text with plain newlines and without control characters; spaces at the ends of lines go."""
    plain = UNFIT.sub("", LINE_ENDS.sub("\n", text)).replace("\t", " ")
    return "\n".join(line.strip() for line in plain.split("\n")).strip()


def one_line(text: str) -> str:
    """The cleaned text on one line."""
    return SPACES.sub(" ", clean(text)).strip()


def short(text: str, longest: int = LONGEST_NAME) -> str:
    """The text on one line, at most so many characters; … where it was longer."""
    line = one_line(text)
    return line if len(line) <= longest else line[: longest - 1] + "…"
