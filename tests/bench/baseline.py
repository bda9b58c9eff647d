"""Plain Litestar: what answering as many bytes, or taking a POST, costs without us. Started by the bench as a server."""

import sys
from functools import cache
from typing import Any

import uvicorn
from litestar import Litestar, Response, get, post

LARGEST = 5_000_000


@get("/bytes/{size:int}")
async def some_bytes(size: int) -> Response[bytes]:
    """As many bytes as asked for."""
    return Response(body_of(size), media_type="text/html; charset=utf-8")


@cache
def body_of(size: int) -> bytes:
    """The same bytes each time: nothing is copied."""
    return b"x" * min(size, LARGEST)


@post("/taken")
async def taken(data: dict[str, Any]) -> dict[str, Any]:
    """What was sent."""
    return data


if __name__ == "__main__":
    app = Litestar([some_bytes, taken], openapi_config=None, logging_config=None)
    uvicorn.run(app, port=int(sys.argv[1]), log_level="error", access_log=False)
