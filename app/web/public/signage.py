"""A screen in the hall of a venue: today and the coming week in large type, read from three metres away."""

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from litestar import Controller, Request, Response, get
from litestar.params import FromPath
from litestar.response import Template
from markupsafe import Markup

from app.domain.errors import Unknown
from app.domain.programme import Session, Venue
from app.domain.visibility import venue_has_page
from app.storage.sessions import sessions_between
from app.storage.venues import venue_by_slug
from app.web import saying
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.moment import Moment
from app.web.public.pages import address, first_of, kept_for_all, page
from app.web.qr import qr
from app.web.views import Data, day_head, hours_of, note, state_of

DAYS = 7
# What a screen holds in type that can be read from three metres.
MOST_TODAY = 4
MOST_WEEK = 6
MOST_LINES = 8
"""Of the week: a line a day and one a session."""


class SignageController(Controller):
    path = "/signage/venues"

    @get("/{slug:str}")
    async def show(self, request: Request[Any, Any, Any], slug: FromPath[str]) -> Response[bytes]:
        discreet = first_of(request.query_params, "titles", ("discreet",)) is not None
        base_url = house_of(request).settings.base_url

        async def render(at: Moment) -> Template:
            return await signage_page(slug, at, base_url, discreet=discreet)

        return await kept_for_all(request, render, query=("titles",))


async def signage_page(slug: str, at: Moment, base_url: str, *, discreet: bool) -> Template:
    """Today and the week after it at a venue. Raises Unknown."""
    venue = await venue_by_slug(slug)
    if venue is None or not venue_has_page(venue):
        raise Unknown
    found = await sessions_between(at.today, at.today + timedelta(days=DAYS), venue_id=venue.id)
    today = [each for each in found if each.date == at.today]
    # The line that says how many more there are takes the place of the last.
    shown = len(today) if len(today) <= MOST_TODAY else MOST_TODAY - 1
    later = [each for each in found if each.date > at.today]
    week = later[: fitting(later)]
    return page(
        "signage",
        address("signage", "venues", venue.slug, titles="discreet" if discreet else None),
        venue=venue,
        zone=str(at.zone),
        day=str(at.today),
        head=day_head(at.today, at.today),
        today=[line(each, at, discreet=discreet) for each in today[:shown]],
        more_today=len(today) - shown,
        week=week_of(week, at, discreet=discreet),
        more_week=len(later) - len(week),
        sign=sign_of(venue, base_url),
        web=f"{base_url.split('://', 1)[-1]}{address('venues', venue.slug)}",
    )


def fitting(sessions: list[Session]) -> int:
    """How many sessions of the week fit on the screen: each day takes a line of its own."""
    counts = range(min(len(sessions), MOST_WEEK), 0, -1)
    return next((count for count in counts if lines_of(sessions[:count]) <= MOST_LINES), 0)


def lines_of(sessions: list[Session]) -> int:
    """The lines that sessions and their days take."""
    return len(sessions) + len({each.date for each in sessions})


def week_of(sessions: list[Session], at: Moment, *, discreet: bool) -> list[Data]:
    """The coming days that have something, each with its lines."""
    return [
        day_head(day, at.today) | {"lines": [line(each, at, discreet=discreet) for each in of_day]}
        for day, of_day in groupby(sessions, key=day_of)
    ]


def day_of(session: Session) -> date:
    """The day of a session."""
    return session.date


def line(session: Session, at: Moment, *, discreet: bool) -> Data:
    """A session as the screen shows it; a discreet one says neither what it is about nor why it is off."""
    state = state_of(session, at)
    room = session.room_name if session.room_state == "granted" else None
    ways = saying.modes(session.modes) if "online" in session.modes else ""
    return {
        "hours": hours_of(session),
        "title": session.series.discreet_title if discreet else session.series.title,
        "mark": mark_of(state),
        "state": state,
        "under": "　".join(part for part in (room, ways, "" if discreet else note(session)) if part),
    }


def mark_of(state: str) -> str:
    """What stands before a title."""
    return {"cancelled": _("【中止】"), "planned": _("（予定）"), "over": _("（終わりました）")}.get(
        state, ""
    )


def sign_of(venue: Venue, base_url: str) -> Markup:
    """The QR sign of the venue's page."""
    page = f"{base_url}{address('venues', venue.slug)}"
    return qr(page, svgclass="sign", lineclass=None, title=_("この会場の予定を開くQRコード"))
