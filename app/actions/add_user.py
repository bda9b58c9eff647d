"""Adding a staff member, from the command line."""

import asyncio
import re
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.actions.sign_in import HASHER, LONGEST_PASSWORD, normal_mail
from app.domain.errors import Unknown, Unusable
from app.domain.staff import ORGANISATION_ROLES, Role
from app.storage import staff as store
from app.storage.transactions import write

SHORTEST_PASSWORD = 10
MAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,189}")


async def add_user(
    mail: str,
    password: str,
    role: Role,
    now: datetime,
    *,
    organisation: str = "",
    venue: str = "",
    series: Sequence[str] = (),
) -> UUID:
    """A staff member with a role; their id. One who is there gets the role and the new password, and is signed out.

    series: slugs of those whose sessions a facilitator sees, beside the ones they see already.
    Raises Unusable (field mail, password, organisation, venue or series) and Unknown for a slug that is not there.
    """
    mail = usable_mail(mail)
    check_role(role, organisation, venue)
    check_series(role, series)
    password_hash = await asyncio.to_thread(HASHER.hash, usable_password(password))

    async def work() -> UUID:
        organisation_id = (
            found(await store.organisation_id_of(organisation), organisation) if organisation else None
        )
        venue_id = found(await store.venue_id_of(venue), venue) if venue else None
        staff_id = await store.save_staff(mail, password_hash, now)
        await store.save_membership(staff_id, role, organisation_id, venue_id)
        for slug in series:
            await store.save_facilitation(staff_id, found(await store.series_id_of(slug), slug))
        await store.end_sign_ins_of(staff_id)
        return staff_id

    return await write(work)


def check_role(role: Role, organisation: str, venue: str) -> None:
    """Raise Unusable unless the role goes with an organisation, a venue or neither, as it needs."""
    if (role in ORGANISATION_ROLES) != bool(organisation):
        raise Unusable(
            f"{role} には --organisation が要ります。"
            if not organisation
            else f"{role} に団体は付きません。",
            "organisation",
        )
    if (role == "venue_manager") != bool(venue):
        raise Unusable(
            f"{role} には --venue が要ります。" if not venue else f"{role} に会場は付きません。", "venue"
        )


def check_series(role: Role, series: Sequence[str]) -> None:
    """Raise Unusable where somebody who is no facilitator is given series."""
    if series and role != "facilitator":
        raise Unusable(f"{role} に定例は付きません。", "series")


def usable_mail(mail: str) -> str:
    """An address as it is kept. Raises Unusable."""
    if not MAIL.fullmatch(mail.strip()):
        raise Unusable("メールアドレスの形ではないようです。", "mail")
    return normal_mail(mail)


def usable_password(password: str) -> str:
    """A password that may be set. Raises Unusable."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise Unusable(f"パスワードは {SHORTEST_PASSWORD} 文字以上にしてください。", "password")
    return password


def found(id_: UUID | None, slug: str) -> UUID:
    """The id. Raises Unknown where there is none."""
    if id_ is None:
        raise Unknown(f"{slug} は見つかりません。")
    return id_
