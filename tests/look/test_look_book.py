"""Every part on a page, in real Chromium, under the product's policy: readable, reachable, calm on every screen."""

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.look.book import opened
from tests.look.samples import ERRORS, PAGES, drawn
from tests.rig.browser import width_of

pytestmark = pytest.mark.browser
EVERY_PAGE = (*PAGES, ERRORS[1])  # the refusals share one template
# In light the real pages are looked at (tests/journeys/test_every_page.py).
LOOKS = [(375, "dark"), (375, "more")]

TOO_SMALL = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .map(it => it.closest('label') || it)
  .filter(it => it.getClientRects().length && !it.closest('.wrong, .note, .skip, .month ul'))
  .filter(it => { const card = it.closest('.session') || it; const box = card.getBoundingClientRect();
                  return box.height < 43.5 || box.width < 43.5 })
  .map(it => it.outerHTML.slice(0, 120))"""


def findings(page: Page) -> list[tuple[str, str]]:
    """What axe finds: rule and place."""
    found: dict[str, Any] = Axe().run(page).response
    return [(rule["id"], node["html"]) for rule in found["violations"] for node in rule["nodes"]]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
@pytest.mark.parametrize("name", EVERY_PAGE)
def test_axe_finds_nothing(browser: Browser, name: str, width: int, scheme: str) -> None:
    with opened(browser, name, width, scheme) as page:
        assert findings(page) == []


def test_axe_would_find_grey_on_grey_and_a_field_without_a_label(browser: Browser) -> None:
    with opened(browser, "reserve", 375) as page:
        page.evaluate("document.querySelector('label[for=nickname]').remove()")
        page.evaluate("document.querySelector('h1').style.color = '#eee'")
        assert {rule for rule, _ in findings(page)} >= {"color-contrast", "label"}


@pytest.mark.parametrize("width", [320, 375, 1280])
@pytest.mark.parametrize("name", EVERY_PAGE)
def test_nothing_scrolls_sideways(browser: Browser, name: str, width: int) -> None:
    with opened(browser, name, width) as page:
        assert width_of(page) <= width


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_everything_to_touch_is_44_px_and_more(browser: Browser, name: str) -> None:
    with opened(browser, name, 375) as page:
        assert page.evaluate(TOO_SMALL) == []


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_the_policy_stops_nothing_and_nobody_else_is_asked(browser: Browser, name: str) -> None:
    with opened(browser, name, 375) as page:
        said: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("request", lambda request: asked.append(request.url))
        page.reload()
        assert said == []
        assert [url for url in asked if not url.startswith("http://look.test/")] == []


@pytest.mark.parametrize("name", (*PAGES, *ERRORS))
def test_pages_are_small_and_carry_no_inline_style_or_script(name: str) -> None:
    html = drawn(name)
    assert len(html.encode()) < 50_000
    assert re.findall(r"<style|style=|<script(?! src=)| on[a-z]+=|javascript:", html) == []


def test_the_way_out_replaces_the_page_in_the_history(browser: Browser) -> None:
    with opened(browser, "session", 375) as page:
        page.context.route("https://www.jma.go.jp/", lambda route: route.fulfill(body="weather"))
        page.goto("http://look.test/session#again")
        before = page.evaluate("history.length")
        page.click("[data-leave]")
        page.wait_for_url("https://www.jma.go.jp/")
        assert page.evaluate("history.length") == before


def test_the_secret_leaves_the_address_bar(browser: Browser) -> None:
    with opened(browser, "receipt", 375) as page:
        page.context.route(
            "http://look.test/r/secret",
            lambda route: route.fulfill(body=drawn("receipt"), content_type="text/html"),
        )
        page.goto("http://look.test/r/secret")
        page.wait_for_url("http://look.test/r")


def test_the_organisers_field_answers_while_typing(browser: Browser) -> None:
    with opened(browser, "organiser", 1280) as page:
        sent: list[str] = []
        page.on(
            "request",
            lambda request: sent.append(request.post_data or "") if request.method == "POST" else None,
        )
        page.context.route(
            "**/reading", lambda route: route.fulfill(body="<p>毎週月曜</p>", content_type="text/html")
        )
        page.fill("#words", "毎週月曜")
        page.wait_for_selector("#reading >> text=毎週月曜")
        assert len(sent) == 1
        assert "words=%E6%AF%8E%E9%80%B1%E6%9C%88%E6%9B%9C" in sent[0]
