"""The application: routes, templates, refusals and the layers round them."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from litestar import Litestar
from litestar.datastructures import CacheControlHeader, State
from litestar.middleware import DefineMiddleware
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.static_files import create_static_files_router
from litestar.template import TemplateConfig
from litestar.types import ControllerRouterHandler

from app.settings import ROOT, Settings
from app.storage.engine import opened
from app.web.chance import Chance
from app.web.csrf import CsrfMiddleware, FormTokens
from app.web.dependencies import DEPENDENCIES
from app.web.edge import with_edge
from app.web.errors import HANDLERS
from app.web.house import STATE_KEY, Clock, House
from app.web.limits import LimitMiddleware
from app.web.live import LIVE_KEY, Live
from app.web.routes import CONTROLLERS
from app.web.templates import Templates

LARGEST_BODY = 1_000_000
STATIC_SECONDS = 3600

Lifespan = Callable[[Litestar], AbstractAsyncContextManager[None]]


def build(
    settings: Settings, clock: Clock, chance: Chance, background: tuple[Lifespan, ...] = ()
) -> Litestar:
    """The application. `background` runs while the database is open."""
    house, live = House(settings, clock, chance), Live()
    app = Litestar(
        route_handlers=[*CONTROLLERS, static_files()],
        dependencies=DEPENDENCIES,
        exception_handlers=HANDLERS,
        middleware=[
            DefineMiddleware(LimitMiddleware, limits=house.limits),
            DefineMiddleware(CsrfMiddleware, tokens=FormTokens(settings, chance), settings=settings),
        ],
        plugins=[live.channels],
        lifespan=[database_of(house), live.lifespan, *background],
        state=State({STATE_KEY: house, LIVE_KEY: live}),
        template_config=TemplateConfig(instance=Templates(settings)),
        openapi_config=openapi(),
        include_in_schema=False,
        request_max_body_size=LARGEST_BODY,
        logging_config=None,
    )
    app.asgi_handler = with_edge(app.asgi_handler, house)
    return app


def database_of(house: House) -> Lifespan:
    """The database, open while the application serves."""

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        async with opened(house.settings.database):
            yield

    return lifespan


def static_files() -> ControllerRouterHandler:
    """What never differs between visitors and installations."""
    return create_static_files_router(
        path="/static",
        directories=[ROOT / "static"],
        cache_control=CacheControlHeader(public=True, max_age=STATIC_SECONDS),
    )


def openapi() -> OpenAPIConfig:
    """The description of the API, as JSON only: the built-in readers load fonts from elsewhere."""
    return OpenAPIConfig(
        title="Hidamari",
        version="1",
        path="/api",
        render_plugins=[JsonRenderPlugin(path="/openapi.json")],
    )
