"""The outermost layers, round every answer, unmatched routes and static files included.

From outside: the log, the language, HEAD and 304, what is kept, the headers that keep a page to itself, and addresses
that can be.
"""

import logging
import time
from typing import Any

from litestar.datastructures import MutableScopeHeaders
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Send

from app.settings import Settings
from app.web.conditional import is_unchanged
from app.web.house import House
from app.web.i18n import LANGUAGE, language_of
from app.web.kept import etag_of
from app.web.layer import Layer
from app.web.ready import Ready

ACCESS = logging.getLogger("hidamari.access")
CSP = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "script-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"
HEADERS = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": PERMISSIONS,
    # What nobody declared public is one visitor's own.
    "cache-control": "no-store",
}
HSTS = "max-age=31536000; includeSubDomains"
CONDITIONS = frozenset({b"if-none-match", b"if-modified-since"})
KEPT_ON_304 = {
    b"etag",
    b"last-modified",
    b"cache-control",
    b"vary",
    b"set-cookie",
    b"content-location",
    b"expires",
    b"content-security-policy",
}


def with_edge(app: ASGIApp, house: House) -> ASGIApp:
    """The application with its outermost layers."""
    return Logged(InLanguage(Conditional(Ready(Guarded(Addressed(app), house.settings), house))))


class Logged(Layer):
    """One line a request: the route as it is written in the code, never the path, the query or who asked."""

    async def answer(self, scope: HTTPScope, receive: Receive, send: Send) -> None:
        started = time.perf_counter()
        status = 500

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, noting)
        finally:
            spent = (time.perf_counter() - started) * 1000
            ACCESS.info("%s %s %d %.1fms", scope["method"], scope.get("path_template") or "-", status, spent)


class InLanguage(Layer):
    """The language of the request, for every text of its answer."""

    async def answer(self, scope: HTTPScope, receive: Receive, send: Send) -> None:
        before = LANGUAGE.set(language_of(scope["query_string"].decode("latin-1")))
        try:
            await self.app(scope, receive, send)
        finally:
            LANGUAGE.reset(before)


class Guarded(Layer):
    """The headers that keep a page to itself. What an answer sets stays: an embedded page names its own frame ancestors."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        super().__init__(app)
        self.headers = dict(HEADERS)
        if settings.https:
            self.headers["strict-transport-security"] = HSTS
        if settings.demo:
            self.headers["x-robots-tag"] = "noindex"

    async def answer(self, scope: HTTPScope, receive: Receive, send: Send) -> None:
        async def guarding(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableScopeHeaders.from_message(message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, guarding)


class Addressed(Layer):
    """No address holds a NUL, which neither PostgreSQL nor a file system takes: it becomes a sign that nothing is named by."""

    async def answer(self, scope: HTTPScope, receive: Receive, send: Send) -> None:
        scope["path"] = scope["path"].replace("\0", "\ufffd")
        await self.app(scope, receive, send)


class Conditional(Layer):
    """HEAD for every GET, and 304 for whoever has the bytes already."""

    async def answer(self, scope: HTTPScope, receive: Receive, send: Send) -> None:
        if scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        answer = Answering(scope, send)
        scope["method"] = "GET"
        await self.app(scope, receive, answer.send)


class Answering:
    """One answer on its way out: held until its tag is known, then sent, without its body for HEAD and 304."""

    def __init__(self, scope: HTTPScope, send: Send) -> None:
        self.onward = send
        self.asked = {name: value.decode("latin-1") for name, value in scope["headers"] if name in CONDITIONS}
        self.head = scope["method"] == "HEAD"
        self.start: Any = None
        self.bodiless = False

    async def send(self, message: Message) -> None:
        """Take the next message of the application."""
        if message["type"] == "http.response.start":
            self.start = message
        elif message["type"] == "http.response.body" and self.start is not None:
            await self.send_start(message)
            await self.send_body(message)
        elif message["type"] == "http.response.body":
            await self.send_body(message)
        else:
            await self.onward(message)

    async def send_start(self, message: Any) -> None:
        """Send status and headers, now that the body or its first part is there."""
        start, self.start = self.start, None
        found = {name.lower(): value.decode("latin-1") for name, value in start["headers"]}
        if start["status"] == 200 and found.get(b"cache-control") != "no-store":
            if b"etag" not in found and not message.get("more_body"):
                found[b"etag"] = etag_of(message.get("body", b""))
                start = {**start, "headers": [*start["headers"], (b"etag", found[b"etag"].encode())]}
            if self.asked and self.is_unchanged(found):
                kept = [pair for pair in start["headers"] if kept_on_304(pair)]
                start = {**start, "status": 304, "headers": kept}
                self.bodiless = True
        await self.onward(start)

    async def send_body(self, message: Any) -> None:
        """Send a part of the body, or nothing of it."""
        bare = self.head or self.bodiless
        onward: Any = {**message, "body": b""} if bare else message
        await self.onward(onward)

    def is_unchanged(self, headers: dict[bytes, str]) -> bool:
        """Whether the one who asks has these bytes already."""
        return is_unchanged(
            headers.get(b"etag", ""),
            headers.get(b"last-modified", ""),
            self.asked.get(b"if-none-match"),
            self.asked.get(b"if-modified-since"),
        )


def kept_on_304(pair: tuple[bytes, bytes]) -> bool:
    """Whether a header goes with a 304: what describes the body stays away."""
    name = pair[0].lower()
    return name in KEPT_ON_304 or not name.startswith(b"content-")
