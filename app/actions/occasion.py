"""When and for which session something is done to its places."""

from datetime import datetime, tzinfo
from uuid import UUID

from msgspec import Struct

from app.domain.errors import Unusable
from app.domain.secrets import keyed_hash

SHORTEST_NONCE = 22
LONGEST_NONCE = 200


class Occasion(Struct, frozen=True, kw_only=True):
    """The session acted on, the time, and the hash of the form's nonce; an act whose nonce was used changes nothing."""

    session_id: UUID
    now: datetime
    zone: tzinfo
    nonce_hash: str | None = None


def hash_of_nonce(nonce: str, secret: bytes) -> str:
    """What a nonce is kept as. Raises Unusable below 22 or above 200 characters."""
    if not SHORTEST_NONCE <= len(nonce) <= LONGEST_NONCE:
        raise Unusable("送信の番号は、22文字から200文字にしてください。", "nonce")
    return keyed_hash(secret, "nonce", nonce)
