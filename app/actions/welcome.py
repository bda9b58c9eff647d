"""名前で迎える: somebody who just came is written down by nickname, holds a place and is here, all in one write."""

from uuid import UUID

from app.actions.attend import at, hold, require_pool
from app.actions.occasion import Occasion
from app.actions.reserve import name_for
from app.domain.errors import Overloaded, Unusable
from app.domain.programme import Session
from app.domain.secrets import keyed_hash, secrets_of, stored
from app.storage.pools import count_arrival
from app.storage.reservations import add_held, add_reservation, mark_arrived, new_id


async def welcome(
    door: Occasion, pool_id: UUID, nickname: str, *, secret: bytes, above: bool = False
) -> None:
    """Write a walk-in down by nickname and check them in. A nonce used before changes nothing.

    Raises Unusable for a nickname that is none, Unknown for a pool of another session, OverCapacity unless there is room
    or `above` confirms.
    """

    async def act(session: Session) -> None:
        require_pool(session, pool_id)
        reservation_id = new_id()
        name = name_for(session, nickname, reservation_id)
        await hold(pool_id, above=above)
        await note_down(door, reservation_id, name, secret)
        await add_held(reservation_id, pool_id)
        await count_arrival(pool_id, 1)
        await mark_arrived(reservation_id, arrived=True)

    await at(door, act, above=above)


async def note_down(door: Occasion, reservation_id: UUID, nickname: str, secret: bytes) -> None:
    """The nickname, with secrets that nobody is told. Raises Overloaded where its words are taken by chance: once more."""
    if door.nonce_hash is None:
        raise Unusable(field="nonce")
    added = await add_reservation(
        reservation_id,
        door.session_id,
        nickname=nickname,
        role=None,
        way="door",
        hashes=stored(secret, secrets_of(secret, reservation_id, 1)),
        nonce_hash=door.nonce_hash,
        body_hash=keyed_hash(secret, "body", str(reservation_id)),
    )
    if not added:
        raise Overloaded
