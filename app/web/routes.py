"""All routes in one place: every controller of the application stands in this list."""

from litestar.types import ControllerRouterHandler

from app.web.account.routes import ACCOUNT
from app.web.admin.routes import ADMIN
from app.web.api.routes import API
from app.web.facilitator.routes import FACILITATOR
from app.web.health import HealthController
from app.web.organiser.routes import ORGANISER
from app.web.participant.routes import PARTICIPANT
from app.web.public.routes import PUBLIC
from app.web.sign_in import SignInController
from app.web.venue_manager.routes import VENUE_MANAGER

CONTROLLERS: list[ControllerRouterHandler] = [
    HealthController,
    SignInController,
    *ACCOUNT,
    *PUBLIC,
    *PARTICIPANT,
    *FACILITATOR,
    ORGANISER,
    VENUE_MANAGER,
    *ADMIN,
    API,
]
