"""Everything under /api."""

from litestar import Router

from app.web.api.programme import SeriesController, SessionsController, VenuesController
from app.web.api.reservations import ReservationController, ReserveController
from app.web.api.timetables import TimetablesController

API = Router(
    path="/api",
    route_handlers=[
        VenuesController,
        SeriesController,
        SessionsController,
        ReserveController,
        ReservationController,
        TimetablesController,
    ],
    include_in_schema=True,
)
