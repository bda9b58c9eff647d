"""In a real browser: the field answers while it is typed in, and the dates are tapped with a thumb or by keyboard."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from app.actions.add_user import add_user
from app.storage.engine import opened
from tests.rig.browser import NoBrowser, chromium
from tests.rig.client import PASSWORD
from tests.rig.server import Server, serving
from tests.rig.town import add_organisation
from tests.web.organiser.desk import BASE, ORGANISER

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    try:
        with chromium() as found:
            yield found
    except NoBrowser as reason:
        pytest.skip(str(reason))


async def prepare(address: str) -> None:
    async with opened(address):
        await add_organisation("ward", name="なぎの会", phone="03-0000-1111")
        await add_user(ORGANISER, PASSWORD, "organiser", datetime.now(UTC), organisation="ward")


@pytest.fixture(scope="module")
def desk_server(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real server with one organisation. It stands before the browser does: no two loops in one thread."""
    folder = tmp_path_factory.mktemp("desk")
    file = folder / "desk.sqlite"
    file.write_bytes(sqlite_template.read_bytes())
    asyncio.run(prepare(f"sqlite:///{file}"))
    with serving(f"sqlite:///{file}", folder / "server.log") as server:
        yield server


@pytest.fixture
def page(desk_server: Server, browser: Browser) -> Iterator[Page]:
    """The form of a new series, on a telephone."""
    context = browser.new_context(viewport={"width": 375, "height": 800}, locale="ja-JP")
    page = context.new_page()
    page.goto(f"{desk_server.url}/staff/sign-in?next={BASE}/series/new")
    page.fill("#mail", ORGANISER)
    page.fill("#password", PASSWORD)
    page.click("main button[type=submit]")
    yield page
    context.close()


def cards(page: Page) -> list[str]:
    return page.locator("#reading .date > b").all_inner_texts()


def test_typing_shows_the_wording_and_the_next_dates(page: Page) -> None:
    page.locator("#words").press_sequentially("毎月第3金曜 13:30～15:30")
    expect(page.locator("#reading .wording")).to_have_text("毎月第3金曜 13:30～15:30")
    expect(page.locator("#reading-said")).to_have_text("毎月第3金曜 13:30～15:30")
    assert len(cards(page)) == 6 and all("（金）" in card for card in cards(page))
    assert "/series/new" in page.url


def test_what_was_typed_before_the_script_came_is_read_too(page: Page) -> None:
    page.wait_for_url("**/series/new")
    held: list[Route] = []
    page.route("**/js/reading.js*", lambda route: held.append(route))  # noqa: PLW0108 -- a built-in will not do
    page.goto(page.url, wait_until="commit")
    page.locator("#words").press_sequentially("毎月第3金曜")
    assert len(held) == 1
    held[0].continue_()
    expect(page.locator("#reading .wording")).to_have_text("毎月第3金曜")


def test_a_date_is_tapped_out_and_back_and_the_focus_stays_on_it(page: Page) -> None:
    page.fill("#words", "毎月第3金曜 13:30～15:30")
    first = page.locator("#reading .date").first
    first.get_by_text("はずす").focus()
    page.keyboard.press("Enter")
    expect(first).to_contain_text("この日は開きません")
    expect(first.get_by_text("もとにもどす")).to_be_focused()
    page.keyboard.press("Enter")
    expect(first.get_by_text("はずす")).to_be_focused()


def test_a_date_is_moved_and_one_added_and_all_of_it_is_kept(page: Page) -> None:
    page.fill("#title", "なぎカフェ")
    page.fill("#words", "毎月第3金曜 13:30～15:30")
    first = page.locator("#reading .date").first
    first.get_by_text("移す", exact=True).click()
    field = first.locator("input[type=date]")
    expect(field).to_be_focused()
    field.fill("2099-01-01")
    first.get_by_text("この日に移す").click()
    expect(first.locator(".wrong")).to_be_visible()
    field.fill(f"{datetime.now(UTC).year + 1}-01-15")
    first.get_by_text("この日に移す").click()
    expect(first).to_contain_text("1月15日")
    page.get_by_text("ほかの日も入れる").click()
    page.fill("#add_date", f"{datetime.now(UTC).year + 1}-01-20")
    page.get_by_text("＋日付", exact=True).click()
    expect(page.locator("#reading")).to_contain_text("手で入れた日")
    page.get_by_text("この内容でつくる").click()
    expect(page.locator("h1")).to_have_text("なぎカフェ")
    expect(page.locator(".dates")).to_contain_text("1月15日")
    expect(page.locator(".dates")).to_contain_text("1月20日")


def test_what_is_not_understood_asks_and_lets_one_go_on(page: Page) -> None:
    page.locator("#words").press_sequentially("隔週水曜")
    expect(page.locator("#anchor")).to_be_visible()
    page.fill("#words", "みんなの都合のよい日")
    expect(page.locator("#reading")).to_contain_text("このままでも進めます")


def test_what_is_not_asked_for_stays_away(page: Page) -> None:
    expect(page.locator("#online_note")).to_be_hidden()
    page.get_by_text("オンライン", exact=True).click()
    expect(page.locator("#online_note")).to_be_visible()


def test_a_likely_answer_is_one_tap_and_stands_in_the_words(page: Page) -> None:
    page.locator("#words").press_sequentially("第3または第4土曜 10時～")
    page.get_by_role("button", name="第4土曜").click()
    expect(page.locator("#words")).to_have_value("第4土曜 10時～")
    expect(page.locator("#reading .wording")).to_have_text("毎月第4土曜 10:00～")
    expect(page.locator("#reading .wording")).to_be_focused()


def test_two_weekdays_are_ticked_and_read(page: Page) -> None:
    page.locator("#words").press_sequentially("週2回 10時～")
    page.get_by_label("火曜").check()
    page.get_by_label("金曜").check()
    page.get_by_role("button", name="この曜日で読む").click()
    expect(page.locator("#words")).to_have_value("毎週火・金曜 10時～")
