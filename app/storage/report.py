"""What a report is made of: the gatherings of an organisation that are over, each with its heads.

Closed months are read as they were frozen. All others are counted now, from living reservations and from tallies alike,
so that forgetting changes no figure.
"""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.heads import Correction, Counted, Heads, corrected, counted_heads
from app.domain.month import last_day, month_of
from app.domain.programme import Session
from app.domain.registration import ends_at
from app.storage.heads import corrections_in, named_heads
from app.storage.report_months import closed_months
from app.storage.session_filters import Filter, Fragment, selection
from app.storage.sessions import sessions_by_id, sessions_of
from app.storage.transactions import read

Named = dict[UUID, list[Heads]]
Corrections = dict[UUID, tuple[Correction, ...]]


async def counted_sessions(
    organisation_id: UUID, first: date, last: date, *, now: datetime, zone: ZoneInfo
) -> tuple[Counted, ...]:
    """The gatherings an organisation owned on their dates, from first to last, both included, by date.

    Only those that are over, and none of series that are internal. All of one state of the store.
    """

    async def work() -> tuple[Counted, ...]:
        closed = await closed_months(organisation_id, first, last)
        frozen = {month.month for month in closed}
        # Moved out of a closed month afterwards, a gathering stays where it was counted.
        known = {each.id for month in closed for each in month.sessions}
        kept = [each for month in closed for each in month.sessions if first <= each.date <= last]
        now_counted = await counted_now(organisation_id, first, last, now=now, zone=zone)
        fresh = [each for each in now_counted if month_of(each.date) not in frozen and each.id not in known]
        return tuple(sorted((*kept, *fresh), key=lambda each: (each.date, each.id)))

    return await read(work)


async def counted_now(
    organisation_id: UUID, first: date, last: date, *, now: datetime, zone: ZoneInfo
) -> tuple[Counted, ...]:
    """The same as the store has it now, whether a month is closed or not."""
    wanted = Filter(first=first, last=last, organisation_id=organisation_id, listed_only=False)
    which = selection("session.id", wanted)
    named, corrections = await named_heads(which), await corrections_in(which)
    found = [
        counted(session, named, corrections)
        for session in await sessions_of(wanted)
        if belongs(session, organisation_id) and now >= ends_at(session, zone)
    ]
    return tuple(each for each in found if each is not None)


async def counted_session(session_id: UUID) -> tuple[Counted | None, tuple[Heads, ...]]:
    """One session as the report counts it, None if it does not, and its heads as they were counted at the door."""
    which = Fragment("{}", (session_id,))

    async def work() -> tuple[Counted | None, tuple[Heads, ...]]:
        named, corrections = await named_heads(which), await corrections_in(which)
        found = await sessions_by_id((session_id,))
        counts = counted_heads(found[0].pools, named.get(session_id, [])) if found else ()
        return (counted(found[0], named, corrections) if found else None), counts

    return await read(work)


async def counted_month(
    organisation_id: UUID, month: date, *, now: datetime, zone: ZoneInfo
) -> tuple[Counted, ...]:
    """The gatherings of a month, frozen or counted now."""
    return await counted_sessions(organisation_id, month_of(month), last_day(month), now=now, zone=zone)


def belongs(session: Session, organisation_id: UUID) -> bool:
    """Whether the organisation that owns a session on its date counts it."""
    owned = session.owner is not None and session.owner.id == organisation_id
    return owned and not session.series.internal


def counted(session: Session, named: Named, corrections: Corrections) -> Counted | None:
    """A session as the report counts it; None for one that was never published and to which nobody came."""
    heads = counted_heads(session.pools, named.get(session.id, []))
    heads = corrected(heads, corrections.get(session.id, ()))
    held = session.state != "cancelled"
    if session.state == "planned" and not heads:
        return None
    return Counted(
        id=session.id,
        date=session.date,
        series_id=session.series.id,
        series=session.series.title,
        venue_id=session.venue.id if session.venue else None,
        venue=session.venue.name if session.venue else "",
        held=held,
        heads=heads if held else (),
        places=tuple((pool.mode, pool.seat) for pool in session.pools),
    )
