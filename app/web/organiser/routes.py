"""The controllers of those who organise."""

from litestar.types import ControllerRouterHandler

from app.web.organiser.closures import ClosuresController
from app.web.organiser.dates import DatesController
from app.web.organiser.hand_over import HandOverController
from app.web.organiser.home import HomeController
from app.web.organiser.index import IndexController
from app.web.organiser.invitations import InvitationsController
from app.web.organiser.month import MonthController
from app.web.organiser.rule import RuleController
from app.web.organiser.session import SessionController

ORGANISER: tuple[ControllerRouterHandler, ...] = (
    IndexController,
    HomeController,
    MonthController,
    SessionController,
    DatesController,
    RuleController,
    ClosuresController,
    InvitationsController,
    HandOverController,
)
