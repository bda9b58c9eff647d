"""A store as large as a whole country: straight into the file, from one row of each kind that is there already."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path

VENUES, SERIES, SESSIONS = 10_000, 80_000, 1_000_000
COUNT = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})"
COPY = "{count} INSERT INTO {table} SELECT {columns} FROM n, (SELECT * FROM {table} LIMIT 1) AS one"


def uuid_of(kind: int, number: str) -> str:
    """SQL for the id of the so-manieth row of a kind."""
    return f"printf('%08x-0000-4000-8000-%012x', {kind}, {number})"


VENUE, OWNED, POOL = (uuid_of(kind, "i") for kind in (1, 3, 5))
A_SERIES, A_SESSION = uuid_of(2, "i"), uuid_of(4, "i")
# Each venue has a hundred sessions in fifteen months, each series a dozen.
DAY = f"date('now', '-30 days', (i / {VENUES} * 4 + i % 4) || ' days')"
TABLES: tuple[tuple[str, int, Mapping[str, str]], ...] = (
    ("venue", VENUES, {"id": VENUE, "slug": "'venue-' || i", "name": "'会場' || i"}),
    ("series", SERIES, {"id": A_SERIES, "slug": "'series-' || i", "title": "'会' || i", "source": "NULL"}),
    ("ownership", SERIES, {"id": OWNED, "series_id": A_SERIES}),
    (
        "session",
        SESSIONS,
        {
            "id": A_SESSION,
            "series_id": uuid_of(2, f"1 + i % {SERIES}"),
            "venue_id": uuid_of(1, f"1 + i % {VENUES}"),
            "date": DAY,
            "nominal": DAY,
            "part": "'' || i",
        },
    ),
    ("pool", SESSIONS, {"id": POOL, "session_id": A_SESSION}),
)


def fill(file: Path) -> None:
    """Add ten thousand venues, eighty thousand series and a million sessions, each with a pool."""
    store = sqlite3.connect(file, isolation_level=None)
    for pragma in ("synchronous = OFF", "journal_mode = OFF", "cache_size = -200000"):
        store.execute(f"PRAGMA {pragma}")
    for table, count, given in TABLES:
        names = [row[1] for row in store.execute(f"PRAGMA table_info({table})")]
        columns = ", ".join(given.get(name, f'one."{name}"') for name in names)
        store.execute(COPY.format(count=COUNT.format(count=count), table=table, columns=columns))
    store.execute("PRAGMA journal_mode = WAL")
    store.close()
