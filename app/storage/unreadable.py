"""Rows whose text can no longer be read: it is not what the program writes."""

from collections.abc import Callable

import msgspec

from app.domain.edition import Content
from app.domain.heads import Counted
from app.storage.engine import rows

Reader = Callable[[str], object]


async def unreadable(query: str, read: Reader) -> list[str]:
    """Ids of the rows, of columns id and text, whose text the reader does not take; in order."""
    return sorted(str(row["id"]) for row in await rows(query) if not is_readable(row["text"], read))


def is_readable(text: str, read: Reader) -> bool:
    """Whether a reader takes a text."""
    try:
        read(text)
    except ValueError:
        return False
    return True


def read_content(text: str) -> Content:
    """The content of an edition. Raises msgspec.ValidationError for anything else."""
    return msgspec.json.decode(text, type=Content)


def read_figures(text: str) -> tuple[Counted, ...]:
    """The gatherings of a month that is closed. Raises msgspec.ValidationError for anything else."""
    return msgspec.json.decode(text, type=tuple[Counted, ...])
