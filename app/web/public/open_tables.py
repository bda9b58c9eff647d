"""The standard table of events: of one month, and of all that an organisation has ahead."""

from datetime import timedelta
from typing import Any

from litestar import Request, Response

from app.domain.month import month_of
from app.domain.programme import Session
from app.domain.visibility import public_session, session_is_public
from app.publishing.open_table import Site, table_bytes
from app.storage.editions import sessions_of_month
from app.storage.sessions import sessions_between
from app.web.conditional import Rendered, cached
from app.web.house import House, house_of
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
        found = await everything(slug, house) if name == EVERYTHING else await of_month(slug, name, house)
        site = Site(house.settings.base_url, demo=house.settings.demo)
        return Rendered(table_bytes(found, site), CSV)

    return await cached(request, render, kinds=("programme",), query=(), headers=saved_as(slug, name))


def saved_as(slug: str, name: str) -> dict[str, str]:
    """The name under which a browser saves it; other letters than those of slugs are left out."""
    plain = "".join(sign for sign in f"{slug}-{name}" if (sign.isascii() and sign.isalnum()) or sign in "-_")
    return {"Content-Disposition": f'attachment; filename="{plain}.csv"'}


async def of_month(slug: str, name: str, house: House) -> list[Session]:
    """The public sessions of a month. Raises Unknown."""
    organisation = await listed_organisation(slug)
    month = asked_month(name, house.today())
    found = await sessions_of_month(organisation.id, month)
    return [
        public_session(each) for each in found if session_is_public(each) and month_of(each.date) == month
    ]


async def everything(slug: str, house: House) -> tuple[Session, ...]:
    """The public sessions of an organisation, from a month ago on. Raises Unknown."""
    organisation = await listed_organisation(slug)
    today = house.today()
    return await sessions_between(
        today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD), organisation_id=organisation.id
    )
