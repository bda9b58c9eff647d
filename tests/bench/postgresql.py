"""Reservations over HTTP on PostgreSQL, against the same statements sent by asyncpg over as many connections."""

import asyncio
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg

from app.storage.postgresql import POOL_SIZE
from tests.bench.figures import Figure, tell
from tests.bench.load import load
from tests.bench.reserving import CLIENTS, tell_times, wishes
from tests.fire.serving import salons
from tests.rig.databases import migrated
from tests.rig.postgresql import NoServer, postgresql_server
from tests.rig.server import serving

RESERVATIONS = 2000
SESSIONS = 200
COLUMNS = "id, session_id, nickname, way, given_up, arrived, gone, version, link_hash, feed_hash, code_hash, nonce_hash, body_hash"


def run() -> None:
    """Print what can be had, or that there is no PostgreSQL here."""
    try:
        with postgresql_server(durable=True) as server:
            address = server.address("bench")
            asyncio.run(server.run("CREATE DATABASE bench"))
            asyncio.run(migrated(address))
            measure(address)
    except NoServer as reason:
        print(reason)


def measure(address: str) -> None:
    """Both, one after the other."""
    places = asyncio.run(salons(address, SESSIONS, {("online", "listener"): None}))
    sessions = [place.id for place in places]
    bare = asyncio.run(statements_a_second(address, sessions))
    with tempfile.TemporaryDirectory() as folder, serving(address, Path(folder) / "log") as server:
        asks = wishes(server.url, sessions, RESERVATIONS)
        name = "reservations over HTTP on PostgreSQL, durable"
        ours = asyncio.run(load(name, server.url, asks, {201}, CLIENTS))
    tell(ours.figure, bare)
    tell_times(ours)


async def statements_a_second(address: str, sessions: Sequence[UUID]) -> Figure:
    """The statements of a reservation, over as many connections as the application has."""
    pool = await asyncpg.create_pool(address, min_size=POOL_SIZE, max_size=POOL_SIZE)
    waiting = iter(range(RESERVATIONS))

    async def one_connection() -> None:
        async with pool.acquire() as connection:
            for each in waiting:
                async with connection.transaction():
                    await reserve(connection, sessions[each % len(sessions)])

    started = time.perf_counter()
    await asyncio.gather(*(one_connection() for _ in range(POOL_SIZE)))
    spent = time.perf_counter() - started
    await pool.close()
    return Figure("the same statements by asyncpg", RESERVATIONS / spent, "transactions/s")


async def reserve(connection: asyncpg.pool.PoolConnectionProxy, session: UUID) -> None:
    """What the store does for one reservation."""
    reservation, hashes = uuid4(), [uuid4().hex * 2 for _ in range(5)]
    await connection.fetch(
        "SELECT id, session_id, version, body_hash FROM reservation WHERE nonce_hash = $1", hashes[3]
    )
    [row] = await connection.fetch("SELECT * FROM session WHERE id = $1 FOR SHARE", session)
    await connection.fetch("SELECT * FROM series WHERE id = $1", row["series_id"])
    [pool] = await connection.fetch("SELECT * FROM pool WHERE session_id = $1 ORDER BY id", session)
    await connection.fetch(
        "UPDATE pool SET reserved = reserved + 1 WHERE id = $1 AND waiting = 0"
        " AND (limit_kind <> 'number' OR reserved + walked_in < capacity) RETURNING reserved",
        pool["id"],
    )
    await connection.execute(
        f"INSERT INTO reservation ({COLUMNS})"
        " VALUES ($1, $2, 'みかん', 'api', false, false, false, 1, $3, $4, $5, $6, $7)",
        reservation,
        session,
        *hashes,
    )
    await connection.execute(
        "INSERT INTO place (id, reservation_id, pool_id, state) VALUES ($1, $2, $3, 'held')",
        uuid4(),
        reservation,
        pool["id"],
    )
