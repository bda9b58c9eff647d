"""The standard table of events: of one month, and of all that an organisation has ahead."""

from datetime import date, timedelta
from typing import Any

from litestar import Request, Response

from app.domain.month import last_day
from app.publishing.open_table import Site, table_bytes
from app.storage.sessions import sessions_between
from app.web.conditional import Rendered, cached
from app.web.house import house_of
from app.web.public.organisations import listed_organisation
from app.web.public.pages import asked_month

# The framework adds the charset.
CSV = "text/csv"
# The name of the whole table, where a month would stand.
EVERYTHING = "events"
DAYS_BACK = 31
DAYS_AHEAD = 400


async def table_file(request: Request[Any, Any, Any], slug: str, name: str) -> Response[bytes]:
    """The table of a month, or of everything. Raises Unknown."""
    house = house_of(request)

    async def render() -> Rendered:
        organisation = await listed_organisation(slug)
        first, last = days_of(name, house.today())
        found = await sessions_between(first, last, organisation_id=organisation.id)
        site = Site(house.settings.base_url, demo=house.settings.demo)
        return Rendered(table_bytes(found, site), CSV)

    return await cached(request, render, kinds=("programme",), query=(), headers=saved_as(slug, name))


def saved_as(slug: str, name: str) -> dict[str, str]:
    """The name under which a browser saves it; other letters than those of slugs are left out."""
    plain = "".join(sign for sign in f"{slug}-{name}" if (sign.isascii() and sign.isalnum()) or sign in "-_")
    return {"Content-Disposition": f'attachment; filename="{plain}.csv"'}


def days_of(name: str, today: date) -> tuple[date, date]:
    """The first and the last day of a table: of a month, or of everything from a month ago on. Raises Unknown."""
    if name == EVERYTHING:
        return today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD)
    month = asked_month(name, today)
    return month, last_day(month)
