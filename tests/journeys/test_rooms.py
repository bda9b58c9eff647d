"""Rooms, hand-over and several hosts in real Chromium, on a phone 375 px wide: three people of three houses."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.journeys.town import OURS, THEIRS, VENUE, Town
from tests.rig.browser import width_of
from tests.rig.server import Server

pytestmark = pytest.mark.browser
PHONE: ViewportSize = {"width": 375, "height": 812}
HOUSE = f"/staff/venues/{VENUE}"
DESK = f"/staff/organisations/{OURS}"
Somebody = Callable[[str], Page]


@pytest.fixture
def phone_of(borrowed: Server, town: Town, browser: Browser) -> Iterator[Somebody]:
    """Each person's own phone, signed in. At the end nothing has scrolled sideways."""
    pages: list[Page] = []

    def opened(who: str) -> Page:
        context = browser.new_context(viewport=PHONE, locale="ja-JP", base_url=borrowed.url)
        town.sign_in(context, who, borrowed.url)
        pages.append(context.new_page())
        return pages[-1]

    yield opened
    assert [page.url for page in pages if width_of(page) > PHONE["width"]] == []
    for page in pages:
        page.context.close()


@contextmanager
def fits(page: Page) -> Iterator[None]:
    """What is seen inside fits the width of the phone."""
    yield
    assert width_of(page) <= PHONE["width"], page.url


def test_a_house_types_its_closing_days_and_is_asked_what_is_open(phone_of: Somebody) -> None:
    page = phone_of("own manager")
    page.goto(f"{HOUSE}/closing")
    page.get_by_label("いつ お休みですか").press_sequentially("月曜")
    expect(page.locator(".wording")).to_have_text("月曜は休館")
    with fits(page):
        page.get_by_role("button", name="翌平日に休館").click()
    expect(page.locator(".wording")).to_have_text("月曜（祝日の場合は翌平日）は休館")
    expect(page.get_by_label("いつ お休みですか")).to_have_value("月曜休館（祝日の場合は翌平日）")
    page.get_by_role("button", name="この日を休館日にする").click()
    expect(page.get_by_role("status").first).to_contain_text("休館日を決めました。")
    page.get_by_role("button", name="このきまりをやめる").click()
    expect(page.get_by_role("status").first).to_contain_text("このきまりをやめました。")


def test_many_wishes_are_granted_in_one_act_and_the_week_fits_a_phone(phone_of: Somebody, town: Town) -> None:
    page = phone_of("own manager")
    page.goto(f"{HOUSE}/requests")
    form = page.locator("form.box").first
    ticked = form.get_by_role("checkbox").count()
    form.get_by_role("button", name="えらんだ日を決定にする").click()
    expect(page.get_by_role("status")).to_contain_text(f"{ticked}件を決定にしました。")
    page.goto(f"{HOUSE}/rooms?week={town.named['today']}")
    with fits(page):
        expect(page.locator("table.marks")).to_be_visible()
    expect(page.locator("table.rooms")).to_be_hidden()
    page.locator("table.marks a").first.click()
    expect(page.get_by_role("heading", level=2).first).to_be_visible()


def days_ahead(town: Town, days: int) -> date:
    """So many days after the day of the town."""
    return date.fromisoformat(town.named["today"]) + timedelta(days=days)


def test_a_use_of_the_house_is_only_said_to_be_there(phone_of: Somebody, town: Town) -> None:
    page, day = phone_of("own manager"), days_ahead(town, 4)
    page.goto(f"{HOUSE}/uses/new?day={day}")
    page.locator("[name=room]").first.check()
    page.get_by_label("はじまり").fill("09:00")
    page.get_by_label("おわり").fill("10:00")
    page.get_by_label("何に使いますか").fill("職員の研修")
    page.get_by_role("button", name="部屋をおさえる").click()
    expect(page.get_by_role("link", name="職員の研修")).to_be_visible()
    page.get_by_role("link", name="部屋の入口に貼る紙").click()
    expect(page.locator(".roomsheet").first).to_contain_text("使用中")
    other = phone_of("own organiser")
    other.goto(f"{DESK}/rooms/{VENUE}?week={day}")
    expect(other.get_by_text("使用中").first).to_be_visible()
    assert ["職員の研修" in each.content() for each in (page, other)] == [False, False]


def test_a_series_is_handed_over_from_one_phone_to_the_other(phone_of: Somebody, town: Town) -> None:
    giver, taker = phone_of("own organiser"), phone_of("other organiser")
    april = days_ahead(town, 150)
    giver.goto(f"{DESK}/series/{town.named['series_id']}/hand-over")
    giver.get_by_label("引き継ぐ先").select_option(label=name_of(taker))
    giver.get_by_label("いつから").fill(str(april))
    giver.get_by_role("button", name="引き継ぎを申し出る").click()
    expect(giver.get_by_role("heading", name="返事を待っています")).to_be_visible()
    taker.goto(f"/staff/organisations/{THEIRS}")
    taker.locator("h2:has-text('引き継ぎの申し出') + ul a").click()
    with fits(taker):
        taker.get_by_role("button", name=re.compile("から引き受ける")).click()
    expect(taker.get_by_role("status")).to_contain_text("引き受けました。")
    giver.goto(f"{DESK}/series/{town.named['series_id']}")
    expect(giver.locator(".note").first).to_contain_text("が受けもちます。")
    giver.goto(DESK)
    task = giver.locator("li", has_text="から引き継がれます")
    task.get_by_role("button", name="済んだ").click()
    expect(task).to_have_count(0)


def name_of(taker: Page) -> str:
    """What the organisation is called that takes the series on."""
    taker.goto(f"/staff/organisations/{THEIRS}")
    return taker.get_by_role("heading", level=1).inner_text().split("\n")[0]


def test_who_opens_it_together_is_printed_on_the_page(phone_of: Somebody, town: Town) -> None:
    page = phone_of("own organiser")
    page.goto(f"{DESK}/series/{town.named['series_id']}/hosts")
    page.get_by_label("役割").select_option("後援")
    page.get_by_label("団体の名前").fill("みほん市教育委員会")
    page.get_by_role("button", name="この団体を載せる").click()
    expect(page.get_by_role("status")).to_contain_text("載せました。")
    page.goto(f"/series/{town.named['series']}")
    expect(page.locator("dl.facts").first).to_contain_text("後援：みほん市教育委員会")
