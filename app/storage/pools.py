"""Pools: every change of a count is one conditional UPDATE, whose hit tells whether it was granted.

`reserved` is the number of held places whose reservation has not gone home, `waiting` that of waiting places,
`arrived` those checked in and those counted at the door (のべ), `left` those of them who went home.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from app.domain.errors import PoolFull
from app.domain.programme import Session
from app.domain.seats import Pool
from app.storage.engine import DB, rows
from app.storage.records import Row, rows_in, value_of
from app.storage.series import series_by_id

HAS_ROOM = "(limit_kind <> 'number' OR reserved + walked_in < capacity)"
NOBODY_WAITS = "waiting = 0"
OF_SESSION = "SELECT * FROM pool WHERE session_id = {} ORDER BY id "
TO_PROMOTE = f"""
SELECT DISTINCT pool.session_id FROM pool JOIN session ON session.id = pool.session_id
WHERE pool.waiting > 0 AND session.date >= {{}} AND {HAS_ROOM}
"""  # noqa: S608 -- our own words
THAT_WAIT = f"""
SELECT DISTINCT session_id FROM pool WHERE session_id IN ([in]) AND waiting > 0 AND {HAS_ROOM} ORDER BY session_id
"""  # noqa: S608 -- our own words
OF_SERIES_THAT_WAIT = f"""
SELECT DISTINCT pool.session_id FROM pool JOIN session ON session.id = pool.session_id
WHERE session.series_id = {{}} AND pool.waiting > 0 AND {HAS_ROOM} ORDER BY pool.session_id
"""  # noqa: S608 -- our own words
AFTERWARDS = 'mode, seat, limit_kind, capacity, reserved, walked_in, waiting, arrived, "left", turn'
WALK_INS_LEFT = """("left" - (
    SELECT COUNT(*) FROM place JOIN reservation ON reservation.id = place.reservation_id
    WHERE place.pool_id = pool.id AND place.state = 'held' AND reservation.gone
))"""
MISCOUNTED = """
SELECT pool.id FROM pool LEFT JOIN (
    SELECT place.pool_id AS pool_id,
        SUM(CASE WHEN place.state = 'held' AND NOT reservation.gone THEN 1 ELSE 0 END) AS held,
        SUM(CASE WHEN place.state = 'waiting' THEN 1 ELSE 0 END) AS queued
    FROM place JOIN reservation ON reservation.id = place.reservation_id GROUP BY place.pool_id
) AS counted ON counted.pool_id = pool.id
WHERE pool.reserved <> COALESCE(counted.held, 0) OR pool.waiting <> COALESCE(counted.queued, 0)
ORDER BY pool.id
"""


async def pools_of(session_id: UUID) -> tuple[Pool, ...]:
    """The pools of a session as they stand, in id order."""
    found = await rows(OF_SESSION, session_id)
    return tuple(value_of(Pool, row) for row in found)


async def locked_pools(session_id: UUID) -> tuple[Pool, ...]:
    """The same, and nobody else changes one of them until this write ends. Locked in id order, so nobody waits in a ring.

    SQLite has no such lock and needs none: a write there is alone.
    """
    lock = "" if DB.engine_type == "sqlite" else "FOR UPDATE"
    found = await rows(OF_SESSION + lock, session_id)
    return tuple(value_of(Pool, row) for row in found)


async def pool_by_id(pool_id: UUID) -> tuple[UUID, Pool] | None:
    """The session of a pool, and the pool; None if there is none."""
    found = await rows("SELECT * FROM pool WHERE id = {}", pool_id)
    return (found[0]["session_id"], value_of(Pool, found[0])) if found else None


async def session_with_pools(session_id: UUID, *, steady: bool = False) -> Session | None:
    """A session with its series and pools, and nothing else: what a write on its places has to know.

    steady: nobody moves it or calls it off until this write ends; others may read it so at the same time.
    """
    lock = " FOR SHARE" if steady and DB.engine_type != "sqlite" else ""
    found = await rows(f"SELECT * FROM session WHERE id = {{}}{lock}", session_id)  # noqa: S608 -- only a constant
    if not found:
        return None
    series = await series_by_id({found[0]["series_id"]})
    return value_of(Session, found[0], series=series[found[0]["series_id"]], pools=await pools_of(session_id))


async def sessions_to_promote(first: date) -> tuple[UUID, ...]:
    """Sessions from a day on in which somebody waits although there is room: a session was moved or restored, say."""
    return tuple(row["session_id"] for row in await rows(TO_PROMOTE, first))


async def sessions_that_wait(session_ids: Iterable[UUID]) -> tuple[UUID, ...]:
    """Those of the sessions in which somebody waits although there is room, in id order."""
    return tuple(row["session_id"] for row in await rows_in(THAT_WAIT, session_ids))


async def sessions_of_series_that_wait(series_id: UUID) -> tuple[UUID, ...]:
    """The sessions of a series in which somebody waits although there is room, in id order."""
    return tuple(row["session_id"] for row in await rows(OF_SERIES_THAT_WAIT, series_id))


async def hold_place(pool_id: UUID, *, overtaking: bool = False) -> Pool:
    """Hold one place of a pool; the pool afterwards. Raises PoolFull if none is to be had.

    One conditional UPDATE, so that two requests cannot both take the last place, and nobody overtakes those who wait,
    unless `overtaking` (after the last promotion a free place is open to anyone).
    """
    condition = HAS_ROOM if overtaking else f"{HAS_ROOM} AND {NOBODY_WAITS}"
    pool = await change(pool_id, "reserved = reserved + 1", condition)
    if pool is None:
        raise PoolFull
    return pool


async def hold_above(pool_id: UUID) -> None:
    """Hold one place whether there is room or not: staff looked, and confirmed it."""
    await change(pool_id, "reserved = reserved + 1")


async def free_place(pool_id: UUID) -> None:
    """Give one held place back."""
    await change(pool_id, "reserved = reserved - 1")


async def join_queue(pool_id: UUID) -> int:
    """One more waits; the turn, which is higher than that of all who came before."""
    [row] = await rows(
        "UPDATE pool SET waiting = waiting + 1, turn = turn + 1 WHERE id = {} RETURNING turn", pool_id
    )
    return int(row["turn"])


async def leave_queue(pool_id: UUID) -> None:
    """One fewer waits."""
    await change(pool_id, "waiting = waiting - 1")


async def grant_to_queue(pool_id: UUID) -> bool:
    """Turn the wait of one into a held place, if somebody waits and there is room; whether it did."""
    changed = await change(
        pool_id, "reserved = reserved + 1, waiting = waiting - 1", f"waiting > 0 AND {HAS_ROOM}"
    )
    return changed is not None


async def count_walk_ins(pool_id: UUID, heads: int, *, above: bool) -> bool:
    """Count heads at the door; False, and nothing is counted, if they go above the capacity and `above` is not said."""
    counts = "walked_in = walked_in + {0}, arrived = arrived + {0}".format(int(heads))
    return await change(pool_id, counts, room_for(heads, above=above)) is not None


async def uncount_walk_ins(pool_id: UUID, heads: int) -> bool:
    """Take heads back that were counted by mistake; False if there are not so many."""
    counts = "walked_in = walked_in - {0}, arrived = arrived - {0}".format(int(heads))
    return await change(pool_id, counts, f"walked_in >= {int(heads)}") is not None


async def let_walk_ins_go(pool_id: UUID, heads: int) -> bool:
    """Heads counted at the door go home: their places are free, the count of those who came stays."""
    counts = 'walked_in = walked_in - {0}, "left" = "left" + {0}'.format(int(heads))
    return await change(pool_id, counts, f"walked_in >= {int(heads)}") is not None


async def call_walk_ins_back(pool_id: UUID, heads: int, *, above: bool) -> bool:
    """They had not gone after all. False if it goes above the capacity and `above` is not said, or fewer had gone."""
    counts = 'walked_in = walked_in + {0}, "left" = "left" - {0}'.format(int(heads))
    condition = f"{WALK_INS_LEFT} >= {int(heads)} AND {room_for(heads, above=above)}"
    return await change(pool_id, counts, condition) is not None


async def count_arrival(pool_id: UUID, heads: int) -> None:
    """Somebody who holds a place arrived (1), or was marked by mistake (-1)."""
    await change(pool_id, f"arrived = arrived + {int(heads)}")


async def count_departure(pool_id: UUID) -> None:
    """Somebody who holds a place went home: the place is free, the head stays counted."""
    await change(pool_id, 'reserved = reserved - 1, "left" = "left" + 1')


async def take_departure_back(pool_id: UUID, *, above: bool) -> bool:
    """They had not gone after all: the place is held again. False if it is taken by now and `above` is not said."""
    counts = 'reserved = reserved + 1, "left" = "left" - 1'
    return await change(pool_id, counts, room_for(1, above=above)) is not None


def room_for(heads: int, *, above: bool) -> str:
    """The condition that heads find room, none if staff confirmed that they stand above the capacity."""
    return "TRUE" if above else f"(limit_kind <> 'number' OR reserved + walked_in + {int(heads)} <= capacity)"


async def set_limit(pool_id: UUID, limit_kind: str, capacity: int | None) -> None:
    """A new limit. It may lie below what is taken: nobody loses a place, and none is granted until there is room."""
    await rows("UPDATE pool SET limit_kind = {}, capacity = {} WHERE id = {}", limit_kind, capacity, pool_id)


async def empty_after_forgetting(session_id: UUID) -> None:
    """The names are gone, so nobody holds or waits any more; what was counted at the door stays."""
    await rows("UPDATE pool SET reserved = 0, waiting = 0 WHERE session_id = {}", session_id)


async def change(pool_id: UUID, counts: str, condition: str = "TRUE") -> Pool | None:
    """Change the counts of a pool where the condition holds; the pool afterwards, None where it did not hold."""
    found = await rows(
        # Both are words of this file and whole numbers.
        f"UPDATE pool SET {counts} WHERE id = {{}} AND {condition} RETURNING {AFTERWARDS}",  # noqa: S608
        pool_id,
    )
    return pool_after(pool_id, found[0]) if found else None


def pool_after(pool_id: UUID, row: Row) -> Pool:
    # SQLite does not turn the id of a RETURNING back into a UUID.
    return value_of(Pool, row, id=pool_id)
