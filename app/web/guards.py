"""Who may open a page. Every staff route carries `requires(...)`; object-level checks read the slug of the path."""

from typing import Any, Literal

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.types import Guard

from app.actions.sign_in import signed_in
from app.domain.errors import DomainError, NotAllowed
from app.domain.staff import Role, Staff
from app.storage.acts import acting
from app.web.cookies import sent_cookie
from app.web.house import house_of

STAFF_KEY = "staff"
Of = Literal["anything", "organisation", "venue"]
Connection = ASGIConnection[Any, Any, Any, Any]


class NotSignedIn(DomainError):
    """Nobody is signed in in this browser."""

    code = "not_signed_in"
    sentence = "ログインしてください。"


async def staff_of(connection: Connection) -> Staff | None:
    """Who is signed in in this browser, None if nobody. Asked of the store once a request."""
    state = connection.scope["state"]
    if STAFF_KEY not in state:
        house = house_of(connection)
        token = sent_cookie(connection, "staff")
        state[STAFF_KEY] = await signed_in(token, house.clock()) if token else None
        acting(state[STAFF_KEY].id if state[STAFF_KEY] else None)
    found: Staff | None = state[STAFF_KEY]
    return found


def known_staff(request: Request[Any, Any, Any]) -> Staff | None:
    """Who is signed in, if a guard or a handler of this request has asked; public pages never ask."""
    found: Staff | None = request.scope["state"].get(STAFF_KEY)
    return found


async def require_staff(connection: Connection) -> Staff:
    """Who is signed in. Raises NotSignedIn."""
    staff = await staff_of(connection)
    if staff is None:
        raise NotSignedIn
    return staff


def requires(*roles: Role, of: Of = "anything") -> Guard:
    """A guard: one of the roles, anywhere or of the organisation or venue whose slug stands in the path as `slug`.

    Without roles anybody who is signed in may pass. No role stands in for another, not even admin.
    """

    async def guard(connection: Connection, _: BaseRouteHandler) -> None:
        staff = await require_staff(connection)
        if roles and not may(staff, roles, of, str(connection.path_params.get("slug", ""))):
            raise NotAllowed

    return guard


def may(staff: Staff, roles: tuple[Role, ...], of: Of, slug: str) -> bool:
    """Whether one of the roles is held, of the thing with this slug where `of` names a kind."""
    if of == "organisation":
        return slug in staff.organisation_slugs(*roles)
    if of == "venue":
        return slug in staff.venue_slugs()
    return staff.has(*roles)
