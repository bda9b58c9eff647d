"""Make a series with its lines and their sessions, from what an organiser has filled in."""

from datetime import date, datetime, tzinfo
from typing import Any
from uuid import UUID

import msgspec

from app.actions.add_date import place_date
from app.actions.extend import Making, make_line, making_ahead
from app.actions.extend_linked import extend_linked
from app.actions.hold_rooms import TOKYO
from app.domain.planning import Place
from app.domain.recurrence.reading import Periods, read
from app.domain.series_wish import LineWish, SeriesWish, check_series
from app.storage.acts import record_series
from app.storage.lines import (
    add_line,
    answer_date,
    line_words,
    lines_by_id,
    lines_of_series,
    set_places,
    set_pools,
)
from app.storage.ownership import own
from app.storage.periods import periods_of
from app.storage.series_rows import add_series, add_venue, free_slug, series_row
from app.storage.transactions import write
from app.storage.versions import touch


async def create_series(
    organisation_id: UUID,
    wish: SeriesWish,
    lines: tuple[LineWish, ...],
    *,
    now: datetime,
    today: date,
    zone: tzinfo = TOKYO,
) -> UUID:
    """A new series of the organisation with its lines and the sessions of fifteen months; its id.

    Words that are not understood stop nobody: the line keeps them, and dates are typed by hand.
    Raises Misfilled with a sentence a field.
    """
    check_series(wish, lines)

    async def work() -> UUID:
        slug = await free_slug("series", wish.slug)
        series_id = await add_series({**columns_of(wish), "slug": slug}, now)
        await own(series_id, organisation_id)
        making = await making_ahead(now, today, zone)
        periods = await periods_of(organisation_id)
        for position, line in enumerate(lines):
            await _add(series_id, position, line, making, periods)
        await extend_linked(making.today, making.last, now, zone=zone)
        await record_series("series_made", series_id, now, day=today, organisation_id=organisation_id)
        await touch("programme", now)
        return series_id

    return await write(work)


def columns_of(wish: SeriesWish) -> dict[str, Any]:
    """The columns of a series; an empty text is nothing said."""
    found = {
        name: value or None if isinstance(value, str) else value
        for name, value in msgspec.structs.asdict(wish).items()
    }
    return {**found, "title": wish.title.strip(), "audience": ",".join(wish.audience)}


async def add_series_line(
    series_id: UUID,
    organisation_id: UUID,
    wish: LineWish,
    *,
    now: datetime,
    today: date,
    zone: tzinfo = TOKYO,
    form_id: UUID | None = None,
) -> UUID:
    """One more line of a series, with its sessions; its id. Raises Misfilled with a sentence a field, Unknown.

    With the `form_id` of one that was made before, nothing new is made.
    """
    check_series(SeriesWish(title="定例"), (wish,))

    async def work() -> UUID:
        await series_row(series_id)
        if form_id and await line_words(form_id):
            return form_id
        position = len(await lines_of_series(series_id, today))
        making = await making_ahead(now, today, zone)
        periods = await periods_of(organisation_id)
        line_id = await _add(series_id, position, wish, making, periods, form_id=form_id)
        await extend_linked(making.today, making.last, now, zone=zone)
        await record_series("line_added", series_id, now, day=today, organisation_id=organisation_id)
        await touch("programme", now)
        return line_id

    return await write(work)


async def places_of(wish: LineWish) -> tuple[Place, ...]:
    """The venues chosen, and the one typed by name, which is made here: inside the write."""
    if wish.new_venue is None:
        return wish.places
    new = wish.new_venue
    venue_id = await add_venue(
        new.name.strip(), new.area or None, new.address or None, address_public=not new.hidden
    )
    return (*wish.places, Place(venue_id))


async def _add(
    series_id: UUID,
    position: int,
    wish: LineWish,
    making: Making,
    periods: Periods,
    *,
    form_id: UUID | None = None,
) -> UUID:
    """One line with its venues, pools, answers and sessions."""
    reading = read(wish.words, wish.anchor, periods)
    line_id = await add_line(
        series_id,
        position,
        wish.words,
        anchor=wish.anchor,
        timetable=reading.timetable,
        promise=reading.promise,
        span=(wish.first, wish.last),
        vacate=wish.vacate,
        line_id=form_id,
    )
    await set_places(line_id, await places_of(wish))
    await set_pools(line_id, wish.pools)
    for day in wish.removed:
        await answer_date(line_id, day, "closed", None)
    for day in wish.opened:
        await answer_date(line_id, day, "open", None)
    line = (await lines_by_id({line_id}, making.today))[line_id]
    await make_line(line, frozenset(), making, wish.moved)
    for typed in wish.added:
        await place_date(line, typed, making)
    return line_id
