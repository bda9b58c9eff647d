"""Feed and venue page over HTTP, against a plain Litestar handler that answers as many bytes."""

import httpx

from tests.bench.figures import tell
from tests.bench.load import get, requests_a_second

REQUESTS = 3000


async def run(base: str, plain: str, venue: str) -> None:
    """Print requests a second for whole answers and for 304."""
    for name, path in (
        ("feed of a venue", f"/feeds/venues/{venue}.ics"),
        ("page of a venue", f"/venues/{venue}"),
    ):
        async with httpx.AsyncClient(trust_env=False) as client:
            found = await client.get(base + path)
        size = len(found.content)
        whole = await requests_a_second(
            f"{name}, {size:,} bytes", base, iter([get(base + path)] * REQUESTS), 200
        )
        unchanged = get(base + path, If_None_Match=found.headers["etag"])
        again = await requests_a_second(f"{name}, 304", base, iter([unchanged] * REQUESTS), 304)
        same = await requests_a_second(
            "a plain handler with as many bytes", plain, iter([get(f"{plain}/bytes/{size}")] * REQUESTS), 200
        )
        tell(whole, same)
        tell(again, same)
