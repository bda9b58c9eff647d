"""Links that are handed over and used once. The token leaves the address bar at once, for a cookie of its own: no history,
no log and no other site learns it.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie
from litestar.response import Redirect, Template

from app.actions.let_in import opened_link
from app.domain.errors import Ended
from app.domain.staff_links import Kind, StaffLink
from app.web.cookies import own_cookie, sent_cookie
from app.web.house import house_of
from app.web.i18n import link
from app.web.qr import qr
from app.web.wording import moment

Connection = ASGIConnection[Any, Any, Any, Any]
SECONDS = 60 * 60


def fresh_id(request: Request[Any, Any, Any]) -> UUID:
    """An id for a link that a form may make: sent twice, it makes one."""
    return UUID(bytes=house_of(request).chance(16), version=4)


def handed_token(connection: Connection, kind: Kind) -> str:
    """The token with which this browser came, nothing if it came without one."""
    return sent_cookie(connection, kind)


def handed_cookie(connection: Connection, kind: Kind, token: str, seconds: int = SECONDS) -> Cookie:
    """The cookie of a link, for an hour; for no time at all once it was used."""
    return own_cookie(kind, token, https=house_of(connection).settings.https, seconds=seconds)


async def taken_in(connection: Connection, kind: Kind, token: str, now: datetime) -> Redirect | Template:
    """To the page without a token in its address; where the link is good for nothing, the page that says so."""
    try:
        await opened_link(kind, token, now)
    except Ended:
        return link_ended()
    cookie = handed_cookie(connection, kind, token)
    return Redirect(link(f"/staff/{kind}"), status_code=303, cookies=[cookie])


def link_ended() -> Template:
    """The page for every link that is good for nothing (any more): the same bytes, whatever became of it."""
    return Template("staff/account/link_ended.html", status_code=410)


def link_context(
    request: Request[Any, Any, Any], kind: Kind, token: str, ends_at: datetime
) -> dict[str, Any]:
    """What the page that shows a new link knows: the address, as text and as a picture, and until when it is good."""
    house = house_of(request)
    url = f"{house.settings.base_url}/staff/{kind}/{token}"
    return {"url": url, "qr": qr(url), "ends": moment(ends_at, house.settings.timezone), "kind": kind}


def ends_words(request: Request[Any, Any, Any], found: StaffLink) -> str:
    """Until when a link is good."""
    return moment(found.ends_at, house_of(request).settings.timezone)
