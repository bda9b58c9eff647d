"""Sessions, read: seven statements, whatever the number of sessions, all of them seeing one state."""

from collections import defaultdict
from datetime import date, time
from typing import Unpack
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from app.domain.programme import Organisation, Series, Session, Venue
from app.domain.seats import Pool
from app.domain.visibility import public_session, session_is_public
from app.storage.engine import rows
from app.storage.records import Row, value_of
from app.storage.series import owner_among, owners_of, series_by_id
from app.storage.session_filters import Filter, Fragment, Narrowing, selection
from app.storage.transactions import read
from app.storage.venues import venues_by_id

POOLS = "SELECT * FROM pool WHERE session_id IN ([which])"
ROOMS = """
SELECT booking.session_id, booking.state, room.name FROM booking JOIN room ON room.id = booking.room_id
WHERE booking.session_id IN ([which])
"""
ORDER_OF_POOLS = {"in_person": 0, "online": 1, "talk": 0, "listener": 1}
ORDER_OF_BOOKINGS = ("granted", "wish", "refused")

Pools = dict[UUID, tuple[Pool, ...]]
Rooms = dict[UUID, tuple[str, str]]


class Belongings(Struct, frozen=True, kw_only=True):
    """What several sessions share or own, by id."""

    series: dict[UUID, Series]
    owners: dict[UUID, list[tuple[date, Organisation]]]
    venues: dict[UUID, Venue]
    pools: Pools
    rooms: Rooms


async def sessions_between(first: date, last: date, **narrowing: Unpack[Narrowing]) -> tuple[Session, ...]:
    """Sessions from first to last, both included, by date, start (unknown first) and id; at most `limit`.

    As everybody may see them, unless listed_only is False: then unlisted ones and private addresses come too.
    An organisation's are those it owns on their date and those of series it has a part in.
    """
    return await sessions_of(Filter(first=first, last=last, **narrowing))


async def sessions_of(wanted: Filter) -> tuple[Session, ...]:
    """The sessions of a filter, in the same order and under the same rule."""
    found = await loaded(selection("session.*", wanted), selection("session.id", wanted))
    return tuple(public_session(session) for session in found) if wanted.listed_only else found


async def first_date(wanted: Filter) -> date | None:
    """The date of the first session of a filter; None if it has none."""
    which = selection("session.date", replace(wanted, limit=1))
    found = await rows(which.sql, *which.arguments)
    return found[0]["date"] if found else None


async def sessions_by_id(ids: tuple[UUID, ...]) -> tuple[Session, ...]:
    """Sessions of these ids by date, start and id, with everything that is known of them; unknown ids are missing."""
    if not ids:
        return ()
    places = ", ".join("{}" for _ in ids)
    found = await loaded(
        Fragment(f"SELECT * FROM session WHERE id IN ({places})", ids),  # noqa: S608 -- only marks
        Fragment(places, ids),
    )
    return tuple(sorted(found, key=in_order))


async def next_dates(
    today: date, *, area: str | None = None, organisation_id: UUID | None = None
) -> dict[UUID, date]:
    """The next date of every series that has one which the public may see, from today on and not cancelled."""
    wanted = Filter(
        first=today,
        last=date.max,
        area=area,
        organisation_id=organisation_id,
        states=("published", "planned"),
    )
    which = selection("session.series_id, session.date", wanted)
    found = await rows(which.sql, *which.arguments)
    return {row["series_id"]: row["date"] for row in reversed(found)}


def in_order(session: Session) -> tuple[date, bool, time, UUID]:
    """The order of every list: date, start (unknown first), id."""
    return (session.date, session.starts is not None, session.starts or time.min, session.id)


async def session_by_id(session_id: UUID) -> Session | None:
    """The session of an id, unlisted or not, with a private address: what is shown of it is for the caller to decide."""
    found = await sessions_by_id((session_id,))
    return found[0] if found else None


async def public_session_by_id(session_id: UUID) -> Session | None:
    """The session of an id as everybody may see it; None if there is none or it is not public."""
    session = await session_by_id(session_id)
    return public_session(session) if session and session_is_public(session) else None


async def children_of(session_id: UUID) -> tuple[Session, ...]:
    """Public sessions that follow another one, such as a consultation after a salon."""
    found = await rows("SELECT id FROM session WHERE parent_id = {} ORDER BY id", session_id)
    children = await sessions_by_id(tuple(row["id"] for row in found))
    return tuple(public_session(child) for child in children if session_is_public(child))


async def loaded(which: Fragment, ids: Fragment) -> tuple[Session, ...]:
    """The sessions of a statement, with everything that belongs to them; `ids` is the same statement giving ids only."""

    async def work() -> tuple[Session, ...]:
        found = await rows(which.sql, *which.arguments)
        belongings = await belongings_of(found, ids) if found else None
        return tuple(session_of(row, belongings) for row in found if belongings)

    return await read(work)


async def belongings_of(found: list[Row], ids: Fragment) -> Belongings:
    """Everything that belongs to the sessions of these rows."""
    series_ids = {row["series_id"] for row in found}
    return Belongings(
        series=await series_by_id(series_ids),
        owners=await owners_of(series_ids),
        venues=await venues_by_id(venue_ids(found)),
        pools=await pools_of(ids),
        rooms=await rooms_of(ids),
    )


def venue_ids(found: list[Row]) -> set[UUID]:
    """Every venue that sessions name, as theirs or as the one they left."""
    return {row[column] for row in found for column in ("venue_id", "former_venue_id") if row[column]}


async def pools_of(ids: Fragment) -> Pools:
    """The pools of sessions: in person before online, talk before listener."""
    found = await rows(POOLS.replace("[which]", ids.sql), *ids.arguments)
    pools: dict[UUID, list[Pool]] = defaultdict(list)
    for row in sorted(found, key=lambda row: (ORDER_OF_POOLS[row["mode"]], ORDER_OF_POOLS[row["seat"]])):
        pools[row["session_id"]].append(value_of(Pool, row))
    return {session_id: tuple(of_one) for session_id, of_one in pools.items()}


async def rooms_of(ids: Fragment) -> Rooms:
    """The room of each session that asked for one, with the state of the asking; a granted one before a refused one."""
    found = await rows(ROOMS.replace("[which]", ids.sql), *ids.arguments)
    found.sort(key=lambda row: ORDER_OF_BOOKINGS.index(row["state"]), reverse=True)
    return {row["session_id"]: (row["name"], row["state"]) for row in found}


def session_of(row: Row, belongings: Belongings) -> Session:
    """The value of a row and of what belongs to it."""
    room_name, room_state = belongings.rooms.get(row["id"], (None, None))
    return value_of(
        Session,
        row,
        series=belongings.series[row["series_id"]],
        venue=belongings.venues.get(row["venue_id"]),
        former_venue=belongings.venues.get(row["former_venue_id"]),
        pools=belongings.pools.get(row["id"], ()),
        room_name=room_name,
        room_state=room_state,
        owner=owner_among(belongings.owners.get(row["series_id"], []), row["date"]),
    )
