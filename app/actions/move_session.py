"""Move a single session to another day, time or place. It keeps its id, its address and its reservations."""

from datetime import date, datetime, tzinfo
from uuid import UUID

from msgspec import Struct

from app.actions.hold_rooms import TOKYO
from app.actions.session_changes import Spot, put, put_following
from app.actions.taken_room import taken_error
from app.domain.errors import Refused, Unusable
from app.domain.kept import Kept
from app.domain.month import day_words
from app.storage.acts import record_sessions
from app.storage.closures import closure_on
from app.storage.owners import owners_on
from app.storage.session_rows import kept_session, locked_session, reservation_counts
from app.storage.transactions import write
from app.storage.versions import touch

YEARS_AHEAD = 10


class Moved(Struct, frozen=True):
    """The session where it is now, those that followed it, and how many reservations they have together."""

    session: Kept
    following: tuple[Kept, ...] = ()
    reservations: int = 0


async def move(session_id: UUID, spot: Spot, *, now: datetime, today: date, zone: tzinfo = TOKYO) -> Moved:
    """Put a session elsewhere, its room and the sessions linked to it with it, or nothing at all. Public at once.

    Raises Unknown; Unusable for a day that is over; Refused on a closed day or for a cancelled session; RoomTaken, with
    the nearest free times, where a room prevents it.
    """
    if not today <= spot.date or spot.date.year > today.year + YEARS_AHEAD:
        raise Unusable("これからの日を選んでください。", "date")

    async def work() -> Moved:
        session = await locked_session(session_id)
        await _check(session, spot)
        conflict = await put(session, spot, now, zone)
        if conflict:
            raise await taken_error(conflict, zone, now)
        following = await put_following(session, spot, now, zone)
        await record_sessions("session_moved", [session_id], now)
        await touch("programme", now)
        counts = await reservation_counts([session.id, *(each.id for each in following)])
        return Moved(await kept_session(session.id), following, sum(counts.values()))

    return await write(work)


async def _check(session: Kept, spot: Spot) -> None:
    if session.state == "cancelled":
        raise Refused("お休みの回です。先に「開くに戻す」を選んでください。")
    owner = await _owner_there(session, spot.date)
    venue_id = spot.place.venue_id if spot.place else session.venue_id
    closed = await closure_on(spot.date, venue_id, owner)
    if closed:
        raise Refused(f"{day_words(spot.date)}はお休みです（{closed.reason}）。ほかの日を選んでください。")


async def _owner_there(session: Kept, day: date) -> UUID | None:
    """Who owns the session on its new day. Raises Refused where that is another: its nicknames would be theirs."""
    was, to = (session.series_id, session.date), (session.series_id, day)
    owners = await owners_on([was, to])
    if owners.get(was) != owners.get(to):
        raise Refused(f"{day_words(day)}は、ほかの団体が受けもちます。引き継ぎの日をまたいでは移せません。")
    return owners.get(to)
