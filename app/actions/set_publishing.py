"""Choose how an organisation publishes."""

from datetime import datetime
from uuid import UUID

from app.domain.acts import Act
from app.domain.draft import NobodyElse
from app.domain.ward_paper import checked
from app.storage.acts import record_act
from app.storage.editions import lock_organisation
from app.storage.people import organiser_count
from app.storage.publishing import Publishing, publishing_of, save_publishing
from app.storage.transactions import write

FEWEST_TO_LOOK = 2


async def set_publishing(organisation_id: UUID, wanted: Publishing, now: datetime) -> None:
    """Keep what was chosen. Raises Misfilled for a paper that cannot be, Unknown, and NobodyElse where one organiser is alone."""
    checked(wanted.ward)

    async def work() -> None:
        await lock_organisation(organisation_id)
        before = await publishing_of(organisation_id)
        asked = wanted.second_look and not before.second_look
        if asked and await organiser_count(organisation_id) < FEWEST_TO_LOOK:
            raise NobodyElse
        await save_publishing(organisation_id, wanted)
        await record_act(Act(what="publishing_set", organisation_id=organisation_id), now)

    await write(work)
