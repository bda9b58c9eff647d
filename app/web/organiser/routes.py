"""The controllers of those who organise."""

from litestar.types import ControllerRouterHandler

from app.web.organiser.home import HomeController
from app.web.organiser.index import IndexController

ORGANISER: tuple[ControllerRouterHandler, ...] = (
    IndexController,
    HomeController,
)
