"""The controllers of what everybody may read."""

from litestar.types import ControllerRouterHandler

from app.web.feeds import FeedController
from app.web.public.areas import AreaController
from app.web.public.embed import EmbedController
from app.web.public.front import FrontController
from app.web.public.guides import GuideController
from app.web.public.months import MonthController
from app.web.public.organisations import OrganisationController
from app.web.public.papers import PaperController
from app.web.public.series import SeriesController
from app.web.public.sessions import SessionController
from app.web.public.signage import SignageController
from app.web.public.sitemap import SitemapController
from app.web.public.subscribe import SubscribeController
from app.web.public.venues import VenueController
from app.web.public.words import WordsController

PUBLIC: tuple[ControllerRouterHandler, ...] = (
    FrontController,
    VenueController,
    AreaController,
    SeriesController,
    SessionController,
    OrganisationController,
    MonthController,
    PaperController,
    SubscribeController,
    GuideController,
    WordsController,
    FeedController,
    SitemapController,
    SignageController,
    EmbedController,
)
