"""At the door: check in, count, correct, go home. Each act is for one session, and a nonce used before changes nothing."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from app.actions.occasion import Occasion
from app.actions.promote import with_pools
from app.actions.switch import is_new, living, stop_waiting
from app.domain.errors import OverCapacity, PoolFull, Unknown, Unusable
from app.domain.programme import Session
from app.domain.reservations import Reservation
from app.domain.seats import Pool, beyond
from app.storage.doors import add_above
from app.storage.pools import (
    call_walk_ins_back,
    count_arrival,
    count_departure,
    count_walk_ins,
    hold_above,
    hold_place,
    let_walk_ins_go,
    pools_of,
    take_departure_back,
    uncount_walk_ins,
)
from app.storage.reservations import add_held, mark_arrived, mark_gone, reservation_by_id

MOST_HEADS = 200


async def check_in(door: Occasion, reservation_id: UUID, *, above: bool = False) -> None:
    """Somebody who reserved has come. One who still waits takes a place; OverCapacity asks once if there is none."""

    async def act(_: Session) -> None:
        reservation = await living(door.session_id, reservation_id)
        if reservation.arrived:
            return
        pool_id = reservation.held.id if reservation.held else await seated(reservation, above=above)
        await count_arrival(pool_id, 1)
        await mark_arrived(reservation_id, arrived=True)

    await at(door, act, above=above)


async def undo_check_in(door: Occasion, reservation_id: UUID) -> None:
    """取り消す: it was a mistap."""

    async def act(_: Session) -> None:
        reservation = await living(door.session_id, reservation_id)
        if reservation.arrived and reservation.held:
            await count_arrival(reservation.held.id, -1)
            await mark_arrived(reservation_id, arrived=False)

    await at(door, act)


async def went_home(door: Occasion, reservation_id: UUID) -> None:
    """帰った: the place is free, the head stays counted, and the wait for another place is over."""

    async def act(_: Session) -> None:
        reservation = await living(door.session_id, reservation_id)
        await stop_waiting(reservation)
        if not (reservation.held and reservation.arrived):
            raise Unknown("来た方だけ「帰った」にできます。")
        await count_departure(reservation.held.id)
        await mark_gone(reservation_id, gone=True)

    await at(door, act)


async def came_back(door: Occasion, reservation_id: UUID, *, above: bool = False) -> None:
    """帰った was a mistap, or the person is here again. OverCapacity asks once if the place is taken by now."""

    async def act(_: Session) -> None:
        reservation = await reservation_by_id(reservation_id)
        if reservation is None or reservation.session_id != door.session_id:
            raise Unknown
        if reservation.held is None or reservation.given_up or not reservation.gone:
            return
        if not await take_departure_back(reservation.held.id, above=above):
            raise OverCapacity
        await mark_gone(reservation_id, gone=False)

    await at(door, act, above=above)


async def walk_in(door: Occasion, pool_id: UUID, heads: int = 1, *, above: bool = False) -> None:
    """Count heads without a name. OverCapacity asks once when they go above the capacity; `above` confirms."""

    async def act(session: Session) -> None:
        require(session, pool_id, heads)
        if not await count_walk_ins(pool_id, heads, above=above):
            raise OverCapacity

    await at(door, act, above=above)


async def correct(door: Occasion, pool_id: UUID, heads: int = 1) -> None:
    """取り消す: heads were counted by mistake."""

    async def act(session: Session) -> None:
        require(session, pool_id, heads)
        if not await uncount_walk_ins(pool_id, heads):
            raise Unusable("取り消せる人数が残っていません。", "heads")

    await at(door, act, undoes=True)


async def walk_ins_went_home(door: Occasion, pool_id: UUID, heads: int = 1) -> None:
    """帰った, for heads without a name: their places are free, the count stays."""

    async def act(session: Session) -> None:
        require(session, pool_id, heads)
        if not await let_walk_ins_go(pool_id, heads):
            raise Unusable("いま会場にいる当日参加の人数より多くなります。", "heads")

    await at(door, act)


async def walk_ins_came_back(door: Occasion, pool_id: UUID, heads: int = 1, *, above: bool = False) -> None:
    """帰った was a mistap, for heads without a name. OverCapacity asks once if their places are taken by now."""

    async def act(session: Session) -> None:
        require(session, pool_id, heads)
        if await call_walk_ins_back(pool_id, heads, above=above):
            return
        raise Unusable("その人数は、まだ帰っていません。", "heads") if above else OverCapacity()

    await at(door, act, above=above)


async def at(
    door: Occasion, act: Callable[[Session], Awaitable[None]], *, above: bool = False, undoes: bool = False
) -> None:
    """One act in one write, unless its nonce was used before. Raises Unknown for a session that is not there.

    above: staff confirmed that it goes beyond the capacity, and by how many is noted; undoes: a mistap is taken back,
    and the note with it.
    """

    async def once(session: Session) -> None:
        if not await is_new(door):
            return
        await act(session)
        if above or undoes:
            for before, after in zip(session.pools, await pools_of(door.session_id), strict=True):
                await note_above(before, after, undoes=undoes)

    await with_pools(door, once)


async def note_above(before: Pool, after: Pool, *, undoes: bool) -> None:
    """How many more stand beyond the capacity by an act, or how many fewer by taking it back."""
    more = beyond(after) - beyond(before)
    noted = max(more, -before.above) if undoes else max(more, 0)
    if noted:
        await add_above(before.id, noted)


def require(session: Session, pool_id: UUID, heads: int) -> None:
    """Raise Unknown for a pool of another session, Unusable for a number nobody counts at once."""
    require_pool(session, pool_id)
    if not 1 <= heads <= MOST_HEADS:
        raise Unusable("1 から 200 までの人数を書いてください。", "heads")


def require_pool(session: Session, pool_id: UUID) -> None:
    """Raise Unknown for a pool of another session."""
    if all(pool.id != pool_id for pool in session.pools):
        raise Unknown


async def seated(reservation: Reservation, *, above: bool) -> UUID:
    """A held place for one who still waits; the pool. Raises OverCapacity unless there is room or `above` is said."""
    if reservation.waiting is None:
        raise Unknown
    await stop_waiting(reservation)
    await hold(reservation.waiting.id, above=above)
    await add_held(reservation.id, reservation.waiting.id)
    return reservation.waiting.id


async def hold(pool_id: UUID, *, above: bool) -> None:
    """Hold a place for somebody at the door. Raises OverCapacity unless there is room or `above` is said."""
    if above:
        await hold_above(pool_id)
        return
    try:
        await hold_place(pool_id, overtaking=True)
    except PoolFull:
        raise OverCapacity from None
