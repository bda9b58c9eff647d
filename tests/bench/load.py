"""A plain client over kept connections: it measures the server and not itself."""

import asyncio
import time
from collections.abc import Collection, Iterator
from urllib.parse import urlsplit

from msgspec import Struct

from tests.bench.figures import Figure

CONNECTIONS = 16


class Ask(Struct, frozen=True):
    """One request as bytes."""

    raw: bytes


class Load(Struct, frozen=True):
    """How many requests a second were answered, how long each took (milliseconds, shortest first), and how."""

    name: str
    rate: float
    spans: list[float]
    statuses: dict[int, int]

    @property
    def figure(self) -> Figure:
        """The rate alone."""
        return Figure(self.name, self.rate, "requests/s")

    def quantile(self, part: float) -> float:
        """The time within which a part of the requests (0.99, say) was answered, in milliseconds."""
        return self.spans[min(len(self.spans) - 1, int(part * len(self.spans)))]


def get(url: str, **headers: str) -> Ask:
    """A GET."""
    return ask("GET", url, b"", headers)


def post(url: str, body: bytes, **headers: str) -> Ask:
    """A POST of JSON."""
    return ask("POST", url, body, {"Content-Type": "application/json", **headers})


def ask(method: str, url: str, body: bytes, headers: dict[str, str]) -> Ask:
    """A request; underscores in header names stand for hyphens."""
    parts = urlsplit(url)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    lines = [f"{method} {target} HTTP/1.1", f"Host: {parts.netloc}", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return Ask("\r\n".join([*lines, "", ""]).encode() + body)


async def requests_a_second(
    name: str, base: str, asks: Iterator[Ask], expected: int, connections: int = CONNECTIONS
) -> Figure:
    """How many requests a second are answered with the expected status. Raises RuntimeError for any other."""
    return (await load(name, base, asks, {expected}, connections)).figure


async def load(
    name: str, base: str, asks: Iterator[Ask], expected: Collection[int], connections: int
) -> Load:
    """Send all requests over so many connections. Raises RuntimeError for a status that is not expected."""
    parts = urlsplit(base)
    host, port = str(parts.hostname), int(parts.port or 80)
    # Made before the clock runs: it is the server that is measured.
    waiting = iter(list(asks))
    started = time.perf_counter()
    done = await asyncio.gather(*(one_connection(host, port, waiting, expected) for _ in range(connections)))
    spent = time.perf_counter() - started
    answers = [each for part in done for each in part]
    statuses = [status for status, _ in answers]
    return Load(
        name=name,
        rate=len(answers) / spent,
        spans=sorted(span for _, span in answers),
        statuses={status: statuses.count(status) for status in sorted(set(statuses))},
    )


async def one_connection(
    host: str, port: int, asks: Iterator[Ask], expected: Collection[int]
) -> list[tuple[int, float]]:
    """Send requests over one connection until there are no more; the status and milliseconds of each."""
    reader, writer = await asyncio.open_connection(host, port)
    done = []
    for request in asks:
        started = time.perf_counter()
        writer.write(request.raw)
        status = await answer(reader)
        if status not in expected:
            raise RuntimeError(f"answered {status}, expected {expected}")
        done.append((status, (time.perf_counter() - started) * 1000))
    writer.close()
    return done


async def answer(reader: asyncio.StreamReader) -> int:
    """The status of the next answer, its body read and thrown away."""
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head[9:12])
    length = content_length(head)
    if length and status != 304:
        await reader.readexactly(length)
    return status


def content_length(head: bytes) -> int:
    """How many bytes follow the head of an answer."""
    _, found, rest = head.lower().partition(b"\r\ncontent-length:")
    return int(rest.partition(b"\r\n")[0]) if found else 0
