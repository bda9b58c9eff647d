"""The desk of one series: what every page on which its organiser changes it shares."""

from datetime import date
from typing import Any
from uuid import UUID

from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template
from msgspec import Struct

from app.domain.errors import NotAllowed
from app.domain.programme import Organisation, Series
from app.domain.staff import Staff
from app.web.i18n import link
from app.web.organiser.access import owns, series_seen_by
from app.web.organiser.page import base_of, organiser_page


class SeriesDesk(Struct, frozen=True):
    """One series that its organiser changes, on a day."""

    organisation: Organisation
    series: Series
    staff: Staff
    today: date

    @property
    def here(self) -> str:
        """The address of the series at the desk."""
        return f"{base_of(self.organisation)}/series/{self.series.id}"

    def done(self, said: str) -> Redirect:
        """Back to the page of the series, which says what was done."""
        return Redirect(link(f"{self.here}?said={said}"), status_code=303)

    def page(self, template: str, **context: Any) -> Template:
        """A page about the series."""
        known: dict[str, Any] = {"series": self.series, "here": self.here}
        return organiser_page(template, self.organisation, self.staff, **known, **context)


async def series_desk(
    organisation: NamedDependency[Organisation],
    series_id: FromPath[UUID],
    staff: NamedDependency[Staff],
    today: NamedDependency[date],
) -> SeriesDesk:
    """The desk of a series the organisation owns today. Raises Unknown, and NotAllowed where it only has a part in it."""
    series = await series_seen_by(organisation, series_id, today)
    if not await owns(series, organisation, today):
        raise NotAllowed
    return SeriesDesk(organisation, series, staff, today)
