"""Running a command's work on the database of the settings."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TypeVar

from app.settings import Settings, from_environment
from app.storage.engine import opened
from app.storage.migrating import pending

T = TypeVar("T")


class NotMigrated(Exception):
    """The schema is older than the program."""


def now() -> datetime:
    """The time, aware UTC."""
    return datetime.now(UTC)


def run(
    work: Callable[[Settings], Awaitable[T]], settings: Settings | None = None, *, migrated: bool = True
) -> T:
    """What `work` answers, with the database open. Raises NotMigrated where the schema is not up to date."""
    chosen = settings or from_environment()

    async def with_database() -> T:
        async with opened(chosen.database):
            if migrated:
                await check_migrated()
            return await work(chosen)

    return asyncio.run(with_database())


async def check_migrated() -> None:
    """Raise NotMigrated, or NewerSchema, unless the schema is that of this program."""
    if await pending():
        raise NotMigrated("データベースの準備がまだです。先に hidamari migrate を動かしてください。")
