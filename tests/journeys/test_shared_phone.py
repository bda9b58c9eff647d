"""A phone that others use too: nothing of a reservation stays in the address bar, the title, the history or the forms."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.town import Town
from tests.rig.server import Server

pytestmark = pytest.mark.browser
NICKNAME = "かなりあ七三一"
NEUTRAL = "https://www.jma.go.jp/"
EVERYTHING = (
    "document.title + document.body.innerText + [...document.querySelectorAll('input')].map(it => it.value)"
)
SENT_BEFORE = """() => { const form = document.querySelector('main form');
  return fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))}).then(() => 0) }"""


class Phone:
    """One browser on the server, with somebody's reservation in it."""

    def __init__(self, page: Page, server: Server, session: str) -> None:
        self.page = page
        self.url = server.url
        self.session = session
        self.words: list[str] = []

    def reserve(self) -> None:
        """Take a place; the receipt is open afterwards."""
        self.page.goto(f"{self.url}/sessions/{self.session}/reserve")
        self.page.locator("[name=place][value='in_person:talk']").check()
        self.page.fill("[name=nickname]", NICKNAME)
        self.page.click("main form button[type=submit]")
        self.page.wait_for_url(f"{self.url}/r")
        self.words = self.page.locator(".words li").all_inner_texts()

    def open_by_words(self) -> dict[str, str]:
        """Enter the words; the headers of the answer."""
        self.page.goto(f"{self.url}/r")
        self.page.fill("[name=words]", " ".join(self.words))
        with self.page.expect_response(lambda answer: answer.request.method == "POST") as sent:
            self.page.click("main form button[type=submit]")
        self.page.wait_for_selector(".words")
        return sent.value.headers

    def back(self) -> None:
        """The browser's Back. A page that had to be sent again would fail here, as it could be shown again."""
        self.page.go_back()

    def shows(self) -> list[str]:
        """What of the reservation stands on the screen or in a field. One of the words alone may be anybody's."""
        text = str(self.page.evaluate(EVERYTHING))
        words = [each for each in self.words if each in text]
        return [NICKNAME] * (NICKNAME in text) + words * (len(words) > 1)


@pytest.fixture
def phone(browser: Browser, borrowed: Server, town: Town) -> Iterator[Phone]:
    context = browser.new_context(viewport={"width": 375, "height": 800}, locale="ja-JP")
    context.route(
        f"{NEUTRAL}**", lambda route: route.fulfill(body="<title>weather</title>", content_type="text/html")
    )
    yield Phone(context.new_page(), borrowed, town.named["session"])
    context.close()


def test_the_address_and_the_title_say_nothing_after_reserving(phone: Phone) -> None:
    phone.reserve()
    assert (phone.page.url, phone.page.title(), len(phone.words)) == (f"{phone.url}/r", "予定", 4)
    assert NICKNAME in phone.shows()


def test_the_address_and_the_title_say_nothing_after_the_words(phone: Phone) -> None:
    phone.reserve()
    headers = phone.open_by_words()
    assert (phone.page.url, phone.page.title(), headers["cache-control"]) == (
        f"{phone.url}/r",
        "予定",
        "no-store",
    )
    assert NICKNAME in phone.shows()


def test_back_shows_nothing_after_the_words(phone: Phone) -> None:
    phone.reserve()
    phone.open_by_words()
    phone.page.goto(f"{phone.url}/")
    for _ in range(6):
        phone.back()
        assert phone.shows() == []


def test_a_form_sent_twice_shows_the_receipt_at_the_same_address(phone: Phone) -> None:
    phone.page.goto(f"{phone.url}/sessions/{phone.session}/reserve")
    phone.page.locator("[name=place][value='in_person:talk']").check()
    phone.page.fill("[name=nickname]", NICKNAME)
    phone.page.evaluate(SENT_BEFORE)
    phone.page.fill("[name=nickname]", "べつの名前")
    phone.page.click("main form button[type=submit]")
    phone.page.wait_for_selector("text=すでに席をとっています")
    phone.page.wait_for_url(f"{phone.url}/r")
    phone.page.goto(f"{phone.url}/")
    phone.back()
    assert phone.shows() == []


def test_the_way_out_is_one_tap_and_back_shows_nothing(phone: Phone) -> None:
    phone.reserve()
    phone.page.click("[data-leave]")
    phone.page.wait_for_url(NEUTRAL)
    for _ in range(3):
        phone.back()
        assert phone.shows() == []


def test_a_form_that_is_opened_again_is_empty(phone: Phone) -> None:
    phone.reserve()
    phone.page.goto(f"{phone.url}/sessions/{phone.session}/reserve")
    assert phone.shows() == []
    assert phone.page.locator("main form").get_attribute("autocomplete") == "off"


def test_leaving_a_place_leaves_nothing(phone: Phone) -> None:
    phone.reserve()
    phone.page.get_by_role("button", name="今回はやめておく").click()
    phone.page.wait_for_selector("text=席をお返ししました")
    for _ in range(4):
        assert phone.shows() == []
        phone.back()
