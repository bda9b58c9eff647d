"""What search engines may be told of: every public page, as kind and name."""

from datetime import date, timedelta

from app.storage.engine import rows
from app.storage.session_filters import PUBLIC

SERIES = "SELECT slug FROM series WHERE listed AND NOT internal ORDER BY slug"
VENUES = "SELECT slug FROM venue WHERE listed ORDER BY slug"
ORGANISATIONS = "SELECT slug FROM organisation WHERE listed ORDER BY slug"
MONTHS = """
SELECT DISTINCT organisation.slug, edition.month FROM edition
JOIN organisation ON organisation.id = edition.organisation_id
WHERE organisation.listed AND edition.month >= {} ORDER BY organisation.slug, edition.month
"""
SESSIONS = f"""
SELECT session.id FROM session JOIN series ON series.id = session.series_id
WHERE session.date BETWEEN {{}} AND {{}} AND {PUBLIC} ORDER BY session.date, session.id LIMIT {{}}
"""  # noqa: S608 -- only constants
DAYS_AHEAD = 62


async def public_paths(today: date, most: int) -> tuple[str, ...]:
    """The paths of public pages, at most so many: organisations with their months, venues, series, then sessions of two months.

    Slugs are as they are stored: quote them.
    """
    found = [f"organisations/{row['slug']}" for row in await rows(ORGANISATIONS)]
    first = today.replace(day=1)
    found += [f"organisations/{row['slug']}/{row['month']:%Y-%m}" for row in await rows(MONTHS, first)]
    found += [f"venues/{row['slug']}" for row in await rows(VENUES)]
    found += [f"series/{row['slug']}" for row in await rows(SERIES)]
    if len(found) < most:
        last = today + timedelta(days=DAYS_AHEAD)
        found += [f"sessions/{row['id']}" for row in await rows(SESSIONS, today, last, most - len(found))]
    return tuple(found[:most])
