"""How an organisation publishes: a second look, and the ward's paper with its limit and deadline."""

from datetime import datetime
from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.set_publishing import set_publishing
from app.domain.errors import DomainError, Misfilled, Refused
from app.domain.programme import Organisation
from app.domain.staff import Staff
from app.domain.ward_paper import WardPaper
from app.storage.publishing import Publishing, publishing_of
from app.web.forms import Typed, filled
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import GUARDS
from app.web.organiser.page import base_of, crumbs_of, organiser_page

Data = dict[str, Any]


class PublishingForm(Struct, frozen=True):
    second_look: bool = False
    limit: int | None = None
    months: int | None = None
    day: int | None = None


class PublishingController(Controller):
    path = "/staff/organisations/{slug:str}/publishing"
    guards = GUARDS

    @get()
    async def show(
        self,
        organisation: NamedDependency[Organisation],
        staff: NamedDependency[Staff],
        said: FromQuery[str] = "",
    ) -> Template:
        chosen = values_of(await publishing_of(organisation.id))
        return publishing_page(organisation, staff, chosen, said=_("このように公開します。") if said else "")

    @post(status_code=303)
    async def act(
        self,
        organisation: NamedDependency[Organisation],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
    ) -> Response[Any]:
        try:
            await set_publishing(organisation.id, chosen_of(typed), now)
        except (Misfilled, Refused) as refusal:
            return publishing_page(organisation, staff, dict(typed), refusal=refusal)
        return Redirect(link(f"{base_of(organisation)}/publishing?said=kept") + "#said", status_code=303)


def chosen_of(typed: Typed) -> Publishing:
    """What the form says. Raises Misfilled."""
    form = filled(typed, PublishingForm)
    ward = WardPaper(limit=form.limit, months=form.months, day=form.day)
    return Publishing(second_look=form.second_look, ward=ward)


def values_of(chosen: Publishing) -> Data:
    """What is chosen, as the fields of the form."""
    ward = chosen.ward
    return {
        "second_look": chosen.second_look,
        "limit": ward.limit,
        "months": ward.months,
        "day": ward.day,
    }


def publishing_page(
    organisation: Organisation,
    staff: Staff,
    values: Data,
    *,
    said: str = "",
    refusal: DomainError | None = None,
) -> Template:
    """The form, with what is chosen or was typed."""
    return organiser_page(
        "publishing",
        organisation,
        staff,
        refusal=refusal,
        crumbs=crumbs_of(organisation),
        said=said,
        values=values,
    )
