"""Paper read by others' programs: pypdf for the PDF, zxing-cpp for the QR sign on a picture."""

import io
from typing import Any

import pypdf
import zxingcpp
from PIL import Image


def opened(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf), strict=True)


def words_of(pdf: bytes) -> str:
    """All text in reading order, without spaces and line ends, as a search would take it."""
    found = "".join(page.extract_text() for page in opened(pdf).pages)
    return "".join(found.split()).replace("\u200b", "")


def metadata(pdf: bytes) -> str:
    """The XMP of a PDF."""
    root: Any = opened(pdf).trailer["/Root"]
    return str(root["/Metadata"].get_data().decode())


def sizes_of(pdf: bytes) -> list[float]:
    """The sizes of type on the first page, in points, each once, the smallest first."""
    found = set()

    def seen(text: str, _: Any, matrix: list[float], __: Any, size: float) -> None:
        if text.strip():
            found.add(round(size * abs(matrix[3]), 1))

    opened(pdf).pages[0].extract_text(visitor_text=seen)
    return sorted(found)


def sign_on(png: bytes) -> list[str]:
    """What the QR signs on a picture say."""
    with Image.open(io.BytesIO(png)) as picture:
        return [found.text for found in zxingcpp.read_barcodes(picture)]
