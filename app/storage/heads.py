"""Heads of sessions, the same before and after their nicknames are forgotten, and what an organiser put right of them."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID, uuid4

from app.domain.heads import Correction, Heads, role_of, way_of
from app.storage.engine import rows
from app.storage.records import Row, value_of
from app.storage.session_filters import Fragment

LIVING = """
SELECT reservation.session_id, pool.mode, pool.seat, reservation.role, reservation.way, COUNT(*) AS heads
FROM reservation JOIN place ON place.reservation_id = reservation.id AND place.state = 'held'
JOIN pool ON pool.id = place.pool_id
WHERE reservation.arrived AND reservation.session_id IN ([which])
GROUP BY reservation.session_id, pool.mode, pool.seat, reservation.role, reservation.way
"""
# What was counted without a name follows from the pools, in both.
FORGOTTEN = """
SELECT session_id, mode, seat, role, way, arrived AS heads FROM tally
WHERE way <> 'walk_in' AND session_id IN ([which])
"""
CORRECTED = "SELECT * FROM head_correction WHERE session_id IN ([which]) ORDER BY mode, seat"
CORRECT = """
INSERT INTO head_correction (id, session_id, mode, seat, reserved, walked_in) VALUES ({}, {}, {}, {}, {}, {})
ON CONFLICT (session_id, mode, seat) DO UPDATE SET reserved = excluded.reserved, walked_in = excluded.walked_in
"""


async def named_heads(which: Fragment) -> dict[UUID, list[Heads]]:
    """Who came by nickname to each session of a statement giving ids, as heads: from living rows and from tallies."""
    found: dict[UUID, list[Heads]] = defaultdict(list)
    for statement in (LIVING, FORGOTTEN):
        for row in await rows_of(statement, which):
            found[row["session_id"]].append(heads_of(row))
    return found


def heads_of(row: Row) -> Heads:
    """The value of a row that counts heads of one kind."""
    return Heads(row["mode"], row["seat"], role_of(row["role"]), way_of(row["way"]), row["heads"])


async def corrections_in(which: Fragment) -> dict[UUID, tuple[Correction, ...]]:
    """What was put right of each session of a statement giving ids; the others are missing."""
    found: dict[UUID, tuple[Correction, ...]] = {}
    for row in await rows_of(CORRECTED, which):
        session_id = row["session_id"]
        found[session_id] = (*found.get(session_id, ()), value_of(Correction, row))
    return found


async def rows_of(statement: str, which: Fragment) -> list[Row]:
    """Rows of a statement whose `[which]` stands for another one that gives the ids of sessions."""
    return await rows(statement.replace("[which]", which.sql), *which.arguments)


async def put_right(session_id: UUID, corrections: Iterable[Correction]) -> None:
    """Keep what the organiser says; modes and seats that are not named count as at the door again."""
    await rows("DELETE FROM head_correction WHERE session_id = {}", session_id)
    for each in corrections:
        await rows(CORRECT, uuid4(), session_id, each.mode, each.seat, each.reserved, each.walked_in)
