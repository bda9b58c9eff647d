"""Change what a series says of itself. Its words have a page of their own, which first shows what would happen."""

from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from app.actions.change_series import change_series
from app.domain.errors import DomainError, Misfilled, Unusable
from app.domain.series_wish import SeriesWish
from app.settings import Settings
from app.storage.lines import lines_of_series
from app.storage.series_rows import series_row
from app.web.forms import Typed
from app.web.organiser.access import GUARDS
from app.web.organiser.desk import SeriesDesk
from app.web.organiser.filling import choices_of, filling
from app.web.organiser.series_form import gathered, series_wish, typed_series


class EditSeriesController(Controller):
    path = "/staff/organisations/{slug:str}/series/{series_id:uuid}/edit"
    guards = GUARDS

    @get()
    async def show(
        self,
        at: NamedDependency[SeriesDesk],
        series_id: FromPath[UUID],
    ) -> Template:
        return await edit_page(at, typed_series(await series_row(series_id)))

    @post(status_code=303)
    async def submit(
        self,
        *,
        at: NamedDependency[SeriesDesk],
        series_id: FromPath[UUID],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
        settings: NamedDependency[Settings],
    ) -> Response[Any]:
        try:
            await change_series(series_id, await wish_of(at, typed), now=now, zone=settings.timezone)
        except Unusable as refusal:
            return await edit_page(at, typed, refusal)
        return at.done("changed")


async def wish_of(at: SeriesDesk, typed: Typed) -> SeriesWish:
    """The series as it was filled in. Raises Misfilled with a sentence for every field."""
    messages: dict[str, str] = {}
    wish = gathered(messages, lambda: series_wish(typed))
    messages |= (await choices_of(at.organisation, at.today, besides=at.series.id)).wrong(typed)
    if messages or wish is None:
        raise Misfilled(messages)
    return wish


async def edit_page(at: SeriesDesk, typed: Typed, refusal: DomainError | None = None) -> Template:
    """The form as it is stored, or as it was typed with a sentence for each field that is wrong."""
    choices = await choices_of(at.organisation, at.today, besides=at.series.id)
    lines = await lines_of_series(at.series.id, at.today)
    return at.page(
        "edit_series",
        refusal=refusal,
        own_slug=at.series.slug,
        online=any(pool.mode == "online" for line in lines for pool in line.pools),
        **filling(typed, choices, refusal),
    )
