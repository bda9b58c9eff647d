"""One gathering with places, and people who want them: what the tests of reservations start from."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.actions.occasion import Occasion
from app.actions.promote import promote
from app.actions.reserve import Wish, reserve
from app.domain.reservations import Receipt, Reservation
from app.domain.seats import Pool
from app.storage.engine import rows
from app.storage.pools import MISCOUNTED, pools_of
from app.storage.reservations import people_of, reservation_by_id
from tests.rig.town import add_organisation, add_pool, add_series, add_session

ZONE = ZoneInfo("Asia/Tokyo")
SECRET = b"a secret that only the tests of this house know"
DAY = date(2026, 11, 22)
START = datetime(2026, 11, 22, 4, 30, tzinfo=UTC)  # 13:30 in Tokyo, to 15:30
LAST_PROMOTION = START - timedelta(minutes=180)
NUMBERS = count()


def nonce() -> str:
    """A nonce that no form had before."""
    return f"a nonce of the tests {uuid4()}"


class Gathering(Struct, frozen=True):
    """A published session on DAY, and the time it is now."""

    id: UUID
    series_id: UUID
    now: datetime

    async def take(
        self, nickname: str = "みかん", mode: str = "in_person", seat: str = "talk", **wish: Any
    ) -> Receipt:
        """Reserve, as a person does on the page."""
        wanted = Wish(nickname=nickname, mode=mode, seat=seat, **wish)
        return await reserve(self.id, wanted, nonce=nonce(), now=self.now, zone=ZONE, secret=SECRET)

    async def wait(self, nickname: str = "みかん", mode: str = "in_person", seat: str = "talk") -> Receipt:
        """Reserve, or wait where it is full."""
        return await self.take(nickname, mode, seat, wait=True)

    async def pool(self, mode: str = "in_person", seat: str = "talk") -> Pool:
        """A pool as it stands."""
        return next(pool for pool in await pools_of(self.id) if (pool.mode, pool.seat) == (mode, seat))

    async def counts(self, mode: str = "in_person", seat: str = "talk") -> tuple[int, int, int]:
        """Reserved, walked in and waiting."""
        pool = await self.pool(mode, seat)
        return (pool.reserved, pool.walked_in, pool.waiting)

    async def names(self) -> list[tuple[str, str | None, str | None]]:
        """Who holds and waits for what: (nickname, held, waited for), as mode/seat."""
        return [
            (
                person.nickname,
                person.mode and f"{person.mode}/{person.seat}",
                person.waiting_for and "/".join(person.waiting_for),
            )
            for person in await people_of(self.id)
        ]

    def at(self, now: datetime | None = None, nonce_hash: str | None = None) -> Occasion:
        """This session, now or at another time."""
        return Occasion(session_id=self.id, now=now or self.now, zone=ZONE, nonce_hash=nonce_hash)

    async def promote(self) -> None:
        """Let those who wait move up."""
        await promote(self.at())


async def gathering(now: datetime, pools: dict[tuple[str, str], int | None], **series: Any) -> Gathering:
    """A published session with pools of these capacities (None: 未定), in a series that can be reserved."""
    columns = {"registration": "walk_in_or_reserve"} | series
    slug = f"gathering-{next(NUMBERS)}"
    series_id = await add_series(await add_organisation(slug), slug, **columns)
    session_id = await add_session(series_id, DAY)
    for (mode, seat), capacity in pools.items():
        await add_pool(session_id, mode, seat, capacity=capacity)
    return Gathering(session_id, series_id, now)


async def small(now: datetime, capacity: int = 2, **series: Any) -> Gathering:
    """One with a single pool, 会場の参加席."""
    return await gathering(now, {("in_person", "talk"): capacity}, **series)


async def hybrid(now: datetime, capacity: int = 1) -> Gathering:
    """One with all four pools of a capacity each."""
    return await gathering(
        now, {(mode, seat): capacity for mode in ("in_person", "online") for seat in ("talk", "listener")}
    )


async def reservation(receipt: Receipt) -> Reservation:
    """The reservation of a receipt as it stands."""
    found = await reservation_by_id(receipt.id)
    assert found is not None
    return found


async def miscounted_pools() -> tuple[UUID, ...]:
    """Pools whose counts are not those of their rows."""
    return tuple(row["id"] for row in await rows(MISCOUNTED))


async def nothing_is_miscounted() -> bool:
    """Whether every pool counts what its rows say."""
    return await miscounted_pools() == ()
