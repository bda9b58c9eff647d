"""The short address on paper: it leads to the month as it is now, with what the paper does not know yet on top."""

from datetime import date
from typing import Any

from litestar import Controller, Request, get
from litestar.params import FromPath
from litestar.response import Redirect
from msgspec import Struct

from app.domain.edition import Edition
from app.domain.edition_changes import differences
from app.domain.errors import Unknown
from app.domain.month import add_months, month_of
from app.domain.programme import Organisation
from app.storage.editions import content_now, edition_by_paper, editions_as_of
from app.storage.organisations import organisation_by_slug, organisations_by_id
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.moment import Moment
from app.web.public.pages import address
from app.web.views import Data
from app.web.wording import month as month_words

LARGEST = 999_999_999


class Paper(Struct, frozen=True):
    """A paper somebody holds in their hand: the edition it was printed from, and the months that stand on it."""

    edition: Edition

    @property
    def last(self) -> date:
        """The last month of the paper."""
        return add_months(self.edition.first, self.edition.months - 1)

    def month_at(self, today: date) -> date:
        """The month to open: this month once the paper's first is reached, else the paper's first."""
        return max(self.edition.first, month_of(today))


class PaperController(Controller):
    path = "/p"

    @get("/{number:str}")
    async def lead(self, request: Request[Any, Any, Any], number: FromPath[str]) -> Redirect:
        """To the month as it is now; the paper is kept in the address. Raises Unknown."""
        edition = await edition_of_number(number)
        found = (await organisations_by_id({edition.organisation_id})).get(edition.organisation_id)
        if found is None or not found.listed:
            raise Unknown
        month = Paper(edition).month_at(house_of(request).today())
        to = address("organisations", found.slug, f"{month:%Y-%m}", paper=str(edition.paper))
        return Redirect(link(to), status_code=302)


async def edition_of_number(number: str) -> Edition:
    """The edition of a number as it was typed. Raises Unknown."""
    if not (number.isascii() and number.isdigit() and len(number) <= len(str(LARGEST))):
        raise Unknown
    edition = await edition_by_paper(int(number))
    if edition is None:
        raise Unknown
    return edition


async def paper_at(slug: str, number: str) -> Paper | None:
    """The paper of a parameter, if it is one of this organisation's."""
    organisation = await organisation_by_slug(slug)
    try:
        edition = await edition_of_number(number)
    except Unknown:
        return None
    return Paper(edition) if organisation and edition.organisation_id == organisation.id else None


async def paper_news(organisation: Organisation, paper: Paper, at: Moment) -> Data:
    """What has changed since the paper was printed, in all of its months, and whether its months are over."""
    edition = paper.edition
    told = await editions_as_of(organisation.id, edition.first, edition.months, edition.published_at)
    told[edition.content.month] = edition
    lines = [
        line
        for month, then in sorted(told.items())
        for line in differences(then.content, await content_now(organisation, month))
    ]
    over = paper.last < month_of(at.today)
    return {
        "number": edition.number,
        "changes": [_(line) for line in lines],
        "over": month_words(edition.first) if over else "",
        "then": link(f"/organisations/{organisation.slug}/{edition.first:%Y-%m}") if over else "",
    }
