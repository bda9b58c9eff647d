"""Municipal open data as series: the list of children's canteens and the standard table "イベント一覧".

Columns are matched by name, in any order and spelling; a column nobody knows goes into the note, so that nothing is lost.
Source of the names: the recommended data sets of the Digital Agency (older and newer), and lists that towns publish.
"""

import csv
import hashlib
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from app.domain.errors import Unusable
from app.domain.open_columns import HEADS, KNOWN, NAMED_BY_TITLE

HEAD_ROWS = 10
MOST_ROWS = 20_000
ENCODINGS = ("utf-8-sig", "cp932")
PREFIX = "csv-"
KEY_LETTERS, PRINT_LETTERS = 14, 8
"""With both prints a source has 36 letters; a key of 56 bits tells a million rows apart."""


class OpenRow(Struct, frozen=True):
    """One row: its number in the file, its cells by field, and all other cells by the name of their column."""

    number: int
    key: str
    cells: dict[str, str]
    others: tuple[tuple[str, str], ...] = ()

    def of(self, *fields: str) -> str:
        """The first of these fields that is filled in, else nothing."""
        return next((self.cells[field] for field in fields if self.cells.get(field)), "")

    @property
    def title(self) -> str:
        """What it is called."""
        return self.of("title")

    @property
    def print(self) -> str:
        """A short text that differs as soon as a cell does, in whatever order the columns are."""
        said = repr((sorted(self.cells.items()), sorted(self.others)))
        return hashlib.sha256(said.encode()).hexdigest()[:PRINT_LETTERS]


def read_table(data: bytes) -> tuple[OpenRow, ...]:
    """The rows of a CSV file in UTF-8 or Shift_JIS, empty ones left out. Raises Unusable, saying what to do."""
    lines = list(csv.reader(io.StringIO(text_of(data), newline="")))
    place, heads = _heads(lines)
    body = [
        (number, cells)
        for number, cells in enumerate(lines[place + 1 :], place + 2)
        if any(map(str.strip, cells))
    ]
    if len(body) > MOST_ROWS:
        raise Unusable(f"一度に読めるのは{MOST_ROWS}行までです。ファイルを分けてください。", "file")
    return _with_keys([_row(number, heads, cells) for number, cells in body])


def text_of(data: bytes) -> str:
    """The text of a file. Raises Unusable where it is neither UTF-8 nor Shift_JIS."""
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Unusable("文字コードが読めません。UTF-8かShift_JISのCSVにしてください。", "file")


def head_of(words: str) -> str:
    """The name of a column as it is compared: NFKC, without blanks and signs."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    return re.sub(r"[\s_・/\-‐*※:。、]|【.*?】", "", plain)


def _heads(lines: Sequence[Sequence[str]]) -> tuple[int, list[tuple[str, str]]]:
    """The place of the heading row, and for each column its field (or nothing) and its name as it is written."""
    for place, cells in enumerate(lines[:HEAD_ROWS]):
        found = _fields(cells)
        if "title" in {field for field, _ in found}:
            return place, found
    raise Unusable("「名称」か「イベント名」の列が見つかりません。列の名前の行を確かめてください。", "file")


def _fields(cells: Sequence[str]) -> list[tuple[str, str]]:
    """Each field goes to the column whose name says it best: the earliest in the list of names."""
    heads = [head_of(cell) for cell in cells]
    found = [""] * len(heads)
    for field, names in HEADS.items():
        best = next((name for name in names if name in heads), None)
        place = heads.index(best) if best is not None else -1
        if place >= 0 and not found[place]:
            found[place] = field
    return [(field, cell.strip()) for field, cell in zip(found, cells, strict=True)]


def _row(number: int, heads: Sequence[tuple[str, str]], cells: Sequence[str]) -> OpenRow:
    known: dict[str, str] = {}
    others: list[tuple[str, str]] = []
    for place, cell in enumerate(cells):
        field, head = heads[place] if place < len(heads) else ("", "")
        value = " ".join(cell.split())
        if value and field:
            known[field] = value
        elif value:
            others.append((head or "その他", value))
    return OpenRow(number, "", known, tuple(others))


def _with_keys(rows: Iterable[OpenRow]) -> tuple[OpenRow, ...]:
    """Each row with a key that stays the same when the file is read again; the same key twice is counted on."""
    seen: Counter[str] = Counter()
    found = []
    for row in rows:
        said = "\n".join(
            [*(row.of(field) for field in KNOWN), "" if row.of("no") else row.of(*NAMED_BY_TITLE)]
        )
        seen[said] += 1
        digest = hashlib.sha256(f"{said}\n{seen[said]}".encode()).hexdigest()[:KEY_LETTERS]
        found.append(OpenRow(row.number, f"{PREFIX}{digest}", row.cells, row.others))
    return tuple(found)


def area_of(row: OpenRow) -> str | None:
    """The town of a row: as a column says it, else as its address begins."""
    if row.of("city"):
        return row.of("city")
    plain = re.sub(r"^(?:東京都|北海道|(?:京都|大阪)府|[^\d\s]{2,3}県)\s*", "", row.of("address"))
    found = re.match(r"[^\d\s]{1,6}?[市区](?!市)", plain) or re.match(
        r"(?:[^\d\s]{1,5}郡)?[^\d\s]{1,6}?[町村]", plain
    )
    return found[0] if found else None
