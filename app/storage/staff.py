"""Staff, their memberships and sign-ins. Passwords and tokens are kept only as hashes."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from msgspec import Struct

from app.domain.staff import Membership, Role, Staff
from app.storage.engine import rows
from app.storage.records import value_of

TOKEN_BYTES = 32
IDLE = timedelta(hours=12)
LONGEST = timedelta(days=7)
SEEN_EVERY = timedelta(minutes=5)


KNOWN = "SELECT id, mail, password_hash, totp_salt FROM staff WHERE"


class Known(Struct, frozen=True):
    """A staff member who may try to sign in. totp_salt: of their second step, None without one."""

    id: UUID
    mail: str
    password_hash: str
    totp_salt: str | None = None


async def staff_by_mail(mail: str) -> Known | None:
    """The active staff member with this address, None if there is none."""
    found = await rows(f"{KNOWN} mail = {{}} AND active = {{}}", mail, True)
    return value_of(Known, found[0]) if found else None


async def known_by_id(staff_id: UUID) -> Known | None:
    """The active staff member with this id, None if there is none."""
    found = await rows(f"{KNOWN} id = {{}} AND active = {{}}", staff_id, True)
    return value_of(Known, found[0]) if found else None


async def add_staff(mail: str, password_hash: str, now: datetime) -> UUID | None:
    """A new staff member with this address, one who had left included; their id. None if somebody signs in with it."""
    found = await rows(
        "INSERT INTO staff (id, mail, password_hash, active, made_at) VALUES ({}, {}, {}, {}, {}) "
        "ON CONFLICT (mail) DO UPDATE SET password_hash = excluded.password_hash, active = excluded.active "
        "WHERE staff.active = {} RETURNING id",
        uuid4(),
        mail,
        password_hash,
        True,
        now,
        False,
    )
    return UUID(str(found[0]["id"])) if found else None


async def save_password(staff_id: UUID, password_hash: str) -> None:
    """Another password for a staff member."""
    await rows("UPDATE staff SET password_hash = {} WHERE id = {}", password_hash, staff_id)


async def save_staff(mail: str, password_hash: str, now: datetime) -> UUID:
    """A staff member with this address and password; one who is there already gets the password. Their id."""
    [row] = await rows(
        "INSERT INTO staff (id, mail, password_hash, active, made_at) VALUES ({}, {}, {}, {}, {}) "
        "ON CONFLICT (mail) DO UPDATE SET password_hash = excluded.password_hash, active = excluded.active "
        "RETURNING id",
        uuid4(),
        mail,
        password_hash,
        True,
        now,
    )
    return UUID(str(row["id"]))


async def save_membership(
    staff_id: UUID, role: Role, organisation_id: UUID | None = None, venue_id: UUID | None = None
) -> None:
    """Give a role, once however often it is given."""
    held = await rows("SELECT role, organisation_id, venue_id FROM membership WHERE staff_id = {}", staff_id)
    if (role, organisation_id, venue_id) in {
        (row["role"], row["organisation_id"], row["venue_id"]) for row in held
    }:
        return
    await rows(
        "INSERT INTO membership (id, staff_id, role, organisation_id, venue_id) VALUES ({}, {}, {}, {}, {})",
        uuid4(),
        staff_id,
        role,
        organisation_id,
        venue_id,
    )


async def save_facilitation(staff_id: UUID, series_id: UUID) -> None:
    """Let a facilitator see the sessions of a series."""
    held = await rows(
        "SELECT id FROM facilitation WHERE staff_id = {} AND series_id = {}", staff_id, series_id
    )
    if not held:
        await rows(
            "INSERT INTO facilitation (id, staff_id, series_id) VALUES ({}, {}, {})",
            uuid4(),
            staff_id,
            series_id,
        )


async def organisation_id_of(slug: str) -> UUID | None:
    """The organisation of a slug, None if there is none."""
    found = await rows("SELECT id FROM organisation WHERE slug = {}", slug)
    return found[0]["id"] if found else None


async def venue_id_of(slug: str) -> UUID | None:
    """The venue of a slug, None if there is none."""
    found = await rows("SELECT id FROM venue WHERE slug = {}", slug)
    return found[0]["id"] if found else None


async def series_id_of(slug: str) -> UUID | None:
    """The series of a slug, None if there is none."""
    found = await rows("SELECT id FROM series WHERE slug = {}", slug)
    return found[0]["id"] if found else None


async def staff_by_id(staff_id: UUID) -> Staff | None:
    """An active staff member with all they may do."""
    found = await rows("SELECT id, mail FROM staff WHERE id = {} AND active = {}", staff_id, True)
    if not found:
        return None
    series = await rows("SELECT series_id FROM facilitation WHERE staff_id = {}", staff_id)
    return Staff(
        id=found[0]["id"],
        mail=found[0]["mail"],
        memberships=await memberships_of(staff_id),
        series=frozenset(row["series_id"] for row in series),
    )


async def memberships_of(staff_id: UUID) -> tuple[Membership, ...]:
    """The roles of a staff member, by organisation, venue and role."""
    found = await rows(
        "SELECT membership.role, membership.organisation_id, organisation.slug AS organisation, "
        "membership.venue_id, venue.slug AS venue FROM membership "
        "LEFT JOIN organisation ON organisation.id = membership.organisation_id "
        "LEFT JOIN venue ON venue.id = membership.venue_id "
        "WHERE membership.staff_id = {} ORDER BY organisation.slug, venue.slug, membership.role",
        staff_id,
    )
    return tuple(Membership(**row) for row in found)


async def add_sign_in(staff_id: UUID, now: datetime) -> str:
    """A new sign-in; the secret for the cookie, of which only the hash is kept. Ended ones are forgotten."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    await rows("DELETE FROM sign_in WHERE made_at <= {} OR seen_at <= {}", now - LONGEST, now - IDLE)
    await rows(
        "INSERT INTO sign_in (id, staff_id, token_hash, made_at, seen_at) VALUES ({}, {}, {}, {}, {})",
        uuid4(),
        staff_id,
        hash_of(token),
        now,
        now,
    )
    return token


async def sign_in_of(token: str, now: datetime) -> dict[str, Any] | None:
    """The sign-in of a cookie: id, staff_id, seen_at. None if it is unknown, idle for 12 hours or 7 days old."""
    found = await rows(
        "SELECT id, staff_id, seen_at FROM sign_in WHERE token_hash = {} AND made_at > {} AND seen_at > {}",
        hash_of(token),
        now - LONGEST,
        now - IDLE,
    )
    return found[0] if found else None


async def see_sign_in(sign_in_id: UUID, now: datetime) -> None:
    """Note that a sign-in was used."""
    await rows("UPDATE sign_in SET seen_at = {} WHERE id = {}", now, sign_in_id)


async def end_sign_in(token: str) -> None:
    """Forget the sign-in of a cookie, if there is one."""
    await rows("DELETE FROM sign_in WHERE token_hash = {}", hash_of(token))


async def end_sign_ins_of(staff_id: UUID, but: str = "") -> None:
    """Sign a staff member out everywhere, but not where the cookie is `but`."""
    await rows("DELETE FROM sign_in WHERE staff_id = {} AND token_hash <> {}", staff_id, hash_of(but))


async def sign_ins_of(staff_id: UUID, now: datetime) -> int:
    """In how many browsers a staff member is signed in."""
    found = await rows(
        "SELECT COUNT(*) AS number FROM sign_in WHERE staff_id = {} AND made_at > {} AND seen_at > {}",
        staff_id,
        now - LONGEST,
        now - IDLE,
    )
    return int(found[0]["number"])


def hash_of(token: str) -> str:
    """What is kept of a secret that is long enough not to be guessed."""
    return sha256(token.encode()).hexdigest()
