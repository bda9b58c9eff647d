"""What every page of an organisation's desk shares: the organisation of the path, its addresses and the way round."""

from datetime import date
from typing import Any
from uuid import UUID

from litestar.response import Redirect, Template
from msgspec import Struct

from app.domain.errors import NotAllowed, Unknown
from app.domain.programme import Organisation, Series
from app.domain.staff import Staff
from app.storage.organisations import organisation_by_slug
from app.storage.series import owner_on, owners_of, series_by_id, series_of_organisation
from app.web.facilitator.page import staff_links
from app.web.i18n import link

DESKS = "/staff/organisations"


def desk_of(slug: str) -> str:
    """The address of the desk of an organisation."""
    return f"{DESKS}/{slug}"


async def organisation_at(slug: str) -> Organisation:
    """The organisation whose slug stands in the path. Raises Unknown."""
    organisation = await organisation_by_slug(slug)
    if organisation is None:
        raise Unknown
    return organisation


async def series_at(series_id: UUID, organisation: Organisation, today: date) -> Series:
    """A series the organisation owns, has owned, will own or has a part in. Raises Unknown for any other."""
    for series in await series_of_organisation(organisation.id, today, listed_only=False):
        if series.id == series_id:
            return series
    owners = (await owners_of({series_id})).get(series_id, [])
    if organisation.id not in {owner.id for _first, owner in owners}:
        raise Unknown
    return (await series_by_id({series_id}))[series_id]


async def owns(series: Series, organisation: Organisation, today: date) -> bool:
    """Whether it is this organisation that may change the series today."""
    owner = await owner_on(series.id, today)
    return owner is not None and owner.id == organisation.id


async def own_series_at(series_id: UUID, organisation: Organisation, today: date) -> Series:
    """A series the organisation owns today. Raises Unknown, and NotAllowed where it only has a part in it."""
    series = await series_at(series_id, organisation, today)
    if not await owns(series, organisation, today):
        raise NotAllowed
    return series


class SeriesDesk(Struct, frozen=True):
    """One series that its organiser changes, on a day."""

    organisation: Organisation
    series: Series
    staff: Staff
    today: date

    @property
    def here(self) -> str:
        """The address of the series at the desk."""
        return f"{desk_of(self.organisation.slug)}/series/{self.series.id}"

    def done(self, said: str) -> Redirect:
        """Back to the page of the series, which says what was done."""
        return Redirect(link(f"{self.here}?said={said}"), status_code=303)

    def page(self, template: str, **context: Any) -> Template:
        """A page about the series."""
        known: dict[str, Any] = {"series": self.series, "here": self.here}
        return desk_page(template, self.organisation, self.staff, **known, **context)


async def series_desk(slug: str, series_id: UUID, staff: Staff, today: date) -> SeriesDesk:
    """The desk of a series the organisation owns today. Raises Unknown, NotAllowed."""
    organisation = await organisation_at(slug)
    return SeriesDesk(organisation, await own_series_at(series_id, organisation, today), staff, today)


def may_change(staff: Staff, organisation: Organisation) -> bool:
    """Whether they organise here; a viewer only looks."""
    return organisation.id in staff.organisations("organiser")


def desk_page(
    template: str, organisation: Organisation, staff: Staff, *, status_code: int = 200, **context: Any
) -> Template:
    """A page of the desk of one organisation."""
    base = desk_of(organisation.slug)
    known = {
        "organisation": organisation,
        "base": base,
        "may_change": may_change(staff, organisation),
        "staff_links": [{"href": base, "label": organisation.name}, *staff_links(staff)],
        "staff_here": base,
    }
    return Template(f"staff/organiser/{template}.html", context={**known, **context}, status_code=status_code)
