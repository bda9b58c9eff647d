"""Plain Litestar: what answering as many bytes, or taking a POST, costs without us. Started by the bench as a server."""

import sys
from typing import Any

import uvicorn
from litestar import Litestar, Response, get, post

LARGEST = 5_000_000


@get("/bytes/{size:int}")
async def some_bytes(size: int) -> Response[bytes]:
    """As many bytes as asked for."""
    return Response(BODY[:size], media_type="text/html; charset=utf-8")


@post("/taken")
async def taken(data: dict[str, Any]) -> dict[str, Any]:
    """What was sent."""
    return data


BODY = b"x" * LARGEST

if __name__ == "__main__":
    app = Litestar([some_bytes, taken], openapi_config=None, logging_config=None)
    uvicorn.run(app, port=int(sys.argv[1]), log_level="error", access_log=False)
