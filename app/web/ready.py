"""Kept answers, given before the application is asked.

`cached` says of each answer it gives how long it holds; this layer notes headers and address, and as long as the
version is the same the next one who asks gets the same answer without routing, handlers and templates.
What is outside of it (log, language, HEAD, 304) works on such an answer as on any other.
"""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Any

from litestar.types import ASGIApp, HTTPScope, Message, Receive, Send
from msgspec import Struct

from app.domain.errors import Overloaded
from app.storage import versions
from app.storage.versions import Kind
from app.web.house import House
from app.web.kept import MOST_ANSWERS, Answer
from app.web.layer import Layer
from app.web.moment import moment_at

HOLDING_KEY = "holding"
# An address may be as long as a server takes it; those that are remembered are of our own making.
LONGEST_QUERY = 400

Headers = list[tuple[bytes, bytes]]


class Holding(Struct, frozen=True):
    """How long an answer holds. `by_moment`: only for the five minutes it was made in."""

    key: Hashable
    answer: Answer
    kinds: tuple[Kind, ...]
    by_moment: bool
    seconds: int


class Noted(Struct, frozen=True):
    """An answer as it left the application: its route for the log, and its headers but Cache-Control."""

    holding: Holding
    route: str
    headers: Headers


async def version_of(house: House, kinds: tuple[Kind, ...], *, by_moment: bool) -> tuple[object, ...]:
    """What an answer made now would be kept under, by versions that may be half a second old."""
    found = await versions.recent()
    moment = moment_at(house).now if by_moment else None
    return (house.today(), moment, tuple(found.get(kind) for kind in kinds))


def public_for(house: House, seconds: int) -> str:
    """Cache-Control of a public answer: nobody keeps it beyond midnight, when windows roll."""
    return f"public, max-age={min(seconds, int(house.until_midnight().total_seconds()))}"


class Ready(Layer):
    """Gives kept answers by their address, for GET alone."""

    def __init__(self, app: ASGIApp, house: House) -> None:
        super().__init__(app)
        self.house = house
        self.noted: OrderedDict[Hashable, Noted] = OrderedDict()

    async def answer(self, scope: HTTPScope, receive: Receive, send: Send) -> None:
        if scope["method"] != "GET" or len(scope["query_string"]) > LONGEST_QUERY:
            await self.app(scope, receive, send)
            return
        address = (scope["path"], scope["query_string"])
        noted = self.noted.get(address)
        if noted and await self.holds(noted.holding):
            scope["path_template"] = noted.route
            await self.give(noted, send)
        else:
            await self.app(scope, receive, self.noting(address, scope, send))

    async def holds(self, holding: Holding) -> bool:
        """Whether the answer is still the one that would be made; also while nobody can say, as the database is away."""
        try:
            version = await version_of(self.house, holding.kinds, by_moment=holding.by_moment)
        except Overloaded:
            return True
        return self.house.kept.find(holding.key, version) is holding.answer

    async def give(self, noted: Noted, send: Send) -> None:
        """Send it."""
        control = (b"cache-control", public_for(self.house, noted.holding.seconds).encode())
        start: Any = {"type": "http.response.start", "status": 200, "headers": [*noted.headers, control]}
        await send(start)
        body: Any = {"type": "http.response.body", "body": noted.holding.answer.body, "more_body": False}
        await send(body)

    def noting(self, address: Hashable, scope: HTTPScope, send: Send) -> Send:
        """A send that notes an answer which says how long it holds."""

        async def wrapped(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                holding: Holding | None = scope["state"].get(HOLDING_KEY)
                if holding:
                    self.note(address, Noted(holding, scope["path_template"], lasting(message["headers"])))
            await send(message)

        return wrapped

    def note(self, address: Hashable, noted: Noted) -> None:
        """Note an answer in the place of an older one; the oldest go."""
        self.noted.pop(address, None)
        self.noted[address] = noted
        while len(self.noted) > MOST_ANSWERS:
            self.noted.popitem(last=False)


def lasting(headers: Any) -> Headers:
    """The headers that stay the same as long as the answer does."""
    return [(name, value) for name, value in headers if name.lower() != b"cache-control"]
