"""On a telephone: a helper is let in by a link, signs in with a second step, and is signed out the moment it ends."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect
from pyotp import TOTP

from tests.journeys.town import Town, store_of
from tests.rig.browser import width_of
from tests.rig.clock import machine_now
from tests.rig.server import Server

pytestmark = pytest.mark.browser
MAIL, PASSWORD = "engawa@journeys.example", "engawa to mikan to neko"
PEOPLE = "/staff/organisations/mihon-npo/people"


class House:
    """A server, and telephones that open it."""

    def __init__(self, browser: Browser, server: Server, town: Town) -> None:
        self.browser, self.server, self.town = browser, server, town

    @contextmanager
    def phone(self, who: str = "") -> Iterator[Page]:
        """A telephone of somebody's own, signed in where they have an account."""
        context = self.browser.new_context(viewport={"width": 375, "height": 740}, locale="ja-JP")
        if who:
            self.town.sign_in(context, who, self.server.url)
        yield context.new_page()
        context.close()

    def open(self, page: Page, path: str) -> int:
        """Open a page that fits the telephone; its status."""
        answer = page.goto(path if path.startswith("http") else self.server.url + path)
        assert width_of(page) <= 375
        return answer.status if answer else 0

    def path(self, page: Page) -> str:
        return page.url.removeprefix(self.server.url)

    def told(self) -> str:
        """Everything in the log of acts, as it lies in the database."""
        with closing(sqlite3.connect(store_of(self.server))) as store:
            return str(store.execute("SELECT * FROM act").fetchall())


@pytest.fixture
def house(browser: Browser, borrowed: Server, town: Town) -> House:
    return House(browser, borrowed, town)


def code(key: str, later: int = 0) -> str:
    """What the telephone's app shows in so many seconds."""
    return TOTP(key.replace(" ", "")).at(machine_now() + timedelta(seconds=later))


def invite(house: House, organiser: Page) -> str:
    """The organiser makes a link for a facilitator; its address."""
    house.open(organiser, PEOPLE)
    series = organiser.locator(".for-facilitator")
    expect(series).to_be_hidden()
    organiser.get_by_label("進行役").check()
    expect(series).to_be_visible()
    series.locator(f"[value='{house.town.named['series_id']}']").check()
    organiser.get_by_role("button", name="リンクをつくる").click()
    return organiser.locator("#staff-link").inner_text()


def join(house: House, helper: Page, url: str) -> None:
    """The helper opens the link, has a weak password refused kindly, and is in."""
    house.open(helper, url)
    assert house.path(helper) == "/staff/join"
    assert url.rsplit("/", 1)[1] not in helper.content()
    for password in ("password123", PASSWORD):
        helper.fill("#mail", MAIL)
        helper.fill("#password", password)
        helper.get_by_role("button", name="はじめる").click()
        if password != PASSWORD:
            expect(helper.locator("#password-error")).to_contain_text("よく使われる言葉")
            assert helper.input_value("#mail") == MAIL
    expect(helper.get_by_role("status")).to_contain_text("ようこそ")


def begin_second_step(house: House, helper: Page) -> tuple[str, list[str]]:
    """The helper switches the second step on; the key and the spare codes."""
    house.open(helper, "/staff/account/second-step")
    key = helper.locator("#key").inner_text()
    helper.fill("#code", code(key))
    helper.fill("#password", PASSWORD)
    helper.get_by_role("button", name="使いはじめる").click()
    expect(helper.locator(".spares li")).to_have_count(10)
    return key, helper.locator(".spares li").all_inner_texts()


def sign_in(house: House, helper: Page, second: str) -> None:
    """Password first, then a code."""
    house.open(helper, "/staff/sign-in?next=/staff/account")
    helper.fill("#mail", MAIL)
    helper.fill("#password", PASSWORD)
    helper.get_by_role("button", name="ログインする").click()
    helper.fill("#code", second)
    helper.get_by_role("button", name="ログインする").click()


def end(house: House, organiser: Page) -> None:
    """The organiser ends it, after a tick."""
    house.open(organiser, PEOPLE)
    organiser.get_by_role("link", name=MAIL).click()
    organiser.get_by_role("button", name="終える").click()
    expect(organiser.locator(".wrong")).to_contain_text("しるし")
    organiser.get_by_label("終えてよい").check()
    organiser.get_by_role("button", name="終える").click()
    expect(organiser.get_by_role("status")).to_contain_text("担当を終えました")


def test_a_helper_comes_in_signs_in_with_a_second_step_and_is_signed_out_at_the_end(house: House) -> None:
    with house.phone("own organiser") as organiser, house.phone() as helper, house.phone() as tablet:
        url = invite(house, organiser)
        join(house, helper, url)
        assert house.open(helper, f"/staff/sessions/{house.town.named['session']}/attendance") == 200
        assert house.open(tablet, url) == 410
        key, spares = begin_second_step(house, helper)
        sign_in(house, tablet, code(key, later=30))
        expect(tablet.get_by_role("heading", name="アカウント")).to_be_visible()
        helper.context.clear_cookies()
        sign_in(house, helper, spares[0])
        expect(helper.get_by_role("heading", name="アカウント")).to_be_visible()
        end(house, organiser)
        for page in (helper, tablet):
            house.open(page, "/staff")
            assert house.path(page).startswith("/staff/sign-in")
        house.open(organiser, "/staff/organisations/mihon-npo/acts")
        assert f"{MAIL} が、進行役として加わりました" in organiser.inner_text("main")
    told = house.told()
    assert "person_joined" in told
    assert [each for each in (url.rsplit("/", 1)[1], PASSWORD, *spares, key) if each in told] == []


def test_without_script_everything_works_as_well(house: House) -> None:
    context = house.browser.new_context(viewport={"width": 375, "height": 740}, java_script_enabled=False)
    house.town.sign_in(context, "own organiser", house.server.url)
    page = context.new_page()
    page.goto(house.server.url + PEOPLE)
    page.locator("details summary").click()
    assert page.get_by_role("link", name="アカウント").is_visible()
    page.get_by_label("見るだけ").check()
    page.get_by_role("button", name="リンクをつくる").click()
    url = page.locator("#staff-link").inner_text()
    context.clear_cookies()
    page.goto(url)
    page.fill("#mail", "miru@journeys.example")
    page.fill("#password", PASSWORD)
    page.get_by_role("button", name="はじめる").click()
    assert page.get_by_text("見られる団体").is_visible()
    context.close()
