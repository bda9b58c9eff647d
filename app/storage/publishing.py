"""How an organisation publishes: whether a second person looks first, and what the ward's paper takes."""

from uuid import UUID

from msgspec import Struct

from app.domain.ward_paper import WardPaper
from app.storage.engine import rows

READ = "SELECT second_look, ward_limit, ward_months, ward_day FROM organisation WHERE id = {}"
SAVE = (
    "UPDATE organisation SET second_look = {}, ward_limit = {}, ward_months = {}, ward_day = {} WHERE id = {}"
)


class Publishing(Struct, frozen=True, kw_only=True):
    """What an organisation has chosen; None and False until then."""

    second_look: bool = False
    ward: WardPaper = WardPaper()


async def publishing_of(organisation_id: UUID) -> Publishing:
    """What an organisation has chosen; nothing for one that is not there."""
    found = await rows(READ, organisation_id)
    if not found:
        return Publishing()
    row = found[0]
    ward = WardPaper(limit=row["ward_limit"], months=row["ward_months"], day=row["ward_day"])
    return Publishing(second_look=bool(row["second_look"]), ward=ward)


async def save_publishing(organisation_id: UUID, chosen: Publishing) -> None:
    """Keep what an organisation has chosen."""
    ward = chosen.ward
    await rows(SAVE, chosen.second_look, ward.limit, ward.months, ward.day, organisation_id)
