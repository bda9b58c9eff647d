"""People who reserve, change and leave over real HTTP, and remember every request and every answer."""

import asyncio
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from msgspec import Struct

from app.storage.engine import opened
from app.storage.pools import pools_of
from app.storage.reservations import people_of
from tests.fire.asking import Answer, Line, Lost
from tests.fire.history import LOST, Act, Found, Kind
from tests.fire.serving import Fire, Place
from tests.rig.databases import faults

Key = tuple[str, str]
# So many sessions are asked for at the same time: few, so that people meet.
AT_ONCE = 5
STATUSES = {204: "done", 410: "ended", 503: "overloaded"}
ACTS: tuple[Kind, ...] = ("reserve", "switch", "give_up", "look")
OFTEN = (50, 20, 15, 15)


class Wish(Struct, frozen=True):
    """What is asked for with one Idempotency-Key: sent again word for word where no answer came."""

    place: int
    name: str
    key: str
    pool: Key
    wait: bool


class Mine(Struct, frozen=True):
    """A reservation and its token."""

    place: int
    name: str
    token: str


class Town:
    """Sessions to be reserved on a server that may be gone for a while, and what has happened to each."""

    def __init__(
        self, fire: Fire, places: Sequence[Place], operations: int, others: Sequence[Fire] = ()
    ) -> None:
        """`others` serve the same store; people are spread over all."""
        self.fire = fire
        self.ports = [each.port for each in (fire, *others)]
        self.places = places
        self.operations = operations
        self.done = 0
        self.acts: dict[int, list[Act]] = defaultdict(list)
        self.kills: frozenset[int] = frozenset()
        self.due: asyncio.Queue[int] = asyncio.Queue()
        self.up = asyncio.Event()
        self.up.set()

    def somewhere(self, chance: random.Random) -> int:
        """One of the few sessions that people ask for just now."""
        first = (len(self.places) - AT_ONCE) * self.done // self.operations
        return first + chance.randrange(AT_ONCE)

    def count(self) -> None:
        """One more act; at some numbers a kill is due."""
        self.done += 1
        if self.done in self.kills:
            self.due.put_nowait(self.done)

    async def kill(self) -> float:
        """kill -9, and start it again; the seconds until it serves."""
        self.up.clear()
        await asyncio.to_thread(self.fire.kill)
        seconds = await asyncio.to_thread(self.fire.start)
        self.up.set()
        return seconds

    async def killed(self, times: int) -> list[float]:
        """Kill it whenever one is due; how long it was gone each time."""
        gone = []
        for _ in range(times):
            await self.due.get()
            gone.append(await self.kill())
        return gone


class Guest:
    """One who does one thing after another, for many nicknames."""

    def __init__(self, town: Town, number: int, seed: int) -> None:
        self.town = town
        self.chance = random.Random(seed * 1000 + number)
        self.line = Line(town.ports[number % len(town.ports)])
        self.names = (f"{number}の{each}" for each in range(1_000_000))
        self.mine: list[Mine] = []
        self.unanswered: list[Wish] = []
        self.granted: list[Wish] = []

    async def live(self) -> None:
        """Act until enough was done in the town."""
        while self.town.done < self.town.operations:
            self.town.count()
            await self.act()
        self.line.hang_up()

    async def act(self) -> None:
        """One request."""
        [kind] = self.chance.choices(ACTS, OFTEN)
        if kind == "reserve" or not self.mine:
            await self.reserve(self.wish())
            return
        mine = self.chance.choice(self.mine)
        path = f"/api/reservations/{mine.token}"
        if kind == "switch":
            await self.switch(mine, path)
        elif kind == "give_up":
            await self.ask(mine.place, "DELETE", path, kind=kind, name=mine.name)
        else:
            await self.ask(mine.place, "GET", path, kind=kind, name=mine.name)

    def wish(self) -> Wish:
        """What was not answered, now and then what was answered long ago, else something new."""
        if self.unanswered:
            return self.unanswered.pop()
        if self.granted and self.chance.random() < 0.1:
            return self.chance.choice(self.granted)
        place = self.town.somewhere(self.chance)
        pool = self.chance.choice(list(self.town.places[place].pools))
        return Wish(place, next(self.names), str(uuid4()), pool, self.chance.random() < 0.5)

    async def reserve(self, wish: Wish) -> None:
        """Send a wish, and keep the token or the wish."""
        mode, seat = wish.pool
        body = {"nickname": wish.name, "mode": mode, "seat": seat, "wait": wish.wait}
        path = f"/api/sessions/{self.town.places[wish.place].id}/reservations"
        told: dict[str, Any] = {"kind": "reserve", "name": wish.name, "pool": wish.pool, "wait": wish.wait}
        answer = await self.ask(wish.place, "POST", path, body, wish.key, **told)
        if answer is None:
            self.unanswered.append(wish)
        elif answer.status == 201 and wish not in self.granted:
            self.granted.append(wish)
            self.mine.append(Mine(wish.place, wish.name, answer.json["url"].rsplit("/", 1)[1]))

    async def switch(self, mine: Mine, path: str) -> None:
        """Ask for another place of the same session."""
        pool, wait = self.chance.choice(list(self.town.places[mine.place].pools)), self.chance.random() < 0.7
        body = {"mode": pool[0], "seat": pool[1], "wait": wait}
        await self.ask(mine.place, "PATCH", path, body, kind="switch", name=mine.name, pool=pool, wait=wait)

    async def ask(
        self, place: int, method: str, path: str, body: Any = None, key: str = "", **told: Any
    ) -> Answer | None:
        """Send one request and note it down with its answer; None where the answer was lost."""
        await self.town.up.wait()
        headers = {"Idempotency_Key": key} if key else {}
        began = time.monotonic()
        try:
            answer = await self.line.ask(method, path, body, **headers)
        except Lost:
            self.note(place, Act(began=began, ended=LOST, **told))
            return None
        self.note(place, Act(began=began, ended=time.monotonic(), answer=said(answer, told["kind"]), **told))
        return answer

    def note(self, place: int, act: Act) -> None:
        """Remember it."""
        self.town.acts[place].append(act)


def said(answer: Answer, kind: Kind) -> Any:
    """An answer in the words of the checker."""
    if answer.status in STATUSES:
        return STATUSES[answer.status]
    found = answer.json
    if answer.status == 409:
        return found["error"]
    if kind == "reserve":
        return found.get("status", answer.status)
    waited = found.get("waiting_for")
    waits = (waited["mode"], waited["seat"]) if waited else None
    return (None if found["status"] == "waiting" else (found["mode"], found["seat"]), waits)


async def live_through(
    town: Town, guests: int, kills: Sequence[int] = (), seed: int = 20261115
) -> list[float]:
    """So many guests act at once, and the server is killed after so many acts; the seconds it was gone each time."""
    town.kills = frozenset(kills)
    everybody = [Guest(town, number, seed).live() for number in range(guests)]
    killer = asyncio.create_task(town.killed(len(kills)))
    await asyncio.gather(*everybody)
    return await killer


async def stored(address: str, places: Sequence[Place]) -> tuple[list[Found], tuple[str, ...]]:
    """What the store holds for each session, and what `hidamari check` says of it."""
    async with opened(address):
        return [await found_in(place) for place in places], await faults()


async def found_in(place: Place) -> Found:
    """One session in the words of the checker."""
    people = await people_of(place.id)
    queues: dict[Any, list[str]] = {key: [] for key in place.pools}
    for person in sorted(people, key=lambda person: person.order or 0):
        if person.waiting_for:
            queues[person.waiting_for].append(person.nickname)
    return Found(
        people={
            each.nickname: ((each.mode, each.seat) if each.mode else None, each.waiting_for)
            for each in people
        },
        queues=queues,
        counts={(pool.mode, pool.seat): (pool.reserved, pool.waiting) for pool in await pools_of(place.id)},
    )
