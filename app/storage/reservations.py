"""Reservations and their places. Nobody is found here but by the hash of a secret, or by staff for one session."""

from typing import Any
from uuid import UUID, uuid4

from msgspec import Struct
from msgspec.structs import replace

from app.domain.reservations import Person, Reservation
from app.domain.seats import Pool
from app.domain.secrets import Stored
from app.storage.engine import rows
from app.storage.records import Row, value_of

ADD = """
INSERT INTO reservation (id, session_id, nickname, role, way, given_up, arrived, gone, version,
    link_hash, feed_hash, code_hash, nonce_hash, body_hash)
VALUES ({}, {}, {}, {}, {}, false, false, false, 1, {}, {}, {}, {}, {})
ON CONFLICT DO NOTHING RETURNING version
"""
ADD_PLACE = "INSERT INTO place (id, reservation_id, pool_id, state, turn) VALUES ({}, {}, {}, {}, {})"
RENEW = """
UPDATE reservation SET version = {}, link_hash = {}, feed_hash = {}, code_hash = {}
WHERE id = {} AND version < {} AND NOT given_up
AND NOT EXISTS (SELECT 1 FROM reservation AS other WHERE other.code_hash = {}) RETURNING version
"""
COLUMNS = "id, session_id, nickname, role, way, given_up, arrived, gone, version"
PLACES = """
SELECT place.state, pool.* FROM place JOIN pool ON pool.id = place.pool_id WHERE place.reservation_id = {}
"""
FIRST_IN_QUEUE = """
SELECT place.reservation_id, reservation.arrived, held.pool_id AS held_pool FROM place
JOIN reservation ON reservation.id = place.reservation_id
LEFT JOIN place AS held ON held.reservation_id = place.reservation_id AND held.state = 'held'
WHERE place.pool_id = {} AND place.state = 'waiting' ORDER BY place.turn LIMIT 1
"""
PEOPLE = """
SELECT reservation.id, reservation.nickname, reservation.role, reservation.arrived, reservation.gone,
    place.state, place.turn, pool.mode, pool.seat
FROM reservation JOIN place ON place.reservation_id = reservation.id JOIN pool ON pool.id = place.pool_id
WHERE reservation.session_id = {} AND NOT reservation.given_up
ORDER BY place.turn, reservation.id
"""
JOIN_LINK = """
SELECT COALESCE(session.join_link, series.join_link) AS join_link FROM session
JOIN series ON series.id = session.series_id WHERE session.id = {}
"""


class Used(Struct, frozen=True, kw_only=True):
    """What is known of a nonce that made a reservation before."""

    id: UUID
    session_id: UUID
    version: int
    body_hash: str


class First(Struct, frozen=True, kw_only=True):
    """Who is first in a queue, whether they were checked in, and the pool where they hold a place meanwhile."""

    reservation_id: UUID
    arrived: bool
    held_pool: UUID | None


def new_id() -> UUID:
    """An id that no other reservation has."""
    return uuid4()


async def add_reservation(
    reservation_id: UUID,
    session_id: UUID,
    *,
    nickname: str,
    role: str | None,
    way: str,
    hashes: Stored,
    nonce_hash: str,
    body_hash: str,
) -> bool:
    """A new reservation without a place. False if one of its hashes is taken: by the same nonce, or by chance."""
    added = await rows(
        ADD,
        reservation_id,
        session_id,
        nickname,
        role,
        way,
        hashes.link,
        hashes.feed,
        hashes.code,
        nonce_hash,
        body_hash,
    )
    return bool(added)


async def reservation_of_nonce(nonce_hash: str) -> Used | None:
    """The reservation that was made with a nonce, None if it was never used."""
    found = await rows(
        "SELECT id, session_id, version, body_hash FROM reservation WHERE nonce_hash = {}", nonce_hash
    )
    return value_of(Used, found[0]) if found else None


async def reservation_by_link(link_hash: str) -> Reservation | None:
    """The reservation of a link, by the hash of its token."""
    return await one_where("link_hash", link_hash)


async def reservation_by_feed(feed_hash: str) -> Reservation | None:
    """The reservation of a feed, by the hash of its token."""
    return await one_where("feed_hash", feed_hash)


async def reservation_by_code(code_hash: str) -> Reservation | None:
    """The reservation of four words, by their HMAC."""
    return await one_where("code_hash", code_hash)


async def reservation_by_id(reservation_id: UUID) -> Reservation | None:
    """The reservation of an id: for acts that have found it already."""
    return await one_where("id", reservation_id)


async def one_where(column: str, value: Any) -> Reservation | None:
    """The reservation with that value in a unique column, with its places."""
    found = await rows(f"SELECT {COLUMNS} FROM reservation WHERE {column} = {{}}", value)  # noqa: S608 -- our own names
    if not found:
        return None
    return reservation_of(found[0], await rows(PLACES, found[0]["id"]))


def reservation_of(row: Row, places: list[Row]) -> Reservation:
    """The value of a row and of the rows of its places."""
    pools = {place["state"]: value_of(Pool, place) for place in places}
    return value_of(Reservation, row, held=pools.get("held"), waiting=pools.get("waiting"))


async def set_hashes(reservation_id: UUID, version: int, hashes: Stored) -> bool:
    """The secrets of the next version. False if that version was made already, or a hash is taken by chance."""
    changed = await rows(
        RENEW,
        version,
        hashes.link,
        hashes.feed,
        hashes.code,
        reservation_id,
        version,
        hashes.code,
    )
    return bool(changed)


async def erase(reservation_id: UUID) -> None:
    """Given up: the nickname goes at once, a row without a name stays until the session is forgotten."""
    await rows(
        "UPDATE reservation SET nickname = NULL, role = NULL, given_up = true WHERE id = {}", reservation_id
    )


async def mark_arrived(reservation_id: UUID, *, arrived: bool) -> None:
    """Whether the person was checked in."""
    await rows("UPDATE reservation SET arrived = {} WHERE id = {}", arrived, reservation_id)


async def mark_gone(reservation_id: UUID, *, gone: bool) -> None:
    """Whether the person went home. The held place stays as a record of where they sat; its pool no longer counts it."""
    await rows("UPDATE reservation SET gone = {} WHERE id = {}", gone, reservation_id)


async def add_held(reservation_id: UUID, pool_id: UUID) -> None:
    """A held place, where there was none. The pool has counted it."""
    await rows(ADD_PLACE, uuid4(), reservation_id, pool_id, "held", None)


async def add_waiting(reservation_id: UUID, pool_id: UUID, turn: int) -> None:
    """A place in the queue of a pool, where there was none. The pool has counted it."""
    await rows(ADD_PLACE, uuid4(), reservation_id, pool_id, "waiting", turn)


async def remove_place(reservation_id: UUID, state: str) -> None:
    """The held or the waiting place goes. The pool has counted it."""
    await rows("DELETE FROM place WHERE reservation_id = {} AND state = {}", reservation_id, state)


async def first_in_queue(pool_id: UUID) -> First | None:
    """Who waits longest for a pool; None if nobody does."""
    found = await rows(FIRST_IN_QUEUE, pool_id)
    return value_of(First, found[0]) if found else None


async def people_of(session_id: UUID) -> tuple[Person, ...]:
    """Who reserved a session: those who hold a place by mode, seat and nickname, then those who wait, in their order."""
    people: dict[UUID, Person] = {}
    orders: dict[tuple[str, str], int] = {}
    for row in await rows(PEOPLE, session_id):
        person = people.get(row["id"]) or person_of(row)
        people[row["id"]] = with_place(person, row, orders)
    return tuple(sorted(people.values(), key=in_order))


def in_order(person: Person) -> tuple[bool, tuple[str, str], int, str, UUID]:
    """Those who hold a place by mode, seat and nickname, then those who only wait, by mode, seat and turn."""
    if person.mode and person.seat:
        return (False, (person.mode, person.seat), 0, person.nickname, person.reservation_id)
    return (True, person.waiting_for or ("", ""), person.order or 0, person.nickname, person.reservation_id)


def person_of(row: Row) -> Person:
    """The value of a row, without its places."""
    return Person(
        reservation_id=row["id"],
        nickname=row["nickname"],
        role=row["role"],
        arrived=row["arrived"],
        gone=row["gone"],
    )


def with_place(person: Person, row: Row, orders: dict[tuple[str, str], int]) -> Person:
    """The person with one more place; `orders` counts those who wait for each mode and seat."""
    where = (row["mode"], row["seat"])
    if row["state"] == "held":
        return replace(person, mode=where[0], seat=where[1])
    orders[where] = orders.get(where, 0) + 1
    return replace(person, waiting_for=where, order=orders[where])


async def join_link(session_id: UUID) -> str | None:
    """The way into an online session. When it may be shown is for the caller to decide; never outside a receipt."""
    found = await rows(JOIN_LINK, session_id)
    return found[0]["join_link"] if found else None
