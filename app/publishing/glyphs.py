"""Which signs can be printed: those of the font on the flyer. Any other becomes 〓, as printers have always marked it.

The font's own table is read (OpenType 1.9, cmap, formats 4 and 12), so that the answer is the font's and not a guess.
"""

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts"
GETA = "〓"
# Joiners, variation selectors and the like carry no picture of their own.
SHAPELESS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
VARIATION = "VARIATION SELECTOR"
UNICODE_TABLES = ((3, 10), (0, 4), (3, 1), (0, 3))


def printable(text: str) -> str:
    """The text on one line with what the font can print; every other sign is 〓."""
    return "".join(sign if sign in known() else GETA for sign in signs(text))


def unprintable(texts: Iterable[str]) -> tuple[str, ...]:
    """The signs that would become 〓, each once, in the order they come."""
    found = (sign for text in texts for sign in signs(text) if sign not in known())
    return tuple(dict.fromkeys(found))


def signs(text: str) -> Iterator[str]:
    """The signs of a text in their commonest form, without what has no shape; any space is one space."""
    for sign in unicodedata.normalize("NFC", text):
        if sign in known():
            yield sign
        elif sign.isspace():
            yield " "
        elif has_shape(sign):
            plain = unicodedata.normalize("NFKC", sign)
            yield from plain if all(part in known() for part in plain) else sign


def has_shape(sign: str) -> bool:
    """Whether something is to be seen of a sign."""
    return unicodedata.category(sign) not in SHAPELESS and VARIATION not in unicodedata.name(sign, "")


@cache
def known() -> frozenset[str]:
    """The signs that both weights of the font have."""
    regular, bold = (codes(FONTS / f"BIZUDPGothic-{weight}.ttf") for weight in ("Regular", "Bold"))
    return frozenset(chr(code) for code in regular & bold if not is_control(code))


def is_control(code: int) -> bool:
    """Whether a code is a control sign, which fonts list and nobody prints."""
    return unicodedata.category(chr(code)) in SHAPELESS


def codes(font: Path) -> set[int]:
    """The code points a font has a glyph for."""
    data = font.read_bytes()
    start = offset_of(data, b"cmap")
    tables = {
        struct.unpack_from(">HH", data, start + 4 + 8 * index): struct.unpack_from(
            ">I", data, start + 8 + 8 * index
        )[0]
        for index in range(struct.unpack_from(">H", data, start + 2)[0])
    }
    best = next(tables[kind] for kind in UNICODE_TABLES if kind in tables)
    return set(segments(data, start + best))


def offset_of(data: bytes, tag: bytes) -> int:
    """Where a table of a font begins. Raises StopIteration without it."""
    count = struct.unpack_from(">H", data, 4)[0]
    records = (struct.unpack_from(">4sIII", data, 12 + 16 * index) for index in range(count))
    return int(next(offset for name, _, offset, _ in records if name == tag))


def segments(data: bytes, at: int) -> Iterator[int]:
    """The code points of a cmap in format 12 or 4; those that lead to glyph 0 are left out."""
    if struct.unpack_from(">H", data, at)[0] == 12:
        for index in range(struct.unpack_from(">I", data, at + 12)[0]):
            first, last, glyph = struct.unpack_from(">III", data, at + 16 + 12 * index)
            yield from (code for code in range(first, last + 1) if glyph + code - first)
        return
    count = struct.unpack_from(">H", data, at + 6)[0] // 2
    lasts = struct.unpack_from(f">{count}H", data, at + 14)
    firsts = struct.unpack_from(f">{count}H", data, at + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", data, at + 16 + 4 * count)
    for index, (first, last, delta) in enumerate(zip(firsts, lasts, deltas, strict=True)):
        place = at + 16 + 6 * count + 2 * index
        yield from (
            code for code in range(first, last + 1) if glyph_of(data, place, code - first, code + delta)
        )


def glyph_of(data: bytes, place: int, step: int, shifted: int) -> int:
    """The glyph of a code in a segment of format 4: by its delta, or by the array its range offset points into."""
    distance = struct.unpack_from(">H", data, place)[0]
    if distance == 0:
        return shifted & 0xFFFF
    return int(struct.unpack_from(">H", data, place + distance + 2 * step)[0])
