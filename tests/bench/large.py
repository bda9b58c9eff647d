"""How long one reservation takes in a store that has served for many years, against one that is empty."""

import json
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from uuid import UUID, uuid4

from tests.bench.reserving import WISH
from tests.bench.serving import today
from tests.fire.asking import Line
from tests.rig.server import serving

SESSIONS = 100_000
RESERVATIONS = 1_000_000
ONE_BY_ONE = 400
ROUNDS = 3
BODY = json.loads(WISH)


async def run(empty: Path, sessions: list[UUID]) -> None:
    """Print the median times; `empty` is a migrated database with these sessions."""
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.sqlite"
        full.write_bytes(empty.read_bytes())
        fill(full)
        with (
            serving(f"sqlite:///{empty}", Path(folder) / "log") as small,
            serving(f"sqlite:///{full}", Path(folder) / "log") as large,
        ):
            rounds = [await in_turn(small.url, large.url, sessions) for _ in range(ROUNDS)]
    ratios = sorted(large / small for small, large in rounds)
    print(f"one reservation, {RESERVATIONS:,} stored, {SESSIONS:,} sessions")
    print(f"  {ratios[ROUNDS // 2]:6.2f} of an empty store (milliseconds {rounds})")


async def in_turn(small: str, large: str, sessions: list[UUID]) -> tuple[float, float]:
    """Median milliseconds of a reservation where nobody else asks; one here, one there, so that both have the same day."""
    lines = [Line(int(url.rsplit(":", 1)[1])) for url in (small, large)]
    spans: list[list[float]] = [[], []]
    for number in range(ONE_BY_ONE):
        for line, times in zip(lines, spans, strict=True):
            times.append(await milliseconds(line, sessions[number % len(sessions)]))
    for line in lines:
        line.hang_up()
    return round(median(spans[0]), 2), round(median(spans[1]), 2)


async def milliseconds(line: Line, session: UUID) -> float:
    """How long one reservation takes. Raises RuntimeError if it is none."""
    started = time.perf_counter()
    answer = await line.ask(
        "POST", f"/api/sessions/{session}/reservations", BODY, Idempotency_Key=str(uuid4())
    )
    if answer.status != 201:
        raise RuntimeError(f"a reservation was answered {answer.status}")
    return (time.perf_counter() - started) * 1000


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
        # Ahead: of those who came long ago nothing would be stored any more, and forgetting them is another bench.
        row["date"] = str(today() + timedelta(days=1 + number % 9000))
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
