"""Close a venue or an organisation for some days, and open it again."""

from datetime import date, datetime, timedelta, tzinfo
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from app.actions.heed_closures import call_off_all, hold_again
from app.actions.hold_rooms import TOKYO
from app.domain.acts import Act, What
from app.domain.errors import Unusable
from app.domain.kept import Kept
from app.domain.planning import Rest
from app.storage.acts import record_act
from app.storage.closures import Lying, add_closure, closure, drop_closure, is_closure, sessions_under
from app.storage.session_rows import reservation_counts
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
    Raises Unusable for days or a reason that cannot be. A closure whose id is there already changes nothing.
    """
    check_rest(rest)

    async def work() -> Closed:
        if rest.id and await is_closure(rest.id):
            return await closed_before(rest.id, rest)
        closure_id = await add_closure(rest)
        standing = [
            each for each in await sessions_under(rest) if each.state != "cancelled" and each.date >= today
        ]
        done = await call_off_all([Lying(each, replace(rest, id=closure_id)) for each in standing], now)
        await record_act(act_of("days_closed", rest), now)
        await touch("programme", now)
        return await closed(closure_id, done)

    return await write(work)


async def closed_before(closure_id: UUID, rest: Rest) -> Closed:
    """What a closure did when it was made, as far as it still stands."""
    done = [each for each in await sessions_under(rest) if each.closure_id == closure_id]
    return await closed(closure_id, tuple(done))


async def closed(closure_id: UUID, sessions: tuple[Kept, ...]) -> Closed:
    """With the reservations of the sessions it called off."""
    return Closed(
        closure_id, sessions, sum((await reservation_counts(each.id for each in sessions)).values())
    )


def act_of(what: What, rest: Rest) -> Act:
    """What the log says of a closure: its first day and how many days."""
    return Act(
        what=what,
        organisation_id=rest.organisation_id,
        venue_id=rest.venue_id,
        date=rest.first,
        number=(rest.last - rest.first).days + 1,
    )


def check_rest(rest: Rest) -> None:
    """Raises Unusable for a closure that cannot be kept."""
    if rest.last < rest.first:
        raise Unusable("終わりの日は、始まりの日より後にしてください。", "last")
    if rest.last - rest.first > LONGEST:
        raise Unusable("一度に入れられるお休みは2年までです。", "last")
    if not rest.reason.strip() or len(rest.reason) > LONGEST_REASON:
        raise Unusable(f"お休みの理由を、{LONGEST_REASON}文字までで書いてください。", "reason")


class Opened(Struct, frozen=True):
    """The sessions that a lifted closure let be held again."""

    sessions: tuple[Kept, ...] = ()


async def open_days(closure_id: UUID, *, now: datetime, today: date, zone: tzinfo = TOKYO) -> Opened:
    """Lift a closure. Sessions from today on that it had called off are held again. Raises Unknown."""

    async def work() -> Opened:
        rest = await closure(closure_id)
        await drop_closure(rest)
        back = await hold_again(today, now, zone)
        await record_act(act_of("days_opened", rest), now)
        await touch("programme", now)
        return Opened(back)

    return await write(work)
