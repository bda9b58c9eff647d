"""Whose page it is: the guard has seen the organisation, here the series, line or session in it is looked up."""

from datetime import date
from uuid import UUID

from litestar.params import FromPath

from app.domain.errors import NotAllowed, Unknown
from app.domain.programme import Organisation, Series, Session
from app.storage.lines import line_words
from app.storage.organisations import organisation_by_slug
from app.storage.records import Row
from app.storage.series import owner_on, owners_of, series_by_id, series_of_organisation
from app.storage.sessions import session_by_id
from app.web.guards import requires

GUARDS = [requires("organiser", of="organisation")]


async def organisation_of(slug: FromPath[str]) -> Organisation:
    """The organisation of the slug in a path. Raises Unknown."""
    found = await organisation_by_slug(slug)
    if found is None:
        raise Unknown
    return found


async def series_of(organisation: Organisation, series_id: UUID, today: date) -> Series:
    """A series that the organisation owns today, or will own. Raises Unknown for any other."""
    series = (await series_by_id({series_id})).get(series_id)
    owners = (await owners_of({series_id})).get(series_id, [])
    begun = [owner.id for first, owner in owners if first <= today][-1:]
    coming = [owner.id for first, owner in owners if first > today]
    if series is None or organisation.id not in (*begun, *coming):
        raise Unknown
    return series


async def own_series_of(organisation: Organisation, series_id: UUID, today: date) -> Series:
    """A series that the organisation owns today. Raises Unknown for any other, NotAllowed before it takes it on.

    New words change every date ahead, so they are for whoever runs the series now.
    """
    series = await series_of(organisation, series_id, today)
    if not await owns(series, organisation, today):
        raise NotAllowed
    return series


async def series_seen_by(organisation: Organisation, series_id: UUID, today: date) -> Series:
    """A series the organisation owns, has owned, will own or has a part in. Raises Unknown for any other."""
    for series in await series_of_organisation(organisation.id, today, listed_only=False):
        if series.id == series_id:
            return series
    owners = (await owners_of({series_id})).get(series_id, [])
    if organisation.id not in {owner.id for _first, owner in owners}:
        raise Unknown
    return (await series_by_id({series_id}))[series_id]


async def owns(series: Series, organisation: Organisation, today: date) -> bool:
    """Whether it is this organisation that may change the series today."""
    owner = await owner_on(series.id, today)
    return owner is not None and owner.id == organisation.id


async def line_of(series: Series, line_id: UUID) -> Row:
    """A line of a series, as it was typed. Raises Unknown for any other."""
    row = await line_words(line_id)
    if row is None or row["series_id"] != series.id:
        raise Unknown
    return row


async def session_of(organisation: Organisation, session_id: UUID) -> Session:
    """A session that the organisation owns on its date. Raises Unknown for any other."""
    session = await session_by_id(session_id)
    if session is None or not is_of(session, organisation):
        raise Unknown
    return session


def is_of(session: Session, organisation: Organisation) -> bool:
    """Whether the organisation owns the session on its date."""
    return session.owner is not None and session.owner.id == organisation.id
