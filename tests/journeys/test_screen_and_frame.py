"""What leaves the house, in Chromium: the screen in the hall with its network cut, the frame on a right and on a wrong
site, and a session's data for search engines under the rules that stop any script.
"""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from uuid import uuid4

import apsw
import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.journeys.town import Town, store_of
from tests.rig.server import Server

pytestmark = pytest.mark.browser
SCREENS: tuple[ViewportSize, ...] = (
    {"width": 1280, "height": 720},
    {"width": 1920, "height": 1080},
    {"width": 1080, "height": 1920},
)
SMALLEST_SHARE = 1 / 48
"""Of the shorter side of the screen: 15 pixels of 720, which at 1.2 m width are 14 mm, legible from three metres and more."""


def crowd(file: Path, town: Town) -> None:
    """Everything of the coming week is held in one house."""
    connection = apsw.Connection(str(file))
    connection.execute(
        "UPDATE session SET venue_id = (SELECT id FROM venue WHERE slug = ?) "
        "WHERE date BETWEEN ? AND date(?, '+7 days')",
        (town.named["venue"], town.named["today"], town.named["today"]),
    )
    connection.close()


def spread(file: Path, town: Town) -> None:
    """Something is held there once on each day of the week, and nothing else."""
    connection = apsw.Connection(str(file))
    connection.execute("UPDATE session SET venue_id = NULL")
    for number, (key,) in enumerate(connection.execute("SELECT id FROM session LIMIT 8").fetchall()):
        connection.execute(
            "UPDATE session SET state = 'published', venue_id = (SELECT id FROM venue WHERE slug = ?), "
            "date = date(?, ? || ' days') WHERE id = ?",
            (town.named["venue"], town.named["today"], number, key),
        )
    connection.execute("UPDATE version SET number = number + 1")
    connection.close()


@pytest.mark.parametrize("fill", [crowd, spread])
def test_a_full_screen_fits_without_scrolling_and_is_large(
    browser: Browser, borrowed: Server, town: Town, fill: Callable[[Path, Town], None]
) -> None:
    fill(store_of(borrowed), town)
    time.sleep(1)  # what another process changed is known within a second
    for size in SCREENS:
        with browser.new_context(viewport=size) as context:
            page = context.new_page()
            page.goto(f"{borrowed.url}/signage/venues/{town.named['venue']}")
            page.wait_for_selector("#updated:not([hidden])")
            assert page.locator(".week .more").is_visible()
            assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
            for part in ("main", ".today", ".week"):
                assert page.evaluate(
                    f"(each => each.scrollHeight <= each.clientHeight + 1)(document.querySelector('{part}'))"
                )
            smallest = page.evaluate(
                "Math.min(...[...document.querySelectorAll('h1, h2, p, dt, dd')]"
                ".map(each => parseFloat(getComputedStyle(each).fontSize)))"
            )
            assert smallest >= min(size["width"], size["height"]) * SMALLEST_SHARE
            assert page.evaluate("document.getAnimations().length") == 0
            assert context.cookies() == []


@pytest.fixture
def screen(browser: Browser, borrowed: Server, town: Town) -> Iterator[Page]:
    """The screen in the hall, with a clock that the test moves."""
    with browser.new_context(viewport=SCREENS[0]) as context:
        page = context.new_page()
        page.clock.install()
        page.goto(f"{borrowed.url}/signage/venues/{town.named['venue']}")
        page.wait_for_selector("#updated:not([hidden])")
        yield page


def test_the_screen_keeps_its_picture_when_the_network_is_cut(screen: Page) -> None:
    picture, updated = screen.inner_text("main"), screen.inner_text("#updated")
    assert updated.startswith("最終更新 ")
    screen.context.set_offline(True)
    screen.clock.run_for(61_000)
    screen.wait_for_selector(".is-cut")
    assert screen.inner_text("main") == picture
    assert screen.inner_text("#updated").startswith("つながりません。この時刻の予定です ")
    screen.clock.fast_forward(26 * 3600 * 1000)
    screen.wait_for_selector(".is-old")
    assert not screen.is_visible(".near")
    screen.context.set_offline(False)
    screen.clock.run_for(61_000)
    screen.wait_for_selector("body:not(.is-cut)")
    assert screen.inner_text("#updated").startswith("最終更新 ")


def test_the_screen_takes_up_what_changed_without_a_new_page(screen: Page) -> None:
    screen.evaluate("document.querySelector('main h2').textContent = '古い絵'; window.same = true")
    screen.clock.run_for(61_000)
    expect(screen.locator("main")).not_to_contain_text("古い絵")
    assert screen.evaluate("window.same")


def test_the_screen_asks_anew_without_javascript(browser: Browser, served: Server, town: Town) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{served.url}/signage/venues/{town.named['venue']}")
        assert page.locator("meta[http-equiv=refresh]").get_attribute("content") == "300"
        assert page.inner_text(".today h2").startswith("今日")


@contextmanager
def site(frame: str) -> Iterator[str]:
    """A site of somebody else with the frame on it; its origin."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = f"<!doctype html><title>市</title><h1>市のページ</h1>{frame}".encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing is said."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def allow(file: Path, slug: str, origin: str) -> None:
    """Name a site as the desk would; the desk takes https alone, which a test has not."""
    connection = apsw.Connection(str(file))
    [(organisation,)] = connection.execute("SELECT id FROM organisation WHERE slug = ?", (slug,))
    connection.execute("INSERT INTO embed_place VALUES (?, ?, ?)", (str(uuid4()), organisation, origin))
    connection.close()


def shown_in(page: Page, origin: str) -> str:
    """What stands in the frame of a site; empty where the browser refused it."""
    page.goto(origin)
    page.wait_for_timeout(500)
    frame = page.frames[1]
    return frame.inner_text("body") if frame.url.startswith("http") else ""


def test_a_named_site_shows_the_frame_and_another_is_refused(
    browser: Browser, borrowed: Server, town: Town
) -> None:
    slug = town.named["slug"]
    snippet = (
        f'<iframe src="{borrowed.url}/embed/organisations/{slug}" title="予定" width="100%" height="640"'
        ' sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>'
    )
    with site(snippet) as named, site(snippet) as other, browser.new_context() as context:
        allow(store_of(borrowed), slug, named)
        page = context.new_page()
        assert "これからの予定" in shown_in(page, named)
        assert "これからの予定" not in shown_in(page, other)
        shown_in(page, named)
        with context.expect_page() as opened:
            page.frames[1].locator("a").first.click()
        opened.value.wait_for_load_state()
        assert opened.value.url.startswith(borrowed.url)
        assert context.cookies() == []
    front = snippet.replace(f"/embed/organisations/{slug}", "/")
    with site(front) as named, browser.new_context() as context:
        assert shown_in(context.new_page(), named) == ""


INLINE = "document.head.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = true'}))"


def test_data_for_search_engines_breaks_no_rule(browser: Browser, served: Server, town: Town) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        address = f"{served.url}/sessions/{town.named['session']}"
        page.goto(address)
        event = json.loads(page.text_content("script[type='application/ld+json']") or "")
        assert (event["@context"], event["@type"], event["url"]) == ("https://schema.org", "Event", address)
        assert said == []
        # As a script it would be stopped, and that would be said: so silence means that nothing was.
        page.evaluate(INLINE)
        page.wait_for_timeout(100)
        assert page.evaluate("window.ran") is None
        assert "Content Security Policy" in said[0]
