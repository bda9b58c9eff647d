"""A plain client over kept connections: it measures the server and not itself."""

import asyncio
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

from msgspec import Struct

from tests.bench.figures import Figure

CONNECTIONS = 16


class Ask(Struct, frozen=True):
    """One request as bytes."""

    raw: bytes


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


async def requests_a_second(name: str, base: str, asks: Iterator[Ask], expected: int) -> Figure:
    """How many requests a second are answered with the expected status. Raises RuntimeError for any other."""
    parts = urlsplit(base)
    host, port = str(parts.hostname), int(parts.port or 80)
    started = time.perf_counter()
    counts = await asyncio.gather(*(one_connection(host, port, asks, expected) for _ in range(CONNECTIONS)))
    return Figure(name, sum(counts) / (time.perf_counter() - started), "requests/s")


async def one_connection(host: str, port: int, asks: Iterator[Ask], expected: int) -> int:
    """Send requests over one connection until there are no more; how many were answered."""
    reader, writer = await asyncio.open_connection(host, port)
    done = 0
    for request in asks:
        writer.write(request.raw)
        status = await answer(reader)
        if status != expected:
            raise RuntimeError(f"answered {status}, expected {expected}")
        done += 1
    writer.close()
    return done


async def answer(reader: asyncio.StreamReader) -> int:
    """The status of the next answer, its body read and thrown away."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    status = int(head.split(" ", 2)[1])
    length = next(
        (
            int(line.split(":")[1])
            for line in head.split("\r\n")
            if line.lower().startswith("content-length:")
        ),
        0,
    )
    if length and status != 304:
        await reader.readexactly(length)
    return status
