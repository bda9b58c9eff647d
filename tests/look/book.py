"""Opens the look book in Chromium: the pages under the policy of the product, nothing from anywhere else."""

import mimetypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.look.samples import ERRORS, PAGES, ROOT, drawn
from tests.rig.browser import chromium

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HOST = "http://look.test"


def files(route: Route) -> None:
    """Files of static/ as they are, nothing else."""
    path = route.request.url.removeprefix(HOST)
    file = ROOT / path.lstrip("/")
    if not path.startswith("/static/") or not file.is_file():
        route.abort()
        return
    route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "text/plain")


def served(context: BrowserContext, path: str, html: str) -> None:
    """Let the context find this page at this path, under the policy of the product, and the static files beside it."""
    headers = {"content-security-policy": POLICY, "content-type": "text/html; charset=utf-8"}
    context.route("**/*", files)
    context.route(HOST + path, lambda route: route.fulfill(body=html, headers=headers))


@contextmanager
def opened(
    browser: Browser, name: str, width: int, scheme: str = "light", paper: bool = False
) -> Iterator[Page]:
    """One page of the look book. scheme: light, dark, more (contrast) or forced (colours)."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        locale="ja-JP",
        color_scheme="dark" if scheme == "dark" else "light",
        contrast="more" if scheme == "more" else "no-preference",
        forced_colors="active" if scheme == "forced" else "none",
    )
    served(context, f"/{name}", drawn(name))
    page = context.new_page()
    page.goto(f"{HOST}/{name}")
    if paper:
        page.emulate_media(media="print")
    yield page
    context.close()


def pictures(folder: Path) -> None:
    """A picture of every page: two widths, light and dark, contrast, forced colours, and paper as PDF."""
    folder.mkdir(parents=True, exist_ok=True)
    looks = [(375, "light"), (1280, "light"), (375, "dark"), (1280, "dark"), (375, "forced"), (375, "more")]
    with chromium() as browser:
        for name in (*PAGES, *ERRORS):
            for width, scheme in looks:
                with opened(browser, name, width, scheme) as page:
                    page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
            with opened(browser, name, 1000) as page:
                page.pdf(path=folder / f"{name}.pdf", prefer_css_page_size=True)


if __name__ == "__main__":
    pictures(Path(sys.argv[1]))
