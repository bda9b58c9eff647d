"""Rows whose text can no longer be read: it is not what the program writes."""

from collections.abc import Callable

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
