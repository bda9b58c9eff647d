"""Close a venue or an organisation for some days, and open it again."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo
from uuid import UUID

from msgspec import Struct

from app.actions.cancel_session import restore
from app.actions.hold_rooms import TOKYO
from app.actions.session_changes import call_off
from app.domain.errors import Refused, Unusable
from app.domain.kept import Kept
from app.domain.planning import Rest
from app.storage.closures import add_closure, closure, drop_closure, sessions_under
from app.storage.owners import owners_on
from app.storage.session_rows import reservation_counts
from app.storage.tasks import add_tasks
from app.storage.transactions import write
from app.storage.versions import touch

LONGEST = timedelta(days=730)
LONGEST_REASON = 200


class Closed(Struct, frozen=True):
    """A closure, the sessions it called off, and how many reservations these have."""

    closure_id: UUID
    sessions: tuple[Kept, ...] = ()
    reservations: int = 0


async def close_days(rest: Rest, *, now: datetime, today: date) -> Closed:
    """Close a venue or an organisation, both days included. Sessions from today on are called off with the reason.

    Sessions made later on these days are cancelled from the start. Where a venue closes, the owners get a task.
    Raises Unusable for days or a reason that cannot be.
    """
    check_rest(rest)

    async def work() -> Closed:
        closure_id = await add_closure(rest)
        standing = [
            each for each in await sessions_under(rest) if each.state != "cancelled" and each.date >= today
        ]
        done: dict[UUID, Kept] = {}
        for session in standing:
            if session.id not in done:
                done |= {each.id: each for each in await call_off(session, rest.reason, now)}
        if rest.venue_id:
            await _leave_tasks(tuple(done.values()), rest.reason, now)
        await touch("programme", now)
        counts = await reservation_counts(done)
        return Closed(closure_id, tuple(done.values()), sum(counts.values()))

    return await write(work)


def check_rest(rest: Rest) -> None:
    """Raises Unusable for a closure that cannot be kept."""
    if rest.last < rest.first:
        raise Unusable("終わりの日は、始まりの日より後にしてください。", "last")
    if rest.last - rest.first > LONGEST:
        raise Unusable("一度に入れられるお休みは2年までです。", "last")
    if not rest.reason.strip() or len(rest.reason) > LONGEST_REASON:
        raise Unusable(f"お休みの理由を、{LONGEST_REASON}文字までで書いてください。", "reason")


async def _leave_tasks(sessions: Sequence[Kept], reason: str, now: datetime) -> None:
    owners = await owners_on([(each.series_id, each.date) for each in sessions])
    tasks = [
        (owner, each.id, "closed", f"{each.words}は、会場がお休みになりました（{reason}）。")
        for each in sessions
        if (owner := owners.get((each.series_id, each.date)))
    ]
    await add_tasks(tasks, now)


class Opened(Struct, frozen=True):
    """The sessions that a lifted closure let be held again."""

    sessions: tuple[Kept, ...] = ()


async def open_days(closure_id: UUID, *, now: datetime, today: date, zone: tzinfo = TOKYO) -> Opened:
    """Lift a closure. Sessions from today on that it had called off are held again. Raises Unknown."""

    async def work() -> Opened:
        rest = await closure(closure_id)
        await drop_closure(closure_id)
        back: list[Kept] = []
        for session in await sessions_under(rest):
            if (
                session.date >= today
                and session.state == "cancelled"
                and session.cancel_reason == rest.reason
            ):
                back += await _held_again(session, now, zone)
        await touch("programme", now)
        return Opened(tuple(back))

    return await write(work)


async def _held_again(session: Kept, now: datetime, zone: tzinfo) -> tuple[Kept, ...]:
    """The session and those linked to it, unless another closure lies on it or it was brought back with its parent."""
    try:
        return (await restore(session.id, now=now, zone=zone)).sessions
    except Refused:
        return ()
