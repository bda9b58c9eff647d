"""席を変える, at the door: also into a full one, once staff were asked and said so."""

from uuid import UUID

from app.actions.attend import at, hold
from app.actions.occasion import Occasion
from app.actions.switch import living, move_in, stop_waiting
from app.domain.programme import Session
from app.domain.registration import pool_for


async def seat_elsewhere(
    door: Occasion, reservation_id: UUID, mode: str, seat: str, *, above: bool = False
) -> None:
    """Change to another mode or seat; the old place is kept until the new one is held. A nonce used before changes nothing.

    Raises OverCapacity unless there is room or `above` confirms, Unusable for a seat this session does not have, Ended for
    whoever gave it up or went home. Choosing the place that is held ends the wait for another.
    """

    async def act(session: Session) -> None:
        reservation = await living(door.session_id, reservation_id)
        target = pool_for(session, mode, seat)
        if reservation.held and reservation.held.id == target.id:
            await stop_waiting(reservation)
            return
        await hold(target.id, above=above)
        await move_in(reservation, target)

    await at(door, act, above=above)
