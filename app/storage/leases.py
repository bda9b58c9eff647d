"""Who does a chore that only one process may do."""

from datetime import datetime, timedelta

from app.storage.engine import rows

TAKE = """
INSERT INTO lease (name, holder, until) VALUES ({}, {}, {})
ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
WHERE lease.until <= {} OR lease.until > {} OR lease.holder = excluded.holder
RETURNING holder
"""


async def take_lease(name: str, holder: str, now: datetime, length: timedelta) -> bool:
    """Whether `holder` may do the chore until now + length: nobody else holds it, or theirs has run out.

    A lease that lies more than twice its length ahead is none: it was taken while a clock was wrong.
    """
    return bool(await rows(TAKE, name, holder, now + length, now, now + 2 * length))
