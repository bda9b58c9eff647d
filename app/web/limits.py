"""How often something may be tried, without knowing by whom.

A client is an HMAC of its network (the first 24 bits of an IPv4 address, 48 of IPv6) under a salt that lives in memory
for one day: nothing is stored, nothing can be compared with another day, and no address is ever written anywhere.
Buckets for everybody together hold where addresses change.
"""

import asyncio
import hmac
from collections import deque
from collections.abc import Callable
from datetime import date, datetime
from hashlib import sha256
from ipaddress import ip_address, ip_network
from typing import Any

from litestar.connection import ASGIConnection
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send
from msgspec import Struct

from app.domain.errors import TooMany
from app.web.chance import Chance

SALT_BYTES = 32
MOST_BUCKETS = 50_000
EVERYONE = "everyone"
NOWHERE = "0.0.0.0"  # noqa: S104 -- stands for an address that cannot be read


class Rate(Struct, frozen=True):
    """So many tries in so many seconds."""

    tries: int
    seconds: int


class Limit(Struct, frozen=True):
    """What is limited, for a client and for everybody together; None is without limit."""

    name: str
    client: Rate | None = None
    everyone: Rate | None = None


CHANGING = Limit("changing", client=Rate(120, 60), everyone=Rate(6000, 60))
# Counted before the password is looked at and given back where it was right; nothing for everybody together: nobody can
# lock the others out.
SIGNING_IN = Limit("signing in", client=Rate(10, 600))
WORDS = Limit("words", client=Rate(10, 600))
ALL_WORDS = Limit("all words", everyone=Rate(60, 60))
SLOW_SECONDS = 2.0


def guesses_at(mail: str) -> Limit:
    """Tries with one address from anywhere. Beyond them an answer is slow and nobody is refused: its owner still gets in."""
    return Limit(f"password of {mail}", everyone=Rate(30, 600))


def codes_of(ticket: str) -> Limit:
    """Codes of the account a ticket speaks of, from anywhere. Only who knows the password can use them up."""
    return Limit(f"code of {ticket.partition('.')[0]}", everyone=Rate(10, 600))


class Limits:
    """The tries of this process. `on` False lets everything pass."""

    def __init__(
        self, clock: Callable[[], datetime], chance: Chance, *, proxies: int = 0, on: bool = True
    ) -> None:
        self.clock = clock
        self.chance = chance
        self.proxies = proxies
        self.on = on
        self.tries: dict[bytes, deque[float]] = {}
        self.day: date | None = None
        self.salt = b""

    def spend(self, connection: ASGIConnection[Any, Any, Any, Any], limit: Limit) -> None:
        """Count one try. Raises TooMany, and counts nothing, if one bucket is full."""
        self.check(connection, limit)
        for key, _ in self.buckets(connection, limit):
            self.tries.setdefault(key, deque()).append(self.seconds())

    def give_back(self, connection: ASGIConnection[Any, Any, Any, Any], limit: Limit) -> None:
        """Take back the newest try, which went right. Where tries were forgotten meanwhile there is nothing to take."""
        for key, _ in self.buckets(connection, limit):
            if tries := self.tries.get(key):
                tries.pop()

    def check(self, connection: ASGIConnection[Any, Any, Any, Any], limit: Limit) -> None:
        """Raise TooMany if one bucket is full; counts nothing. For what only counts when it goes wrong."""
        for key, rate in self.buckets(connection, limit):
            if wait := self.wait_for(key, rate):
                raise TooMany(wait)

    async def slow_down(self, connection: ASGIConnection[Any, Any, Any, Any], limit: Limit) -> None:
        """Count one try, and wait a moment where a bucket is full instead of refusing."""
        try:
            self.spend(connection, limit)
        except TooMany:
            await asyncio.sleep(SLOW_SECONDS)

    def wait_for(self, key: bytes, rate: Rate) -> int:
        """Seconds until a bucket has room, 0 if it has."""
        tries = self.tries.get(key)
        if tries is None:
            return 0
        now = self.seconds()
        # What lies ahead was counted before the clock was put back: nobody waits an hour for that.
        while tries and not now - rate.seconds < tries[0] <= now:
            tries.popleft()
        if not tries:
            del self.tries[key]
            return 0
        return 0 if len(tries) < rate.tries else max(1, round(tries[0] + rate.seconds - now))

    def buckets(
        self, connection: ASGIConnection[Any, Any, Any, Any], limit: Limit
    ) -> list[tuple[bytes, Rate]]:
        """The buckets of a limit for this client."""
        if not self.on:
            return []
        self.renew()
        found = []
        if limit.client:
            found.append((self.key(limit.name, network(address_of(connection, self.proxies))), limit.client))
        if limit.everyone:
            found.append((self.key(limit.name, EVERYONE), limit.everyone))
        return found

    def key(self, name: str, client: str) -> bytes:
        """The bucket of a network today."""
        return hmac.digest(self.salt, f"{name}\0{client}".encode(), sha256)

    def renew(self) -> None:
        """Forget salt and tries every day, and when too many networks are about to be remembered."""
        today = self.clock().date()
        if self.day != today or len(self.tries) > MOST_BUCKETS:
            self.day, self.salt = today, self.chance(SALT_BYTES)
            self.tries.clear()

    def seconds(self) -> float:
        """The clock as a number."""
        return self.clock().timestamp()


def address_of(connection: ASGIConnection[Any, Any, Any, Any], proxies: int) -> str:
    """The address our outermost proxy saw; with no proxy, the one that connected.

    Only as many entries of X-Forwarded-For count as there are proxies of our own: the rest anybody can write.
    """
    client = connection.client.host if connection.client else NOWHERE
    if not proxies:
        return client
    forwarded = [
        part.strip() for part in ",".join(connection.headers.getall("x-forwarded-for", [])).split(",")
    ]
    seen = [part for part in forwarded if part]
    return seen[-min(proxies, len(seen))] if seen else client


def network(address: str) -> str:
    """The network of an address: /24 of IPv4, /48 of IPv6."""
    try:
        found = ip_address(address)
    except ValueError:
        return NOWHERE
    mapped = getattr(found, "ipv4_mapped", None)
    found = mapped or found
    return str(ip_network(f"{found}/{24 if found.version == 4 else 48}", strict=False))


class LimitMiddleware:
    """Counts whatever changes something, before anything else is done with it."""

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self.app = app
        self.limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass. Raises TooMany."""
        if scope["type"] == ScopeType.HTTP and scope["method"] not in {"GET", "HEAD", "OPTIONS"}:
            self.limits.spend(ASGIConnection(scope, receive, send), CHANGING)
        await self.app(scope, receive, send)
