"""Adding a staff member, from the command line."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from uuid import UUID

from msgspec import Struct

from app.actions.sign_in import hash_of_password, usable_mail
from app.domain.acts import Act
from app.domain.errors import Unknown, Unusable
from app.domain.passwords import usable_password
from app.domain.staff import ORGANISATION_ROLES, Role
from app.storage import staff as store
from app.storage.acts import record_act
from app.storage.transactions import write


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
    check_role(role, organisation, venue)
    check_series(role, series)
    mail = usable_mail(mail)
    password_hash = await hash_of_password(usable_password(password, [mail]))
    return await put_user(mail, password_hash, Post(role, organisation, venue, tuple(series)), now)


class Post(Struct, frozen=True):
    """A role with the slugs of what it is a role of."""

    role: Role
    organisation: str = ""
    venue: str = ""
    series: tuple[str, ...] = ()


async def put_user(mail: str, password_hash: str, post: Post, now: datetime) -> UUID:
    """The same with a password that was looked at before, or is known to everybody on purpose. Raises Unknown."""

    async def work() -> UUID:
        organisation_id = await id_of(store.organisation_id_of, post.organisation)
        venue_id = await id_of(store.venue_id_of, post.venue)
        staff_id = await store.save_staff(mail, password_hash, now)
        await store.save_membership(staff_id, post.role, organisation_id, venue_id)
        for slug in post.series:
            await store.save_facilitation(staff_id, found(await store.series_id_of(slug), slug))
        await store.end_sign_ins_of(staff_id)
        act = Act(what="person_added", organisation_id=organisation_id, venue_id=venue_id, about_id=staff_id)
        await record_act(act, now)
        return staff_id

    return await write(work)


async def id_of(look_up: Callable[[str], Awaitable[UUID | None]], slug: str) -> UUID | None:
    """The id of a slug, None where there is no slug. Raises Unknown."""
    return found(await look_up(slug), slug) if slug else None


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


def found(id_: UUID | None, slug: str) -> UUID:
    """The id. Raises Unknown where there is none."""
    if id_ is None:
        raise Unknown(f"{slug} は見つかりません。")
    return id_
