"""A session with people who reserved, those who may stand at its door, and taps on its page."""

import re
from uuid import UUID

import httpx
from msgspec import Struct

from app.actions.reserve import Wish, reserve
from app.domain.reservations import Receipt
from app.storage.staff import save_facilitation, staff_by_mail
from tests.actions.gathering import DAY, ZONE, Gathering
from tests.rig.client import SECRET, Client, staff_member
from tests.rig.clock import Clock
from tests.rig.town import add_organisation, add_pool, add_series, add_session

FACILITATOR = "shinkou@example.org"
NONCE = re.compile(r'name="nonce" value="([^"]+)"')
BIG = re.compile(r'<b class="big">(\d+)</b>')
TOTAL = re.compile(r'<b class="total">(\d+)</b>')
POOLS: dict[tuple[str, str], int | None] = {("in_person", "talk"): 3, ("in_person", "listener"): 2}


class Door(Struct, frozen=True):
    """The client of somebody who is signed in, and the session."""

    client: Client
    where: Gathering

    @property
    def page(self) -> str:
        """The attendance page."""
        return f"/staff/sessions/{self.where.id}/attendance"

    async def nonce(self, page: str = "") -> str:
        """The nonce of a page that was opened just now."""
        found = NONCE.search((await self.client.get(page or self.page)).text)
        return found[1] if found else ""

    async def tap(self, act: str, nonce: str | None = None, **more: str) -> httpx.Response:
        """Tap a button of the page."""
        typed = {"nonce": await self.nonce() if nonce is None else nonce, "act": act, **more}
        return await self.client.submit(self.page, typed)

    async def heads(self, act: str, number: int = 1, seat: str = "talk", **more: str) -> httpx.Response:
        """Tap a button about heads of a pool at the venue."""
        pool = await self.where.pool("in_person", seat)
        return await self.tap(f"{act}:{pool.id}:{number}", **more)

    async def person(self, act: str, receipt: Receipt, **more: str) -> httpx.Response:
        """Tap a button about somebody who reserved."""
        return await self.tap(f"{act}:{receipt.id}:1", **more)

    async def present(self) -> int:
        """The largest number of the page."""
        found = BIG.search((await self.client.get(self.page)).text)
        assert found is not None
        return int(found[1])

    async def total(self) -> int:
        """Everybody who came, whether they are here yet or not."""
        found = TOTAL.search((await self.client.get(self.page)).text)
        assert found is not None
        return int(found[1])

    async def take(self, nickname: str, seat: str = "talk", *, wait: bool = False) -> Receipt:
        """Somebody reserves, with the secret of this installation."""
        wish = Wish(nickname=nickname, mode="in_person", seat=seat, wait=wait)
        nonce = f"reserved on the page by {nickname}"
        return await reserve(self.where.id, wish, nonce=nonce, now=self.where.now, zone=ZONE, secret=SECRET)


async def door_of(
    client: Client, clock: Clock, pools: dict[tuple[str, str], int | None] | None = None
) -> Door:
    """A session of the ward's salon, and its facilitator signed in."""
    series_id = await add_series(await add_organisation("ward"), registration="walk_in_or_reserve")
    where = Gathering(await add_session(series_id, DAY), series_id, clock())
    for (mode, seat), capacity in (pools or POOLS).items():
        await add_pool(where.id, mode, seat, capacity=capacity)
    await facilitator(FACILITATOR, clock, where.series_id)
    await client.sign_in(FACILITATOR)
    return Door(client, where)


async def facilitator(mail: str, clock: Clock, series_id: UUID, organisation: str = "ward") -> str:
    """Somebody who facilitates one series of an organisation."""
    await staff_member(mail, "facilitator", clock, organisation=organisation)
    known = await staff_by_mail(mail)
    assert known is not None
    await save_facilitation(known.id, series_id)
    return mail


async def session_of_others(slug: str = "others") -> tuple[UUID, UUID]:
    """A session of another organisation, with a pool; its series and its id."""
    series_id = await add_series(await add_organisation(slug), f"{slug}-salon")
    session_id = await add_session(series_id, DAY)
    await add_pool(session_id, capacity=5)
    return series_id, session_id
