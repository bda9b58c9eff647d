"""One room, two servers on one store, and people who want it at the same hours: no two uses ever overlap."""

import asyncio
import random
from contextlib import ExitStack
from datetime import date, time
from itertools import pairwise
from pathlib import Path

import httpx
import pytest

from app.actions.add_user import add_user
from app.storage.engine import opened, rows
from tests.fire.serving import Fire, day_ahead
from tests.fire.test_histories import CHANGED
from tests.rig.client import PASSWORD, TOKEN
from tests.rig.clock import machine_now
from tests.rig.town import add_room, add_venue

pytestmark = pytest.mark.soak
MANAGER = "kaijou@fire.example"
FORM = "/staff/venues/house/uses/new"
PEOPLE = 8
WISHES = 12
# SQLite lets one write in at a time, so there it is the look that has to be off; PostgreSQL needs the touched room.
WITHOUT_LOOKING = """
from app.actions import arrange_rooms, book_room
async def blind(*_): return ()
arrange_rooms.held_between = book_room.held_between = blind
"""
# A pause behind the look leaves the time in which another server looks as well.
SLOWLY = """
import asyncio
from app.actions import arrange_rooms, book_room
at_once = book_room.held_between
async def slowly(*asked):
    found = await at_once(*asked)
    await asyncio.sleep(0.02)
    return found
arrange_rooms.held_between = book_room.held_between = slowly
"""
WITHOUT_TOUCHING = f"""{SLOWLY}
async def untouched(*_): return None
arrange_rooms.touch_rooms = book_room.touch_rooms = untouched
"""
FAULTS = {"sqlite": WITHOUT_LOOKING, "postgresql": WITHOUT_TOUCHING}


async def house(address: str) -> str:
    """A venue with one room and somebody who looks after it; the id of the room."""
    async with opened(address):
        venue = await add_venue("house", opens=time(9), closes=time(21))
        room = await add_room(venue)
        await add_user(MANAGER, PASSWORD, "venue_manager", machine_now(), venue="house")
        return str(room)


async def signed_in(url: str) -> httpx.AsyncClient:
    """A browser at one of the servers."""
    client = httpx.AsyncClient(base_url=url, timeout=60, trust_env=False)
    token = TOKEN.search((await client.get("/staff/sign-in")).text)
    assert token
    typed = {"_csrf_token": token[1], "mail": MANAGER, "password": PASSWORD}
    assert (await client.post("/staff/sign-in", data=typed)).status_code == 303
    return client


async def wish(client: httpx.AsyncClient, room: str, day: date, chance: random.Random) -> list[int]:
    """Ask for hours of one's own choice, again and again; what was answered."""
    token = TOKEN.search((await client.get(FORM)).text)
    assert token
    answers = []
    for number in range(WISHES):
        first = chance.randrange(9, 20)
        typed = {
            "_csrf_token": token[1],
            "room": room,
            "day": str(day),
            "starts": f"{first}:00",
            "ends": f"{first}:{chance.choice(('30', '45'))}" if number % 2 else f"{first + 1}:00",
            "purpose": f"会議{chance.random()}",
        }
        answers.append((await client.post(FORM, data=typed)).status_code)
    return answers


async def overlaps(address: str, log: Path, fault: str) -> tuple[int, set[int]]:
    """How many uses begin before the one before them has ended, and which answers were given."""
    room = await house(address)
    fires = [Fire(address, log) for _ in range(2)]
    for fire in fires:
        fire.command[1:3] = ["-c", f"{fault}\n{CHANGED.format('pass')}"]
    with ExitStack() as stack:
        for fire in fires:
            stack.enter_context(fire)
        clients = [await signed_in(fires[each % 2].url) for each in range(PEOPLE)]
        answers = await asyncio.gather(
            *(wish(client, room, day_ahead(), random.Random(seed)) for seed, client in enumerate(clients))
        )
        for client in clients:
            await client.aclose()
    async with opened(address):
        found = await rows("SELECT held_from, held_until FROM booking ORDER BY held_from, held_until")
    crossed = sum(later["held_from"] < sooner["held_until"] for sooner, later in pairwise(found))
    return crossed, {status for each in answers for status in each}


async def test_two_servers_never_give_one_room_twice(address: str, tmp_path: Path) -> None:
    assert await overlaps(address, tmp_path / "log", SLOWLY) == (0, {303, 409})


async def test_without_the_guard_they_would(address: str, tmp_path: Path) -> None:
    """Negative control."""
    crossed, _ = await overlaps(address, tmp_path / "log", FAULTS[address.partition(":")[0]])
    assert crossed > 0
