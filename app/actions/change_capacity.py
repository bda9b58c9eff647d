"""The places of a pool become more, fewer, 定員なし or 未定, while people are in."""

from uuid import UUID

from app.actions.attend import require_pool
from app.actions.occasion import Occasion
from app.actions.promote import with_pools
from app.domain.errors import Unknown, Unusable
from app.domain.programme import Session
from app.domain.seats import Pool
from app.storage.acts import record_sessions
from app.storage.pools import pool_by_id, set_limit

MOST_PLACES = 100_000


async def change_capacity(occasion: Occasion, pool_id: UUID, limit_kind: str, capacity: int | None) -> Pool:
    """Set the limit of a pool (number, none, unstated); the pool afterwards.

    Lowering throws nobody out: the pool may then hold more than its capacity, and grants nothing until there is room.
    Raising lets those who wait move up. Raises Unusable for a number out of bounds, Unknown for another session's pool.
    """
    require_limit(limit_kind, capacity)

    async def act(session: Session) -> None:
        require_pool(session, pool_id)
        await set_limit(pool_id, limit_kind, capacity)
        await record_sessions("capacity_changed", [session.id], occasion.now)

    await with_pools(occasion, act)
    found = await pool_by_id(pool_id)
    if found is None:
        raise Unknown
    return found[1]


def require_limit(limit_kind: str, capacity: int | None) -> None:
    """Raise Unusable unless a number of places is given exactly where the kind asks for one."""
    if limit_kind not in ("number", "none", "unstated"):
        raise Unusable("定員は、人数・定員なし・未定のどれかを選んでください。", "limit_kind")
    if (limit_kind == "number") != (capacity is not None):
        raise Unusable("定員の人数を書いてください。", "capacity")
    if capacity is not None and not 0 <= capacity <= MOST_PLACES:
        raise Unusable("定員は 0 から 100000 までの数で書いてください。", "capacity")
