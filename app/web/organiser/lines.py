"""One more line of a series, and where a line is held from now on."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from app.actions.change_line import change_line, coming_of
from app.actions.create_series import add_series_line
from app.domain.errors import DomainError, Misfilled, Refused, Unknown, Unusable
from app.domain.planning import Line
from app.domain.programme import Series
from app.domain.series_wish import LineWish
from app.settings import Settings
from app.storage.lines import line_words, lines_of_series
from app.web.forms import Typed, id_of_form
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.organiser.access import GUARDS
from app.web.organiser.asking import with_answer
from app.web.organiser.desk import SeriesDesk
from app.web.organiser.filling import choices_of, filling
from app.web.organiser.line_form import kept_venues, read_line, typed_line
from app.web.organiser.page import base_of
from app.web.organiser.reading import custom_of, reading_context
from app.web.organiser.series_form import gathered

PATH = "/staff/organisations/{slug:str}/series/{series_id:uuid}/lines"
AnyRequest = Request[Any, Any, Any]


class NewLineController(Controller):
    path = f"{PATH}/new"
    guards = GUARDS

    @get()
    async def show(
        self,
        request: AnyRequest,
        at: NamedDependency[SeriesDesk],
        today: NamedDependency[date],
    ) -> Template:
        like = await like_the_first(at.series, today)
        return await line_page(at, Typed([*like.pairs, ("nonce", house_of(request).nonce())]))

    @post("/reading", status_code=200)
    async def read(
        self,
        at: NamedDependency[SeriesDesk],
        typed: NamedDependency[Typed],
        today: NamedDependency[date],
    ) -> Template:
        context = reading_context(with_policy(typed, at.series), await custom_of(at.organisation.id), today)
        return Template("staff/organiser/reading.html", context={"base": base_of(at.organisation), **context})

    @post(status_code=303)
    async def submit(
        self,
        *,
        request: AnyRequest,
        at: NamedDependency[SeriesDesk],
        series_id: FromPath[UUID],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
        today: NamedDependency[date],
        settings: NamedDependency[Settings],
    ) -> Response[Any]:
        if typed.get("do"):
            return await line_page(at, typed)
        try:
            wish = await wish_of(at, typed)
            await add_series_line(
                series_id,
                at.organisation.id,
                wish,
                now=now,
                today=today,
                zone=settings.timezone,
                form_id=id_of_form(typed, request.url.path),
            )
        except (Unusable, Refused) as refusal:
            return await line_page(at, typed, refusal)
        return at.done("line")


class LinePlaceController(Controller):
    path = f"{PATH}/{{line_id:uuid}}/place"
    guards = GUARDS

    @get()
    async def show(
        self,
        at: NamedDependency[SeriesDesk],
        line_id: FromPath[UUID],
    ) -> Template:
        line = await line_at(at, line_id)
        return await place_page(at, line, await stored(line))

    @post(status_code=303)
    async def submit(
        self,
        *,
        at: NamedDependency[SeriesDesk],
        line_id: FromPath[UUID],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
        today: NamedDependency[date],
        settings: NamedDependency[Settings],
    ) -> Response[Any]:
        line = await line_at(at, line_id)
        if typed.get("do"):
            return await place_page(at, line, typed)
        try:
            wish = await wish_of(at, typed, kept_venues(line))
            moved = await change_line(
                line_id,
                wish.places,
                wish.pools,
                now=now,
                today=today,
                new_venue=wish.new_venue,
                vacate=wish.vacate,
                coming=typed.get("coming") == "move",
                zone=settings.timezone,
            )
        except (Unusable, Refused) as refusal:
            return await place_page(at, line, typed, refusal)
        return at.done("place" if moved else "changed")


async def line_at(at: SeriesDesk, line_id: UUID) -> Line:
    """A line of the series. Raises Unknown for any other."""
    for line in await lines_of_series(at.series.id, at.today):
        if line.id == line_id:
            return line
    raise Unknown


async def stored(line: Line) -> Typed:
    """A line as it would be typed."""
    row = await line_words(line.id)
    if row is None:
        raise Unknown
    return typed_line(row, line.places, line.pools)


async def like_the_first(series: Series, today: date) -> Typed:
    """The venues and pools of the first line, without its words: a second one is most often like it."""
    lines = await lines_of_series(series.id, today)
    if not lines:
        return Typed([("mode", "in_person")])
    kept = await stored(lines[0])
    return Typed([pair for pair in kept.pairs if pair[0] not in {"words", "anchor", "vacate"}])


async def wish_of(at: SeriesDesk, typed: Typed, kept: tuple[str, ...] = ()) -> LineWish:
    """The line as it was filled in. Raises Misfilled with a sentence for every field."""
    custom, messages = await custom_of(at.organisation.id), dict[str, str]()
    spoken = with_policy(typed, at.series)
    wish = gathered(messages, lambda: read_line(spoken, custom, at.today))
    messages |= (await choices_of(at.organisation, at.today, kept=kept)).wrong(typed)
    if messages or wish is None:
        raise Misfilled(messages)
    return wish


def with_policy(typed: Typed, series: Series) -> Typed:
    """The form with what the series says of holidays."""
    return Typed([*typed.pairs, ("holiday_policy", series.holiday_policy)])


async def line_page(at: SeriesDesk, typed: Typed, refusal: DomainError | None = None) -> Template:
    """The form of one more line."""
    choices = await choices_of(at.organisation, at.today)
    custom, typed = await custom_of(at.organisation.id), with_answer(typed)
    return at.page(
        "new_line",
        refusal=refusal,
        **filling(typed, choices, refusal),
        **reading_context(with_policy(typed, at.series), custom, at.today),
    )


async def place_page(
    at: SeriesDesk, line: Line, typed: Typed, refusal: DomainError | None = None
) -> Template:
    """The form of the venues and pools of a line."""
    choices = await choices_of(at.organisation, at.today, kept=kept_venues(line))
    return at.page(
        "line_place",
        refusal=refusal,
        line=line,
        coming=await coming_choices(at, line),
        words=(await stored(line)).get("words") or _("手で入れる日にち"),
        **filling(typed, choices, refusal),
    )


async def coming_choices(at: SeriesDesk, line: Line) -> list[dict[str, str]]:
    """What may become of the dates that are there already; nothing to choose where there are none."""
    found = await coming_of(line, at.today)
    if not found.sessions:
        return []
    counted = _("%(number)s回・予約%(reserved)s件")
    words = counted % {"number": len(found.sessions), "reserved": found.reservations}
    return [
        {"value": "keep", "label": _("もうある日にちは、いまの会場のまま")},
        {"value": "move", "label": _("もうある日にちも、新しい会場に移す"), "note": words},
    ]
