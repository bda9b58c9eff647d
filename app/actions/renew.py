"""New words and links for a reservation; the old ones open nothing any more."""

from uuid import UUID

from app.actions.occasion import Occasion
from app.actions.switch import is_new, living
from app.domain.secrets import Secrets, secrets_of, stored
from app.storage.reservations import set_hashes
from app.storage.transactions import write

TRIES = 5


async def renew(occasion: Occasion, reservation_id: UUID, secret: bytes) -> Secrets:
    """Renew the secrets of a reservation; the ones that are good now. Raises Ended once it is given up or forgotten."""

    async def work() -> Secrets:
        reservation = await living(occasion.session_id, reservation_id)
        version = reservation.version
        if not await is_new(occasion):
            return secrets_of(secret, reservation_id, version)
        # Words that are taken by chance are passed over.
        for following in range(version + 1, version + 1 + TRIES):
            secrets = secrets_of(secret, reservation_id, following)
            if await set_hashes(reservation_id, following, stored(secret, secrets)):
                return secrets
        raise LookupError("no free words were found")

    return await write(work)
