"""The system's Chromium, quiet and without a window: the build that has none first, since it opens a page in half the time."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, expect, sync_playwright

PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 30_000  # milliseconds: tests share a machine
expect.set_options(timeout=PATIENCE)


class NoBrowser(Exception):
    """No Chromium here; the message says so in one line."""


def program() -> str:
    """Where Chromium lies. Raises NoBrowser."""
    for name in PROGRAMS:
        if found := shutil.which(name):
            return found
    raise NoBrowser("the browser is not tested: no Chromium was found")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser. No other loop can run in this thread while it is open. Raises NoBrowser."""
    path = program()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


def width_of(page: Page) -> int:
    """How wide what is on a page is; a page that is on its way is waited for."""
    page.wait_for_load_state()
    width: int = page.locator("html").evaluate("whole => whole.scrollWidth")
    return width
