"""Add an organisation or a venue to the installation, for the people who will be invited to look after it."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct

from app.domain.acts import Act
from app.domain.errors import Misfilled
from app.domain.series_wish import SLUG
from app.domain.text import read_line
from app.storage.acts import record_act
from app.storage.installation import is_there, put_organisation, put_venue
from app.storage.series_rows import free_slug
from app.storage.transactions import write
from app.storage.versions import touch

LONGEST_NAME = 60
LONGEST_AREA = 40
LONGEST_ADDRESS = 120


class NewPlace(Struct, frozen=True):
    """What is typed of an organisation or a venue. An empty slug gets a short one of its own."""

    name: str
    slug: str = ""
    area: str = ""
    address: str = ""


async def add_organisation(form_id: UUID, new: NewPlace, now: datetime) -> None:
    """A new organisation; sent twice, the form makes one. Raises Unusable, Misfilled."""
    fine = checked(new)

    async def work() -> None:
        if await is_there("organisation", form_id):
            return
        slug = await free_slug("organisation", fine.slug)
        await put_organisation(form_id, slug, fine.name, fine.area or None)
        await record_act(Act(what="organisation_added", organisation_id=form_id, title=fine.name), now)
        await touch("programme", now)

    await write(work)


async def add_venue(form_id: UUID, new: NewPlace, now: datetime) -> None:
    """A new venue, its address on receipts only until somebody says otherwise; sent twice, the form makes one.

    Raises Unusable, Misfilled.
    """
    fine = checked(new)

    async def work() -> None:
        if await is_there("venue", form_id):
            return
        slug = await free_slug("venue", fine.slug)
        area, address = fine.area or None, fine.address or None
        await put_venue(form_id, slug, fine.name, area, address, address_public=False)
        await record_act(Act(what="venue_added", venue_id=form_id, title=fine.name), now)
        await touch("programme", now)

    await write(work)


def checked(new: NewPlace) -> NewPlace:
    """What is kept of it. Raises Unusable, Misfilled."""
    found = NewPlace(
        name=read_line(new.name, "name", LONGEST_NAME),
        slug=new.slug.strip().lower(),
        area=read_line(new.area, "area", LONGEST_AREA),
        address=read_line(new.address, "address", LONGEST_ADDRESS),
    )
    messages = {} if found.name else {"name": "名前を書いてください。"}
    if found.slug and (not SLUG.fullmatch(found.slug) or len(found.slug) > LONGEST_NAME):
        messages["slug"] = "アドレスは、英小文字・数字・ハイフンで書いてください。"
    if messages:
        raise Misfilled(messages)
    return found
