"""A flyer pasted whole: the programmes it names, and a series for each that is ticked."""

from datetime import date
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from app.actions.create_series import create_series
from app.domain.errors import Misfilled
from app.domain.flyer import LONGEST, Programme, programmes
from app.domain.preview import preview
from app.domain.programme import Organisation
from app.domain.series_wish import LineWish, SeriesWish
from app.domain.staff import Staff
from app.storage.series import series_by_slug, series_of_organisation
from app.storage.transactions import write
from app.web.forms import NOTHING_TYPED, Typed
from app.web.guards import requires
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import owns
from app.web.organiser.new_series import OWN_SLUG, SLUG_BYTES
from app.web.organiser.page import base_of, organiser_page
from app.web.organiser.reading import Custom, custom_of
from app.web.views import Data
from app.web.wording import day_and_year

AnyRequest = Request[Any, Any, Any]
DATES_SHOWN = 2


class PasteController(Controller):
    path = "/staff/organisations/{slug:str}/series/paste"
    guards = [requires("organiser", of="organisation")]  # noqa: RUF012 -- as Litestar reads it

    @get()
    async def show(
        self,
        organisation: NamedDependency[Organisation],
        staff: NamedDependency[Staff],
        today: NamedDependency[date],
        made: FromQuery[str] = "",
    ) -> Template:
        return paste_page(organisation, staff, made=await made_entries(organisation, made, today))

    @post(status_code=303)
    async def act(
        self,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        today = house_of(request).today()
        custom = await custom_of(organisation.id)
        if typed.get("do") != "make":
            rows = [
                blank_row(request, each, place)
                for place, each in enumerate(programmes(typed.get("text", "")))
            ]
            return paste_page(
                organisation, staff, typed, [row | reading_of(row, custom, today) for row in rows], read=True
            )
        rows = typed_rows(typed)
        try:
            ids = await made_of(request, organisation, rows)
        except Misfilled as refusal:
            shown = [row | reading_of(row, custom, today) for row in rows]
            return paste_page(organisation, staff, typed, shown, read=True, refusal=refusal)
        query = ",".join(str(each) for each in ids)
        return Redirect(link(f"{base_of(organisation)}/series/paste?made={query}"), status_code=303)


def blank_row(request: AnyRequest, programme: Programme, place: int) -> Data:
    """A programme as a row of the form. Its address is drawn here, so that a form sent twice makes one series."""
    slug = f"s-{house_of(request).chance(SLUG_BYTES).hex()}"
    return {"place": str(place), "label": programme.label, "words": programme.words, "rest": programme.rest,
            "slug": slug, "ticked": True}  # fmt: skip


def typed_rows(typed: Typed) -> list[Data]:
    """The rows of the form as they came back."""
    ticked = set(typed.all("tick"))
    columns = zip(*(typed.all(name) for name in ("place", "label", "words", "rest", "slug")), strict=False)
    return [
        {"place": place, "label": label.strip(), "words": words.strip(), "rest": rest, "slug": slug,
         "ticked": place in ticked}
        for place, label, words, rest, slug in columns
    ]  # fmt: skip


def reading_of(row: Data, custom: Custom, today: date) -> Data:
    """What the words of a row are read as, the next dates, and what they leave open."""
    seen = preview(
        row["words"], None, today, periods=custom.periods, year_end=custom.year_end, count=DATES_SHOWN
    )
    days = _("、").join(dict.fromkeys(day_and_year(each.date) for each in seen.dates))
    return {
        "meaning": seen.wording or "",
        "dates": _("次は %(days)s") % {"days": days} if days else "",
        "questions": [_(text) for text in seen.reading.questions],
    }


async def made_of(request: AnyRequest, organisation: Organisation, rows: list[Data]) -> list[UUID]:
    """The series of the ticked rows, all or none. Raises Misfilled where nothing is ticked or a name is missing."""
    wanted = [row for row in rows if row["ticked"]]
    if not wanted:
        raise Misfilled({"tick": "つくるものを選んでください。"})
    if any(not row["label"] for row in wanted):
        raise Misfilled({"label": "名前のないものがあります。名前を書くか、選ばないでください。"})

    async def work() -> list[UUID]:
        return [await _made(request, organisation, row) for row in wanted]

    return await write(work)


async def _made(request: AnyRequest, organisation: Organisation, row: Data) -> UUID:
    """One series, or the one that this same form has made already."""
    house = house_of(request)
    today, slug = house.today(), row["slug"] if OWN_SLUG.fullmatch(row["slug"]) else ""
    there = await series_by_slug(slug) if slug else None
    if there is not None and await owns(there, organisation, today):
        return there.id
    wish = SeriesWish(
        title=row["label"],
        slug=slug,
        contact=organisation.name,
        phone=organisation.phone,
        note=row["rest"] or None,
    )
    return await create_series(
        organisation.id,
        wish,
        (LineWish(words=row["words"]),),
        now=house.clock(),
        today=today,
        zone=house.settings.timezone,
    )


async def made_entries(organisation: Organisation, made: str, today: date) -> list[Data]:
    """The series just made, with the page where each is filled in."""
    wanted = set(made.split(","))
    found = await series_of_organisation(organisation.id, today, listed_only=False) if made else ()
    base = base_of(organisation)
    return [
        {"href": link(f"{base}/series/{each.id}"), "title": each.title}
        for each in found
        if str(each.id) in wanted
    ]


def paste_page(
    organisation: Organisation,
    staff: Staff,
    typed: Typed = NOTHING_TYPED,
    rows: list[Data] | None = None,
    *,
    read: bool = False,
    made: list[Data] | None = None,
    refusal: Misfilled | None = None,
) -> Template:
    """The field for the flyer, the programmes found in it, or the series made of them."""
    return organiser_page(
        "paste",
        organisation,
        staff,
        refusal=refusal,
        typed=typed,
        longest=LONGEST,
        rows=rows or [],
        nothing=read and not rows,
        made=made or [],
    )
