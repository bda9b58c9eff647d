"""Choose how an organisation publishes."""

from uuid import UUID

from app.domain.draft import NobodyElse
from app.domain.ward_paper import checked
from app.storage.drafts import organiser_count
from app.storage.editions import lock_organisation
from app.storage.publishing import Publishing, publishing_of, save_publishing
from app.storage.transactions import write

FEWEST_TO_LOOK = 2


async def set_publishing(organisation_id: UUID, wanted: Publishing) -> None:
    """Keep what was chosen. Raises Misfilled for a paper that cannot be, Unknown, and NobodyElse where one organiser is alone."""
    checked(wanted.ward)

    async def work() -> None:
        await lock_organisation(organisation_id)
        before = await publishing_of(organisation_id)
        asked = wanted.second_look and not before.second_look
        if asked and await organiser_count(organisation_id) < FEWEST_TO_LOOK:
            raise NobodyElse
        await save_publishing(organisation_id, wanted)

    await write(work)
