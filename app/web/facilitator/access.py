"""Which door is whose: the facilitators of a session, the organisers who own it on its date, a helper with its link.

Nobody else learns of it.
"""

from typing import Any
from uuid import UUID

from litestar import Request

from app.actions.occasion import SHORTEST_NONCE, Occasion, hash_of_nonce
from app.domain.errors import Ended, Unknown, Unusable
from app.domain.programme import Session
from app.domain.registration import forgets_at
from app.storage.sessions import session_by_id
from app.web.facilitator.keeper import Keeper
from app.web.house import house_of

AnyRequest = Request[Any, Any, Any]

NO_NONCE = "このページを開きなおして、もう一度押してください。"
FORGOTTEN = "この回の名簿は、もう残っていません。"


async def own_session(session_id: UUID, keeper: Keeper) -> Session:
    """The session, for those who may see its nicknames. Raises Unknown for everybody else, as for one that is not there."""
    session = await session_by_id(session_id)
    if session is None or not keeper.sees(session):
        raise Unknown
    return session


async def organised_session(session_id: UUID, keeper: Keeper) -> Session:
    """The same, for organisers alone."""
    session = await own_session(session_id, keeper)
    if not keeper.organises(session):
        raise Unknown
    return session


def require_names(request: AnyRequest, session: Session) -> None:
    """Raise Ended once the nicknames are to be forgotten, whether it has been done yet or not."""
    house = house_of(request)
    if house.clock() >= forgets_at(session, house.settings.timezone):
        raise Ended(FORGOTTEN)


def occasion(request: AnyRequest, session: Session, nonce: str, act: str) -> Occasion:
    """The session, now. A form's nonce counts once for each act on its page. Raises Unusable without a nonce."""
    house = house_of(request)
    if len(nonce) < SHORTEST_NONCE:
        raise Unusable(NO_NONCE, "nonce")
    return Occasion(
        session_id=session.id,
        now=house.clock(),
        zone=house.settings.timezone,
        nonce_hash=hash_of_nonce(f"{nonce} {act}", house.settings.secret),
    )
