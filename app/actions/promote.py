"""Those who wait move up by themselves when a place is free, until the 繰り上げの締切."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, tzinfo
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from app.actions.occasion import Occasion
from app.domain.errors import Unknown
from app.domain.programme import Session
from app.domain.registration import promotes
from app.domain.seats import Pool, availability
from app.storage.pools import (
    count_arrival,
    free_place,
    grant_to_queue,
    locked_pools,
    pools_of,
    session_with_pools,
    sessions_that_wait,
    sessions_to_promote,
)
from app.storage.reservations import First, add_held, first_in_queue, remove_place
from app.storage.transactions import write
from app.storage.versions import touch

T = TypeVar("T")


async def promote(occasion: Occasion) -> None:
    """Let everybody move up for whom there is a place now: after a session was restored or moved to a later day."""

    async def nothing_else(_: Session) -> None:
        pass

    await with_pools(occasion, nothing_else)


async def promote_waiting(session_ids: Iterable[UUID], now: datetime, zone: tzinfo) -> None:
    """The same for sessions of which some may have been moved or restored; part of the write that did so."""
    for session_id in await sessions_that_wait(session_ids):
        await promote(Occasion(session_id=session_id, now=now, zone=zone))


async def promote_all(now: datetime, zone: ZoneInfo) -> int:
    """Let everybody move up who waits where there is room, in every session to come; in how many somebody did wait so."""
    found = await sessions_to_promote(now.astimezone(zone).date())
    for session_id in found:
        await promote(Occasion(session_id=session_id, now=now, zone=zone))
    return len(found)


async def with_pools(occasion: Occasion, act: Callable[[Session], Awaitable[T]]) -> T:
    """Do an act on the pools of one session in one write: they are locked first, and those who wait move up last.

    Raises Unknown if there is no such session, and whatever the act raises; nothing is changed then.
    """

    async def work() -> T:
        before = await locked_pools(occasion.session_id)
        session = await session_with_pools(occasion.session_id)
        if session is None:
            raise Unknown
        result = await act(session)
        if promotes(session, occasion.now, occasion.zone):
            await move_up(before)
        await tell(before, await pools_of(occasion.session_id), occasion.now)
        return result

    return await write(work)


async def move_up(pools: tuple[Pool, ...]) -> None:
    """Grant free places to those who wait, first come first, pool by pool in id order.

    Whoever moves up leaves the place held meanwhile, and so another may move up there. Each step shortens a queue,
    so it comes to an end.
    """
    moved = True
    while moved:
        moved = False
        for pool in pools:
            while await promote_first(pool):
                moved = True


async def promote_first(pool: Pool) -> bool:
    """Give a place to the one who waits longest for it; False if there is no place or nobody waits."""
    if not await grant_to_queue(pool.id):
        return False
    first = await first_in_queue(pool.id)
    if first is None:
        raise LookupError(f"pool {pool.id} counts somebody who waits, and nobody does")
    if first.held_pool:
        await leave_behind(first, first.held_pool, pool)
    await remove_place(first.reservation_id, "waiting")
    await add_held(first.reservation_id, pool.id)
    return True


async def leave_behind(first: First, held_pool: UUID, target: Pool) -> None:
    """Free the place held meanwhile; a head that was counted there goes along."""
    await remove_place(first.reservation_id, "held")
    await free_place(held_pool)
    if first.arrived:
        await count_arrival(held_pool, -1)
        await count_arrival(target.id, 1)


async def tell(before: tuple[Pool, ...], after: tuple[Pool, ...], now: datetime) -> None:
    """Renew the words on public pages if the availability of a pool changed. The last statement of a write."""
    if [availability(pool) for pool in before] != [availability(pool) for pool in after]:
        await touch("availability", now)
