"""Say which sites may show an organisation's dates in a frame."""

from datetime import datetime
from uuid import UUID

from app.domain.acts import Act
from app.domain.embedding import read_places
from app.storage.acts import record_act
from app.storage.editions import lock_organisation
from app.storage.embed_places import save_embed_places
from app.storage.transactions import write
from app.storage.versions import touch


async def allow_embedding(organisation_id: UUID, text: str, *, now: datetime) -> tuple[str, ...]:
    """Keep the sites of a text, one address a line, instead of those before; none where it is empty. Raises Unusable."""
    places = read_places(text)

    async def work() -> tuple[str, ...]:
        await lock_organisation(organisation_id)
        await save_embed_places(organisation_id, places)
        await record_act(Act(what="embedding_set", organisation_id=organisation_id, number=len(places)), now)
        await touch("programme", now)
        return places

    return await write(work)
