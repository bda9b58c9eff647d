"""Sessions by their marks: all that is shown of one comes from what stands in its mark.

Making values of three hundred sessions takes several times as long as reading their rows. A feed that keeps what it
wrote of a session needs only to know whether that is still so: as long as the mark is the same, it is.
"""

from collections.abc import Hashable, Mapping
from datetime import date
from hashlib import sha256
from typing import TypeVar
from uuid import UUID

from msgspec import Struct
from msgspec.json import encode

from app.domain.programme import Organisation, Series, Session, SessionState, Venue
from app.domain.visibility import public_session
from app.storage.bulk import chunks
from app.storage.engine import rows
from app.storage.records import Row
from app.storage.series import owner_among, owners_of, series_by_id
from app.storage.session_filters import Filter, Fragment, selection
from app.storage.sessions import rooms_of, sessions_by_id
from app.storage.venues import venues_by_id

V = TypeVar("V")

SESSIONS_AT_ONCE = 500
PLAIN = ("state", "theme", "cancel_reason", "sequence")
# As text they pass as they are stored; values would be made of them one by one.
TEXTS = (
    "id", "series_id", "venue_id", "former_venue_id", "starts", "ends", "former_date", "former_starts", "changed_at",
)  # fmt: skip
MODES = ("in_person", "online")
POOL_OF = "EXISTS (SELECT 1 FROM pool WHERE pool.session_id = session.id AND pool.mode = '{0}') AS {0}"
COLUMNS = ", ".join(
    (
        "session.date",
        *(f"session.{name}" for name in PLAIN),
        *(f"CAST(session.{name} AS VARCHAR(40)) AS {name}" for name in TEXTS),
        *(POOL_OF.format(mode) for mode in MODES),
        "EXISTS (SELECT 1 FROM booking WHERE booking.session_id = session.id) AS asks",
    )
)


class Mark(Struct, frozen=True):
    """A session's id, date and state, and everything else that is shown of it. Two equal marks show the same."""

    key: str
    date: date
    state: SessionState
    rest: Hashable

    @property
    def id(self) -> UUID:
        """The id of the session."""
        return UUID(self.key)


class Shared(Struct, frozen=True):
    """What several sessions show alike, by ids as text, and the digests of it that were asked for."""

    series: dict[str, Series]
    owners: dict[str, list[tuple[date, Organisation]]]
    venues: dict[str, Venue]
    rooms: dict[str, tuple[str, str]]
    digests: dict[Hashable, bytes]

    def digest_for(self, row: Row) -> bytes:
        """A digest of all that a session shares with others; made once for those that share the same."""
        series_id, room = row["series_id"], self.rooms.get(row["id"])
        owner = owner_among(self.owners.get(series_id, []), row["date"])
        key = (series_id, owner and owner.id, row["venue_id"], row["former_venue_id"], room)
        if key not in self.digests:
            venues = [self.venues.get(row[name]) for name in ("venue_id", "former_venue_id")]
            self.digests[key] = sha256(encode((self.series[series_id], owner, venues, room))).digest()
        return self.digests[key]


async def marks_of(wanted: Filter) -> tuple[Mark, ...]:
    """The marks of the sessions of a filter, in the order of every list. Read together with what they stand for."""
    which, ids = selection(COLUMNS, wanted), selection("session.id", wanted)
    found = await rows(which.sql, *which.arguments)
    shared = await shared_by(found, ids)
    return tuple(
        Mark(row["id"], row["date"], row["state"], (*row.values(), shared.digest_for(row))) for row in found
    )


async def shared_by(found: list[Row], ids: Fragment) -> Shared:
    """What the sessions of these rows show alike; `ids` is the statement that gives their ids."""
    series_ids = {UUID(text) for text in {row["series_id"] for row in found}}
    places = {row[name] for row in found for name in ("venue_id", "former_venue_id")} - {None}
    return Shared(
        series=by_text(await series_by_id(series_ids)),
        owners=by_text(await owners_of(series_ids)),
        venues=by_text(await venues_by_id({UUID(text) for text in places})),
        rooms=by_text(await rooms_of(ids)) if any(row["asks"] for row in found) else {},
        digests={},
    )


def by_text(found: Mapping[UUID, V]) -> dict[str, V]:
    """The same by ids as text."""
    return {str(key): value for key, value in found.items()}


async def shown_sessions(ids: tuple[UUID, ...]) -> dict[UUID, Session]:
    """The sessions of these ids as everybody may see them; unknown ids are missing. Whether anybody may is not asked."""
    found: dict[UUID, Session] = {}
    for chunk in chunks(ids, SESSIONS_AT_ONCE):
        found |= {session.id: public_session(session) for session in await sessions_by_id(tuple(chunk))}
    return found
