"""How long one reservation takes in a store that has served for many years, against one that is empty."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from tests.bench.load import Load, load
from tests.bench.reserving import wishes
from tests.rig.server import serving

SESSIONS = 100_000
RESERVATIONS = 1_000_000
ONE_BY_ONE = 400
ROUNDS = 3


async def run(empty: Path, sessions: list[UUID]) -> None:
    """Print the median times, rounds of both in turn; `empty` is a migrated database with these sessions."""
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.sqlite"
        full.write_bytes(empty.read_bytes())
        fill(full)
        with (
            serving(f"sqlite:///{empty}", Path(folder) / "log") as small,
            serving(f"sqlite:///{full}", Path(folder) / "log") as large,
        ):
            times = [
                (await median(small.url, sessions), await median(large.url, sessions)) for _ in range(ROUNDS)
            ]
    ratios = sorted(one / other for other, one in times)
    print(f"one reservation, {RESERVATIONS:,} stored, {SESSIONS:,} sessions")
    print(f"  {ratios[ROUNDS // 2]:6.2f} of an empty store (milliseconds {times})")


async def median(base: str, sessions: list[UUID]) -> float:
    """Milliseconds of a reservation where nobody else asks."""
    found: Load = await load("alone", base, wishes(base, sessions, ONE_BY_ONE), {201}, 1)
    return round(found.quantile(0.5), 2)


def fill(file: Path) -> None:
    """Sessions and reservations of many years, with whatever columns the tables have."""
    store = sqlite3.connect(file, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -600000"):
        store.execute(f"PRAGMA {pragma}")
    store.execute("BEGIN")
    sessions = copies(store)
    store.executemany(
        "INSERT INTO reservation (id, session_id, nickname, way, given_up, arrived, gone, version, link_hash, feed_hash,"
        " code_hash, nonce_hash, body_hash) VALUES (?, ?, 'みかん', 'web', 0, 0, 0, 1, ?, ?, ?, ?, ?)",
        guests(sessions),
    )
    store.execute(
        "INSERT INTO place (id, reservation_id, pool_id, state) SELECT reservation.id, reservation.id, pool.id, 'held'"
        " FROM reservation JOIN pool ON pool.session_id = reservation.session_id"
    )
    store.execute("COMMIT")
    store.execute("PRAGMA journal_mode = WAL")
    store.close()
    # Else the disk would still be busy with it while others wait for theirs.
    with file.open("rb") as written:
        os.fsync(written)


def copies(store: sqlite3.Connection) -> list[str]:
    """As many sessions as there are to be, like the first one but on other days, each with its pool; their ids."""
    [one] = store.execute("SELECT * FROM session ORDER BY date LIMIT 1").fetchall()
    names = [row[1] for row in store.execute("PRAGMA table_info(session)")]
    [seats] = store.execute("SELECT * FROM pool WHERE limit_kind = 'none' LIMIT 1").fetchall()
    ids = [str(uuid4()) for _ in range(SESSIONS)]
    made = [dict(zip(names, one, strict=True)) | {"id": each, "part": each} for each in ids]
    for number, row in enumerate(made):
        row["date"] = str(date(2000, 1, 1) + timedelta(days=number % 9000))
    marks = ", ".join("?" * len(names))
    store.executemany(
        f"INSERT INTO session VALUES ({marks})",
        [list(row.values()) for row in made],
    )
    marks = ", ".join("?" * len(seats))
    store.executemany(
        f"INSERT INTO pool VALUES ({marks})",
        [[str(uuid4()), each, *seats[2:]] for each in ids],
    )
    return ids


def guests(sessions: list[str]) -> Iterator[list[str]]:
    """The rows of reservations."""
    for number in range(RESERVATIONS):
        yield [str(uuid4()), sessions[number % len(sessions)], *(uuid4().hex * 2 for _ in range(5))]
