"""A change of mode or seat: the old place is kept until the new one is held, also while waiting for it."""

from uuid import UUID

from app.actions.occasion import Occasion
from app.actions.promote import with_pools
from app.domain.errors import Ended, NotReservable, PoolFull
from app.domain.programme import Session
from app.domain.registration import pool_for, promotes
from app.domain.reservations import Reservation
from app.domain.seats import Pool
from app.storage.nonces import use_nonce
from app.storage.pools import count_arrival, free_place, hold_place, join_queue, leave_queue
from app.storage.reservations import add_held, add_waiting, remove_place, reservation_by_id


async def switch(
    occasion: Occasion, reservation_id: UUID, mode: str, seat: str, *, wait: bool = False
) -> Reservation:
    """Change to another mode or seat; the reservation afterwards. A nonce used before changes nothing.

    Raises PoolFull, unless `wait` says to queue for it; then and meanwhile the old place is kept. Choosing the place
    that is held ends the wait for another. Raises Ended once given up, NotReservable if the session is cancelled.
    """

    async def act(session: Session) -> Reservation:
        reservation = await living(occasion.session_id, reservation_id)
        if not await is_new(occasion):
            return reservation
        if session.state == "cancelled":
            raise NotReservable("この回は中止になりました。")
        await change_to(
            reservation,
            pool_for(session, mode, seat),
            wait=wait,
            in_order=promotes(session, occasion.now, occasion.zone),
        )
        return await living(occasion.session_id, reservation_id)

    return await with_pools(occasion, act)


async def take_free_place(occasion: Occasion, reservation_id: UUID) -> Reservation:
    """席が空きました: take the place one waits for, once it is open to anyone. Raises PoolFull if somebody was quicker."""
    reservation = await living(occasion.session_id, reservation_id)
    if reservation.waiting is None:
        return reservation
    return await switch(occasion, reservation_id, reservation.waiting.mode, reservation.waiting.seat)


async def is_new(occasion: Occasion) -> bool:
    """Whether the act was not done before with the same nonce. Its first statement in a write."""
    return occasion.nonce_hash is None or await use_nonce(occasion.nonce_hash, occasion.session_id)


async def living(session_id: UUID, reservation_id: UUID) -> Reservation:
    """The reservation as it stands. Raises Ended if it is given up, gone home, forgotten or of another session."""
    reservation = await reservation_by_id(reservation_id)
    if (
        reservation is None
        or reservation.given_up
        or reservation.gone
        or reservation.session_id != session_id
    ):
        raise Ended
    return reservation


async def change_to(reservation: Reservation, target: Pool, *, wait: bool, in_order: bool) -> None:
    """Hold the target or queue for it. in_order: nobody overtakes those who wait."""
    if reservation.held and reservation.held.id == target.id:
        await stop_waiting(reservation)
        return
    try:
        await hold_place(target.id, overtaking=not in_order)
    except PoolFull:
        if not wait:
            raise
        await wait_for(reservation, target)
    else:
        await move_in(reservation, target)


async def move_in(reservation: Reservation, target: Pool) -> None:
    """The target is held by now: leave the old place and every queue."""
    await stop_waiting(reservation)
    if reservation.held:
        await free_place(reservation.held.id)
        await remove_place(reservation.id, "held")
    if reservation.held and reservation.arrived:
        await count_arrival(reservation.held.id, -1)
        await count_arrival(target.id, 1)
    await add_held(reservation.id, target.id)


async def wait_for(reservation: Reservation, target: Pool) -> None:
    """Queue for the target, at the end; whoever queues there already keeps the turn."""
    if reservation.waiting and reservation.waiting.id == target.id:
        return
    await stop_waiting(reservation)
    await add_waiting(reservation.id, target.id, await join_queue(target.id))


async def stop_waiting(reservation: Reservation) -> None:
    """Leave the queue, if in one."""
    if reservation.waiting:
        await leave_queue(reservation.waiting.id)
        await remove_place(reservation.id, "waiting")
