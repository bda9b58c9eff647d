"""Many rows in few statements."""

from collections.abc import Iterator, Sequence
from typing import Any

from app.storage.engine import rows

ROWS_AT_ONCE = 200


async def insert_many(table: str, columns: Sequence[str], values: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows, each a tuple in the order of the columns. No values: no query."""
    one = f"({', '.join('{}' for _ in columns)})"
    for chunk in chunks(values, ROWS_AT_ONCE):
        places = ", ".join([one] * len(chunk))
        statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES {places}"  # noqa: S608 -- our own names
        await rows(statement, *(value for row in chunk for value in row))


def chunks(values: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    """The values in pieces of at most that size."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
