"""The screen of a venue and the frame of an organisation, as bytes and headers."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

import pytest

from tests.rig import town
from tests.rig.client import Client, staff_member
from tests.rig.clock import Clock

SCREEN = "/signage/venues/house"
FRAME = "/embed/organisations/npo"
DESK = "/staff/organisations/npo/embedding"
TODAY = date(2026, 11, 15)
NOBODY = "frame-ancestors 'none'"


class Place(NamedTuple):
    owner: UUID
    venue: UUID
    series: UUID


@pytest.fixture
async def place(client: Client) -> Place:
    """A house with a gathering today, one tomorrow that is off, and one beyond the week."""
    owner = await town.add_organisation("npo", name="まちの会")
    venue = await town.add_venue("house", name="みんなの家", address="狛江市1-2-3")
    series = await town.add_series(owner, title="ひきこもり茶話会", discreet_title="集まり")
    await town.add_session(series, TODAY, venue_id=venue, theme="近況を話す")
    await town.add_session(
        series, date(2026, 11, 16), venue_id=venue, state="cancelled", cancel_reason="休館日"
    )
    await town.add_session(series, date(2026, 11, 29), "09:00", venue_id=venue)
    return Place(owner, venue, series)


async def test_the_screen_shows_today_and_the_week_and_no_more(client: Client, place: Place) -> None:
    answer = await client.get(SCREEN)
    page = answer.text
    assert answer.status_code == 200
    assert "11月15日（日）" in page
    assert "近況を話す" in page
    assert "【中止】" in page
    assert "11月29日" not in page
    assert "set-cookie" not in answer.headers
    assert NOBODY in answer.headers["content-security-policy"]
    again = await client.get(SCREEN, headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


async def test_a_discreet_screen_says_what_and_why_to_nobody(client: Client, place: Place) -> None:
    page = (await client.get(f"{SCREEN}?titles=discreet")).text
    assert page.count("集まり") == 2
    assert "ひきこもり" not in page
    assert "近況" not in page


async def test_a_full_day_says_how_many_more_there_are(client: Client, place: Place) -> None:
    for hour in range(16, 20):
        await town.add_session(place.series, TODAY, f"{hour}:00", f"{hour}:50", venue_id=place.venue)
    page = (await client.get(SCREEN)).text
    assert page.count('<p class="hours">') == 3
    assert "ほか2回" in page


async def test_only_a_venue_with_a_page_has_a_screen(client: Client, place: Place) -> None:
    await town.add_venue("secret", listed=False)
    assert (await client.get("/signage/venues/secret")).status_code == 404
    assert (await client.get("/signage/venues/none")).status_code == 404


async def test_the_frame_is_for_the_named_sites_and_no_other_page_is(
    client: Client, place: Place, clock: Clock
) -> None:
    assert NOBODY in (await client.get(FRAME)).headers["content-security-policy"]
    await client.sign_in(await staff_member("shusai@example.org", "organiser", clock, organisation="npo"))
    clock.move(minutes=1)
    typed = {"places": "https://www.city.example.jp/kurashi/index.html\nhttps://shakyo.example"}
    assert (await client.submit(DESK, typed)).status_code == 303
    answer = await client.get(FRAME)
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors https://shakyo.example https://www.city.example.jp;" in policy
    assert "default-src 'none'" in policy
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "set-cookie" not in answer.headers
    kept = await client.get(FRAME, headers={"If-None-Match": answer.headers["etag"]})
    assert (kept.status_code, kept.headers["content-security-policy"]) == (304, policy)
    for other in ("/", "/organisations/npo", SCREEN, DESK, "/embed/organisations/none"):
        assert NOBODY in (await client.get(other)).headers["content-security-policy"], other
    clock.move(minutes=1)
    assert (await client.submit(DESK, {"places": ""})).status_code == 303
    assert NOBODY in (await client.get(FRAME)).headers["content-security-policy"]


async def test_the_desk_keeps_what_was_typed_and_says_what_to_write(
    client: Client, place: Place, clock: Clock
) -> None:
    await client.sign_in(await staff_member("shusai@example.org", "organiser", clock, organisation="npo"))
    answer = await client.submit(DESK, {"places": "https://good.example\nwww.city.example.jp"})
    assert answer.status_code == 422
    assert "https://good.example\nwww.city.example.jp</textarea>" in answer.text
    assert "「www.city.example.jp」は使えません。" in answer.text
    assert NOBODY in (await client.get(FRAME)).headers["content-security-policy"]
    assert "&lt;iframe src=&#34;http://127.0.0.1:8000/embed/organisations/npo&#34;" in answer.text


async def test_links_of_the_frame_open_elsewhere(client: Client, place: Place) -> None:
    page = (await client.get(FRAME)).text
    assert '<base target="_blank">' in page
    assert "<script" not in page
    assert 'href="/sessions/' in page
