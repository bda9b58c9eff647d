"""The part of a list that is asked for: dates from and to, and a page of at most 1,000."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar
from urllib.parse import urlencode

from msgspec import Struct

from app.domain.errors import Misfilled

T = TypeVar("T")
Query = Mapping[str, str | None]

LONGEST_DAYS = 400
USUAL_DAYS = 92
PAGE = 1000


class Window(Struct, frozen=True):
    """Local dates, both included."""

    first: date
    last: date


def window_of(query: Query, today: date) -> Window:
    """`from` (today if missing) to `to` (92 days on if missing). Raises Misfilled: no dates, backwards, over 400 days."""
    faults: dict[str, str] = {}
    first = read_date(query, "from", faults) or today
    last = read_date(query, "to", faults) or first + timedelta(days=USUAL_DAYS)
    if not faults and last < first:
        faults["to"] = "from より後の日付にしてください。"
    if not faults and (last - first).days > LONGEST_DAYS:
        faults["to"] = f"期間は{LONGEST_DAYS}日までにしてください。"
    if faults:
        raise Misfilled(faults)
    return Window(first, last)


def read_date(query: Query, name: str, faults: dict[str, str]) -> date | None:
    """A date as 2026-11-22; None if it is missing, or unusable, and then with its fault noted."""
    text = query.get(name)
    if not text:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or len(text) != len("2026-11-22") or not 1900 <= found.year <= 2200:
        faults[name] = "日付は 2026-11-22 のように書いてください。"
        return None
    return found


def choice_of(query: Query, name: str, words: Sequence[str]) -> str | None:
    """One of the words, None if nothing is asked. Raises Misfilled for anything else."""
    value = query.get(name) or None
    if value is not None and value not in words:
        raise Misfilled({name: f"{'、'.join(words)} のどれかにしてください。"})
    return value


def page_of(
    found: tuple[T, ...], key: Callable[[T], str], address: str, query: Query
) -> tuple[tuple[T, ...], str | None]:
    """The page behind the item whose key stands in `after`, and where the next one is; None on the last.

    Items are in order of their key, so that a page stays whole when items come or go between two requests.
    """
    after = query.get("after")
    rest = tuple(item for item in found if key(item) > after) if after else found
    page = rest[:PAGE]
    if len(rest) <= PAGE:
        return page, None
    kept = {name: value for name, value in query.items() if value and name != "after"}
    return page, f"{address}?{urlencode({**kept, 'after': key(page[-1])})}"
