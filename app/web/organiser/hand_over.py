"""引き継ぐ: a series is offered to another organisation from a day on."""

from datetime import date
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.hand_over import offer_hand_over, withdraw
from app.domain.errors import DomainError, Misfilled, Refused, Unknown, Unusable
from app.domain.programme import Organisation, Series
from app.domain.staff import Staff
from app.storage.hand_overs import is_organised, open_offer
from app.storage.organisations import all_organisations, organisations_by_id
from app.storage.series import owner_among, owners_of, series_following
from app.web.forms import NOTHING_TYPED, Typed, filled, read_form
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import GUARDS, series_of
from app.web.organiser.page import base_of, crumbs_of, organiser_page
from app.web.wording import day_and_year

AnyRequest = Request[Any, Any, Any]
Data = dict[str, Any]


class HandOverForm(Struct, frozen=True):
    to: UUID
    first: date


class WithdrawForm(Struct, frozen=True):
    offer: UUID


class HandOverController(Controller):
    path = "/staff/organisations/{slug:str}/series/{series_id:uuid}/hand-over"
    guards = GUARDS

    @get()
    async def show(
        self,
        *,
        organisation: NamedDependency[Organisation],
        series_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        today: NamedDependency[date],
        said: FromQuery[str] = "",
    ) -> Template:
        series = await series_of(organisation, series_id, today)
        return await hand_over_page(organisation, staff, series, today, said=said_words(said))

    @post(status_code=303)
    async def submit(
        self,
        *,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        series_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        today = house_of(request).today()
        series = await series_of(organisation, series_id, today)
        act = withdrawn if typed.get("act") == "withdraw" else offered
        try:
            said = await act(request, organisation, series, typed)
        except (Unusable, Refused) as refusal:
            return await hand_over_page(organisation, staff, series, today, typed=typed, refusal=refusal)
        address = f"{base_of(organisation)}/series/{series.id}/hand-over?said={said}"
        return Redirect(link(address) + "#said", status_code=303)


async def offered(request: AnyRequest, organisation: Organisation, series: Series, typed: Typed) -> str:
    """Offer the series; what to say of it. Raises Unusable, Refused."""
    house = house_of(request)
    form = filled(typed, HandOverForm)
    now, today = house.clock(), house.today()
    await offer_hand_over(series.id, organisation.id, form.to, form.first, now=now, today=today)
    return "offered"


async def withdrawn(request: AnyRequest, organisation: Organisation, series: Series, typed: Typed) -> str:
    """Take the offer back; what to say of it. Raises Refused, Unknown for no offer of this series."""
    form = read_form(typed, WithdrawForm)
    waiting = await open_offer(series.id)
    if isinstance(form, Misfilled) or (waiting is not None and waiting.id != form.offer):
        raise Unknown
    await withdraw(form.offer, giver_id=organisation.id, now=house_of(request).clock())
    return "withdrawn"


def said_words(code: str) -> str:
    """What was done, in words."""
    return {
        "offered": _("引き継ぎを申し出ました。引き継ぐ先の団体が「引き受ける」を選ぶと、決まります。"),
        "withdrawn": _("引き継ぎの申し出をとりやめました。"),
    }.get(code, "")


async def hand_over_page(
    organisation: Organisation,
    staff: Staff,
    series: Series,
    today: date,
    *,
    said: str = "",
    typed: Typed = NOTHING_TYPED,
    refusal: DomainError | None = None,
) -> Template:
    """Who runs the series from when on, the offer that waits, or the form for one."""
    owners = (await owners_of({series.id})).get(series.id, [])
    others = [each for each in await all_organisations() if each.id != organisation.id]
    return organiser_page(
        "hand_over",
        organisation,
        staff,
        refusal=refusal,
        series=series,
        crumbs=crumbs_of(organisation, series),
        here=f"{base_of(organisation)}/series/{series.id}/hand-over",
        said=said,
        typed=typed,
        owners=[(owner.name, since_words(first, current_of(owners, today))) for first, owner in owners],
        waiting=await waiting_offer(organisation, series),
        following=await following_of(organisation, series, today),
        options=[("", _("選んでください")), *((str(each.id), each.name) for each in others)],
    )


async def waiting_offer(organisation: Organisation, series: Series) -> Data | None:
    """The offer that waits for its answer, and whether anybody is there to give it."""
    found = await open_offer(series.id)
    if found is None:
        return None
    receiver = (await organisations_by_id({found.receiver_id}))[found.receiver_id]
    return {
        "id": str(found.id),
        "name": receiver.name,
        "first": day_and_year(found.first),
        "mine": found.giver_id == organisation.id,
        "nobody": not await is_organised(found.receiver_id),
    }


async def following_of(organisation: Organisation, series: Series, today: date) -> list[Data]:
    """The series that follow this one and are handed over by themselves, each with its page."""
    found = await series_following(series.id)
    owners = await owners_of({each.id for each in found})
    return [
        {"title": each.title, "href": link(f"{base_of(organisation)}/series/{each.id}/hand-over")}
        for each in found
        if (owner := owner_among(owners.get(each.id, []), today)) and owner.id == organisation.id
    ]


def current_of(owners: list[tuple[date, Organisation]], today: date) -> date:
    """Since when the one who owns the series today has done so."""
    return max((first for first, _owner in owners if first <= today), default=today)


def since_words(first: date, current: date) -> str:
    """いま, まえ, or from when on."""
    if first > current:
        return _("%(day)sから") % {"day": day_and_year(first)}
    return _("いま") if first == current else _("まえ")
