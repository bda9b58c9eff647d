"""What every layer round the application is made of."""

from abc import ABC, abstractmethod

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Receive, Scope, Send


class Layer(ABC):
    """A layer that lets everything but HTTP pass."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == ScopeType.HTTP:
            await self.answer(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    @abstractmethod
    async def answer(self, scope: HTTPScope, receive: Receive, send: Send) -> None:
        """What the layer does with HTTP."""
