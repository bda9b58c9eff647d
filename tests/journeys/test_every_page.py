"""Every page in real Chromium: readable by axe, narrow, small, quiet, and without a cookie where nobody signs in."""

from collections.abc import Iterator

import httpx
import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Page, Response

from app.asgi import create_app
from tests.journeys.pages import (
    API,
    FEEDS,
    GONE,
    PAGES,
    PERSONAL,
    PLAIN,
    PROGRAMS,
    PUBLIC,
    REFUSALS,
    STATIC,
    addresses,
    get_routes,
    who_opens,
)
from tests.journeys.town import Town
from tests.rig.browser import width_of
from tests.rig.client import settings_for
from tests.rig.server import Server

LARGEST = 50_000
NARROW, PHONE, DESK = 320, 375, 1280
READER = "reader"
AXE = """axe.run({resultTypes: ['violations']}).then(found => found.violations.flatMap(
  rule => rule.nodes.map(node => rule.id + ': ' + node.html.slice(0, 160))))"""
SENT = "document.querySelector('main form').submit()"


class Profiles:
    """Browser profiles, one for each who opens pages; the reader's never opens a form."""

    def __init__(self, browser: Browser, server: Server, town: Town) -> None:
        self.browser = browser
        self.server = server
        self.town = town
        self.opened: dict[str, BrowserContext] = {}

    def of(self, who: str) -> BrowserContext:
        """The profile of somebody, signed in if they are staff."""
        if who not in self.opened:
            context = self.browser.new_context(viewport={"width": PHONE, "height": 900}, locale="ja-JP")
            if who in self.town.tokens:
                self.town.sign_in(context, who, self.server.url)
            self.opened[who] = context
        return self.opened[who]

    def visit(self, who: str, address: str) -> "Visit":
        """An address of the town, its braces filled."""
        return Visit(self.of(who).new_page(), self.server.url, address.format(**self.town.named))


class Visit:
    """One page, and all it asked for and complained of."""

    def __init__(self, page: Page, url: str, path: str) -> None:
        self.page = page
        self.url = url
        self.asked: list[str] = []
        self.said: list[str] = []
        page.set_viewport_size({"width": PHONE, "height": 900})
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))
        answer = page.goto(url + path)
        assert answer is not None
        self.answer = answer

    def send(self) -> Response:
        """Send the page's first form as it came."""
        with self.page.expect_navigation() as way:
            self.page.evaluate(SENT)
        self.answer = way.value
        return self.answer

    def faults(self) -> dict[str, object]:
        """What is wrong with the page; empty for a good one. Closes it."""
        # Chromium itself notes the status of every refusal.
        said = [line for line in self.said if "the server responded with a status of" not in line]
        size = len(self.answer.body())
        found: dict[str, object] = {
            "axe": self.findings(),
            "elsewhere": [url for url in self.asked if not url.startswith(self.url + "/")],
            "console": said,
            "large": size if size >= LARGEST else None,
        }
        self.page.set_viewport_size({"width": NARROW, "height": 900})
        found["sideways"] = width_of(self.page) > NARROW
        self.page.close()
        return {name: fault for name, fault in found.items() if fault}

    def findings(self) -> list[str]:
        """What axe finds, on the phone and on the desk."""
        self.page.evaluate(AXE_SCRIPT)
        found: list[str] = self.page.evaluate(AXE)
        self.page.set_viewport_size({"width": DESK, "height": 900})
        return found + [f"{DESK} px: {each}" for each in self.page.evaluate(AXE)]


@pytest.fixture(scope="module")
def profiles(browser: Browser, served: Server, town: Town) -> Iterator[Profiles]:
    opened = Profiles(browser, served, town)
    yield opened
    for context in opened.opened.values():
        context.close()


def test_every_get_route_is_visited() -> None:
    app = create_app(settings_for("sqlite:///nowhere"))
    assert get_routes(app) - {STATIC} == {*PAGES, *PROGRAMS}


@pytest.mark.browser
@pytest.mark.parametrize(("route", "address"), addresses(PAGES))
def test_a_page_is_readable_narrow_small_and_quiet(profiles: Profiles, route: str, address: str) -> None:
    who = READER if route in PUBLIC else who_opens(route)
    visit = profiles.visit(who, address)
    assert (visit.answer.status, visit.faults()) == (410 if address in GONE else 200, {})
    assert who != READER or profiles.of(who).cookies() == []


@pytest.mark.browser
@pytest.mark.parametrize(("who", "address", "status"), REFUSALS)
def test_a_refusal_is_as_readable_as_the_page(
    profiles: Profiles, who: str, address: str, status: int
) -> None:
    visit = profiles.visit(who, address)
    if status == 422:
        visit.send()
    assert (visit.answer.status, visit.faults()) == (status, {})


@pytest.mark.browser
def test_the_faults_would_be_found(browser: Browser, served: Server) -> None:
    """Negative control: a field without a label, a wide line, a script in the page, too many bytes."""
    answer = httpx.get(f"{served.url}/about", trust_env=False)
    bad = "<input><script>1</script><pre>" + "あ" * 200 + "</pre><h1>"
    headers = {"content-security-policy": answer.headers["content-security-policy"]}
    body = answer.text.replace("<h1>", bad) + " " * LARGEST
    with browser.new_context() as context:
        context.route(
            "**/about", lambda route: route.fulfill(body=body, content_type="text/html", headers=headers)
        )
        found = Visit(context.new_page(), served.url, "/about").faults()
    assert set(found) >= {"axe", "console", "large", "sideways"}


@pytest.mark.browser
def test_asking_elsewhere_would_be_found(browser: Browser, served: Server) -> None:
    """Negative control: a page that lets itself load a font from elsewhere."""
    with browser.new_context() as context:
        context.route(
            "**/about",
            lambda route: route.fulfill(
                body='<img src="https://elsewhere.test/a.png">', content_type="text/html"
            ),
        )
        context.route("https://elsewhere.test/**", lambda route: route.abort())
        assert "elsewhere" in Visit(context.new_page(), served.url, "/about").faults()


def test_no_public_answer_sets_a_cookie(served: Server, town: Town) -> None:
    public = [address for _, address in addresses(PUBLIC | FEEDS | API | PLAIN)]
    with httpx.Client(base_url=served.url, trust_env=False) as client:
        setting = [
            address for address in public if "set-cookie" in client.get(address.format(**town.named)).headers
        ]
    assert setting == []


def test_what_belongs_to_one_person_is_never_kept(served: Server, town: Town) -> None:
    with httpx.Client(base_url=served.url, trust_env=False) as client:
        kept = {
            address: client.get(address.format(**town.named)).headers["cache-control"]
            for _, address in addresses(PERSONAL)
        }
    assert kept == dict.fromkeys(kept, "no-store")
