"""Say that what had to be settled about sessions is done."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.actions.session_changes import TASKS
from app.storage.tasks import settle, settle_task
from app.storage.transactions import write


async def settle_tasks(session_ids: Sequence[UUID], *, now: datetime) -> None:
    """All open tasks about these sessions are done; a second time changes nothing."""

    async def work() -> None:
        await settle(session_ids, TASKS, now)

    await write(work)


async def settle_one(task_id: UUID, organisation_id: UUID, *, now: datetime) -> None:
    """One task of an organisation is done; a second time, or for another organisation, nothing changes."""

    async def work() -> None:
        await settle_task(task_id, organisation_id, now)

    await write(work)
