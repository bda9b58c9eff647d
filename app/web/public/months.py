"""The published month of an organisation, and its editions as they were."""

from datetime import date, timedelta
from typing import Any

from litestar import Controller, Request, Response, get
from litestar.params import FromPath
from litestar.response import Template

from app.domain.edition import Edition, EditionSession
from app.domain.errors import Unknown, Unusable
from app.domain.month import add_months, last_day, month_of, read_month
from app.domain.programme import Organisation, Session
from app.domain.visibility import public_session, session_is_public
from app.storage.editions import edition, latest_edition, sessions_of_month
from app.storage.sessions import sessions_between
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.moment import Moment
from app.web.public.organisations import listed_organisation
from app.web.public.pages import address, asked_month, kept_for_all, month_link, page
from app.web.public.venues import MOST_CARDS, MOST_MARKS, empty_month
from app.web.views import Data, day_groups, month_weeks
from app.web.wording import day, dotted, hours

DAYS_AHEAD = 400


class MonthController(Controller):
    path = "/organisations/{slug:str}"

    @get("/{month:str}")
    async def published(
        self, request: Request[Any, Any, Any], slug: FromPath[str], month: FromPath[str]
    ) -> Response[bytes]:
        async def render(at: Moment) -> Template:
            return await month_page(slug, month, at)

        return await kept_for_all(request, render)

    @get("/{month:str}/{number:int}")
    async def frozen(
        self,
        request: Request[Any, Any, Any],
        slug: FromPath[str],
        month: FromPath[str],
        number: FromPath[int],
    ) -> Response[bytes]:
        async def render(_: Moment) -> Template:
            return await edition_page(slug, month, number)

        return await kept_for_all(request, render)


async def month_page(slug: str, asked: str, at: Moment) -> Template:
    """A month of an organisation as it stands now. Raises Unknown."""
    organisation = await listed_organisation(slug)
    month = asked_month(asked, at.today)
    here, left = await told_sessions(organisation, month)
    newest = await latest_edition(organisation.id, month)
    own = f"/organisations/{organisation.slug}"
    before, after = add_months(month, -1), add_months(month, 1)
    return page(
        "month",
        address("organisations", organisation.slug, f"{month:%Y-%m}"),
        organisation=organisation,
        month=month,
        days=day_groups(here, at),
        weeks=month_weeks(month, here, at) if len(here) <= MOST_MARKS else [],
        is_long=len(here) > MOST_CARDS,
        left=[left_line(session) for session in left],
        empty=None if here else empty_month(month, await next_session(organisation, month, at.today)),
        edition=newest,
        before=month_link(before, at.today, f"{own}/{before:%Y-%m}"),
        after=month_link(after, at.today, f"{own}/{after:%Y-%m}"),
        subscribe=link(address("subscribe", what=f"organisations/{organisation.slug}")),
    )


async def told_sessions(organisation: Organisation, month: date) -> tuple[list[Session], list[Session]]:
    """The public sessions of a month, and those that left it for another one."""
    found = await sessions_of_month(organisation.id, month)
    public = [public_session(session) for session in found if session_is_public(session)]
    here = [session for session in public if month_of(session.date) == month]
    return here, [session for session in public if month_of(session.date) != month]


async def next_session(organisation: Organisation, month: date, today: date) -> Session | None:
    """The first session after a month (from today on, if the month is over), not cancelled."""
    found = await sessions_between(
        max(today, last_day(month) + timedelta(days=1)),
        today + timedelta(days=DAYS_AHEAD),
        organisation_id=organisation.id,
        states=("published", "planned"),
        limit=1,
    )
    return found[0] if found else None


def left_line(session: Session) -> Data:
    """A session that moved to another month."""
    was = day(session.former_date) if session.former_date else ""
    text = _("%(title)s　%(old)sから%(new)sに移りました") % {
        "title": session.series.title,
        "old": was,
        "new": day(session.date),
    }
    return {"href": link(f"/sessions/{session.id}"), "text": text}


async def edition_page(slug: str, asked: str, number: int) -> Template:
    """第n版 as it was published. Raises Unknown."""
    organisation = await listed_organisation(slug)
    try:
        month = read_month(asked)
    except Unusable as fault:
        raise Unknown from fault
    found = await edition(organisation.id, month, number)
    if found is None:
        raise Unknown
    return page(
        "edition",
        address("organisations", organisation.slug, f"{month:%Y-%m}", str(number)),
        organisation=organisation,
        month=month,
        edition=found,
        changes=[_(text) for text in found.changes],
        now=link(f"/organisations/{organisation.slug}/{month:%Y-%m}"),
        rows=frozen_rows(found),
    )


def frozen_rows(found: Edition) -> list[Data]:
    """The sessions of an edition as lines of a table."""
    titles = {series.id: series.title for series in found.content.series}
    return [
        {
            "day": day(session.date),
            "hours": hours(session.starts, session.ends),
            "title": titles[session.series_id],
            "href": link(f"/sessions/{session.id}"),
            "where": dotted(session.venue or "", session.room or ""),
            "state": session.state,
            "note": frozen_note(session),
        }
        for session in found.content.sessions
    ]


def frozen_note(session: EditionSession) -> str:
    """What the edition adds to a session."""
    if session.state == "cancelled":
        return session.reason or _("中止")
    if session.state == "left":
        return _("ほかの月に移りました")
    return session.theme or ""
