"""A forgotten password: a link, given from hand to hand, with which its owner chooses another one.

Whoever holds the link can become that person. So an organiser makes one only for somebody who works for this
organisation alone, made and used: a password must never open what is not this organisation's. All others ask the admin,
who makes one for anybody; each organisation the person works for reads of it in its log.
"""

from datetime import datetime
from uuid import UUID

from msgspec.structs import replace

from app.actions.let_in import make_link, new_link, opened_link
from app.actions.sign_in import hash_of_password
from app.domain.acts import Act
from app.domain.errors import Unknown
from app.domain.passwords import usable_password
from app.domain.staff_links import LinkUsed, NotTheirs, StaffLink
from app.storage.acts import acting, record_act
from app.storage.people import organised_by, works_elsewhere, works_for
from app.storage.second_step import switch_off
from app.storage.staff import end_sign_ins_of, known_by_id, save_password, staff_by_mail
from app.storage.staff_links import use_staff_link
from app.storage.transactions import write


async def password_link_by_organiser(
    link_id: UUID,
    organisation_id: UUID,
    staff_id: UUID,
    *,
    one_step: bool = False,
    made_by: UUID,
    now: datetime,
    secret: bytes,
) -> str:
    """The token of a link for somebody who works for this organisation alone. `link_id` is the form's own.

    one_step: for a telephone that is lost together with its spare codes. Raises Unknown for somebody who does not work
    here, NotTheirs for somebody who also works elsewhere.
    """
    link = new_link("password", link_id, now, made_by)
    link = replace(link, staff_id=staff_id, organisation_id=organisation_id, one_step=one_step)

    async def work() -> str:
        if not await works_for(staff_id, organisation_id):
            raise Unknown
        if await works_elsewhere(staff_id, organisation_id):
            raise NotTheirs
        act = Act(what="password_link_made", organisation_id=organisation_id, about_id=staff_id)
        return await make_link(link, act, secret)

    return await write(work)


async def password_link_by_admin(
    link_id: UUID,
    mail: str,
    *,
    one_step: bool = False,
    made_by: UUID | None,
    now: datetime,
    secret: bytes,
) -> str:
    """The token of a link for anybody, by their address; made by nobody on the command line. Raises Unknown."""

    async def work() -> str:
        known = await staff_by_mail(mail)
        if known is None:
            raise Unknown("このアドレスの方は見つかりません。")
        link = replace(new_link("password", link_id, now, made_by), staff_id=known.id, one_step=one_step)
        first, *others = await organised_by(known.id, every_role=True) or (None,)
        token = await make_link(link, act_for(known.id, first), secret)
        for organisation_id in others:
            await record_act(act_for(known.id, organisation_id), now)
        return token

    return await write(work)


def act_for(staff_id: UUID, organisation_id: UUID | None) -> Act:
    """What an organisation reads of a link for somebody who works there."""
    return Act(what="password_link_made", organisation_id=organisation_id, about_id=staff_id)


async def set_password(token: str, password: str, now: datetime) -> None:
    """Use a link up: the account has this password, and is signed out everywhere. Raises LinkUsed, Unusable."""
    link = await opened_link("password", token, now)
    known = await known_by_id(link.staff_id) if link.staff_id else None
    if known is None:
        raise LinkUsed
    password_hash = await hash_of_password(usable_password(password, [known.mail]))

    async def work() -> None:
        if not await is_good(link) or not await use_staff_link(link.id, now):
            raise LinkUsed
        await save_password(known.id, password_hash)
        await end_sign_ins_of(known.id)
        if link.one_step:
            await switch_off(known.id)
        acting(known.id)
        for organisation_id in await organised_by(known.id, every_role=True):
            act = Act(what="password_reset", organisation_id=organisation_id, about_id=known.id)
            await record_act(act, now)

    await write(work)


async def is_good(link: StaffLink) -> bool:
    """Whether whoever made a link may still make it: meanwhile its owner may have come to work elsewhere too."""
    if link.staff_id is None or await known_by_id(link.staff_id) is None:
        return False
    if link.organisation_id is None:
        return True
    here = await works_for(link.staff_id, link.organisation_id)
    return here and not await works_elsewhere(link.staff_id, link.organisation_id)
