"""All routes in one place: every controller of the application stands in this list."""

from litestar.types import ControllerRouterHandler

from app.web.health import HealthController
from app.web.sign_in import SignInController

CONTROLLERS: list[ControllerRouterHandler] = [
    HealthController,
    SignInController,
]
