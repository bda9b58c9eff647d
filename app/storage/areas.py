"""Areas: the places that listed organisations and venues name as theirs."""

from app.storage.engine import rows

AREAS = """
SELECT area FROM organisation WHERE listed AND area IS NOT NULL
UNION SELECT area FROM venue WHERE listed AND area IS NOT NULL
ORDER BY area
"""


async def all_areas() -> tuple[str, ...]:
    """Every area, each once, in order."""
    return tuple(row["area"] for row in await rows(AREAS))
