"""電話の予約: staff write a nickname down for somebody and read the four words out, once."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from app.actions.occasion import hash_of_nonce
from app.actions.reserve import Submission, Wish, take
from app.domain.reservations import Receipt


async def take_by_telephone(
    session_id: UUID, wish: Wish, *, nonce: str, now: datetime, zone: ZoneInfo, secret: bytes
) -> Receipt:
    """Take a place for somebody on the telephone or at the door (the wish's way says which); words to be read out.

    The same write as on the page: nobody on the telephone overtakes those who wait. Only the rules for the public, such
    as 受付開始, 締切 and invitations, are not asked. Raises Ended for a session that is over or cancelled, and as `reserve`.
    """
    submission = Submission(
        session_id=session_id,
        wish=wish,
        nonce_hash=hash_of_nonce(nonce, secret),
        now=now,
        zone=zone,
        secret=secret,
        by_staff=True,
    )
    return await take(submission)
