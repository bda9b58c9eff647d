"""Where paper is made: typst with the project's own fonts, one sheet at a time, each made once and kept.

What is kept is found by all that went into it (the data, the template, the fonts' names), so that nothing old is ever given
out and every process makes the same bytes: PDF 1.7 as PDF/A-2a and PDF/UA-1, or a PNG.
"""

from asyncio import Future, ensure_future, shield, to_thread
from collections import OrderedDict
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Literal

import typst
from msgspec import Struct, json

FORMS = Path(__file__).resolve().parents[2] / "templates" / "flyer"
FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts"
STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
POINTS_PER_INCH = 144
MOST_BYTES = 16 * 1024 * 1024

Kind = Literal["pdf", "png"]


class Sheet(Struct, frozen=True):
    """What is to be printed: the name of a form in templates/flyer, and its data as JSON."""

    form: str
    data: bytes
    kind: Kind = "pdf"


def sheet(form: str, data: object, kind: Kind = "pdf") -> Sheet:
    """The sheet of a form with its data."""
    return Sheet(form, json.encode(data), kind)


class Press:
    """Sheets by what they are made of, the least used forgotten first beyond 16 MiB."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.compiler: typst.Compiler | None = None
        self.kept: OrderedDict[bytes, bytes] = OrderedDict()
        self.bytes = 0
        self.making: dict[bytes, Future[bytes]] = {}

    async def printed(self, asked: Sheet) -> bytes:
        """The bytes of a sheet. However many ask at once, it is made once, in a thread. Raises typst.TypstError."""
        key = key_of(asked)
        if found := self.kept.get(key):
            self.kept.move_to_end(key)
            return found
        if key not in self.making:
            self.making[key] = ensure_future(self.make(key, asked))
        # Whoever gives up waiting takes nothing from the others.
        return await shield(self.making[key])

    async def make(self, key: bytes, asked: Sheet) -> bytes:
        """Make a sheet and keep it."""
        try:
            made = await to_thread(self.compiled, asked)
        finally:
            del self.making[key]
        self.kept[key] = made
        self.bytes += len(made)
        while self.bytes > MOST_BYTES and len(self.kept) > 1:
            self.bytes -= len(self.kept.popitem(last=False)[1])
        return made

    def compiled(self, asked: Sheet) -> bytes:
        """Make a sheet, here and now. Raises typst.TypstError for a glyph or an alternative text that is missing."""
        with self.lock:
            # The fonts are read once, when somebody first prints.
            self.compiler = self.compiler or typst.Compiler(
                font_paths=[str(FONTS)], ignore_system_fonts=True, root=str(FORMS)
            )
            made = self.compiler.compile(
                input=str(FORMS / f"{asked.form}.typ"),
                format=asked.kind,
                ppi=POINTS_PER_INCH,
                sys_inputs={"data": asked.data.decode()},
                pdf_standards=STANDARDS if asked.kind == "pdf" else [],  # type: ignore[arg-type]
            )
        if not isinstance(made, bytes):
            raise TypeError(f"{asked.form} has more than one page")
        return made


def key_of(asked: Sheet) -> bytes:
    """What tells a sheet from every other one."""
    return sha256(b"\0".join((asked.form.encode(), asked.kind.encode(), asked.data))).digest()
