"""Tasks: what an organiser still has to settle."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from msgspec import Struct

from app.storage.bulk import insert_many
from app.storage.engine import rows
from app.storage.records import rows_in, value_of

COLUMNS = ("id", "organisation_id", "session_id", "kind", "text", "made_at", "done_at")


class Task(Struct, frozen=True, kw_only=True):
    """Something to settle. kind: room (no room), room_refused, closed (a venue closed its doors), hand_over, hosted."""

    id: UUID
    organisation_id: UUID
    session_id: UUID | None = None
    kind: str
    text: str
    made_at: datetime


async def open_tasks(organisation_id: UUID) -> tuple[Task, ...]:
    """What an organisation has to settle, oldest first."""
    found = await rows(
        "SELECT * FROM task WHERE organisation_id = {} AND done_at IS NULL ORDER BY made_at, id",
        organisation_id,
    )
    return tuple(value_of(Task, row) for row in found)


async def add_tasks(wanted: Sequence[tuple[UUID, UUID | None, str, str]], now: datetime) -> None:
    """Store tasks, each as organisation, session, kind and text."""
    await insert_many("task", COLUMNS, [(uuid4(), *each, now, None) for each in wanted])


async def settle(session_ids: Iterable[UUID], kinds: tuple[str, ...], now: datetime) -> None:
    """Say that the tasks of these kinds about sessions are done."""
    for kind in kinds:
        for session_id in sorted(set(session_ids)):
            await rows(
                "UPDATE task SET done_at = {} WHERE session_id = {} AND kind = {} AND done_at IS NULL",
                now,
                session_id,
                kind,
            )


async def tasks_of(session_ids: Iterable[UUID]) -> tuple[Task, ...]:
    """The open tasks about sessions."""
    found = await rows_in(
        "SELECT * FROM task WHERE done_at IS NULL AND session_id IN ([in]) ORDER BY made_at, id",
        set(session_ids),
    )
    return tuple(value_of(Task, row) for row in found)


async def settle_task(task_id: UUID, organisation_id: UUID, now: datetime) -> None:
    """Say that one task of an organisation is done; one that is done already, or another's, stays as it is."""
    await rows(
        "UPDATE task SET done_at = {} WHERE id = {} AND organisation_id = {} AND done_at IS NULL",
        now,
        task_id,
        organisation_id,
    )
