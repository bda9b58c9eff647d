"""The whole job in real Chromium, with and without JavaScript: from the organiser's words to the one who moves up."""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import httpx
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Page, expect

from app.web.wording import day as day_words
from tests.journeys import hamlet
from tests.rig.client import PASSWORD
from tests.rig.server import Server, serving

MOST_FIELDS = 12
MOST_LOADS = 3


@pytest.fixture(scope="session")
def hamlet_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house with one group in it, before anybody begins."""
    file = tmp_path_factory.mktemp("hamlet") / "hamlet.sqlite"
    asyncio.run(hamlet.prepare(f"sqlite:///{file}"))
    return file


class Place:
    """A running server, its database file, and the browser people come with."""

    def __init__(self, browser: Browser, server: Server, file: Path, *, script: bool) -> None:
        self.browser = browser
        self.server = server
        self.file = file
        self.script = script

    @contextmanager
    def visitor(self, width: int = 375) -> Iterator[Page]:
        """Somebody with a browser of their own."""
        context: BrowserContext = self.browser.new_context(
            base_url=self.server.url,
            viewport={"width": width, "height": 900},
            locale="ja-JP",
            java_script_enabled=self.script,
        )
        yield context.new_page()
        context.close()


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def place(
    request: pytest.FixtureRequest, hamlet_file: Path, browser: Browser, tmp_path: Path
) -> Iterator[Place]:
    file = Path(shutil.copyfile(hamlet_file, tmp_path / "hamlet.sqlite"))
    with serving(f"sqlite:///{file}", tmp_path / "log") as server:
        yield Place(browser, server, file, script=request.param)


class Form:
    """Fills in a form and counts the fields."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.filled: list[str] = []

    def write(self, name: str, text: str) -> None:
        """One field with words in it."""
        self.page.locator(f"[name={name}]").fill(text)
        self.filled.append(name)

    def tick(self, name: str, *values: str) -> None:
        """One question with some of its answers."""
        for each in values:
            self.page.locator(f"[name={name}][value='{each}']").check()
        self.filled.append(name)

    def choose(self, name: str, label: str) -> None:
        """One answer of a list."""
        options = self.page.locator(f"[name={name}] option", has_text=label)
        self.page.locator(f"[name={name}]").select_option(value=options.first.get_attribute("value"))
        self.filled.append(name)


def sign_in(page: Page, mail: str) -> None:
    page.goto("/staff/sign-in")
    page.fill("[name=mail]", mail)
    page.fill("[name=password]", PASSWORD)
    page.click("main button")


def press(page: Page, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).click()


def type_the_series(page: Page, *, script: bool) -> list[str]:
    """The organiser's form from blank to sent; the fields that were filled in."""
    today = hamlet.local_today()
    page.get_by_role("link", name="なぎの会").click()
    page.get_by_role("link", name="新しい定例をつくる").click()
    form = Form(page)
    form.write("title", hamlet.TITLE)
    form.write("words", hamlet.WORDS)
    if not script:
        press(page, "日にちを見る")
    for day in hamlet.third_fridays(today, 3):
        expect(page.locator("#reading")).to_contain_text(day_words(day))
    page.get_by_text("ほかの日も入れる").click()
    form.write("add_date", hamlet.soon(today).isoformat())
    press(page, "＋日付")
    expect(page.locator("#reading")).to_contain_text("手で入れた日")
    form.tick("mode", "in_person", "online")
    form.choose("venue", "なぎの家")
    for pool, capacity in {
        "in_person_talk": "5",
        "in_person_listener": "1",
        "online_talk": "5",
        "online_listener": "1",
    }.items():
        form.write(f"pool_{pool}", capacity)
    form.write("online_note", hamlet.NOTE)
    form.tick("registration", "walk_in_or_reserve")
    press(page, "この内容でつくる")
    expect(page.locator("h1")).to_have_text(hamlet.TITLE)
    return form.filled


def publish(page: Page) -> str:
    """From the series to the month that is out; the address of the public page of the series."""
    public = page.get_by_role("link", name="公開ページを見る").get_attribute("href") or ""
    page.get_by_role("link", name="を公開する").click()
    page.get_by_role("button", name="を公開する").click()
    expect(page.locator("#said")).to_contain_text("第1版")
    return public


def dates_in_feed(url: str, slug: str) -> list[date]:
    answer = httpx.get(f"{url}/feeds/series/{slug}.ics", trust_env=False)
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    return sorted(event.decoded("DTSTART").date() for event in events)


def read_as_family(place: Place, public: str) -> None:
    """The dates of the words stand in the feed and on the page."""
    today = hamlet.local_today()
    expected = sorted([hamlet.soon(today), *hamlet.third_fridays(today, 6)])
    assert dates_in_feed(place.server.url, public.removeprefix("/series/"))[:7] == expected
    with place.visitor() as page:
        page.goto(public)
        expect(page.locator("main")).to_contain_text(day_words(expected[0]))
        expect(page.locator("main")).to_contain_text("偶数月")


def reserve(page: Page, nickname: str, place_value: str) -> tuple[list[str], int]:
    """From the front page to the receipt; the four words, and how many pages were loaded after the front page."""
    page.goto("/")
    loads: list[str] = []
    page.on("domcontentloaded", lambda loaded: loads.append(loaded.url))
    page.get_by_role("link", name=hamlet.TITLE).first.click()
    page.get_by_role("link", name="席をとる").click()
    page.locator(f"[name=place][value='{place_value}']").check()
    page.fill("[name=nickname]", nickname)
    press(page, "席をとる")
    page.wait_for_selector(".words li")
    return page.locator(".words li").all_inner_texts(), len(loads)


def stand_at_the_door(place: Place) -> None:
    """The facilitator sees who comes, in which seat and how; a tap on 来た, and one that takes it back."""
    with place.visitor() as page:
        sign_in(page, hamlet.FACILITATOR)
        page.get_by_role("link", name="担当の回").first.click()
        page.get_by_role("link", name=hamlet.TITLE).first.click()
        person = page.locator("li", has=page.get_by_role("link", name=hamlet.FIRST))
        expect(person).to_contain_text("リスナー席")
        expect(person).to_contain_text("オンライン")
        person.get_by_role("button", name="来た").click()
        expect(person.get_by_role("button", name="帰った")).to_be_visible()
        person.get_by_role("button", name="取り消す").click()
        expect(person.get_by_role("button", name="来た")).to_be_visible()
        expect(page.locator("main")).to_contain_text(hamlet.SECOND)


@pytest.mark.browser
def test_the_whole_job(place: Place) -> None:
    with place.visitor(1280) as page:
        sign_in(page, hamlet.ORGANISER)
        fields = type_the_series(page, script=place.script)
        public = publish(page)
    assert len(fields) <= MOST_FIELDS, fields
    read_as_family(place, public)
    hamlet.entrust(f"sqlite:///{place.file}", public.removeprefix("/series/"))

    with place.visitor() as first, place.visitor() as second:
        words, loads = reserve(first, hamlet.FIRST, hamlet.LISTENER)
        assert (len(words), loads <= MOST_LOADS) == (4, True)
        expect(first.locator("h1")).to_have_text("席をとりました")
        waiting_words, _ = reserve(second, hamlet.SECOND, f"{hamlet.LISTENER}:wait")
        expect(second.locator("h1")).to_have_text("順番を待っています")
        stand_at_the_door(place)
        press(first, "今回はやめておく")
        expect(first.locator("h1")).to_have_text("席をお返ししました")

    with place.visitor() as later:
        later.goto("/r")
        later.fill("[name=words]", hamlet.katakana(waiting_words))
        press(later, "ひらく")
        expect(later.locator("h1")).to_have_text("席をとりました")
        assert later.url == f"{place.server.url}/r"


def test_the_fingers_count_third_fridays() -> None:
    assert hamlet.third_fridays(date(2026, 11, 21), 3) == [
        date(2026, 12, 18),
        date(2027, 2, 19),
        date(2027, 4, 16),
    ]
    assert hamlet.soon(date(2026, 12, 16)) - date(2026, 12, 16) == timedelta(days=3)
