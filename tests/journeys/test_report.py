"""An organiser reports numbers from a telephone without scripts: one press, heads put right, a table, and a sheet of paper."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from app.domain.head_report import fiscal_span
from tests.journeys.town import OURS, Town
from tests.rig.server import Server

pytestmark = pytest.mark.browser
PHONE = 375
DESK = f"/staff/organisations/{OURS}"
CONTROLS = (".staffnav", "form", ".btn", ".chips")


@pytest.fixture
def phone(browser: Browser, borrowed: Server, town: Town) -> Iterator[Page]:
    """The organiser's telephone, without scripts."""
    context = browser.new_context(
        viewport={"width": PHONE, "height": 800},
        java_script_enabled=False,
        locale="ja-JP",
        base_url=borrowed.url,
    )
    town.sign_in(context, "own organiser", borrowed.url)
    yield context.new_page()
    context.close()


def beginning(town: Town) -> date:
    """The first day of the fiscal year before this one."""
    this = fiscal_span(date.fromisoformat(town.named["today"]))[0]
    return fiscal_span(this - timedelta(days=1))[0]


def total_of(page: Page) -> int:
    """延べ of the whole report."""
    return int(page.locator(".sums li", has_text="延べ").locator("b").inner_text())


def test_a_year_is_reported_from_a_telephone_without_scripts(phone: Page, town: Town, tmp_path: Path) -> None:
    phone.goto(DESK)
    phone.get_by_role("link", name="報告（回数と延べ）").click()
    assert phone.get_by_role("heading", level=1).inner_text().startswith("報告 令和")
    # In the first days of April nothing of the new year is over yet.
    two_years = f"{DESK}/report?from={beginning(town)}&to={town.named['today']}"
    phone.goto(two_years)
    assert phone.get_by_role("img", name="月ごと").is_visible()
    assert phone.get_by_role("table").count() == 7
    widths = [box["width"] for each in phone.locator("svg, table").all() if (box := each.bounding_box())]
    assert max(widths) <= PHONE
    before = total_of(phone)
    put_right(phone, town)
    phone.goto(two_years)
    assert total_of(phone) == before + 40
    with phone.expect_download() as download:
        phone.get_by_role("link", name="表を書き出す（CSV）").click()
    download.value.save_as(tmp_path / "report.csv")
    assert f",{before + 40}\r\n" in (tmp_path / "report.csv").read_bytes().decode("utf-8-sig")


def put_right(phone: Page, town: Town) -> None:
    """Forty more came to the last session than were counted at the door."""
    phone.goto(f"{DESK}/report/{town.named['past_month']}")
    phone.locator(f"#s{town.named['past']} a").click()
    field = phone.get_by_label("当日参加").first
    field.fill(str(int(field.input_value()) + 40))
    phone.get_by_role("button", name="この人数にする").click()
    assert phone.get_by_role("status").inner_text() == "人数を直しました。"


def test_the_year_that_is_passed_on_fits_on_paper_without_its_controls(phone: Page) -> None:
    phone.goto(f"{DESK}/report")
    phone.get_by_role("link", name="外に渡す").click()
    phone.get_by_role("link", name="年度").nth(1).click()
    phone.emulate_media(media="print")
    assert [name for name in CONTROLS if any(each.is_visible() for each in phone.locator(name).all())] == []
    assert phone.get_by_role("img", name="月ごと").is_visible()
    assert phone.get_by_text("実人数がないわけ").is_visible()
