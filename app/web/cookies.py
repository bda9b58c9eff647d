"""Our cookies: no script reads them, and where there is https they are bound to it and to our host (RFC 6265bis, 4.1.3.2)."""

from typing import Any

from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie
from litestar.response import Redirect

from app.web.house import house_of
from app.web.i18n import link

# Back must show nothing on a computer that others use, and nothing may wait in a phone that was borrowed.
LEFT = {"Clear-Site-Data": '"cache", "storage"'}


def cookie_name(kind: str, *, https: bool) -> str:
    """What a cookie is called."""
    return f"__Host-{kind}" if https else kind


def own_cookie(kind: str, value: str, *, https: bool, seconds: int | None = None) -> Cookie:
    """A cookie for so many seconds, 0 to take it away; gone with the browser if none are given."""
    return Cookie(
        key=cookie_name(kind, https=https),
        value=value,
        path="/",
        secure=https,
        httponly=True,
        samesite="lax",
        max_age=seconds,
    )


def sent_cookie(connection: ASGIConnection[Any, Any, Any, Any], kind: str) -> str:
    """What a browser sent, nothing if it has no such cookie."""
    return connection.cookies.get(cookie_name(kind, https=house_of(connection).settings.https), "")


def left(connection: ASGIConnection[Any, Any, Any, Any], kind: str) -> Redirect:
    """Out, to the first page: the cookie is taken away, and with it what the browser kept of ours."""
    gone = own_cookie(kind, "", https=house_of(connection).settings.https, seconds=0)
    return Redirect(link("/"), status_code=303, cookies=[gone], headers=LEFT)
