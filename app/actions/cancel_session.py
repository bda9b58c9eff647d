"""Call a single session off, and take that back."""

from datetime import datetime, tzinfo
from uuid import UUID

from msgspec import Struct

from app.actions.book_room import wish_of
from app.actions.hold_rooms import TOKYO, hold_rooms
from app.actions.promote import promote_waiting
from app.actions.session_changes import call_off, leave_room_task
from app.domain.errors import Refused, Unusable
from app.domain.kept import Kept
from app.domain.month import day_words
from app.domain.planning import Line
from app.storage.acts import record_sessions
from app.storage.closures import closure_over
from app.storage.lines import forget_answer, lines_by_id
from app.storage.session_rows import (
    change_session,
    children,
    kept_session,
    locked_session,
    reservation_counts,
)
from app.storage.transactions import write
from app.storage.versions import touch

LONGEST_REASON = 200


class Cancelled(Struct, frozen=True):
    """What was called off, linked sessions included, and how many reservations these have: nobody can be told."""

    sessions: tuple[Kept, ...]
    reservations: int


async def cancel(session_id: UUID, reason: str, *, now: datetime) -> Cancelled:
    """Call a session off with those linked to it. It is public at once; its reservations stay, and see it.

    A second time only their reason changes. Raises Unknown, Unusable for a reason that is too long.
    """
    words = reason.strip() or None
    if words and len(words) > LONGEST_REASON:
        raise Unusable(f"理由は{LONGEST_REASON}文字までで書いてください。", "reason")

    async def work() -> Cancelled:
        session = await locked_session(session_id)
        if session.state == "cancelled":
            done = await _called_off_together(session)
            for each in done:
                await change_session(each, now, quietly=True, cancel_reason=words, closure_id=None)
        else:
            done = await call_off(session, words, now)
        await record_sessions("session_cancelled", [session_id], now)
        await touch("programme", now)
        counts = await reservation_counts([each.id for each in done])
        return Cancelled(done, sum(counts.values()))

    return await write(work)


class Restored(Struct, frozen=True):
    """What is held after all, linked sessions included, and those that found their room taken meanwhile."""

    sessions: tuple[Kept, ...]
    without_room: tuple[Kept, ...] = ()


async def restore(session_id: UUID, *, now: datetime, zone: tzinfo = TOKYO) -> Restored:
    """Hold a cancelled session after all, with those that were called off together with it.

    Raises Unknown, Refused if the session stands, its venue or organisation is closed, or its parent is called off.
    """

    async def work() -> Restored:
        session = await locked_session(session_id)
        if session.state != "cancelled":
            raise Refused("この回は、もともと開く予定です。")
        if session.parent_id and (await kept_session(session.parent_id)).state == "cancelled":
            raise Refused("もとの回がお休みです。先にもとの回を開くに戻してください。")
        together = await _called_off_together(session)
        await _check_open(session)
        alone = [each for each in together if not await _revive(each, now, zone)]
        await promote_waiting((each.id for each in together), now, zone)
        await record_sessions("session_restored", [session_id], now)
        await touch("programme", now)
        return Restored(together, tuple(alone))

    return await write(work)


async def _called_off_together(session: Kept) -> tuple[Kept, ...]:
    """A cancelled session and those that were called off with it, for the same reason or by the same closure."""
    why = session.cancel_reason, session.closure_id
    following = [each for each in await children([session.id]) if each.state == "cancelled"]
    return (session, *(each for each in following if (each.cancel_reason, each.closure_id) == why))


async def _check_open(session: Kept) -> None:
    closed = await closure_over(session)
    if closed:
        raise Refused(f"{day_words(session.date)}はお休みです（{closed.reason}）。ほかの日に移してください。")


async def _revive(session: Kept, now: datetime, zone: tzinfo) -> bool:
    """Hold a session again; False where its room is taken: then the owner gets a task."""
    state = "published" if session.published_at else "planned"
    await change_session(session, now, state=state, cancel_reason=None, closure_id=None)
    line = (
        (await lines_by_id([session.line_id], session.date)).get(session.line_id) if session.line_id else None
    )
    if line is None:
        return True
    if not session.by_hand:
        await forget_answer(line.id, session.nominal)
    room_id = _room(line, session)
    conflicts = await hold_rooms([await wish_of(session, room_id)], zone) if room_id else []
    for conflict in conflicts:
        await leave_room_task(session, conflict, now)
    return not conflicts


def _room(line: Line, session: Kept) -> UUID | None:
    """The room the line asks for at the session's venue."""
    return next((place.room_id for place in line.places if place.venue_id == session.venue_id), None)
