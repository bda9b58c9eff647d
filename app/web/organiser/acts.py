"""記録: who did what at the desk of the organisation, by day, the newest first."""

from itertools import groupby
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from litestar import Controller, Request, get
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Template

from app.domain.acts import Done
from app.domain.programme import Organisation
from app.domain.staff import Staff
from app.storage.acts import acts_of
from app.web.guards import requires
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.act_words import sentence
from app.web.organiser.page import base_of, crumbs_of, organiser_page
from app.web.wording import clock, day_and_year

PAGE = 50


class ActsController(Controller):
    path = "/staff/organisations/{slug:str}/acts"
    guards = [requires("organiser", "viewer", of="organisation")]  # noqa: RUF012 -- as Litestar reads it

    @get()
    async def show(
        self,
        request: Request[Any, Any, Any],
        organisation: NamedDependency[Organisation],
        staff: NamedDependency[Staff],
        after: FromQuery[str] = "",
    ) -> Template:
        found = await acts_of(organisation.id, PAGE + 1, after=act_id(after))
        here, more = f"{base_of(organisation)}/acts", found[PAGE:]
        return organiser_page(
            "acts",
            organisation,
            staff,
            crumbs=crumbs_of(organisation),
            days=days_of(found[:PAGE], house_of(request).settings.timezone),
            older=link(f"{here}?after={found[PAGE - 1].id}") if more else "",
            newest=link(here) if act_id(after) else "",
        )


def act_id(text: str) -> UUID | None:
    """The act that an address of ours names; None for anything else."""
    try:
        return UUID(text)
    except ValueError:
        return None


def days_of(acts: tuple[Done, ...], zone: ZoneInfo) -> list[dict[str, Any]]:
    """The acts by local day, as they come."""
    return [
        {"label": day_and_year(day), "acts": [entry(each, zone) for each in of_day]}
        for day, of_day in groupby(acts, key=lambda each: each.made_at.astimezone(zone).date())
    ]


def entry(done: Done, zone: ZoneInfo) -> dict[str, str]:
    """One act: the time of day, the sentence, and who did it."""
    return {
        "at": clock(done.made_at.astimezone(zone).time()),
        "what": sentence(done),
        "who": done.mail or _("サーバーの操作"),
    }
