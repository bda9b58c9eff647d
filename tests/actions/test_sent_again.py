"""A double click, a lost answer and another try, Back and sending again, two tabs: one reservation and one receipt."""

import asyncio
import contextlib
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions.reserve import Wish, reserve
from app.domain.errors import PoolFull
from app.domain.reservations import Receipt
from app.storage.engine import rows
from tests.actions.gathering import SECRET, ZONE, Gathering, nonce, small
from tests.rig.clock import NOON
from tests.rig.databases import opened_aside
from tests.rig.machines import WALKS

SENDINGS = ("double click", "lost answer", "back", "two tabs", "others come")
CASES = st.tuples(
    st.integers(0, 2), st.booleans(), st.lists(st.sampled_from(SENDINGS), min_size=1, max_size=5)
)


class Form:
    """One form of one person: whatever happens to it, it is the same form."""

    def __init__(self, where: Gathering, *, wait: bool) -> None:
        self.where = where
        self.wish = Wish(nickname="みかん", mode="in_person", seat="talk", wait=wait)
        self.nonce = nonce()
        self.receipts: list[Receipt] = []

    async def send(self) -> None:
        """Send it, and keep the receipt; a refusal leaves none."""
        try:
            receipt = await reserve(
                self.where.id, self.wish, nonce=self.nonce, now=NOON, zone=ZONE, secret=SECRET
            )
        except PoolFull:
            assert self.receipts == []
        else:
            self.receipts.append(receipt)

    async def happen(self, what: str) -> None:
        """One of the ways in which a form is sent more than once."""
        if what == "others come":
            await asyncio.gather(*(other(self.where) for _ in range(2)))
        elif what == "lost answer":
            await lose(self.send())
            await self.send()
        elif what == "double click":
            await asyncio.gather(self.send(), self.send())
        elif what == "two tabs":
            await asyncio.gather(self.send(), other(self.where), self.send())
        else:
            await self.send()


async def other(where: Gathering) -> None:
    """Somebody else asks for a place."""
    with contextlib.suppress(PoolFull):
        await where.take("ほかの人")


async def lose(sending: Any) -> None:
    """Whoever sent it is gone before the answer comes."""
    task = asyncio.create_task(sending)
    for _ in range(3):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])


async def made(capacity: int, happenings: Sequence[str], *, wait: bool) -> tuple[set[Receipt], int]:
    """The different receipts of a form, and how many reservations it made."""
    where = await small(NOON, capacity)
    form = Form(where, wait=wait)
    for what in happenings:
        await form.happen(what)
    found = await rows("SELECT id FROM reservation WHERE session_id = {} AND nickname = 'みかん'", where.id)
    return set(form.receipts), len(found)


def try_all(address: str, cases: int) -> None:
    """In a thread of its own."""
    with opened_aside(address) as runner:

        @settings(WALKS, max_examples=cases)
        @given(CASES)
        def case(drawn: tuple[int, bool, list[str]]) -> None:
            capacity, wait, happenings = drawn
            receipts, reservations = runner.run(made(capacity, happenings, wait=wait))
            assert len(receipts) == reservations <= 1

        case()


async def test_a_form_makes_one_reservation_however_often_it_is_sent(sqlite_address: str) -> None:
    await asyncio.to_thread(try_all, sqlite_address, 100)


async def test_so_it_is_on_postgresql(postgresql_address: str) -> None:
    await asyncio.to_thread(try_all, postgresql_address, 40)


@pytest.mark.soak
async def test_so_it_is_in_a_thousand_cases(sqlite_address: str, postgresql_address: str) -> None:
    await asyncio.to_thread(try_all, sqlite_address, 1000)
    await asyncio.to_thread(try_all, postgresql_address, 1000)


async def test_without_the_nonce_a_form_would_make_more(
    sqlite_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control."""
    monkeypatch.setattr("app.actions.reserve.hash_of_nonce", lambda *_: uuid4().hex)
    with pytest.raises(AssertionError):
        await asyncio.to_thread(try_all, sqlite_address, 100)
