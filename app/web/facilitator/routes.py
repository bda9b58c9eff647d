"""The controllers of those who stand at the door."""

from litestar.types import ControllerRouterHandler

from app.web.facilitator.attendance import AttendanceController
from app.web.facilitator.capacity import CapacityController
from app.web.facilitator.my_sessions import MySessionsController
from app.web.facilitator.places import PlaceController
from app.web.facilitator.telephone import TelephoneController

FACILITATOR: tuple[ControllerRouterHandler, ...] = (
    MySessionsController,
    AttendanceController,
    TelephoneController,
    PlaceController,
    CapacityController,
)
