"""An offer of a series as the receiving organisation sees it: what it would take on, and yes or no."""

from datetime import date
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from app.actions.hand_over import accept, decline
from app.domain.errors import DomainError, Refused, Unknown
from app.domain.planning import horizon
from app.domain.programme import Organisation
from app.domain.staff import Staff
from app.storage.hand_overs import Offer, offer, offers_to
from app.storage.organisations import organisations_by_id
from app.storage.series import rules_of, series_by_id
from app.storage.session_rows import reservation_counts
from app.storage.sessions import sessions_between
from app.web.forms import Typed
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import GUARDS
from app.web.organiser.page import base_of, crumbs_of, organiser_page
from app.web.wording import day_and_year, dotted

AnyRequest = Request[Any, Any, Any]
Data = dict[str, Any]


class OfferController(Controller):
    path = "/staff/organisations/{slug:str}/hand-overs/{offer_id:uuid}"
    guards = GUARDS

    @get()
    async def show(
        self,
        organisation: NamedDependency[Organisation],
        offer_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        today: NamedDependency[date],
    ) -> Template:
        return await offer_page(organisation, staff, await offer_at(organisation, offer_id), today)

    @post(status_code=303)
    async def answer(
        self,
        *,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        offer_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        found = await offer_at(organisation, offer_id)
        try:
            await answered(request, organisation, found, typed.get("act", ""))
        except Refused as refusal:
            today = house_of(request).today()
            return await offer_page(organisation, staff, await offer(found.id), today, refusal=refusal)
        return Redirect(link(f"{base_of(organisation)}/hand-overs/{found.id}"), status_code=303)


async def offer_at(organisation: Organisation, offer_id: UUID) -> Offer:
    """An offer to the organisation. Raises Unknown for any other."""
    found = await offer(offer_id)
    if found.receiver_id != organisation.id:
        raise Unknown
    return found


async def answered(request: AnyRequest, organisation: Organisation, found: Offer, act: str) -> None:
    """Yes or no; the same answer twice is one. Raises Refused where it is withdrawn, Unknown for no such act."""
    house = house_of(request)
    wanted = {"accept": "accepted", "decline": "declined"}.get(act)
    if wanted is None:
        raise Unknown
    if found.state == wanted:
        return
    if act == "decline":
        await decline(found.id, receiver_id=organisation.id, now=house.clock())
        return
    now, today, zone = house.clock(), house.today(), house.settings.timezone
    await accept(found.id, receiver_id=organisation.id, now=now, today=today, zone=zone)


async def offer_page(
    organisation: Organisation,
    staff: Staff,
    found: Offer,
    today: date,
    *,
    refusal: DomainError | None = None,
) -> Template:
    """What would be taken on, and the two answers while it waits."""
    [series] = (await series_by_id({found.series_id})).values()
    return organiser_page(
        "offer",
        organisation,
        staff,
        refusal=refusal,
        crumbs=crumbs_of(organisation),
        here=f"{base_of(organisation)}/hand-overs/{found.id}",
        series=series,
        state=found.state,
        first=day_and_year(first_of(found, today)),
        facts=await facts_of(found, today),
    )


def first_of(found: Offer, today: date) -> date:
    """From when on; an offer that has waited too long begins today."""
    return max(found.first, today) if found.state == "offered" else found.first


async def facts_of(found: Offer, today: date) -> list[tuple[str, str]]:
    """Who offers it, from when on, its words, and what lies there already."""
    first = first_of(found, today)
    giver = (await organisations_by_id({found.giver_id}))[found.giver_id]
    ahead = await sessions_between(first, horizon(today), series_id=found.series_id, listed_only=False)
    standing = [each for each in ahead if each.state != "cancelled"]
    counts = await reservation_counts(each.id for each in standing)
    rules = (await rules_of({found.series_id})).get(found.series_id, ())
    words = "、".join(rule.words for rule in rules if rule.words)
    lying = dotted(
        _("%(number)s回") % {"number": len(standing)},
        _("予約%(number)s件") % {"number": sum(counts.values())},
    )
    return [
        (_("いまの団体"), giver.name),
        (_("いつから"), day_and_year(first)),
        (_("予定の言葉"), words or _("日にちは、手で入れます。")),
        (_("その日からの回"), lying),
    ]


async def offers_for(organisation: Organisation) -> list[Data]:
    """The offers that wait for an answer, as entrances for the desk."""
    found = await offers_to(organisation.id)
    series = await series_by_id({each.series_id for each in found})
    givers = await organisations_by_id({each.giver_id for each in found})
    return [
        {
            "href": link(f"{base_of(organisation)}/hand-overs/{each.id}"),
            "label": series[each.series_id].title,
            "note": _("%(name)sから、%(day)sからの引き継ぎの申し出")
            % {"name": givers[each.giver_id].name, "day": day_and_year(each.first)},
        }
        for each in found
    ]
