"""Japanese first, English with ?lang=en.

The Japanese sentence is the key; `locale/en.po` holds the English, read when first needed. What has no English yet is
shown in Japanese. The language of the request that is being answered is a context variable, so that every text of a
page, a refusal included, speaks one language.
"""

import re
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from babel.messages.pofile import read_po

Lang = Literal["ja", "en"]

CATALOGUE = Path(__file__).parent / "locale" / "en.po"
HOLE = re.compile(r"%\(\d\)s")
FIGURES = re.compile(r"\(\.\+\?\)(?=[年月日])")
LANGUAGE: ContextVar[Lang] = ContextVar("language", default="ja")


@cache
def english() -> dict[str, str]:
    """Japanese to English; what is not translated is missing."""
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="en")
    return {str(message.id): str(message.string) for message in catalogue if message.id and message.string}


@cache
def sentences() -> list[tuple[re.Pattern[str], str]]:
    """Sentences that come filled in, such as refusals that name a day: their frames, the longest first, with their English."""
    framed = [text for text in english() if HOLE.search(text)]
    framed.sort(key=lambda text: -len(HOLE.sub("", text)))
    return [(frame(text), english()[text]) for text in framed]


def frame(text: str) -> re.Pattern[str]:
    """What a sentence looks like that is made of a text with %(1)s: before 年, 月 and 日 stand figures."""
    return re.compile(FIGURES.sub(r"(\\d+)", "(.+?)".join(map(re.escape, HOLE.split(text)))))


def gettext(text: str) -> str:
    """The text in the language of this request."""
    if LANGUAGE.get() == "ja":
        return text
    return english().get(text) or filled_in(text)


def filled_in(text: str) -> str:
    """A sentence of which only the frame is in the catalogue; the text itself if it is none."""
    for shape, other in sentences():
        if found := shape.fullmatch(text):
            return other % {str(n): gettext(part) for n, part in enumerate(found.groups(), 1)}
    return text


def ngettext(one: str, many: str, count: int) -> str:
    """Japanese has one form; English takes the translation of the one that fits."""
    return gettext(one if count == 1 else many)


_ = gettext


def language_of(query: str) -> Lang:
    """English if the query says lang=en, else ja."""
    return "en" if query and ("lang", "en") in parse_qsl(query) else "ja"


def in_language(address: str, lang: Lang) -> str:
    """An address of ours with lang=en set or taken away; everything else stays."""
    parts = urlsplit(address)
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != "lang"]
    if lang == "en":
        query.append(("lang", "en"))
    return urlunsplit(parts._replace(query=urlencode(query)))


def link(address: str) -> str:
    """An address of ours that keeps the reader's language."""
    return in_language(address, "en") if LANGUAGE.get() == "en" else address
