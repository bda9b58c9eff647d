"""An invitation: four words open a series by referral, its dates, and the form for each."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from litestar import Controller, Request, get
from litestar.params import FromPath
from litestar.response import Template

from app.actions.invite import invitation_series
from app.domain.programme import Session
from app.domain.registration import reception
from app.domain.visibility import is_out, public_session
from app.storage.series import owner_on, series_by_id
from app.storage.sessions import sessions_between
from app.web import saying
from app.web.house import house_of
from app.web.i18n import link
from app.web.limits import ALL_WORDS, WORDS
from app.web.moment import Moment, moment_of
from app.web.participant.ended import ended_page
from app.web.public.pages import address
from app.web.views import Data, coming, date_card, hours_of

AnyRequest = Request[Any, Any, Any]
NEXT_DATES = 12
DAYS_AHEAD = 460


class InvitationController(Controller):
    path = "/i"

    @get("/{words:str}")
    async def show(self, request: AnyRequest, words: FromPath[str]) -> Template:
        house = house_of(request)
        house.limits.check(request, WORDS)
        await house.limits.slow_down(request, ALL_WORDS)
        series_id = await invitation_series(words, house.settings.secret)
        if series_id is None:
            house.limits.spend(request, WORDS)
            return await ended_page(request)
        return await invited_page(series_id, words, moment_of(request))


async def invited_page(series_id: UUID, words: str, at: Moment) -> Template:
    """What the series is, and its next dates, each leading to the form."""
    series = (await series_by_id({series_id}))[series_id]
    found = await sessions_between(
        at.today, at.today + timedelta(days=DAYS_AHEAD), series_id=series_id, listed_only=False
    )
    sessions = [public_session(session) for session in found if is_out(session)]
    owner = await owner_on(series_id, at.today)
    return Template(
        "participant/invitation.html",
        context={
            "series": sessions[0].series if sessions else series,
            "audience": [saying.audience(word) for word in series.audience],
            "dates": [invited_card(session, words, at) for session in coming(sessions, at)[:NEXT_DATES]],
            "phone": series.phone or (owner.phone if owner else None),
        },
        headers={"Cache-Control": "no-store", "X-Robots-Tag": "noindex"},
    )


def invited_card(session: Session, words: str, at: Moment) -> Data:
    """A date that leads to the form where it can be reserved; an unlisted session has no page of its own."""
    card = date_card(session, at)
    takes = bool(session.pools) and reception(session, at.now, at.zone, invited=True).is_open
    reserve = link(address("sessions", str(session.id), "reserve", i=words))
    return card | {"href": reserve if takes else "", "takes": takes, "hours": hours_of(session)}
