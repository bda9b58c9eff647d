"""Organisations: all of them with their telephones, and each with its series and months."""

from datetime import date, timedelta
from typing import Any

from litestar import Controller, Request, Response, get
from litestar.params import FromPath
from litestar.response import Template

from app.domain.errors import Unknown
from app.domain.programme import Organisation
from app.domain.visibility import organisation_has_page
from app.storage.editions import published_months
from app.storage.information import all_information
from app.storage.organisations import all_organisations, organisation_by_slug
from app.storage.series import series_of_organisation
from app.storage.sessions import next_dates, sessions_between
from app.web.i18n import link
from app.web.moment import Moment
from app.web.public.entries import by_area, organisation_entry, series_entries
from app.web.public.pages import address, kept_for_all, page
from app.web.views import Data, coming, dated_card
from app.web.wording import month as month_name

DAYS = 31
MOST_CARDS = 8


class OrganisationController(Controller):
    path = "/organisations"

    @get()
    async def all_of_them(self, request: Request[Any, Any, Any]) -> Response[bytes]:
        async def render(_: Moment) -> Template:
            entries = [organisation_entry(each) for each in await all_organisations()]
            return page("organisations", "/organisations", areas=by_area(entries))

        return await kept_for_all(request, render)

    @get("/{slug:str}")
    async def one(self, request: Request[Any, Any, Any], slug: FromPath[str]) -> Response[bytes]:
        async def render(at: Moment) -> Template:
            return await organisation_page(slug, at)

        return await kept_for_all(request, render)


async def listed_organisation(slug: str) -> Organisation:
    """The organisation of a slug that has a page. Raises Unknown."""
    organisation = await organisation_by_slug(slug)
    if organisation is None or not organisation_has_page(organisation):
        raise Unknown
    return organisation


async def organisation_page(slug: str, at: Moment) -> Template:
    """An organisation: what is next, its series, its months. Raises Unknown."""
    organisation, today = await listed_organisation(slug), at.today
    soon = await sessions_between(
        today, today + timedelta(days=DAYS), organisation_id=organisation.id, limit=MOST_CARDS
    )
    series = await series_of_organisation(organisation.id, today)
    dated, undated = await series_entries(series, await next_dates(today, organisation_id=organisation.id))
    months = await published_months(organisation.id, today)
    return page(
        "organisation",
        address("organisations", organisation.slug),
        organisation=organisation,
        soon=[dated_card(session, at) for session in coming(soon, at)],
        dated=dated,
        undated=undated,
        months=[month_entry(organisation, month) for month in sorted(months)],
        information=await all_information(organisation_id=organisation.id),
        subscribe=link(address("subscribe", what=f"organisations/{organisation.slug}")),
    )


def month_entry(organisation: Organisation, month: date) -> Data:
    """A published month as a link."""
    href = link(f"/organisations/{organisation.slug}/{month:%Y-%m}")
    return {"href": href, "label": month_name(month)}
