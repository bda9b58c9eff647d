"""A person at a line: one kept connection to the API, thin enough that the server is what is measured."""

import asyncio
from typing import Any

import msgspec
from msgspec import Struct

Headers = dict[str, str]


class Lost(Exception):
    """The line broke before an answer came: nobody knows whether the act was done."""


class Answer(Struct, frozen=True):
    """What the server said."""

    status: int
    headers: Headers
    body: bytes

    @property
    def json(self) -> Any:
        """The body as JSON; None where there is none."""
        return msgspec.json.decode(self.body) if self.body else None


class Line:
    """One connection, opened by the first request and again after it broke."""

    def __init__(self, port: int, host: str = "127.0.0.1") -> None:
        self.place = (host, port)
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        """One request; underscores in header names stand for hyphens. Raises Lost."""
        sent = b"" if body is None else msgspec.json.encode(body)
        lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(sent)}"]
        lines += ["Content-Type: application/json"] if sent else []
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        try:
            return await self._exchange("\r\n".join([*lines, "", ""]).encode() + sent)
        except (OSError, EOFError) as fault:
            self.hang_up()
            raise Lost from fault

    def hang_up(self) -> None:
        """Close the connection."""
        if self._streams:
            self._streams[1].close()
            self._streams = None

    async def _exchange(self, request: bytes) -> Answer:
        if self._streams is None:
            self._streams = await asyncio.open_connection(*self.place)
        reader, writer = self._streams
        writer.write(request)
        return await read_answer(reader)


async def read_answer(reader: asyncio.StreamReader) -> Answer:
    """The next answer on a connection. Raises EOFError (IncompleteReadError) where it ends before."""
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").strip().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    status = int(first.split(" ", 2)[1])
    length = int(headers.get("content-length", 0))
    return Answer(status, headers, await reader.readexactly(length) if length and status != 304 else b"")
