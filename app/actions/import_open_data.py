"""Make series of the rows of an open-data table: one a row, each in a write of its own, none twice."""

from collections.abc import Callable
from datetime import date, datetime, tzinfo
from uuid import UUID

from msgspec import Struct

from app.actions.create_series import create_series
from app.actions.hold_rooms import TOKYO
from app.domain.errors import DomainError, Misfilled
from app.domain.open_data import OpenRow, area_of
from app.domain.open_series import Doubt, Schedule, doubts_of, pools_of, schedule_of, series_wish
from app.domain.planning import Place
from app.domain.series_wish import LONGEST_WORDS, PHONE, LineWish
from app.storage.open_data import keys_there, mark_source, organisation_by_name, venue_by_name
from app.storage.transactions import write


class Imported(Struct, frozen=True):
    """How many series, organisations and venues are new, how many rows were there, and what to look at."""

    series: int = 0
    there: int = 0
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

    What was there is left alone, whatever its row says now. `organisation_id` owns the rows that name nobody; without it
    they belong to an organisation of their own name. `after_row` is called when a row is done. Raises nothing for a row:
    one that cannot be used comes back among the doubts.
    """
    there = await keys_there({row.key for row in rows})
    brought: list[_Row] = []
    doubts: list[Doubt] = []
    for row in rows:
        if row.key not in there:
            schedule = schedule_of(row)
            try:
                brought.append(await _import(row, schedule, organisation_id, now=now, today=today, zone=zone))
                doubts += [doubt] if (doubt := doubts_of(row, schedule)) else []
            except DomainError as refusal:
                doubts.append(_refused(row, schedule, refusal))
        after_row()
    return Imported(
        len(brought),
        len(there),
        sum(each.organisation for each in brought),
        sum(each.venue for each in brought),
        tuple(doubts),
    )


def _refused(row: OpenRow, schedule: Schedule, refusal: DomainError) -> Doubt:
    sentences = refusal.messages.values() if isinstance(refusal, Misfilled) else [str(refusal)]
    return Doubt(row.number, row.title, schedule.words, ("取り込めませんでした", *sentences))


async def _import(
    row: OpenRow, schedule: Schedule, owner: UUID | None, *, now: datetime, today: date, zone: tzinfo
) -> _Row:
    """One series with its organisation and venue, all or nothing."""

    async def work() -> _Row:
        area = area_of(row)
        organisation_id, new_organisation = await _owner(row, owner, area)
        place, new_venue = await _place(row, area)
        line = LineWish(
            words=schedule.words if len(schedule.words) <= LONGEST_WORDS else "",
            places=(place,) if place else (),
            pools=pools_of(row),
            first=schedule.first,
            last=schedule.last,
        )
        wish = series_wish(row, schedule)
        series_id = await create_series(organisation_id, wish, (line,), now=now, today=today, zone=zone)
        await mark_source(series_id, row.key)
        return _Row(new_organisation, new_venue)

    return await write(work)


async def _owner(row: OpenRow, owner: UUID | None, area: str | None) -> tuple[UUID, bool]:
    name = row.of("organiser")
    if owner is not None and not name:
        return owner, False
    phone = row.of("phone")
    return await organisation_by_name(
        name or row.title or "名称のない団体", area, phone if PHONE.fullmatch(phone) else None
    )


async def _place(row: OpenRow, area: str | None) -> tuple[Place | None, bool]:
    """Where it is: the venue that is named, else the place of the same name as the series where an address is given."""
    address = f"{row.of('address')} {row.of('inside')}".strip()
    name = row.of("venue") or (row.title if address else "")
    if not name:
        return None, False
    venue_id, new = await venue_by_name(name, area, address or None)
    return Place(venue_id), new
