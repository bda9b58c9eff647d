"""Who works for an organisation, and the ending of that."""

from collections.abc import Iterable
from uuid import UUID

from msgspec import Struct

from app.domain.staff import ORGANISATION_ROLES, Role
from app.storage.engine import rows
from app.storage.records import marks
from app.storage.staff import save_facilitation, save_membership

PEOPLE = """
SELECT staff.id, staff.mail, membership.role FROM membership JOIN staff ON staff.id = membership.staff_id
WHERE membership.organisation_id = {} AND staff.active = {} ORDER BY staff.mail, membership.role
"""
# Whose people a facilitator sees, as far as the series has ever been this organisation's.
FACILITATED = """
SELECT facilitation.staff_id, series.id, series.title FROM facilitation
JOIN series ON series.id = facilitation.series_id
WHERE facilitation.staff_id IN (SELECT staff_id FROM membership WHERE organisation_id = {})
AND series.id IN (SELECT series_id FROM ownership WHERE organisation_id = {}) ORDER BY series.title, series.id
"""
OWN = """
SELECT DISTINCT series.id, series.title FROM series JOIN ownership ON ownership.series_id = series.id
WHERE ownership.organisation_id = {} ORDER BY series.title, series.id
"""
ORGANISERS = """
SELECT COUNT(DISTINCT membership.staff_id) AS number FROM membership JOIN staff ON staff.id = membership.staff_id
WHERE membership.organisation_id = {} AND membership.role = 'organiser' AND staff.active
"""
OTHER_ORGANISERS = """
SELECT membership.staff_id FROM membership JOIN staff ON staff.id = membership.staff_id
WHERE membership.organisation_id = {} AND membership.role = 'organiser' AND staff.active = {}
AND membership.staff_id <> {} LIMIT 1
"""
ORGANISED = """
SELECT DISTINCT organisation_id FROM membership WHERE staff_id = {} AND organisation_id IS NOT NULL AND role IN ([in])
ORDER BY organisation_id
"""
ELSEWHERE = """
SELECT id FROM membership WHERE staff_id = {} AND (organisation_id IS NULL OR organisation_id <> {}) LIMIT 1
"""
MEMBER = "SELECT id FROM membership WHERE staff_id = {} AND organisation_id = {} LIMIT 1"
LEAVE = "DELETE FROM membership WHERE staff_id = {} AND organisation_id = {}"
LEAVE_SERIES = """
DELETE FROM facilitation WHERE staff_id = {}
AND series_id IN (SELECT series_id FROM ownership WHERE organisation_id = {})
"""
END = "UPDATE staff SET active = {}, password_hash = '', totp_salt = NULL WHERE id = {}"


class Person(Struct, frozen=True, kw_only=True):
    """Somebody who works here: the address they sign in with, their roles, and the series they facilitate, by title."""

    id: UUID
    mail: str
    roles: tuple[Role, ...]
    series: dict[UUID, str]


async def people_of(organisation_id: UUID) -> tuple[Person, ...]:
    """Who works for an organisation, by address."""
    series: dict[UUID, dict[UUID, str]] = {}
    for row in await rows(FACILITATED, organisation_id, organisation_id):
        series.setdefault(row["staff_id"], {})[row["id"]] = row["title"]
    found: dict[UUID, Person] = {}
    for row in await rows(PEOPLE, organisation_id, True):
        before = found[row["id"]].roles if row["id"] in found else ()
        found[row["id"]] = Person(
            id=row["id"],
            mail=row["mail"],
            roles=(*before, row["role"]),
            series=series.get(row["id"], {}),
        )
    return tuple(found.values())


async def person_of(organisation_id: UUID, staff_id: UUID) -> Person | None:
    """One of them, None for anybody else."""
    return next((each for each in await people_of(organisation_id) if each.id == staff_id), None)


async def own_series(organisation_id: UUID) -> dict[UUID, str]:
    """The series that an organisation owns, owned or will own, by title."""
    return {row["id"]: row["title"] for row in await rows(OWN, organisation_id)}


async def works_for(staff_id: UUID, organisation_id: UUID) -> bool:
    """Whether an account has a role in an organisation."""
    return bool(await rows(MEMBER, staff_id, organisation_id))


async def works_elsewhere(staff_id: UUID, organisation_id: UUID) -> bool:
    """Whether an account has a role in another organisation, of a venue, or in the installation."""
    return bool(await rows(ELSEWHERE, staff_id, organisation_id))


async def organiser_count(organisation_id: UUID) -> int:
    """How many people may sign in as organisers of an organisation."""
    return int((await rows(ORGANISERS, organisation_id))[0]["number"])


async def has_other_organiser(organisation_id: UUID, staff_id: UUID) -> bool:
    """Whether somebody else organises here. The organisation has to be locked."""
    return bool(await rows(OTHER_ORGANISERS, organisation_id, True, staff_id))


async def organised_by(staff_id: UUID, *, every_role: bool = False) -> tuple[UUID, ...]:
    """The organisations an account organises, or has any role in, always in the same order: so are they locked."""
    roles = ORGANISATION_ROLES if every_role else ("organiser",)
    found = await rows(ORGANISED.replace("[in]", marks(roles)), staff_id, *roles)
    return tuple(row["organisation_id"] for row in found)


async def set_roles(
    staff_id: UUID, organisation_id: UUID, roles: Iterable[Role], series: Iterable[UUID]
) -> None:
    """These roles and facilitated series of an organisation instead of those before."""
    await leave(staff_id, organisation_id)
    for role in roles:
        await save_membership(staff_id, role, organisation_id)
    for series_id in series:
        await save_facilitation(staff_id, series_id)


async def leave(staff_id: UUID, organisation_id: UUID) -> None:
    """No role and no series of an organisation any more."""
    await rows(LEAVE_SERIES, staff_id, organisation_id)
    await rows(LEAVE, staff_id, organisation_id)


async def has_roles(staff_id: UUID) -> bool:
    """Whether an account may do anything at all."""
    return bool(await rows("SELECT id FROM membership WHERE staff_id = {} LIMIT 1", staff_id))


async def end_account(staff_id: UUID) -> None:
    """Nobody signs in with this account any more; only its address stays, while the log of acts names it."""
    await rows("DELETE FROM facilitation WHERE staff_id = {}", staff_id)
    await rows("DELETE FROM membership WHERE staff_id = {}", staff_id)
    await rows("DELETE FROM recovery_code WHERE staff_id = {}", staff_id)
    await rows(END, False, staff_id)
