"""Reservations over HTTP, against a plain Litestar POST and against the same statements in the standard library's sqlite3.

H stands for the plain POST, S for the statements; what can be hoped for is 1 / (1/H + 1/S), as each reservation is both.
"""

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import UUID, uuid4

from tests.bench.figures import Figure, tell
from tests.bench.load import Ask, Load, load, post, requests_a_second

CLIENTS = 64
RESERVATIONS = 3000
PLACES = 20
WISH = json.dumps({"nickname": "みかん", "mode": "online", "seat": "listener"}).encode()
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")


async def run(base: str, plain: str, roomy: Sequence[UUID], tight: Sequence[UUID], file: Path) -> None:
    """Print what can be had. `roomy` sessions have no limit, `tight` ones 20 places; `file` is a copy of the database."""
    posts = await requests_a_second(
        "a plain Litestar POST (H)", plain, iter([post(f"{plain}/taken", WISH)] * RESERVATIONS), 201, CLIENTS
    )
    statements = statements_a_second(file, roomy)
    spread = await load(
        f"reservations over HTTP, {len(roomy)} sessions", base, wishes(base, roomy), {201}, CLIENTS
    )
    tell(spread.figure, posts, statements, hope(posts, statements))
    tell_times(spread)
    crowd = await load(
        f"all for the last {PLACES} places of one session", base, crowds(base, tight), {201, 409}, CLIENTS
    )
    tell(crowd.figure, spread.figure)
    tell_times(crowd)


def hope(posts: Figure, statements: Figure) -> Figure:
    """What handling the request and then writing would come to, one after the other."""
    return Figure("1 / (1/H + 1/S)", 1 / (1 / posts.rate + 1 / statements.rate), "requests/s")


def tell_times(found: Load) -> None:
    """Print how long the answers took."""
    print(f"  p50 {found.quantile(0.5):.0f} ms, p99 {found.quantile(0.99):.0f} ms, {found.statuses}")


def wishes(base: str, sessions: Sequence[UUID], number: int = RESERVATIONS) -> Iterator[Ask]:
    """Requests that each make a reservation, spread over the sessions."""
    return (wish(base, sessions[each % len(sessions)]) for each in range(number))


def crowds(base: str, sessions: Sequence[UUID]) -> Iterator[Ask]:
    """One session after another, and as many as there are clients for each."""
    return (wish(base, session) for session in sessions for _ in range(CLIENTS))


def wish(base: str, session: UUID) -> Ask:
    """One request for a place."""
    return post(f"{base}/api/sessions/{session}/reservations", WISH, Idempotency_Key=str(uuid4()))


def statements_a_second(file: Path, sessions: Sequence[UUID]) -> Figure:
    """The statements of a reservation, one transaction after another, straight into a file."""
    store = sqlite3.connect(file, isolation_level=None)
    for pragma in PRAGMAS:
        store.execute(f"PRAGMA {pragma}")
    number = RESERVATIONS // 2
    started = time.perf_counter()
    for each in range(number):
        reserve(store, str(sessions[each % len(sessions)]))
    spent = time.perf_counter() - started
    store.close()
    return Figure("the same statements in sqlite3 (S: WAL, FULL)", number / spent, "transactions/s")


def reserve(store: sqlite3.Connection, session: str) -> None:
    """What the store does for one reservation."""
    reservation, hashes = str(uuid4()), [uuid4().hex * 2 for _ in range(5)]
    store.execute("BEGIN IMMEDIATE")
    store.execute(
        "SELECT id, session_id, version, body_hash FROM reservation WHERE nonce_hash = ?", [hashes[3]]
    ).fetchall()
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
