"""Feed and venue page over HTTP, against a plain Litestar handler that answers the same bytes."""

import asyncio
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

import httpx

from tests.bench.figures import Figure, tell
from tests.bench.load import Ask, get, requests_a_second

REQUESTS = 600
ROUNDS = 7
CHANGES = 5
COLD = 24
TOUCH = "UPDATE version SET number = number + 1"


async def run(base: str, plain: str, venue: str) -> None:
    """Print requests a second for whole answers and for 304, each round beside one of the plain handler."""
    for name, path in (
        ("feed of a venue", f"/feeds/venues/{venue}.ics"),
        ("page of a venue", f"/venues/{venue}"),
    ):
        found = await first_answer(base + path)
        size = len(found.content)
        whole = get(base + path)
        unchanged = get(base + path, If_None_Match=found.headers["etag"])
        same = get(f"{plain}/bytes/{size}")
        await beside(f"{name}, {size:,} bytes", base, whole, 200, plain, same)
        await beside(f"{name}, 304", base, unchanged, 304, plain, same)


async def first_answer(url: str) -> httpx.Response:
    """An answer, so that the next one is kept."""
    async with httpx.AsyncClient(trust_env=False, timeout=60) as client:
        return await client.get(url)


async def beside(name: str, base: str, ours: Ask, status: int, plain: str, theirs: Ask) -> None:
    """Rounds of ours and of theirs by turns, so that whatever else the machine does meets both; the median of each."""
    rates = [
        (
            (await requests_a_second(name, base, repeat(ours), status)).rate,
            (await requests_a_second("plain", plain, repeat(theirs), 200)).rate,
        )
        for _ in range(ROUNDS)
    ]
    # The first round only warms up.
    ratio = median(one / other for one, other in rates[1:])
    handler = Figure(
        "a plain handler with the same bytes", median(other for _, other in rates[1:]), "requests/s"
    )
    tell(Figure(name, ratio * handler.rate, handler.unit), handler)


def repeat(request: Ask) -> Iterator[Ask]:
    """The same request many times."""
    return iter([request] * REQUESTS)


async def run_changes(base: str, file: Path, venue: str) -> None:
    """Print how long a changed session takes to be in the feed, and how long the first answer after it takes."""
    url, seen, made = f"{base}/feeds/venues/{venue}.ics", [], []
    async with httpx.AsyncClient(trust_env=False) as client:
        for _ in range(CHANGES):
            etag = (await client.get(url)).headers["etag"]
            change_one(file)
            started = time.perf_counter()
            while True:
                asked = time.perf_counter()
                if (await client.get(url)).headers["etag"] != etag:
                    break
                await asyncio.sleep(0.005)
            seen.append(time.perf_counter() - started)
            made.append(time.perf_counter() - asked)
    print(f"a change by another process is in the feed after {max(seen) * 1000:,.0f} ms at most (goal 1,000)")
    print(f"the first answer after it takes {median(made) * 1000:,.1f} ms (goal 10 for making the feed anew)")


def change_one(file: Path) -> None:
    """Cancel one session, or hold it after all, as another process would."""
    with closing(sqlite3.connect(file, isolation_level=None, timeout=10)) as store:
        store.execute("BEGIN IMMEDIATE")
        store.execute(
            "UPDATE session SET sequence = sequence + 1, state = CASE state WHEN 'cancelled' THEN 'published'"
            " ELSE 'cancelled' END WHERE id = (SELECT MIN(session.id) FROM session JOIN venue"
            " ON venue.id = session.venue_id WHERE venue.slug = 'house')"
        )
        store.execute(TOUCH)
        store.execute("COMMIT")


async def cold_milliseconds(base: str, paths: list[str]) -> list[float]:
    """How long pages take that nobody has asked for before, in milliseconds, shortest first."""
    spans = []
    async with httpx.AsyncClient(trust_env=False) as client:
        await client.get(f"{base}/healthz")
        for path in paths:
            started = time.perf_counter()
            (await client.get(base + path)).raise_for_status()
            spans.append((time.perf_counter() - started) * 1000)
    return sorted(spans)


async def run_large(small: str, large: str) -> None:
    """Print the page of the same venue in a small and in a large store, and cold pages of the large one."""
    for base in (small, large):
        await first_answer(f"{base}/venues/house")
    pairs = [
        [
            (await requests_a_second("page", base, repeat(get(f"{base}/venues/house")), 200)).rate
            for base in (small, large)
        ]
        for _ in range(ROUNDS)
    ]
    ratio = median(one / other for one, other in pairs[1:])
    print(
        f"page of a venue: {ratio:.2f} x the time with 10,000 venues and 1,000,000 sessions (goal 1.2 at most)"
    )
    cold = await cold_milliseconds(large, [f"/venues/venue-{401 * number}" for number in range(1, COLD)])
    print(f"  cold there: {median(cold):.1f} ms, {cold[-1]:.1f} ms at most of {len(cold)} (goal 30)")
