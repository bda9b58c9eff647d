"""Links that let somebody join, or choose a new password, once. Only the hash of their token is kept."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from app.domain.staff_links import StaffLink
from app.storage.engine import rows
from app.storage.records import Row, rows_in, value_of

KEPT = timedelta(days=30)

ADD = """
INSERT INTO staff_link
(id, kind, token_hash, role, organisation_id, venue_id, staff_id, one_step, made_by, made_at, ends_at)
VALUES ({}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}) ON CONFLICT DO NOTHING RETURNING id
"""
USE = "UPDATE staff_link SET used_at = {} WHERE id = {} AND used_at IS NULL AND ends_at > {} RETURNING id"
WITHDRAW = """
DELETE FROM staff_link WHERE id = {} AND kind = 'join' AND organisation_id = {} AND used_at IS NULL RETURNING id
"""
OPEN = """
SELECT * FROM staff_link WHERE kind = 'join' AND organisation_id = {} AND used_at IS NULL AND ends_at > {}
ORDER BY made_at, id
"""
SERIES = """
SELECT staff_link_series.link_id, series.id, series.title FROM staff_link_series
JOIN series ON series.id = staff_link_series.series_id WHERE staff_link_series.link_id IN ([in])
ORDER BY series.title
"""


async def add_staff_link(link: StaffLink, token_hash: str) -> bool:
    """Keep a link. False if one of this id is there already."""
    kept = await rows(
        ADD,
        link.id,
        link.kind,
        token_hash,
        link.role,
        link.organisation_id,
        link.venue_id,
        link.staff_id,
        link.one_step,
        link.made_by,
        link.made_at,
        link.ends_at,
    )
    for series_id in link.series if kept else ():
        await rows(
            "INSERT INTO staff_link_series (id, link_id, series_id) VALUES ({}, {}, {})",
            uuid4(),
            link.id,
            series_id,
        )
    return bool(kept)


async def staff_link_by_id(link_id: UUID) -> StaffLink | None:
    """A link, whatever became of it."""
    return await one_where("id", link_id)


async def staff_link_of_hash(token_hash: str) -> StaffLink | None:
    """The link of a token, by its hash, whatever became of it."""
    return await one_where("token_hash", token_hash)


async def one_where(column: str, value: object) -> StaffLink | None:
    """The link with that value in a unique column."""
    found = await rows(f"SELECT * FROM staff_link WHERE {column} = {{}}", value)  # noqa: S608 -- our own names
    return next(iter(await with_series(found)), None)


async def with_series(found: list[Row]) -> tuple[StaffLink, ...]:
    """The values of rows, each with its series."""
    series = await titles_of(row["id"] for row in found)
    return tuple(value_of(StaffLink, row, series=tuple(sorted(series.get(row["id"], {})))) for row in found)


async def titles_of(link_ids: Iterable[UUID]) -> dict[UUID, dict[UUID, str]]:
    """The series of each link, by id with their titles."""
    found: dict[UUID, dict[UUID, str]] = {}
    for row in await rows_in(SERIES, link_ids):
        found.setdefault(row["link_id"], {})[row["id"]] = row["title"]
    return found


async def use_staff_link(link_id: UUID, now: datetime) -> bool:
    """Use a link. False if it was used, withdrawn, or is too old: of two who use it at once, one does."""
    return bool(await rows(USE, now, link_id, now))


async def withdraw_staff_link(link_id: UUID, organisation_id: UUID) -> bool:
    """Take an invitation of an organisation back. False if there is none that nobody has used."""
    return bool(await rows(WITHDRAW, link_id, organisation_id))


async def open_invitations(organisation_id: UUID, now: datetime) -> tuple[StaffLink, ...]:
    """The invitations of an organisation that can be used now, the oldest first."""
    return await with_series(await rows(OPEN, organisation_id, now))


async def end_links_for(staff_id: UUID) -> None:
    """Links with which this account would get a new password open nothing any more."""
    await rows("DELETE FROM staff_link WHERE staff_id = {} AND used_at IS NULL", staff_id)


async def end_links_by(staff_id: UUID, organisation_id: UUID | None) -> None:
    """Links that this person made for an organisation open nothing any more; all of theirs where None is named."""
    if organisation_id is None:
        await rows("DELETE FROM staff_link WHERE made_by = {} AND used_at IS NULL", staff_id)
        return
    await rows(
        "DELETE FROM staff_link WHERE made_by = {} AND organisation_id = {} AND used_at IS NULL",
        staff_id,
        organisation_id,
    )


async def forget_staff_links(now: datetime) -> None:
    """Forget links thirty days after they ended."""
    await rows("DELETE FROM staff_link WHERE ends_at < {}", now - KEPT)
