"""The controllers of those who look after a venue."""

from litestar.types import ControllerRouterHandler

from app.web.venue_manager.closing import ClosingController
from app.web.venue_manager.new_use import NewUseController
from app.web.venue_manager.requests import RequestsController
from app.web.venue_manager.rooms import RoomsController
from app.web.venue_manager.settings import VenueSettingsController
from app.web.venue_manager.sheet import RoomSheetController

VENUE_MANAGER: tuple[ControllerRouterHandler, ...] = (
    RoomsController,
    RequestsController,
    NewUseController,
    VenueSettingsController,
    ClosingController,
    RoomSheetController,
)
