"""What every bench over HTTP needs: the date, and to know that a server answers."""

import time
from datetime import UTC, date, datetime

import httpx

STARTING_SECONDS = 20


def today() -> date:
    """The date; the bench runs against the clock of the server."""
    return datetime.now(UTC).date()


def wait_for(url: str) -> None:
    """Return once an address answers. Raises RuntimeError if it does not."""
    until = time.monotonic() + STARTING_SECONDS
    while time.monotonic() < until:
        try:
            httpx.get(url, trust_env=False)
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"nothing answers at {url}")
