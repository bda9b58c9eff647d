"""The sessions at whose door somebody stands, today's first."""

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from litestar import Controller, Request, get
from litestar.di import NamedDependency
from litestar.response import Template

from app.domain.programme import Session
from app.domain.registration import forgets_at
from app.domain.staff import Staff
from app.storage.facilitations import sessions_seen_by
from app.web.facilitator.page import SESSIONS, staff_links
from app.web.guards import requires
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.moment import Moment, moment_of
from app.web.views import Data, card, day_head

DAYS_BACK = 2
DAYS_AHEAD = 31
MOST_SHOWN = 60


class MySessionsController(Controller):
    path = SESSIONS
    guards = [requires("facilitator", "organiser")]  # noqa: RUF012 -- as Litestar reads it

    @get()
    async def show(
        self,
        request: Request[Any, Any, Any],
        staff: NamedDependency[Staff],
        today: NamedDependency[date],
    ) -> Template:
        found = await sessions_seen_by(
            staff, today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD)
        )
        at = moment_of(request)
        ahead = [session for session in found if session.date >= today][:MOST_SHOWN]
        past = [
            session for session in found if session.date < today and at.now < forgets_at(session, at.zone)
        ]
        context = {
            "days": days_of(ahead, at),
            "past": days_of(past, at),
            "until": today + timedelta(days=DAYS_AHEAD),
            "staff_links": staff_links(staff),
            "staff_here": SESSIONS,
        }
        return Template("staff/facilitator/sessions.html", context=context)


def days_of(sessions: list[Session], at: Moment) -> list[Data]:
    """Days with their sessions."""
    return [
        day_head(day, at.today) | {"sessions": [door_card(session, at) for session in of_day]}
        for day, of_day in groupby(sessions, key=lambda session: session.date)
    ]


def door_card(session: Session, at: Moment) -> Data:
    """A card that leads to the door, with the numbers staff go by."""
    reserved = sum(pool.reserved for pool in session.pools)
    waiting = sum(pool.waiting for pool in session.pools)
    tags = [{"text": _("予約%(number)s") % {"number": reserved}}]
    if waiting:
        tags.append({"text": _("待つ方%(number)s") % {"number": waiting}})
    if session.state == "planned":
        tags.append({"text": _("予定（まだ決まっていません）"), "kind": "full"})
    href = link(f"{SESSIONS}/{session.id}/attendance") + "#door"
    return card(session, at) | {"href": href, "tags": tags, "audience": []}
