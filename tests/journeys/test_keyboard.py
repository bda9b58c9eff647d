"""The whole booking by keyboard alone, counted."""

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.town import Town
from tests.rig.server import Server

MOST_PRESSES = 25
NICKNAME = "kiri"
FOCUSED = "document.activeElement.matches({!r})"


class Keyboard:
    """Presses keys and counts them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.presses = 0

    def press(self, key: str) -> None:
        """One key."""
        self.page.keyboard.press(key)
        self.presses += 1

    def tab_to(self, selector: str) -> None:
        """Tab until something has the focus."""
        while not self.page.evaluate(FOCUSED.format(selector)):
            assert self.presses <= MOST_PRESSES, f"{selector} is too far"
            self.press("Tab")

    def type(self, text: str) -> None:
        """A word, letter by letter."""
        for letter in text:
            self.press(letter)


@pytest.mark.browser
def test_a_booking_takes_at_most_25_presses(browser: Browser, borrowed: Server, town: Town) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 900}, locale="ja-JP") as context:
        page = context.new_page()
        keyboard = Keyboard(page)
        page.goto(f"{borrowed.url}/sessions/{town.named['session']}")
        keyboard.tab_to("a[href$='/reserve']")
        with page.expect_navigation():
            keyboard.press("Enter")
        keyboard.tab_to("[name=place]")
        keyboard.press("Space")
        keyboard.tab_to("[name=nickname]")
        keyboard.type(NICKNAME)
        with page.expect_navigation():
            keyboard.press("Enter")
        page.wait_for_selector(".words li")
    assert keyboard.presses <= MOST_PRESSES
