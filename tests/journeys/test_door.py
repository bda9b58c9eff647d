"""The door in real Chromium: a phone on a weak line, two phones, a killed browser; the count is exact."""

import os
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import parse_qs, urlencode
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Route, ViewportSize, expect

from tests.journeys.town import Town, store_of
from tests.rig.browser import QUIET, program
from tests.rig.server import SECONDS_TO_START, Server

pytestmark = pytest.mark.browser
PHONE: ViewportSize = {"width": 375, "height": 812}
SOON = 10_000  # milliseconds; two seconds and less on a calm machine
SENT = "**/taps*"
KEPT = """() => new Promise((resolve) => {
  const opening = indexedDB.open("hidamari-door", 1);
  opening.onsuccess = () => {
    const reading = opening.result.transaction("taps").objectStore("taps").getAll();
    reading.onsuccess = () => { opening.result.close(); resolve(JSON.stringify(reading.result)); };
  };
})"""

LINE_BACK_WHILE_LOSING = """() => {
  const real = window.fetch;
  window.fetch = (address, options) => {
    if (options?.method !== "POST") return real(address, options);
    window.fetch = real;
    setTimeout(() => window.dispatchEvent(new Event("online")));
    return Promise.reject(new TypeError("no line"));
  };
}"""


class Phone:
    """A phone at the door, without a sign-in: it came by the link."""

    def __init__(self, context: BrowserContext, link: str) -> None:
        self.context = context
        self.link = link
        self.page = context.new_page()
        self.page.goto(link)

    def tap(self, label: str, times: int = 1) -> None:
        """Tap a button of the first counter."""
        for _ in range(times):
            self.page.locator("#door .count").first.get_by_role("button", name=label).click()

    def more(self, times: int = 1) -> None:
        """One more head, so many times."""
        self.tap("に1人", times)

    @property
    def present(self) -> Locator:
        """The largest number of the page."""
        return self.page.locator(".big")

    def unsent(self, number: int) -> None:
        """Wait until the page says how many taps wait in the phone."""
        if number:
            expect(self.page.locator("#unsent [data-number]")).to_have_text(str(number))
        else:
            expect(self.page.locator("#unsent")).to_be_hidden()

    def all_sent(self, present: int) -> None:
        """Wait until so many are there, and nothing waits: a tap just made may not be shown as waiting yet."""
        expect(self.present).to_have_text(str(present))
        self.unsent(0)

    def kept(self) -> str:
        """All that the phone keeps."""
        found: str = self.page.evaluate(KEPT)
        return found


class House:
    """The server, the session of the link, and what is counted there."""

    def __init__(self, server: Server, town: Town, browser: Browser) -> None:
        self.server = server
        self.browser = browser
        self.file = store_of(server)
        self.session = town.named["evening"].replace("-", "")
        self.link = f"{server.url}/staff/door/{town.named['door']}"

    def counted(self) -> tuple[int, int]:
        """Heads without a name that are there, and everybody who came."""
        with sqlite3.connect(self.file) as store:
            found = store.execute(
                "SELECT walked_in, arrived FROM pool WHERE seat = 'talk' AND replace(session_id, '-', '') = ?",
                [self.session],
            ).fetchone()
        return (found[0], found[1])

    @contextmanager
    def phone(self) -> Iterator[Phone]:
        """A phone of its own."""
        with self.browser.new_context(viewport=PHONE, locale="ja-JP") as context:
            yield Phone(context, self.link)


@pytest.fixture(scope="module")
def house(borrowed: Server, town: Town, browser: Browser) -> House:
    return House(borrowed, town, browser)


@pytest.fixture(autouse=True)
def empty(house: House) -> None:
    """Nobody has come yet."""
    with sqlite3.connect(house.file) as store:
        store.execute("PRAGMA busy_timeout = 5000")
        store.execute('UPDATE pool SET walked_in = 0, arrived = 0, above = 0, "left" = 0 WHERE waiting = 0')


def losing(answers: list[int]) -> Callable[[Route], None]:
    """Let every tap reach the server, and lose the answers of the first ones."""

    def handle(route: Route) -> None:
        # A browser that is killed meanwhile hears of nothing any more.
        with suppress(Error):
            reply = route.fetch()
            answers.append(reply.status)
            if len(answers) <= 3:
                route.abort()
            else:
                route.fulfill(response=reply)

    return handle


def test_taps_without_a_line_wait_in_the_phone_outlive_a_reload_and_count_once(house: House) -> None:
    with house.phone() as phone:
        phone.more()
        expect(phone.present).to_have_text("1")
        phone.context.set_offline(True)
        phone.more(3)
        phone.unsent(3)
        assert house.counted() == (1, 1)
        phone.context.route(SENT, lambda route: route.abort())
        phone.context.set_offline(False)
        phone.page.reload()
        phone.unsent(3)
        phone.context.unroute(SENT)
        phone.all_sent(4)
        assert (house.counted(), phone.kept()) == ((4, 4), "[]")


def test_news_of_the_line_in_the_middle_of_a_lost_tap_does_not_stop_the_sending(house: House) -> None:
    with house.phone() as phone:
        phone.page.evaluate(LINE_BACK_WHILE_LOSING)
        phone.more()
        phone.all_sent(1)
    assert house.counted() == (1, 1)


def test_lost_answers_are_asked_for_again_and_count_once(house: House) -> None:
    answers: list[int] = []
    with house.phone() as phone:
        phone.context.route(SENT, losing(answers))
        phone.more(3)
        phone.all_sent(3)
    assert (house.counted(), answers) == ((3, 3), [200] * 6)


def test_without_its_nonce_a_tap_would_count_again(house: House) -> None:
    """Negative control: every sending has a nonce of its own."""
    sent = 0

    def another(route: Route) -> None:
        nonlocal sent
        sent += 1
        words = {name: values[0] for name, values in parse_qs(route.request.post_data or "").items()}
        reply = route.fetch(post_data=urlencode(words | {"nonce": f"another nonce {uuid4()}"}))
        if sent == 1:
            route.abort()
        else:
            route.fulfill(response=reply)

    with house.phone() as phone:
        phone.context.route(SENT, another)
        phone.more()
        phone.all_sent(2)
    assert house.counted() == (2, 2)


def test_taps_are_sent_in_the_order_they_were_made(house: House) -> None:
    with house.phone() as phone:
        phone.context.set_offline(True)
        phone.tap("に3人")
        phone.more()
        phone.unsent(2)
        sent: list[str] = []
        phone.page.on(
            "request", lambda request: sent.append(request.post_data or "") if "taps" in request.url else None
        )
        phone.context.set_offline(False)
        phone.unsent(0)
    assert [parse_qs(each)["act"][0].rsplit(":", 1)[1] for each in sent] == ["3", "1"]


def test_two_phones_see_each_other_at_once_and_count_together(house: House) -> None:
    with house.phone() as one, house.phone() as other:
        one.more(2)
        expect(other.present).to_have_text("2", timeout=SOON)
        other.context.set_offline(True)
        other.more(2)
        one.more()
        other.unsent(2)
        other.context.set_offline(False)
        other.unsent(0)
        expect(one.present).to_have_text("5", timeout=SOON)
        expect(other.present).to_have_text("5", timeout=SOON)
    assert house.counted() == (5, 5)


def test_where_no_stream_comes_through_the_page_asks(house: House) -> None:
    with house.browser.new_context(viewport=PHONE) as context, house.phone() as other:
        context.add_init_script(
            "EventSource = class { constructor() { this.readyState = 2; } addEventListener() {} close() {} };"
        )
        deaf = Phone(context, house.link)
        other.more()
        expect(deaf.present).to_have_text("1", timeout=SOON)


def test_above_the_capacity_it_asks_once_and_a_nickname_does_not_stay_in_the_phone(house: House) -> None:
    with house.phone() as phone:
        phone.context.route(SENT, lambda route: route.abort())
        phone.page.get_by_label("呼ばれたい名前").fill("どんぐり")
        phone.page.get_by_label("席", exact=True).select_option(label="会場・リスナー席")
        phone.page.get_by_role("button", name="この名前で迎える").click()
        phone.unsent(1)
        assert "どんぐり" in phone.kept()
        phone.context.unroute(SENT)
        expect(phone.page.locator(".who")).to_contain_text("どんぐり")
        assert phone.kept() == "[]"
        listeners = phone.page.locator("#door .count").nth(1)
        listeners.get_by_role("button", name="に1人").click()
        expect(phone.page.locator("#over")).to_contain_text("定員を超えて迎えますか")
        phone.page.get_by_role("button", name="迎える", exact=True).click()
        expect(listeners).to_contain_text("定員より1人多い")
        expect(listeners).to_contain_text("定員を超えて迎えた方1")
        expect(phone.page.locator("#over")).to_be_hidden()


def test_signed_out_meanwhile_the_taps_are_kept_and_sent_after_the_next_sign_in(
    house: House, town: Town
) -> None:
    with house.browser.new_context(viewport=PHONE, locale="ja-JP") as context:
        town.sign_in(context, "own organiser", house.server.url)
        address = f"{house.server.url}/staff/sessions/{town.named['evening']}/attendance"
        phone = Phone(context, address)
        context.clear_cookies(name="staff")
        phone.more(2)
        expect(phone.page.locator("#unsent")).to_contain_text("ログインが切れました")
        phone.unsent(2)
        assert house.counted() == (0, 0)
        expect(phone.page.get_by_role("link", name="ログインして続ける")).to_be_visible()
        town.sign_in(context, "own organiser", house.server.url)
        phone.page.goto(address)
        phone.all_sent(2)


def test_a_killed_browser_loses_no_tap_and_counts_none_twice(house: House, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with profile_of(house, profile) as context:
        phone = Phone(context, house.link)
        context.route(SENT, losing([]))
        phone.more(3)
        # The first has reached the server, and its answer was lost.
        phone.unsent(3)
        wait_until(lambda: house.counted() == (1, 1))
        # Closing a browser that is just dying is an error: its end is awaited.
        with context.expect_event("close"):
            kill(profile)
    with profile_of(house, profile) as context:
        phone = Phone(context, house.link)
        phone.all_sent(3)
        assert phone.kept() == "[]"
    assert house.counted() == (3, 3)


def test_nothing_stays_in_a_borrowed_phone_once_the_day_of_the_link_is_over(house: House) -> None:
    with house.phone() as phone:
        phone.context.set_offline(True)
        phone.more(2)
        phone.unsent(2)
        phone.page.close()
        phone.context.set_offline(False)
        # Any page of ours, the day after.
        phone.context.clear_cookies()
        later = phone.context.new_page()
        later.clock.install(time=time.time() + 3 * 24 * 3600)
        later.goto(f"{house.server.url}/about")
        later.wait_for_function(
            "async () => (await indexedDB.databases()).every((each) => each.name !== 'hidamari-door')"
        )
        assert later.evaluate("localStorage.length") == 0
    assert house.counted() == (0, 0)


def test_leaving_a_borrowed_phone_warns_once_of_what_was_not_sent(house: House) -> None:
    with house.phone() as phone:
        phone.context.route(SENT, lambda route: route.abort())
        phone.more()
        phone.unsent(1)
        leave = phone.page.get_by_role("button", name="受付を終える")
        leave.click()
        told = phone.page.locator("#unsent")
        expect(told).to_contain_text("いま終えると、未送信は消えます")
        for _ in range(2):
            with phone.page.expect_event("requestfailed"):
                pass
        # It stays said while the phone goes on trying.
        assert "いま終えると、未送信は消えます" in told.inner_text()
        leave.click()
        phone.page.wait_for_url(f"{house.server.url}/")
        assert [each for each in phone.context.cookies() if each["name"] == "door"] == []


def test_the_link_leaves_the_address_bar_and_stands_in_no_line_of_the_log(house: House) -> None:
    with house.phone() as phone:
        assert "/staff/door/" not in phone.page.url
        phone.page.reload()
        expect(phone.present).to_be_visible()
    token = house.link.rsplit("/", 1)[1]
    log = house.server.log.read_text()
    assert ("GET /staff/door/{token} 200" in log, token in log) == (True, False)


def test_without_script_each_tap_is_a_form(house: House) -> None:
    with house.browser.new_context(java_script_enabled=False, viewport=PHONE) as context:
        phone = Phone(context, house.link)
        phone.more()
        phone.tap("に3人")
        expect(phone.present).to_have_text("4")
    assert house.counted() == (4, 4)


def test_an_open_stream_does_not_hold_up_the_stop_of_the_server(house: House, town: Town) -> None:
    """The last of the file: the server is asked to stop while a page listens."""
    headers = {"accept": "text/event-stream", "cookie": f"door={town.named['door']}"}
    address = f"{house.server.url}/staff/sessions/{town.named['evening']}/live"
    with httpx.stream("GET", address, headers=headers, timeout=10, trust_env=False) as stream:
        parts = stream.iter_text()
        assert next(parts).startswith("event: mark")
        started = time.monotonic()
        house.server.process.send_signal(signal.SIGTERM)
        assert list(parts) == []
    assert house.server.process.wait(SECONDS_TO_START) == 0
    assert time.monotonic() - started < 6


@contextmanager
def profile_of(house: House, folder: Path) -> Iterator[BrowserContext]:
    """A browser that keeps its profile, as a phone does."""
    context = house.browser.browser_type.launch_persistent_context(
        folder,
        executable_path=program(),
        args=QUIET,
        viewport=PHONE,
        locale="ja-JP",
    )
    try:
        yield context
    finally:
        context.close()


def kill(profile: Path) -> None:
    """Kill every process of a browser, and nobody else's."""
    for found in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if f"--user-data-dir={profile}" in found.read_text().split("\0"):
                os.kill(int(found.parent.name), signal.SIGKILL)
        except (OSError, ProcessLookupError):
            continue


def wait_until(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.05)
