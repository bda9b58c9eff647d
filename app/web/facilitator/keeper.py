"""Who stands at a door: staff who are signed in, or a helper with the link of one session."""

from datetime import datetime
from typing import Any
from uuid import UUID

from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie
from litestar.di import Provide
from litestar.handlers import BaseRouteHandler
from msgspec import Struct

from app.actions.door_link import opened_door
from app.domain.door import link_ends_at
from app.domain.errors import DomainError
from app.domain.programme import Session
from app.domain.registration import forgets_at
from app.domain.staff import Staff
from app.storage.door_links import DoorLink
from app.storage.sessions import session_by_id
from app.storage.staff import sign_in_of, staff_by_id
from app.web.cookies import own_cookie, sent_cookie
from app.web.guards import require_staff, staff_of
from app.web.house import house_of

Connection = ASGIConnection[Any, Any, Any, Any]
KEEPER_KEY = "keeper"
DAY_SECONDS = 24 * 60 * 60


class Keeper(Struct, frozen=True):
    """At least one of the two. A link opens its own session and nothing else."""

    staff: Staff | None = None
    link: DoorLink | None = None

    def sees(self, session: Session) -> bool:
        """Whether the nicknames of a session are for their eyes."""
        return self.by_role(session) or bool(self.link and self.link.session_id == session.id)

    def by_role(self, session: Session) -> bool:
        """The same, without the link."""
        return bool(self.staff and self.staff.sees_nicknames_of(session.series.id, owner_id(session)))

    def organises(self, session: Session) -> bool:
        """Whether they are organisers of the organisation that owns the session on its date."""
        return bool(self.staff and owner_id(session) in self.staff.organisations("organiser"))


def owner_id(session: Session) -> UUID | None:
    """The organisation that owns the session on its date."""
    return session.owner.id if session.owner else None


async def keeper_of(request: Connection) -> Keeper:
    """Who asks, found out once a request. Raises NotSignedIn for nobody, Ended for a link whose day is over."""
    state = request.scope["state"]
    if KEEPER_KEY not in state:
        state[KEEPER_KEY] = await whoever_asks(request)
    found: Keeper = state[KEEPER_KEY]
    return found


async def whoever_asks(request: Connection) -> Keeper:
    """The same, asked of the store."""
    staff = await staff_of(request)
    try:
        link = await link_of(request)
    except DomainError:
        # Staff may have an old link in their browser; whoever has nothing else is told that it ended.
        if staff is None:
            raise
        link = None
    return Keeper(staff, link) if link else Keeper(await require_staff(request))


async def link_of(connection: Connection) -> DoorLink | None:
    """The link that this browser came by, None if it came by none. Raises Ended and NotYetOpen."""
    token = sent_cookie(connection, "door")
    if not token:
        return None
    house = house_of(connection)
    link, _ = await opened_door(token, house.clock(), house.settings.timezone)
    return link


async def at_a_door(connection: Connection, _: BaseRouteHandler) -> None:
    """A guard: signed in, or here by a link. Which door is theirs is asked of the session."""
    await keeper_of(connection)


async def still_keeps(connection: Connection, session_id: UUID) -> bool:
    """Whether whoever opened a page may see it still. Asked again by a page that stays open; it prolongs no sign-in."""
    house = house_of(connection)
    now = house.clock()
    session = await session_by_id(session_id)
    if session is None:
        return False
    found = await sign_in_of(sent_cookie(connection, "staff"), now)
    staff = await staff_by_id(found["staff_id"]) if found else None
    try:
        link = await link_of(connection)
    except DomainError:
        link = None
    forgotten = now >= forgets_at(session, house.settings.timezone)
    return Keeper(staff, link).sees(session) and not forgotten


def door_cookie(connection: Connection, token: str, seconds: int) -> Cookie:
    """The cookie of a link, for so many seconds."""
    return own_cookie("door", token, https=house_of(connection).settings.https, seconds=seconds)


def seconds_left(session: Session, now: datetime, connection: Connection) -> int:
    """How long a browser keeps a link: a day beyond its end, so that a phone that comes back is told that it ended."""
    ends = link_ends_at(session, house_of(connection).settings.timezone)
    return int((ends - now).total_seconds()) + DAY_SECONDS


KEEPER = {"keeper": Provide(keeper_of)}
