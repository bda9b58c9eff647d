"""A session: what will happen there first, and one large button at the end."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath
from litestar.response import Template
from markupsafe import Markup

from app.domain.errors import Unknown
from app.domain.programme import Session
from app.domain.registration import WITHOUT_INVITATION, promotes, reception
from app.publishing.json_ld import json_ld
from app.settings import Settings
from app.storage.series import hosts_of
from app.storage.sessions import children_of, public_session_by_id, sessions_between
from app.web import saying
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.moment import Moment
from app.web.public.pages import address, kept_for_all, page
from app.web.public.series import host_line
from app.web.views import Data, date_card, dated_card, hours_of, state_of, venue_link
from app.web.wording import day, day_and_year, hours, moment

OTHER_DATES = 3
DAYS_AHEAD = 400


class SessionController(Controller):
    path = "/sessions"

    @get("/{session_id:uuid}")
    async def one(self, request: Request[Any, Any, Any], session_id: FromPath[UUID]) -> Response[bytes]:
        settings = house_of(request).settings

        async def render(at: Moment) -> Template:
            return await session_page(session_id, at, settings)

        return await kept_for_all(request, render)


async def session_page(session_id: UUID, at: Moment, settings: Settings) -> Template:
    """The page of a public session. Raises Unknown."""
    session = await public_session_by_id(session_id)
    if session is None:
        raise Unknown
    others = await other_dates(session, at.today)
    hosts = await hosts_of(session.series.id, session.date)
    return page(
        "session",
        address("sessions", str(session.id)),
        session=session,
        json_ld=machine_words(session, settings),
        state=state_of(session, at),
        **heading(session),
        audience=[saying.audience(word) for word in session.series.audience],
        flag=_(session.flag_text) if session.flag_text else "",
        reason=_(session.cancel_reason) if session.cancel_reason else "",
        moved=moved(session),
        venue=session.venue and venue_link(session.venue),
        seats=seats(session, at) if session.series.registration in WITHOUT_INVITATION else [],
        registration="\n".join(reception_lines(session, at)),
        reception=reception(session, at.now, at.zone).state if session.pools else "none",
        hosts=[host_line(host) for host in hosts],
        phone=session.series.phone or (session.owner.phone if session.owner else None),
        others=[date_card(other, at) for other in others],
        children=[dated_card(child, at) for child in await children_of(session.id)],
        instead=instead(session, others),
    )


def machine_words(session: Session, settings: Settings) -> Markup | None:
    """The session for search engines; None while it is not settled. Escaped for HTML by whoever wrote it."""
    if session.state == "planned":
        return None
    return Markup(json_ld(session, settings.base_url, settings.timezone, demo=settings.demo))  # noqa: S704 -- escaped there


def heading(session: Session) -> Data:
    """When it is, and how one can take part."""
    return {
        "day": day(session.date),
        "long_day": day_and_year(session.date),
        "hours": hours_of(session),
        "modes": saying.modes(session.modes),
    }


async def other_dates(session: Session, today: date) -> list[Session]:
    """The next dates of the same series from tomorrow on, this one left out."""
    found = await sessions_between(
        today + timedelta(days=1),
        today + timedelta(days=DAYS_AHEAD),
        series_id=session.series.id,
        states=("published", "planned"),
        limit=OTHER_DATES + 1,
    )
    return [other for other in found if other.id != session.id][:OTHER_DATES]


def moved(session: Session) -> Data | None:
    """The old and the new date, and the old and the new place, side by side."""
    if session.former_date is None and session.former_venue is None:
        return None
    old_day = day(session.former_date or session.date)
    old = f"{old_day} {hours(session.former_starts, None)}" if session.former_starts else old_day
    new = f"{day(session.date)} {hours(session.starts, None)}" if session.starts else day(session.date)
    if session.former_venue is None:
        return {"old": old, "new": new}
    place = session.venue.name if session.venue else _("会場は未定")
    return {"old": f"{old}　{session.former_venue.name}", "new": f"{new}　{place}"}


def seats(session: Session, at: Moment) -> list[Data]:
    """What is free, pool by pool, in words; None where nobody has said how many places there are."""
    in_order = promotes(session, at.now, at.zone)
    return [
        {"name": saying.pool_name(pool, session), "free": saying.free(pool, in_order=in_order)}
        for pool in session.pools
    ]


def reception_lines(session: Session, at: Moment) -> list[str]:
    """How one takes part, and from when to when places can be reserved, where the series says so."""
    lines = [saying.registration(session.series.registration) or ""]
    series, known = session.series, reception(session, at.now, at.zone)
    if known.opens_at and series.registration in WITHOUT_INVITATION:
        lines.append(_("受付は%(moment)sからです。") % {"moment": moment(known.opens_at, at.zone)})
    if series.registration in WITHOUT_INVITATION and has_close(session):
        lines.append(_("締切は%(moment)sです。") % {"moment": moment(known.closes_at, at.zone)})
    return [line for line in lines if line]


def has_close(session: Session) -> bool:
    """Whether the series states a 締切."""
    series = session.series
    return (series.closes_minutes, series.closes_days, series.closes_time) != (None, None, None)


def instead(session: Session, others: list[Session]) -> Data | None:
    """Where to go in the place of one that is cancelled or over: the first date after it, else the first of all."""
    after = [other for other in others if other.date >= session.date] or others
    if not after:
        return None
    label = _("次回は%(day)sです。") % {"day": day(after[0].date)}
    return {"label": label, "href": link(f"/sessions/{after[0].id}")}
