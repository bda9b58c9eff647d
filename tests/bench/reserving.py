"""Reservations over HTTP, against a plain Litestar POST and against the same statements in the standard library's sqlite3."""

import json
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

from tests.bench.figures import Figure, tell
from tests.bench.load import Ask, post, requests_a_second

RESERVATIONS = 1500
WISH = json.dumps({"nickname": "みかん", "mode": "online", "seat": "listener"}).encode()


async def run(base: str, plain: str, session: UUID, file: Path) -> None:
    """Print reservations a second; `session` has a pool without limit, `file` is a migrated database."""
    address = f"{base}/api/sessions/{session}/reservations"
    ours = await requests_a_second("reservations over HTTP (WAL, FULL)", base, wishes(address), 201)
    posts = await requests_a_second(
        "a plain Litestar POST", plain, iter([post(f"{plain}/taken", WISH)] * RESERVATIONS), 201
    )
    tell(ours, posts, statements_a_second(file, session))


def wishes(address: str) -> Iterator[Ask]:
    """Requests that each make a reservation."""
    return (post(address, WISH, Idempotency_Key=str(uuid4())) for _ in range(RESERVATIONS))


def statements_a_second(file: Path, session: UUID) -> Figure:
    """The statements of a reservation, one transaction after another, straight into a file."""
    store = sqlite3.connect(file, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        store.execute(f"PRAGMA {pragma}")
    started = time.perf_counter()
    for _ in range(RESERVATIONS):
        reserve(store, str(session))
    spent = time.perf_counter() - started
    store.close()
    return Figure("the same statements in sqlite3 (WAL, FULL)", RESERVATIONS / spent, "transactions/s")


def reserve(store: sqlite3.Connection, session: str) -> None:
    """What the store does for one reservation."""
    reservation, hashes = str(uuid4()), [uuid4().hex * 2 for _ in range(5)]
    store.execute("SELECT * FROM reservation WHERE nonce_hash = ?", [hashes[3]]).fetchall()
    store.execute("BEGIN IMMEDIATE")
    [series] = store.execute("SELECT series_id FROM session WHERE id = ?", [session]).fetchone()
    store.execute("SELECT * FROM series WHERE id = ?", [series]).fetchall()
    pool = store.execute("SELECT * FROM pool WHERE session_id = ? ORDER BY id", [session]).fetchall()[0][0]
    store.execute(
        "UPDATE pool SET reserved = reserved + 1 WHERE id = ? AND waiting = 0"
        " AND (limit_kind <> 'number' OR reserved + walked_in < capacity) RETURNING reserved",
        [pool],
    ).fetchall()
    store.execute(
        "INSERT INTO reservation (id, session_id, nickname, role, way, given_up, arrived, gone, version, link_hash,"
        " feed_hash, code_hash, nonce_hash, body_hash) VALUES (?, ?, 'みかん', NULL, 'api', 0, 0, 0, 1, ?, ?, ?, ?, ?)",
        [reservation, session, *hashes],
    )
    store.execute(
        "INSERT INTO place (id, reservation_id, pool_id, state, turn) VALUES (?, ?, ?, 'held', NULL)",
        [str(uuid4()), reservation, pool],
    )
    store.execute("COMMIT")
