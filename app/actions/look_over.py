"""Ask a second person to look at months before they go out, and look at what another one asked for."""

from datetime import date, datetime
from uuid import UUID

from app.actions.publish import digest_of, preview_publication
from app.domain.acts import Act
from app.domain.draft import Draft, OthersChanged, OwnDraft, is_current
from app.domain.errors import Unknown
from app.domain.month import month_of
from app.storage.acts import record_act
from app.storage.drafts import draft_of, note_look, save_draft
from app.storage.editions import lock_organisation
from app.storage.transactions import write


async def make_draft(
    organisation_id: UUID, first: date, *, months: int = 1, staff_id: UUID, now: datetime
) -> Draft:
    """Keep the months as they would go out now, for somebody else to look at. Raises Unusable and Unknown like `publish`."""

    async def work() -> Draft:
        await lock_organisation(organisation_id)
        span = await preview_publication(organisation_id, first, months=months, now=now)
        draft = Draft(
            organisation_id=organisation_id,
            first=month_of(first),
            months=months,
            digest=digest_of(span),
            staff_id=staff_id,
            made_at=now,
        )
        await save_draft(draft)
        act = Act(what="draft_made", organisation_id=organisation_id, date=draft.first, number=months)
        await record_act(act, now)
        return draft

    return await write(work)


async def look_over(
    organisation_id: UUID, first: date, *, staff_id: UUID, seen: str | None = None, now: datetime
) -> None:
    """Say that one has looked at a draft. Raises Unknown without one, OwnDraft where it is one's own, OthersChanged where
    something else would go out by now, or something else was seen.
    """

    async def work() -> None:
        await lock_organisation(organisation_id)
        draft = await draft_of(organisation_id, month_of(first))
        if draft is None:
            raise Unknown
        if draft.staff_id == staff_id:
            raise OwnDraft
        digest = digest_of(await preview_publication(organisation_id, first, months=draft.months, now=now))
        if not is_current(draft, draft.months, digest) or seen not in {None, digest}:
            raise OthersChanged
        if not await note_look(organisation_id, draft.first, digest, staff_id, now):
            raise OwnDraft
        await record_act(
            Act(what="draft_looked", organisation_id=organisation_id, date=draft.first, number=draft.months),
            now,
        )

    await write(work)
