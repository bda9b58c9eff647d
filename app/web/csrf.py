"""Forms that only our own pages can send: a signed token in a cookie and the same one in the form.

The cookie is set only by a page that shows a form, so that public pages stay free of cookies and can be kept.
`/api` reads no cookie and needs no token.
"""

import hmac
from hashlib import sha256
from typing import Any

from litestar import Request
from litestar.datastructures import MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from app.domain.errors import NotAllowed
from app.settings import Settings
from app.web.chance import Chance
from app.web.cookies import cookie_name, own_cookie

FIELD = "_csrf_token"
HEADER = "x-csrftoken"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
FREE_PATHS = ("/api/", "/static/")
TOKEN_KEY = "form_token"  # noqa: S105 -- the name of a key
SHOWN_KEY = "form_shown"
RANDOM_CHARACTERS = 32


class FormExpired(NotAllowed):
    """The form was opened too long ago, or in another browser."""

    code = "form_expired"
    sentence = "時間がたったので、送れませんでした。前のページを開きなおして、もう一度お送りください。"


class FormTokens:
    """Tokens that only this installation can sign."""

    def __init__(self, settings: Settings, chance: Chance) -> None:
        self.key = hmac.digest(settings.secret, b"csrf", sha256)
        self.chance = chance

    def new(self) -> str:
        """A token nobody can guess."""
        text = self.chance(RANDOM_CHARACTERS // 2).hex()
        return text + self.signature(text)

    def signature(self, text: str) -> str:
        """The signature that follows the random characters of a token."""
        return hmac.new(self.key, text.encode(), sha256).hexdigest()

    def is_ours(self, token: str) -> bool:
        """Whether we signed it."""
        text, signature = token[:RANDOM_CHARACTERS], token[RANDOM_CHARACTERS:]
        return hmac.compare_digest(signature.encode(), self.signature(text).encode())


class CsrfMiddleware:
    """Refuses a form without the token of its browser. Raises FormExpired."""

    def __init__(self, app: ASGIApp, tokens: FormTokens, settings: Settings) -> None:
        self.app = app
        self.tokens = tokens
        self.https = settings.https
        self.cookie_name = cookie_name("form", https=settings.https)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check what changes something; hand a token to what shows a form."""
        if scope["type"] != ScopeType.HTTP or scope["path"].startswith(FREE_PATHS):
            await self.app(scope, receive, send)
            return
        request: Request[Any, Any, Any] = Request(scope, receive, send)
        cookie = request.cookies.get(self.cookie_name, "")
        known = self.tokens.is_ours(cookie)
        scope["state"][TOKEN_KEY] = cookie if known else self.tokens.new()
        if scope["method"] not in SAFE_METHODS:
            sent = await token_of(request)
            if not (known and hmac.compare_digest(sent.encode(), cookie.encode())):
                raise FormExpired
        await self.app(scope, receive, send if known else self.setting_cookie(scope, send))

    def setting_cookie(self, scope: HTTPScope, send: Send) -> Send:
        """A send that adds the cookie if the answer showed a form."""

        async def wrapped(message: Message) -> None:
            if message["type"] == "http.response.start" and scope["state"].get(SHOWN_KEY):
                MutableScopeHeaders.from_message(message).add(
                    "set-cookie", self.cookie(scope["state"][TOKEN_KEY])
                )
            await send(message)

        return wrapped

    def cookie(self, token: str) -> str:
        """The Set-Cookie of a token; gone with the browser."""
        return own_cookie("form", token, https=self.https).to_header(header="")


async def token_of(request: Request[Any, Any, Any]) -> str:
    """The token a form or a script sent; empty if none."""
    if sent := request.headers.get(HEADER):
        return sent
    if request.content_type[0] not in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        return ""
    sent = (await request.form()).get(FIELD, "")
    return sent if isinstance(sent, str) else ""


def csrf_token(request: Request[Any, Any, Any]) -> str:
    """The token for a form on this page. From here on the answer sets its cookie and is never kept."""
    request.scope["state"][SHOWN_KEY] = True
    return str(request.scope["state"].get(TOKEN_KEY, ""))
