"""Steps that several acts share, all inside a write: call off, take away, put elsewhere, with what follows a session."""

from collections.abc import Sequence
from datetime import date, datetime, time, tzinfo
from typing import Any
from uuid import UUID

from msgspec import Struct

from app.actions.book_room import wish_of
from app.actions.hold_rooms import Conflict, hold_rooms
from app.actions.outcome import no_room_words
from app.actions.promote import promote_waiting
from app.actions.taken_room import taken_error
from app.domain.kept import Kept
from app.domain.planning import Place, after_parent
from app.storage.bookings import bookings_of, release
from app.storage.owners import owner_id_on
from app.storage.series_rows import series_row
from app.storage.session_rows import (
    change_session,
    children,
    delete_sessions,
    kept_session,
    lock_sessions,
    with_traces,
)
from app.storage.tasks import add_tasks, settle

TASKS = ("room", "room_refused", "closed")


class Spot(Struct, frozen=True, kw_only=True):
    """When and where a session is to be. place None: where it is now."""

    date: date
    starts: time | None = None
    ends: time | None = None
    place: Place | None = None


async def call_off(
    session: Kept, reason: str | None, now: datetime, closure_id: UUID | None = None
) -> tuple[Kept, ...]:
    """Cancel a session and those that follow it; all that were cancelled. Their rooms are given back.

    closure_id: the closure that calls them off, so that lifting it brings back just these.
    """
    following = [each for each in await children([session.id]) if each.state != "cancelled"]
    done = (session, *following)
    why: dict[str, Any] = {"cancel_reason": reason, "closure_id": closure_id}
    for each in done:
        await change_session(each, now, state="cancelled", flag=None, flag_text=None, **why)
    await release(each.id for each in done)
    await settle([each.id for each in done], TASKS, now)
    return done


async def take_away(sessions: Sequence[Kept], reason: str | None, now: datetime) -> tuple[Kept, ...]:
    """Sessions that are no more: cancelled where somebody may have seen or ever reserved them, else deleted.

    Those that were cancelled, linked ones included.
    """
    await lock_sessions(each.id for each in sessions)
    cancelled: list[Kept] = []
    for session in sessions:
        following = await children([session.id])
        together = (session, *following)
        if any(each.shown for each in together) or await with_traces(each.id for each in together):
            cancelled += await call_off(session, reason, now)
        else:
            await delete_sessions(each.id for each in together)
    return tuple(cancelled)


def former_columns(session: Kept, spot: Spot, venue_id: UUID | None) -> dict[str, Any]:
    """What readers are told of where a session was: nothing of what nobody had seen, or what is as it was at first."""
    was = session.former_date or session.date
    started = session.former_starts or session.starts
    stood = session.former_venue_id or session.venue_id
    return {
        "former_date": was if session.shown and was != spot.date else None,
        "former_starts": started if session.shown and started != spot.starts else None,
        "former_venue_id": stood if session.shown and stood != venue_id else None,
    }


async def put(session: Kept, spot: Spot, now: datetime, zone: tzinfo, **more: Any) -> Conflict | None:
    """Put a session elsewhere, its room with it. A conflict comes back where the room is taken: then it has none."""
    venue_id = spot.place.venue_id if spot.place else session.venue_id
    room_id = await room_for(session, spot)
    await release([session.id])
    await change_session(
        session,
        now,
        date=spot.date,
        starts=spot.starts,
        ends=spot.ends,
        venue_id=venue_id,
        **{"flag": None, "flag_text": None, **former_columns(session, spot, venue_id), **more},
    )
    # On a later day those who wait may move up again.
    await promote_waiting([session.id], now, zone)
    if room_id is None:
        return None
    conflicts = await hold_rooms([await wish_of(await kept_session(session.id), room_id)], zone)
    if not conflicts:
        await settle([session.id], TASKS, now)
    return conflicts[0] if conflicts else None


async def room_for(session: Kept, spot: Spot) -> UUID | None:
    """The room a session is to have: the one named; else the one it has now, unless it leaves the venue."""
    if spot.place is not None and (spot.place.room_id or spot.place.venue_id != session.venue_id):
        return spot.place.room_id
    held = await bookings_of([session.id])
    return held[0].room_id if held else None


async def put_following(session: Kept, spot: Spot, now: datetime, zone: tzinfo) -> tuple[Kept, ...]:
    """Let the linked sessions follow; those that did. Raises RoomTaken naming the room that prevents it."""
    following = [each for each in await children([session.id]) if each.state != "cancelled"]
    for each in following:
        conflict = await put(each, await _spot_after(each, session, spot), now, zone)
        if conflict:
            fault = await taken_error(conflict, zone, now)
            title = (await series_row(each.series_id))["title"]
            raise type(fault)(f"「{title}」も一緒に移りますが、{fault}どちらも移していません。", fault.free)
    return tuple(following)


async def _spot_after(child: Kept, parent: Kept, spot: Spot) -> Spot:
    """Where a linked session goes when its parent goes to a spot. It changes the venue if it was at the parent's."""
    gap = (await series_row(child.series_id))["parent_gap"]
    together = spot.place is not None and child.venue_id == parent.venue_id
    return Spot(
        date=spot.date,
        starts=after_parent(spot.ends, gap),
        ends=None,
        place=Place(spot.place.venue_id) if spot.place and together else None,
    )


async def leave_room_task(session: Kept, conflict: Conflict, now: datetime) -> None:
    """A task for the owner of a session that has lost its room."""
    owner = await owner_id_on(session.series_id, conflict.wish.date)
    if owner:
        await add_tasks([(owner, session.id, "room", no_room_words(conflict))], now)
