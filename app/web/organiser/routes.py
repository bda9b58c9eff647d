"""The controllers of those who organise."""

from litestar import Router
from litestar.di import Provide

from app.web.organiser.access import organisation_of
from app.web.organiser.acts import ActsController
from app.web.organiser.closures import ClosuresController
from app.web.organiser.dates import DatesController
from app.web.organiser.desk import series_desk
from app.web.organiser.door_link import DeskLinkController
from app.web.organiser.edit_series import EditSeriesController
from app.web.organiser.embedding import EmbeddingController
from app.web.organiser.hand_over import HandOverController
from app.web.organiser.home import HomeController
from app.web.organiser.hosts import HostsController
from app.web.organiser.index import IndexController
from app.web.organiser.invitations import InvitationsController
from app.web.organiser.lines import LinePlaceController, NewLineController
from app.web.organiser.month import MonthController
from app.web.organiser.month_paper import MonthPaperController
from app.web.organiser.month_texts import MonthTextsController
from app.web.organiser.new_series import NewSeriesController
from app.web.organiser.offers import OfferController
from app.web.organiser.paste import PasteController
from app.web.organiser.people import PeopleController
from app.web.organiser.periods import PeriodsController
from app.web.organiser.person import PersonController
from app.web.organiser.publishing import PublishingController
from app.web.organiser.report import ReportController
from app.web.organiser.report_commissioned import CommissionedReportController, SharingController
from app.web.organiser.report_month import ReportMonthController
from app.web.organiser.report_session import ReportSessionController
from app.web.organiser.rooms import VenueRoomsController
from app.web.organiser.rule import RuleController
from app.web.organiser.series_page import SeriesPageController
from app.web.organiser.session import SessionController
from app.web.organiser.tasks import TasksController
from app.web.organiser.year import YearController

ORGANISER = Router(
    path="/",
    dependencies={"organisation": Provide(organisation_of), "at": Provide(series_desk)},
    route_handlers=[
        IndexController,
        HomeController,
        NewSeriesController,
        PasteController,
        SeriesPageController,
        EditSeriesController,
        NewLineController,
        LinePlaceController,
        MonthController,
        MonthPaperController,
        MonthTextsController,
        PublishingController,
        SessionController,
        DeskLinkController,
        DatesController,
        RuleController,
        ClosuresController,
        PeriodsController,
        InvitationsController,
        HandOverController,
        VenueRoomsController,
        HostsController,
        OfferController,
        TasksController,
        EmbeddingController,
        PeopleController,
        PersonController,
        ActsController,
        YearController,
        ReportController,
        ReportMonthController,
        ReportSessionController,
        CommissionedReportController,
        SharingController,
    ],
)
