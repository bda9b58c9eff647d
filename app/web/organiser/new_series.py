"""A new series on one calm page: the words, the dates they give, and what people have to know. Nothing typed is lost."""

import re
from datetime import date, datetime
from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect, Template

from app.actions.create_series import create_series
from app.domain.errors import DomainError, Misfilled, Refused, Unusable
from app.domain.programme import Organisation
from app.domain.series_wish import LineWish, SeriesWish
from app.domain.staff import Staff
from app.settings import Settings
from app.storage.series import series_by_slug
from app.web.forms import Typed
from app.web.guards import requires
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import owns
from app.web.organiser.asking import with_answer
from app.web.organiser.filling import choices_of, filling
from app.web.organiser.line_form import read_line
from app.web.organiser.page import base_of, organiser_page
from app.web.organiser.reading import custom_of, reading_context
from app.web.organiser.series_form import NEW_TYPED, gathered, series_wish

SLUG_BYTES = 4
OWN_SLUG = re.compile(r"s-[0-9a-f]{8}")
ONLINE_NOTE = "オンラインの方に要るもの（アプリ、アカウント、カメラなど）を書いてください。"
AnyRequest = Request[Any, Any, Any]


class NewSeriesController(Controller):
    path = "/staff/organisations/{slug:str}/series/new"
    guards = [requires("organiser", of="organisation")]  # noqa: RUF012 -- as Litestar reads it

    @get()
    async def show(
        self,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        staff: NamedDependency[Staff],
        today: NamedDependency[date],
    ) -> Template:
        return await form_page(organisation, staff, blank(request, organisation), today)

    @post("/reading", status_code=200)
    async def read(
        self,
        organisation: NamedDependency[Organisation],
        typed: NamedDependency[Typed],
        today: NamedDependency[date],
    ) -> Template:
        context = reading_context(typed, await custom_of(organisation.id), today)
        return Template("staff/organiser/reading.html", context={"base": base_of(organisation), **context})

    @post(status_code=303)
    async def submit(
        self,
        organisation: NamedDependency[Organisation],
        typed: NamedDependency[Typed],
        staff: NamedDependency[Staff],
        now: NamedDependency[datetime],
        settings: NamedDependency[Settings],
    ) -> Response[Any]:
        today = now.astimezone(settings.timezone).date()
        if typed.get("do"):
            return await form_page(organisation, staff, typed, today)
        try:
            series, line = await wishes(organisation, typed, today)
            made = await create_series(
                organisation.id, series, (line,), now=now, today=today, zone=settings.timezone
            )
        except (Unusable, Refused) as refusal:
            if earlier := await made_before(organisation, typed, refusal, today):
                return Redirect(earlier, status_code=303)
            return await form_page(organisation, staff, typed, today, refusal)
        return Redirect(link(f"{base_of(organisation)}/series/{made}?said=made"), status_code=303)


def blank(request: AnyRequest, organisation: Organisation) -> Typed:
    """The form before anything is typed. Its address is drawn here, so that a form sent twice makes one series."""
    slug = f"s-{house_of(request).chance(SLUG_BYTES).hex()}"
    known = [("contact", organisation.name), ("phone", organisation.phone or "")]
    return Typed([*NEW_TYPED, *known, ("venue_area", organisation.area or ""), ("slug", slug)])


async def wishes(organisation: Organisation, typed: Typed, today: date) -> tuple[SeriesWish, LineWish]:
    """What was filled in. Raises Misfilled with a sentence for every field, of the series and of its line."""
    custom, messages = await custom_of(organisation.id), dict[str, str]()
    series = gathered(messages, lambda: series_wish(typed))
    line = gathered(messages, lambda: read_line(typed, custom, today))
    messages |= (await choices_of(organisation, today)).wrong(typed)
    if "online" in typed.all("mode") and not typed.get("online_note", "").strip():
        messages["online_note"] = ONLINE_NOTE
    if messages or series is None or line is None:
        raise Misfilled(messages)
    return series, line


async def made_before(
    organisation: Organisation, typed: Typed, refusal: DomainError, today: date
) -> str | None:
    """The page of the series that this same form has made already; None if it is not that."""
    slug = typed.get("slug", "")
    if not isinstance(refusal, Unusable) or refusal.field != "slug" or not OWN_SLUG.fullmatch(slug):
        return None
    series = await series_by_slug(slug)
    if series is None or not await owns(series, organisation, today):
        return None
    return link(f"{base_of(organisation)}/series/{series.id}?said=before")


async def form_page(
    organisation: Organisation,
    staff: Staff,
    typed: Typed,
    today: date,
    refusal: DomainError | None = None,
) -> Template:
    """The form with all that was typed, the dates read from it, and a sentence for each field that is wrong."""
    choices = await choices_of(organisation, today)
    custom, typed = await custom_of(organisation.id), with_answer(typed)
    return organiser_page(
        "new_series",
        organisation,
        staff,
        refusal=refusal,
        heading=_("新しい定例"),
        **filling(typed, choices, refusal),
        **reading_context(typed, custom, today),
    )
