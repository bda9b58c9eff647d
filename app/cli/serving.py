"""The server: uvicorn, with our own log and none of its own lines about requests."""

import logging
import signal
import sys
from typing import NoReturn

import click
import uvicorn
from litestar.types import ASGIApp

GRACE_SECONDS = 10
QUIET = ("uvicorn", "httpx", "piccolo")


def start_log() -> None:
    """Lines to stderr: what is served, how long it took, and where a fault lies; never who, what or which words."""
    logging.basicConfig(
        stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(name)s %(message)s", force=True
    )
    # What no line of ours names need not be looked up for each of them (Python's Logging HOWTO, Optimization).
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def options(host: str, port: int) -> dict[str, object]:
    """What every server of ours is started with."""
    return {
        "host": host,
        "port": port,
        "log_config": None,
        "access_log": False,
        "server_header": False,
        # X-Forwarded-For is read by app.web.limits, as far as the settings trust it.
        "proxy_headers": False,
        "timeout_graceful_shutdown": GRACE_SECONDS,
        "ws": "none",
    }


def serve_app(app: ASGIApp, host: str, port: int) -> None:
    """Serve in this process until a signal comes; requests under way are finished."""
    start_log()
    for wish_to_stop in (signal.SIGINT, signal.SIGTERM):
        # uvicorn stops gently first, and then hands the signal on.
        signal.signal(wish_to_stop, leave_quietly)
    server = uvicorn.Server(uvicorn.Config(app, **options(host, port)))  # type: ignore[arg-type]
    server.run()
    if not server.started:
        raise click.ClickException("開けませんでした。上の記録に理由があります。")


def leave_quietly(*_: object) -> NoReturn:
    """Being asked to stop is no failure."""
    sys.exit(0)
