"""Make series of the rows of an open-data table: one a row, each in a write of its own, none twice.

A row that has changed since brings its series up to date, unless people have changed that themselves.
"""

from collections.abc import Callable
from datetime import date, datetime, tzinfo
from uuid import UUID

from msgspec import Struct

from app.actions.create_series import create_series
from app.actions.hold_rooms import TOKYO
from app.actions.open_data_rows import line_of, owner_of, place_of
from app.actions.update_open_data import LeftAlone, left_alone, update_series
from app.domain.errors import DomainError, Misfilled
from app.domain.open_data import OpenRow, area_of
from app.domain.open_series import Doubt, Schedule, doubts_of, schedule_of, series_wish
from app.storage.open_data import There, mark_source, series_there
from app.storage.transactions import write


class Imported(Struct, frozen=True):
    """How many series, organisations and venues are new, how many rows were there or new in them, what to look at."""

    series: int = 0
    there: int = 0
    updated: int = 0
    organisations: int = 0
    venues: int = 0
    doubts: tuple[Doubt, ...] = ()


class _Row(Struct, frozen=True):
    """What one row brought."""

    organisation: bool
    venue: bool


async def import_rows(
    rows: tuple[OpenRow, ...],
    *,
    now: datetime,
    today: date,
    zone: tzinfo = TOKYO,
    organisation_id: UUID | None = None,
    after_row: Callable[[], None] = lambda: None,
) -> Imported:
    """Series of all rows that are not there yet, planned: only their organisers publish them.

    A row that says something new changes its series; one that people have changed, or whose new dates would touch
    reservations, is left as it is and comes back among the doubts. `organisation_id` owns the rows that name nobody; without it
    they belong to an organisation of their own name. `after_row` is called when a row is done. Raises nothing for a row:
    one that cannot be used comes back among the doubts.
    """
    run = _Run(await series_there(), organisation_id, now, today, zone)
    for row in rows:
        await run.take(row)
        after_row()
    return Imported(
        len(run.brought),
        run.there,
        run.updated,
        sum(each.organisation for each in run.brought),
        sum(each.venue for each in run.brought),
        tuple(run.doubts),
    )


class _Run(Struct):
    """One import: what was there before it, and what it has brought so far."""

    known: dict[str, There]
    owner: UUID | None
    now: datetime
    today: date
    zone: tzinfo
    there: int = 0
    updated: int = 0
    brought: list[_Row] = []
    doubts: list[Doubt] = []

    async def take(self, row: OpenRow) -> None:
        before, schedule = self.known.get(row.key), schedule_of(row)
        if before and before.row == row.print:
            self.there += 1
            return
        try:
            besides = await self._change(row, schedule, before) if before else await self._add(row, schedule)
            self.doubts += [doubt] if (doubt := doubts_of(row, schedule, besides)) else []
        except LeftAlone as reason:
            self.doubts.append(left_alone(row, schedule, reason))
        except DomainError as refusal:
            self.doubts.append(_refused(row, schedule, refusal))

    async def _add(self, row: OpenRow, schedule: Schedule) -> tuple[str, ...]:
        self.brought.append(
            await _import(row, schedule, self.owner, now=self.now, today=self.today, zone=self.zone)
        )
        return ()

    async def _change(self, row: OpenRow, schedule: Schedule, before: There) -> tuple[str, ...]:
        besides = await update_series(row, schedule, before, now=self.now, today=self.today, zone=self.zone)
        self.updated += 1
        return besides


def _refused(row: OpenRow, schedule: Schedule, refusal: DomainError) -> Doubt:
    sentences = refusal.messages.values() if isinstance(refusal, Misfilled) else [str(refusal)]
    return Doubt(row.number, row.title, schedule.words, ("取り込めませんでした", *sentences))


async def _import(
    row: OpenRow, schedule: Schedule, owner: UUID | None, *, now: datetime, today: date, zone: tzinfo
) -> _Row:
    """One series with its organisation and venue, all or nothing."""

    async def work() -> _Row:
        area = area_of(row)
        organisation_id, new_organisation = await owner_of(row, owner, area)
        place, new_venue = await place_of(row, area)
        wish, line = series_wish(row, schedule), line_of(row, schedule, place)
        series_id = await create_series(organisation_id, wish, (line,), now=now, today=today, zone=zone)
        await mark_source(series_id, row)
        return _Row(new_organisation, new_venue)

    return await write(work)
