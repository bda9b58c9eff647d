"""Let somebody work here: a link for a role, used once, given from hand to hand or on paper. Nothing needs mail."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from msgspec.structs import replace

from app.actions.sign_in import hash_of_password, usable_mail
from app.domain.acts import Act
from app.domain.errors import Refused, Unknown, Unusable
from app.domain.passwords import usable_password
from app.domain.secrets import looks_like_token, staff_token, token_hash
from app.domain.staff import ORGANISATION_ROLES, Role
from app.domain.staff_links import LASTS, Kind, LinkUsed, MailTaken, StaffLink
from app.storage.acts import acting, record_act
from app.storage.people import own_series
from app.storage.staff import add_sign_in, add_staff, save_facilitation, save_membership
from app.storage.staff_links import (
    add_staff_link,
    staff_link_by_id,
    staff_link_of_hash,
    use_staff_link,
    withdraw_staff_link,
)
from app.storage.transactions import write


async def make_link(link: StaffLink, act: Act, secret: bytes) -> str:
    """The token of a new link, inside a write. The same form again gives the same token, while nobody has used it.

    Raises Refused where the id is another link's, or this one was used.
    """
    token = staff_token(secret, link.id)
    if await add_staff_link(link, token_hash(token)):
        await record_act(act, link.made_at)
        return token
    before = await staff_link_by_id(link.id)
    times = {} if before is None else {"made_at": before.made_at, "ends_at": before.ends_at}
    if before is None or not before.is_open(link.made_at) or before != replace(link, **times):
        raise Refused("このリンクは、もう渡してあります。ページを開きなおして、新しくつくってください。")
    return token


async def invite_to_organisation(
    link_id: UUID,
    organisation_id: UUID,
    role: Role,
    series: Iterable[UUID] = (),
    *,
    made_by: UUID | None,
    now: datetime,
    secret: bytes,
) -> str:
    """The token of a link for a role in an organisation, for seven days. `link_id` is the form's own.

    Raises Unusable for a role that is none of an organisation's, or for series that are not this organisation's.
    """
    if role not in ORGANISATION_ROLES:
        raise Unusable("どれかを選んでください。", "role")
    wanted = tuple(sorted(set(series))) if role == "facilitator" else ()
    link = new_link("join", link_id, now, made_by)
    link = replace(link, role=role, organisation_id=organisation_id, series=wanted)

    async def work() -> str:
        await require_own_series(organisation_id, wanted)
        act = Act(what="person_invited", organisation_id=organisation_id, title=role)
        return await make_link(link, act, secret)

    return await write(work)


async def invite_to_venue(
    link_id: UUID, venue_id: UUID, *, made_by: UUID | None, now: datetime, secret: bytes
) -> str:
    """The token of a link for whoever is to look after a venue, for seven days."""
    link = new_link("join", link_id, now, made_by)
    link = replace(link, role="venue_manager", venue_id=venue_id)
    act = Act(what="person_invited", venue_id=venue_id, title="venue_manager")
    return await write(lambda: make_link(link, act, secret))


def new_link(kind: Kind, link_id: UUID, now: datetime, made_by: UUID | None) -> StaffLink:
    """A link for seven days."""
    return StaffLink(id=link_id, kind=kind, made_by=made_by, made_at=now, ends_at=now + LASTS)


async def require_own_series(organisation_id: UUID, series: Iterable[UUID]) -> None:
    """Raise Unusable where one of the series was never this organisation's."""
    if not set(series) <= set(await own_series(organisation_id)):
        raise Unusable("この団体の定例から選んでください。", "series")


async def withdraw_invitation(link_id: UUID, organisation_id: UUID, now: datetime) -> None:
    """Take an invitation back: it lets nobody in any more. Raises Unknown where it was used, or is another's."""

    async def work() -> None:
        link = await staff_link_by_id(link_id)
        if link is None or not await withdraw_staff_link(link_id, organisation_id):
            raise Unknown
        act = Act(what="invitation_withdrawn", organisation_id=organisation_id, title=link.role or "")
        await record_act(act, now)

    await write(work)


async def opened_link(kind: Kind, token: str, now: datetime) -> StaffLink:
    """The link of a token, while it can be used. Raises LinkUsed for every other text."""
    link = await staff_link_of_hash(token_hash(token)) if looks_like_token(token) else None
    if link is None or link.kind != kind or not link.is_open(now):
        raise LinkUsed
    return link


async def join_anew(
    token: str, mail: str, password: str, now: datetime, *, own_words: Iterable[str] = ()
) -> str:
    """An account with the role of a link, signed in: the secret for the cookie. All of it is kept, or nothing.

    Raises LinkUsed, Unusable for an address or a password that cannot be, MailTaken where the address has an account.
    """
    link = await opened_link("join", token, now)
    mail = usable_mail(mail)
    password_hash = await hash_of_password(usable_password(password, [mail, *own_words]))

    async def work() -> str:
        staff_id = await add_staff(mail, password_hash, now)
        if staff_id is None:
            raise MailTaken(field="mail")
        await take_role(link, staff_id, now)
        return await add_sign_in(staff_id, now)

    return await write(work)


async def join_as(token: str, staff_id: UUID, now: datetime) -> None:
    """The role of a link for an account that is there already, beside its others. Raises LinkUsed."""
    link = await opened_link("join", token, now)
    await write(lambda: take_role(link, staff_id, now))


async def take_role(link: StaffLink, staff_id: UUID, now: datetime) -> None:
    """Use a link up and give its role, inside a write. Raises LinkUsed for the second of two."""
    if link.role is None or not await use_staff_link(link.id, now):
        raise LinkUsed
    await save_membership(staff_id, link.role, link.organisation_id, link.venue_id)
    for series_id in link.series:
        await save_facilitation(staff_id, series_id)
    acting(staff_id)
    act = Act(
        what="person_joined",
        organisation_id=link.organisation_id,
        venue_id=link.venue_id,
        about_id=staff_id,
        title=link.role,
    )
    await record_act(act, now)
