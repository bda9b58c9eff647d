"""Paper read by others' programs: pypdf for the PDF, zxing-cpp for the QR sign on a picture."""

import io
from collections import Counter
from collections.abc import Iterator
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


def tags_of(pdf: bytes) -> Counter[str]:
    """The tags a screen reader goes by, and how many of each there are."""
    return Counter(str(node["/S"]) for node in nodes_of(pdf))


def spoken_of(pdf: bytes) -> list[str]:
    """What is said instead of pictures."""
    return [str(node["/Alt"]) for node in nodes_of(pdf) if "/Alt" in node]


def nodes_of(pdf: bytes) -> Iterator[Any]:
    """The nodes of the structure tree, in reading order."""
    root: Any = opened(pdf).trailer["/Root"]
    waiting = [root["/StructTreeRoot"]["/K"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += reversed(node)
        elif hasattr(node, "get"):
            yield from [node] if "/S" in node else []
            waiting += [node["/K"]] if "/K" in node else []


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
