"""Say what somebody may do in an organisation, and end it: never for the last one who organises there."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from app.actions.let_in import require_own_series
from app.domain.acts import Act
from app.domain.errors import Unknown, Unusable
from app.domain.staff import ORGANISATION_ROLES, Role
from app.domain.staff_links import LastOrganiser
from app.storage.acts import record_act
from app.storage.editions import lock_organisation
from app.storage.people import (
    end_account,
    has_other_organiser,
    has_roles,
    leave,
    organised_by,
    set_roles,
    works_for,
)
from app.storage.staff import end_sign_ins_of
from app.storage.staff_links import end_links_by, end_links_for
from app.storage.transactions import write


async def change_roles(
    organisation_id: UUID, staff_id: UUID, roles: Iterable[Role], series: Iterable[UUID], now: datetime
) -> None:
    """These roles of an organisation, and these series to facilitate, instead of those before.

    Raises Unusable without a role or with one that is none of an organisation's, Unknown for somebody who does not work
    here, LastOrganiser.
    """
    wanted, followed = tuple(dict.fromkeys(roles)), tuple(dict.fromkeys(series))
    if not wanted or not set(wanted) <= set(ORGANISATION_ROLES):
        raise Unusable(
            "ひとつ以上えらんでください。何もしなくなる方は、下の「終える」から終えてください。", "roles"
        )

    async def work() -> None:
        await lock_organisation(organisation_id)
        await require_own_series(organisation_id, followed)
        await require_works_here(staff_id, organisation_id)
        if "organiser" not in wanted:
            await require_other_organiser(organisation_id, staff_id)
            await end_links_by(staff_id, organisation_id)
        kept = followed if "facilitator" in wanted else ()
        await set_roles(staff_id, organisation_id, wanted, kept)
        await record_act(Act(what="roles_changed", organisation_id=organisation_id, about_id=staff_id), now)

    await write(work)


async def end_membership(organisation_id: UUID, staff_id: UUID, now: datetime) -> None:
    """Somebody does not work here any more, from this moment on: every browser of theirs is signed out.

    An account without any other role ends with it. Raises Unknown for somebody who does not work here, LastOrganiser.
    """

    async def work() -> None:
        await lock_organisation(organisation_id)
        await require_works_here(staff_id, organisation_id)
        await require_other_organiser(organisation_id, staff_id)
        await leave(staff_id, organisation_id)
        await end_links_by(staff_id, organisation_id)
        await end_sign_ins_of(staff_id)
        await record_act(Act(what="person_ended", organisation_id=organisation_id, about_id=staff_id), now)
        if not await has_roles(staff_id):
            await end_whole(staff_id)

    await write(work)


async def end_staff(staff_id: UUID, now: datetime) -> None:
    """End an account and all its sign-ins, wherever it works. Raises LastOrganiser."""

    async def work() -> None:
        for organisation_id in await organised_by(staff_id):
            await lock_organisation(organisation_id)
            await require_other_organiser(organisation_id, staff_id)
        for organisation_id in await organised_by(staff_id, every_role=True):
            act = Act(what="person_ended", organisation_id=organisation_id, about_id=staff_id)
            await record_act(act, now)
        await end_whole(staff_id)

    await write(work)


async def end_whole(staff_id: UUID) -> None:
    """The account with all that belongs to it, inside a write."""
    await end_sign_ins_of(staff_id)
    await end_links_for(staff_id)
    await end_links_by(staff_id, None)
    await end_account(staff_id)


async def require_works_here(staff_id: UUID, organisation_id: UUID) -> None:
    """Raise Unknown for somebody without a role here."""
    if not await works_for(staff_id, organisation_id):
        raise Unknown


async def require_other_organiser(organisation_id: UUID, staff_id: UUID) -> None:
    """Raise LastOrganiser if nobody else organises here. The organisation has to be locked, so that two cannot end
    each other at once.
    """
    organises = organisation_id in await organised_by(staff_id)
    if organises and not await has_other_organiser(organisation_id, staff_id):
        raise LastOrganiser
