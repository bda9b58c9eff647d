"""From rows to values: the columns that a value has, under the same names."""

from collections.abc import Iterable
from typing import Any, TypeVar

from msgspec import Struct

from app.storage.engine import rows

V = TypeVar("V", bound=Struct)
Row = dict[str, Any]


def value_of(kind: type[V], row: Row, **more: Any) -> V:
    """A value from the columns of its name; `more` gives what the row does not have or has in another form."""
    found = {name: row[name] for name in kind.__struct_fields__ if name in row}
    return kind(**(found | more))


def marks(values: Iterable[object]) -> str:
    """`{}, {}, {}`: a place for each value of an IN list."""
    return ", ".join("{}" for _ in values)


async def rows_in(statement: str, values: Iterable[object]) -> list[Row]:
    """Rows of a statement whose `[in]` stands for a list of values. No values: no rows, and no query."""
    wanted = tuple(values)
    if not wanted:
        return []
    return await rows(statement.replace("[in]", marks(wanted)), *wanted)
