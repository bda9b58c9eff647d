"""The controllers of those who look after the installation."""

from litestar.types import ControllerRouterHandler

from app.web.admin.installation import InstallationController

ADMIN: tuple[ControllerRouterHandler, ...] = (InstallationController,)
