"""After an older copy was put back: every calendar has to be told that what it reads now is newer than what it knows."""

from datetime import datetime

from app.storage.session_rows import raise_all
from app.storage.transactions import write
from app.storage.versions import touch


async def count_on(now: datetime, above: int = 0) -> None:
    """Count every session as changed now, its SEQUENCE above all that was handed out before, pages and feeds as new.

    `above`: the highest SEQUENCE of the store that was replaced, where it could be read. A copy knows nothing of the
    changes since it was made: without this a calendar keeps what those said, for good.
    """

    async def work() -> None:
        await raise_all(now, above)
        await touch("programme", now)
        await touch("availability", now)

    await write(work)
