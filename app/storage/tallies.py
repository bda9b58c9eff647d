"""What is kept of a session when its nicknames are forgotten: heads by mode, seat, role and way, never names."""

from datetime import date
from uuid import UUID, uuid4

from msgspec import Struct

from app.storage.engine import rows
from app.storage.records import value_of

HEADS = """
SELECT pool.mode AS mode, pool.seat AS seat, COALESCE(reservation.role, 'unsaid') AS role, reservation.way AS way,
    COUNT(*) AS reserved, SUM(CASE WHEN reservation.arrived THEN 1 ELSE 0 END) AS arrived
FROM reservation JOIN place ON place.reservation_id = reservation.id AND place.state = 'held'
JOIN pool ON pool.id = place.pool_id
WHERE reservation.session_id = {} GROUP BY pool.mode, pool.seat, COALESCE(reservation.role, 'unsaid'), reservation.way
"""
# Those counted at the door are the rest: whoever arrived and is in no other tally of the pool.
AT_THE_DOOR = """
SELECT pool.mode AS mode, pool.seat AS seat, pool.arrived - (
    SELECT COALESCE(SUM(tally.arrived), 0) FROM tally WHERE tally.session_id = pool.session_id
    AND tally.mode = pool.mode AND tally.seat = pool.seat AND tally.way <> 'walk_in'
) AS arrived FROM pool WHERE pool.session_id = {}
"""
KEEP = """
INSERT INTO tally (id, session_id, mode, seat, role, way, reserved, arrived) VALUES ({}, {}, {}, {}, {}, {}, {}, {})
ON CONFLICT (session_id, mode, seat, role, way) DO UPDATE SET
"""
ADD = f"{KEEP} reserved = tally.reserved + excluded.reserved, arrived = tally.arrived + excluded.arrived"
REPLACE = f"{KEEP} arrived = excluded.arrived"
WITH_NAMES = """
SELECT id FROM session WHERE date <= {} AND (
    EXISTS (SELECT 1 FROM reservation WHERE reservation.session_id = session.id)
    OR EXISTS (SELECT 1 FROM nonce WHERE nonce.session_id = session.id)
    OR EXISTS (SELECT 1 FROM door_note WHERE door_note.session_id = session.id)
    OR EXISTS (SELECT 1 FROM door_link WHERE door_link.session_id = session.id)
) ORDER BY date, id
"""
WALK_IN = "walk_in"


class Tally(Struct, frozen=True, kw_only=True):
    """Heads of one kind: how many held a place to the end, and how many arrived. way walk_in: counted at the door."""

    mode: str
    seat: str
    role: str
    way: str
    reserved: int
    arrived: int


async def sessions_with_names(last: date) -> tuple[UUID, ...]:
    """Sessions not after a day that have reservations, nonces, a note or a link left, earliest first."""
    return tuple(row["id"] for row in await rows(WITH_NAMES, last))


async def add_tallies(session_id: UUID) -> None:
    """Count the heads of a session that is about to be forgotten, on top of what was counted before."""
    for row in await rows(HEADS, session_id):
        await keep(ADD, session_id, value_of(Tally, row))
    for row in await rows(AT_THE_DOOR, session_id):
        if row["arrived"] > 0:
            await keep(REPLACE, session_id, value_of(Tally, row, role="unsaid", way=WALK_IN, reserved=0))


async def keep(statement: str, session_id: UUID, tally: Tally) -> None:
    """Write a tally down, added to the one of its kind or in its place."""
    await rows(
        statement,
        uuid4(),
        session_id,
        tally.mode,
        tally.seat,
        tally.role,
        tally.way,
        tally.reserved,
        tally.arrived,
    )


async def tallies_of(session_id: UUID) -> tuple[Tally, ...]:
    """What was kept of a forgotten session, by mode, seat, role and way."""
    found = await rows("SELECT * FROM tally WHERE session_id = {} ORDER BY mode, seat, role, way", session_id)
    return tuple(value_of(Tally, row) for row in found)


async def delete_names(session_id: UUID) -> None:
    """Every reservation of a session with its places, and every nonce, for good."""
    await rows("DELETE FROM reservation WHERE session_id = {}", session_id)
    await rows("DELETE FROM nonce WHERE session_id = {}", session_id)
