"""Edit where a line is held and who fits in, for the sessions to come: those not made yet, or also those that are there."""

from collections.abc import Sequence
from datetime import date, datetime, time, tzinfo
from uuid import UUID

from msgspec import Struct

from app.actions.create_series import places_of
from app.actions.heed_closures import heed_closures
from app.actions.hold_rooms import TOKYO
from app.actions.session_changes import Spot, leave_room_task, put, put_following
from app.domain.errors import Unknown
from app.domain.kept import Kept
from app.domain.planning import Line, LinePool, Place, owner_of
from app.domain.series_wish import LineWish, NewVenue, SeriesWish, check_series
from app.storage.acts import record_series
from app.storage.bookings import release
from app.storage.lines import lines_by_id, lock_lines, set_places, set_pools, set_turn, set_vacate
from app.storage.series_rows import change_series_row
from app.storage.session_rows import lock_sessions, reservation_counts, sessions_of_line
from app.storage.transactions import write
from app.storage.versions import touch


class Coming(Struct, frozen=True):
    """The sessions of a line that would go to its new place, and how many reservations they have."""

    sessions: tuple[Kept, ...] = ()
    reservations: int = 0


async def coming_of(line: Line, today: date) -> Coming:
    """The sessions from today on that the line's rule made, that stand where the line is held, and that are one's own.

    What an organiser has put elsewhere by hand stays there.
    """
    places = {place.venue_id for place in line.places}
    owner = owner_of(line.owners, today)
    found = tuple(
        each
        for each in await sessions_of_line(line.id, today)
        if each.date >= today
        and each.state != "cancelled"
        and not each.by_hand
        and owner_of(line.owners, each.date) == owner
        and (each.venue_id in places or (each.venue_id is None and not places))
    )
    counts = await reservation_counts(each.id for each in found)
    return Coming(found, sum(counts.values()))


async def change_line(
    line_id: UUID,
    places: tuple[Place, ...],
    pools: tuple[LinePool, ...],
    *,
    now: datetime,
    today: date,
    new_venue: NewVenue | None = None,
    vacate: time | None = None,
    coming: bool = False,
    zone: tzinfo = TOKYO,
) -> int:
    """Give a line other venues, pools and 部屋を空ける時刻; how many sessions went along.

    A venue typed by name is the last of them. Sessions that are there stay as they are, unless `coming`: then they go to
    the new places in turn with their reservations, a room that is taken leaves a task, and pools stay.

    Raises Unknown, Misfilled for pools that cannot be, RoomTaken where a linked session cannot follow.
    """
    wish = LineWish(places=places, pools=pools, new_venue=new_venue, vacate=vacate)
    check_series(SeriesWish(title="定例"), (wish,))

    async def work() -> int:
        await lock_lines([line_id])
        before = (await lines_by_id([line_id], today)).get(line_id)
        if before is None:
            raise Unknown
        going = (await coming_of(before, today)).sessions if coming else ()
        moved = await _bring(line_id, going, await _rewritten(line_id, wish), now, zone)
        await change_series_row(before.series_id, {}, now)
        await record_series("line_changed", before.series_id, now, day=today)
        await heed_closures(today, now, zone)
        await touch("programme", now)
        return moved

    return await write(work)


async def _rewritten(line_id: UUID, wish: LineWish) -> tuple[Place, ...]:
    """Keep what a line is from now on; its places, a venue typed by name among them."""
    places = await places_of(wish)
    await set_places(line_id, places)
    await set_pools(line_id, wish.pools)
    await set_vacate(line_id, wish.vacate)
    return places


async def _bring(
    line_id: UUID, sessions: Sequence[Kept], places: tuple[Place, ...], now: datetime, zone: tzinfo
) -> int:
    """Put sessions at the places in turn; how many. What is made next takes the turn after them."""
    await lock_sessions(each.id for each in sessions)
    for turn, session in enumerate(sessions):
        if places:
            await _put_at(session, places[turn % len(places)], now, zone)
    if sessions:
        await set_turn(line_id, len(sessions))
    return len(sessions) if places else 0


async def _put_at(session: Kept, place: Place, now: datetime, zone: tzinfo) -> None:
    if place.room_id is None and place.venue_id == session.venue_id:
        await release([session.id])
        return
    spot = Spot(date=session.date, starts=session.starts, ends=session.ends, place=place)
    # What the organiser is still asked about the day has nothing to do with the place.
    conflict = await put(session, spot, now, zone, flag=session.flag, flag_text=session.flag_text)
    if conflict:
        await leave_room_task(session, conflict, now)
    await put_following(session, spot, now, zone)
