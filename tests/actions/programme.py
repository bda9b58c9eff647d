"""An organisation, a venue with a room and a series made through its own action: what tests of the programme start from."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.actions.create_series import create_series
from app.domain.planning import LinePool, Place
from app.domain.programme import Session
from app.domain.series_wish import LineWish, SeriesWish
from app.storage.engine import rows
from app.storage.sessions import session_by_id, sessions_between
from app.storage.tables import MembershipRow, ReservationRow, RoomRow, StaffRow
from tests.rig.town import add_organisation, add_venue

ZONE = ZoneInfo("Asia/Tokyo")
TODAY = date(2026, 11, 15)
TALK = (LinePool("in_person", "talk", "number", 8),)
EVEN_FRIDAYS = "偶数月第3金曜 13:30～15:30"
END = date(2028, 2, 29)


class House(Struct, frozen=True):
    """An organisation with a venue that has a living room."""

    organisation: UUID
    venue: UUID
    room: UUID
    now: datetime

    async def series(self, words: str = EVEN_FRIDAYS, *, in_room: bool = False, **line: Any) -> UUID:
        """A series of one line in the venue, made as an organiser makes it."""
        place = Place(self.venue, self.room if in_room else None)
        wish = LineWish(words=words, **({"places": (place,), "pools": TALK} | line))
        return await self.series_of(wish)

    async def series_of(self, *lines: LineWish, **wish: Any) -> UUID:
        """A series of these lines."""
        plain = {"title": "サロン", "registration": "walk_in_or_reserve"}
        return await create_series(
            self.organisation, SeriesWish(**(plain | wish)), lines, now=self.now, today=TODAY, zone=ZONE
        )


async def house(now: datetime, slug: str = "ward") -> House:
    """A new organisation with a venue and a room."""
    venue = await add_venue(f"{slug}-house")
    return House(await add_organisation(slug), venue, await add_room(venue, "1階リビング"), now)


async def add_room(venue: UUID, name: str, setup: int = 0, clearing: int = 0) -> UUID:
    """A room of a venue."""
    row = RoomRow(id=uuid4(), venue_id=venue, name=name, setup_minutes=setup, clearing_minutes=clearing)
    await RoomRow.insert(row)
    return row.id


async def give_manager(venue: UUID, now: datetime) -> None:
    """Let somebody manage a venue, so that rooms have to be granted."""
    staff = StaffRow(id=uuid4(), mail=f"{uuid4().hex}@example.org", password_hash="", made_at=now)
    await StaffRow.insert(staff)
    await MembershipRow.insert(
        MembershipRow(id=uuid4(), staff_id=staff.id, role="venue_manager", venue_id=venue)
    )


async def reserve_roughly(session_id: UUID, times: int = 1) -> None:
    """Reservations as bare rows, for acts that only count them."""
    for _ in range(times):
        hashes: dict[str, Any] = {
            f"{name}_hash": uuid4().hex for name in ("link", "feed", "code", "nonce", "body")
        }
        await ReservationRow.insert(
            ReservationRow(id=uuid4(), session_id=session_id, nickname="みかん", **hashes)
        )


async def sessions_of(series_id: UUID, first: date = TODAY, last: date = END) -> tuple[Session, ...]:
    """All sessions of a series, also cancelled ones."""
    return await sessions_between(first, last, series_id=series_id, listed_only=False)


async def standing(series_id: UUID, first: date = TODAY, last: date = END) -> list[str]:
    """The dates of a series' sessions that are not cancelled."""
    return [str(each.date) for each in await sessions_of(series_id, first, last) if each.state != "cancelled"]


async def again(session: Session) -> Session:
    """The session as it is now."""
    found = await session_by_id(session.id)
    assert found is not None
    return found


async def lines_of(series_id: UUID) -> list[UUID]:
    """The ids of a series' lines in their order."""
    found = await rows("SELECT id FROM line WHERE series_id = {} ORDER BY position", series_id)
    return [row["id"] for row in found]


async def tasks() -> list[str]:
    """The texts of all open tasks."""
    return [
        row["text"]
        for row in await rows("SELECT text FROM task WHERE done_at IS NULL ORDER BY made_at, text")
    ]
