"""The controllers of those who look after a venue."""

from litestar import Router
from litestar.di import Provide

from app.web.venue_manager.access import managed_venue
from app.web.venue_manager.closing import ClosingController
from app.web.venue_manager.new_use import NewUseController
from app.web.venue_manager.requests import RequestsController
from app.web.venue_manager.rooms import RoomsController
from app.web.venue_manager.settings import VenueSettingsController
from app.web.venue_manager.sheet import RoomSheetController

VENUE_MANAGER = Router(
    path="/",
    dependencies={"venue": Provide(managed_venue)},
    route_handlers=[
        RoomsController,
        RequestsController,
        NewUseController,
        VenueSettingsController,
        ClosingController,
        RoomSheetController,
    ],
)
