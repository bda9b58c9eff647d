"""The controllers of those who stand at the door."""

from litestar.types import ControllerRouterHandler

from app.web.facilitator.around import AroundController
from app.web.facilitator.attendance import AttendanceController
from app.web.facilitator.capacity import CapacityController
from app.web.facilitator.door_link import DoorLinkController
from app.web.facilitator.live import LiveController
from app.web.facilitator.my_sessions import MySessionsController
from app.web.facilitator.places import PlaceController
from app.web.facilitator.queue import QueueController
from app.web.facilitator.telephone import TelephoneController

FACILITATOR: tuple[ControllerRouterHandler, ...] = (
    MySessionsController,
    AttendanceController,
    TelephoneController,
    PlaceController,
    CapacityController,
    QueueController,
    LiveController,
    AroundController,
    DoorLinkController,
)
