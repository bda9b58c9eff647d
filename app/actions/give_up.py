"""今回はやめておく: the place is free at once, and the nickname is gone at once."""

from uuid import UUID

from app.actions.occasion import Occasion
from app.actions.promote import with_pools
from app.domain.errors import Ended
from app.domain.programme import Session
from app.domain.reservations import Reservation
from app.storage.pools import count_departure, free_place, leave_queue
from app.storage.reservations import erase, mark_gone, remove_place, reservation_by_id


async def give_up(occasion: Occasion, reservation_id: UUID) -> None:
    """Give a reservation up; a second time changes nothing. Raises Ended if it is forgotten.

    Whoever was checked in has gone home by this: the head stays counted.
    """

    async def act(_: Session) -> None:
        reservation = await reservation_by_id(reservation_id)
        if reservation is None or reservation.session_id != occasion.session_id:
            raise Ended
        if not reservation.given_up:
            await release(reservation)
            await erase(reservation_id)

    await with_pools(occasion, act)


async def release(reservation: Reservation) -> None:
    """Free what a reservation holds and waits for."""
    if reservation.waiting:
        await leave_queue(reservation.waiting.id)
        await remove_place(reservation.id, "waiting")
    if reservation.held is None or reservation.gone:
        return
    if reservation.arrived:
        await count_departure(reservation.held.id)
        await mark_gone(reservation.id, gone=True)
    else:
        await free_place(reservation.held.id)
        await remove_place(reservation.id, "held")
