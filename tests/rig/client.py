"""The real application, asked without a network: `client`, or `application(...)` with other settings."""

import re
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import msgspec
import pytest
from litestar import Litestar

from app.actions.add_user import add_user
from app.asgi import create_app
from app.domain.staff import Role
from app.settings import Settings
from app.web.house import STATE_KEY, House
from tests.rig.clock import Clock
from tests.rig.databases import Database

SECRET = b"a secret of tests, long enough for everything"
TOKEN = re.compile(r'name="_csrf_token" value="([0-9a-f]+)"')
PASSWORD = "a good long password"


def settings_for(address: str, **changes: Any) -> Settings:
    """Settings of a test installation with the database at an address; no rate limit unless asked for."""
    settings = Settings(
        database=address,
        base_url="http://127.0.0.1:8000",
        secret=SECRET,
        timezone=ZoneInfo("Asia/Tokyo"),
        rate_limit=False,
    )
    return msgspec.structs.replace(settings, **changes)


# Applications whose test is over, by their settings: making the routes takes a fifth of a second, a thousand times.
BUILT: dict[Settings, Litestar] = {}


class Client(httpx.AsyncClient):
    """A browser: keeps cookies, follows nothing unless told."""

    app: Litestar

    async def submit(self, page: str, typed: dict[str, Any], action: str | None = None) -> httpx.Response:
        """Open a page with a form, fill it in and send it, to `action` if that is another address."""
        token = TOKEN.search((await self.get(page)).text)
        return await self.post(action or page, data={"_csrf_token": token[1] if token else "", **typed})

    async def sign_in(self, mail: str, password: str = PASSWORD) -> httpx.Response:
        """Sign in as staff."""
        return await self.submit("/staff/sign-in", {"mail": mail, "password": password})


@asynccontextmanager
async def application(address: str, clock: Clock, **changes: Any) -> AsyncIterator[Client]:
    """A client of an application of its own, for settings that differ."""
    settings = settings_for(address, **changes)
    like = msgspec.structs.replace(settings, database="")
    app = BUILT.pop(like, None) or create_app(settings, clock)
    routes = len(app.routes)
    begin_anew(app, House(settings, clock, secrets.token_bytes))
    async with app.lifespan(), client_of(app, settings) as client:
        yield client
    if len(app.routes) == routes:
        BUILT[like] = app


def begin_anew(app: Litestar, house: House) -> None:
    """Let an application forget all it kept, and serve another database by another clock."""
    old: House = app.state[STATE_KEY]
    vars(old.limits).update(vars(house.limits))
    vars(old).update({**vars(house), "limits": old.limits})


def client_of(app: Litestar, settings: Settings) -> Client:
    """Another browser for an application that is running."""
    client = Client(transport=httpx.ASGITransport(app), base_url=settings.base_url)  # type: ignore[arg-type]
    client.app = app
    return client


@pytest.fixture
async def client(database: Database, clock: Clock) -> AsyncIterator[Client]:
    """A client of the application on `database`, so once on each engine."""
    async with application(database.address, clock) as client:
        yield client


async def staff_member(
    mail: str, role: Role, clock: Clock, *, organisation: str = "", venue: str = "", password: str = PASSWORD
) -> str:
    """Add a staff member to the open database; the address to sign in with."""
    await add_user(mail, password, role, clock(), organisation=organisation, venue=venue)
    return mail
