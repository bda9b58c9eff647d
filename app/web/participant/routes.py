"""The controllers of those who take part: the form, their reservation, an invitation."""

from litestar.types import ControllerRouterHandler

from app.web.participant.invitations import InvitationController
from app.web.participant.my_reservation import MyReservationController
from app.web.participant.reserving import ReserveController

PARTICIPANT: tuple[ControllerRouterHandler, ...] = (
    ReserveController,
    MyReservationController,
    InvitationController,
)
