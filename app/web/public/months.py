"""The published month of an organisation, with what stands beside it, and its editions as they were."""

from datetime import date
from typing import Any

from litestar import Controller, Request, Response, get
from litestar.params import FromPath
from litestar.response import Redirect, Template

from app.domain.edition import Content, Edition, EditionSession
from app.domain.edition_changes import differences
from app.domain.errors import Unknown
from app.domain.month import add_months, month_of
from app.domain.programme import Organisation, Session
from app.domain.visibility import public_session, session_is_public
from app.publishing.month_page import PageSession, month_page
from app.storage.editions import content_from, edition, latest_edition, sessions_of_month
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.moment import Moment
from app.web.public.month_files import month_file, split
from app.web.public.open_tables import table_file
from app.web.public.organisations import listed_organisation
from app.web.public.pages import address, asked_month, kept_for_all, month_at, month_link, page
from app.web.public.papers import Paper, paper_at, paper_news
from app.web.public.published import next_session
from app.web.public.venues import MOST_CARDS, MOST_MARKS, empty_month
from app.web.views import Data, day_groups, month_weeks
from app.web.wording import day, dotted, hours

TABLE = ".csv"


class MonthController(Controller):
    path = "/organisations/{slug:str}"

    @get("/{month:str}")
    async def published(
        self, request: Request[Any, Any, Any], slug: FromPath[str], month: FromPath[str]
    ) -> Response[Any]:
        """The page of a month, or a file beside it by its ending."""
        name, ending = split(month)
        if ending == TABLE:
            return await table_file(request, slug, name)
        if ending:
            return await month_file(request, slug, name, ending)
        asked = request.query_params.get("paper")
        paper = await paper_at(slug, asked) if asked else None
        if asked and paper is None:
            return Redirect(link(address("organisations", slug, month)), status_code=303)

        async def render(at: Moment) -> Template:
            return await month_page_of(slug, month, at, paper)

        return await kept_for_all(request, render, query=("paper",))

    @get("/{month:str}/{number:int}")
    async def frozen(
        self,
        request: Request[Any, Any, Any],
        slug: FromPath[str],
        month: FromPath[str],
        number: FromPath[int],
    ) -> Response[bytes]:
        async def render(at: Moment) -> Template:
            return await edition_page(slug, month, number, at)

        return await kept_for_all(request, render)


async def month_page_of(slug: str, asked: str, at: Moment, paper: Paper | None = None) -> Template:
    """A month of an organisation as it stands now; with what a paper does not know. Raises Unknown."""
    organisation = await listed_organisation(slug)
    month = asked_month(asked, at.today)
    found = await sessions_of_month(organisation.id, month)
    here = [
        public_session(each) for each in found if session_is_public(each) and month_of(each.date) == month
    ]
    newest = await latest_edition(organisation.id, month)
    content = await content_from(organisation, month, found, newest.content if newest else None)
    number = str(paper.edition.paper) if paper else None
    return page(
        "month",
        address("organisations", organisation.slug, f"{month:%Y-%m}", paper=number),
        organisation=organisation,
        month=month,
        paper=await paper_news(organisation, paper, at) if paper else None,
        elsewhere=[
            elsewhere_line(each) for each in month_page([content], organisation, base_url="").elsewhere
        ],
        published_on=published_on(newest, at) if newest else "",
        **edition_of_month(organisation, month, newest, content),
        **await lists_of(organisation, month, here, at),
        **ways_on(organisation, month, at.today),
    )


def edition_of_month(
    organisation: Organisation, month: date, newest: Edition | None, content: Content
) -> Data:
    """The newest edition with what changed after it, the older ones, and the files beside the month."""
    own = address("organisations", organisation.slug, f"{month:%Y-%m}")
    return {
        "edition": newest,
        "since": [_(text) for text in differences(newest.content, content)] if newest else [],
        "editions": edition_links(organisation, month, newest),
        "files": files_of(own, organisation) if newest else [],
    }


def published_on(edition: Edition, at: Moment) -> str:
    """The day on which an edition went out."""
    return day(edition.published_at.astimezone(at.zone).date())


async def lists_of(organisation: Organisation, month: date, here: list[Session], at: Moment) -> Data:
    """The sessions as a list and as a table; in an empty month, where to go on."""
    later = None if here else await next_session(organisation, month, at.today)
    return {
        "days": day_groups(here, at),
        "weeks": month_weeks(month, here, at) if len(here) <= MOST_MARKS else [],
        "is_long": len(here) > MOST_CARDS,
        "empty": None if here else empty_month(month, later),
    }


def ways_on(organisation: Organisation, month: date, today: date) -> Data:
    """The months before and after, and the calendar to subscribe to."""
    own = f"/organisations/{organisation.slug}"
    before, after = add_months(month, -1), add_months(month, 1)
    return {
        "before": month_link(before, today, f"{own}/{before:%Y-%m}"),
        "after": month_link(after, today, f"{own}/{after:%Y-%m}"),
        "subscribe": link(address("subscribe", what=f"organisations/{organisation.slug}")),
    }


def edition_links(organisation: Organisation, month: date, newest: Edition | None) -> list[Data]:
    """Every edition of the month but the newest, as it was."""
    own = f"/organisations/{organisation.slug}/{month:%Y-%m}"
    return [
        {"href": link(f"{own}/{number}"), "label": _("第%(number)s版") % {"number": number}}
        for number in range(1, newest.number if newest else 1)
    ]


def files_of(own: str, organisation: Organisation) -> list[Data]:
    """What can be taken from the month: the files beside it, then the feeds of the organisation."""
    feed = address("feeds", "organisations", organisation.slug)
    return [
        {"href": f"{own}.pdf", "label": _("ちらし（PDF）")},
        {"href": f"{own}.pdf?size=large", "label": _("大きな字のちらし（PDF）")},
        {"href": f"{own}.png", "label": _("画像（PNG）")},
        {"href": f"{own}.txt", "label": _("文章（TXT）")},
        {"href": f"{own}{TABLE}", "label": _("一覧表（CSV）")},
        {"href": f"{feed}.ics", "label": _("カレンダー（ICS）")},
        {"href": f"{feed}.rss", "label": _("更新のお知らせ（RSS）")},
    ]


def elsewhere_line(session: PageSession) -> Data:
    """A session that moved to another month, or that others hold from now on."""
    if session.state == "handed":
        words = _("%(title)s　%(day)sは、%(heir)sが開きます") % {
            "title": session.title,
            "day": day(session.date),
            "heir": session.heir or _("ほかの団体"),
        }
    else:
        words = _("%(title)s　%(old)sから%(new)sに移りました") % {
            "title": session.title,
            "old": day(session.former_date) if session.former_date else "",
            "new": day(session.date),
        }
    return {"href": link(session.path), "text": words}


async def edition_page(slug: str, asked: str, number: int, at: Moment) -> Template:
    """第n版 as it was published. Raises Unknown."""
    organisation, month = await listed_organisation(slug), month_at(asked)
    found = await edition(organisation.id, month, number)
    if found is None:
        raise Unknown
    return page(
        "edition",
        address("organisations", organisation.slug, f"{month:%Y-%m}", str(number)),
        organisation=organisation,
        month=month,
        edition=found,
        published_on=published_on(found, at),
        changes=[_(text) for text in found.changes],
        now=link(f"/organisations/{organisation.slug}/{month:%Y-%m}"),
        rows=frozen_rows(found.content),
    )


def frozen_rows(content: Content) -> list[Data]:
    """The sessions of an edition as lines of a list."""
    titles = {series.id: series.title for series in content.series}
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
        for session in content.sessions
    ]


def frozen_note(session: EditionSession) -> str:
    """What the edition adds to a session."""
    if session.state == "cancelled":
        return session.reason or _("中止")
    if session.state == "left":
        return _("ほかの月に移りました")
    if session.state == "handed":
        return _("これからは%(heir)sが開きます") % {"heir": session.heir or _("ほかの団体")}
    return session.theme or ""
