"""A series at the desk: what it shows, its fields changed, one more line, another venue; and who may do so."""

from uuid import UUID

import pytest

from app.domain.planning import LinePool, Place
from app.storage.lines import lines_of_series
from app.storage.series import series_by_id, series_by_slug
from app.storage.series_rows import series_row
from app.storage.venues import venue_by_id
from tests.actions.programme import EVEN_FRIDAYS, TODAY, sessions_of
from tests.rig.client import staff_member
from tests.rig.clock import Clock
from tests.rig.town import add_host, add_organisation, add_series, add_venue
from tests.web.organiser.desk import BASE, Desk, signed_in
from tests.web.organiser.form import form_of

WEB = {
    "fee": "無料",
    "flow": "お茶",
    "online_note": "カメラはいりません。",
    "join_link": "https://meet.example.org/x",
}


def page_of(series: UUID, part: str = "") -> str:
    return f"{BASE}/series/{series}{part}"


async def test_the_page_shows_words_dates_and_the_month_to_publish(desk: Desk) -> None:
    series = await desk.house.series("毎月第3金曜 13:30～15:30")
    page = (await desk.client.get(page_of(series))).text
    assert "毎月第3金曜 13:30～15:30" in page and "11月20日（金）" in page and "なぎの家" in page
    assert f'href="{BASE}/months/2026-11">2026年11月を公開する' in page
    [line] = await lines_of_series(series, TODAY)
    for part in ("/dates", "/edit", "/lines/new", f"/lines/{line.id}", f"/lines/{line.id}/place"):
        assert f'href="{page_of(series, part)}' in page, part


async def test_what_nobody_has_said_is_shown_as_unsaid(desk: Desk) -> None:
    page = (await desk.client.get(page_of(await desk.house.series()))).text
    assert "主催者にお尋ねください" in page


async def test_saving_without_a_change_changes_nothing(desk: Desk) -> None:
    series = await desk.house.series(EVEN_FRIDAYS)
    before = await series_row(series)
    form = await (await form_of(desk, page_of(series, "/edit"))).send()
    assert "変えました" in await form.follow()
    after = await series_row(series)
    assert {**after, "changed_at": None} == {**before, "changed_at": None}


async def test_fields_are_changed_and_what_is_not_on_the_form_stays(desk: Desk) -> None:
    series = await desk.house.series(EVEN_FRIDAYS)
    form = await (await form_of(desk, page_of(series, "/edit"))).send(
        title="なぎサロン",
        audience=["family", "participant"],
        listed=[],
        anonymous="yes",
        closes_days="1",
        **WEB,
    )
    await form.follow()
    row = await series_row(series)
    assert {
        name: row[name] for name in ("title", "audience", "listed", "anonymous", "closes_days", *WEB)
    } == {
        "title": "なぎサロン",
        "audience": "family,participant",
        "listed": False,
        "anonymous": True,
        "closes_days": 1,
        **WEB,
    }
    assert row["registration"] == "walk_in_or_reserve"


async def test_a_wrong_field_is_said_and_nothing_typed_is_lost(desk: Desk) -> None:
    series = await desk.house.series(EVEN_FRIDAYS)
    form = await (await form_of(desk, page_of(series, "/edit"))).send(title="", join_link="meet", flow="お茶")
    assert form.answer.status_code == 422
    assert 'id="title-error"' in form.text and 'id="join_link-error"' in form.text
    assert (form.value("flow"), form.value("join_link")) == ("お茶", "meet")


async def test_a_new_address_takes_over_and_the_old_one_still_leads_there(desk: Desk) -> None:
    series = await desk.house.series(EVEN_FRIDAYS)
    before = (await series_by_id({series}))[series].slug
    await (await (await form_of(desk, page_of(series, "/edit"))).send(slug="nagi-salon")).follow()
    for slug in ("nagi-salon", before):
        found = await series_by_slug(slug)
        assert found is not None and (found.id, found.slug) == (series, "nagi-salon")


async def test_one_more_line_is_like_the_first_and_has_words_of_its_own(desk: Desk) -> None:
    series = await desk.house.series(EVEN_FRIDAYS)
    form = await form_of(desk, page_of(series, "/lines/new"))
    assert (form.value("venue"), form.value("pool_in_person_talk")) == (str(desk.house.venue), "8")
    form = await form.send(words="毎月第1火曜 10時～12時", do="read")
    assert "12月1日（火）" in form.text
    form = await form.send(do="remove:2026-12-01")
    assert "行を足しました" in await (await form.send()).follow()
    first, second = await lines_of_series(series, TODAY)
    assert second.places == first.places and second.pools == first.pools
    assert [str(each.date) for each in await sessions_of(series)][:2] == ["2026-12-18", "2027-01-05"]


async def test_a_line_gets_another_venue_and_more_seats_for_what_comes(desk: Desk) -> None:
    series = await desk.house.series(EVEN_FRIDAYS)
    other = await add_venue("other", name="みどり会館")
    [line] = await lines_of_series(series, TODAY)
    form = await form_of(desk, page_of(series, f"/lines/{line.id}/place"))
    await (await form.send(venue=str(other), pool_in_person_talk="12")).follow()
    [after] = await lines_of_series(series, TODAY)
    assert after.places == (Place(other),)
    assert after.pools == (LinePool("in_person", "talk", "number", 12),)


async def test_a_line_gets_a_venue_that_is_typed_by_name(desk: Desk) -> None:
    series = await desk.house.series(EVEN_FRIDAYS)
    [line] = await lines_of_series(series, TODAY)
    form = await form_of(desk, page_of(series, f"/lines/{line.id}/place"))
    await (await form.send(venue="", venue_name="みどり会館")).follow()
    [after] = await lines_of_series(series, TODAY)
    assert len(after.places) == 1 and after.places != line.places


async def test_the_dates_that_are_there_stay_unless_they_are_to_go_along(desk: Desk) -> None:
    series = await desk.house.series(EVEN_FRIDAYS)
    other = await add_venue("other", name="みどり会館")
    [line] = await lines_of_series(series, TODAY)
    page = page_of(series, f"/lines/{line.id}/place")
    form = await form_of(desk, page)
    assert ("8回・予約0件" in form.text, form.value("coming")) == (True, "keep")
    await (await form.send(venue=str(other))).follow()
    assert {each.venue and each.venue.slug for each in await sessions_of(series)} == {"ward-house"}
    form = await form_of(desk, page)
    assert form.value("coming") == ""
    await (await form.send(venue=str(desk.house.venue), vacate="16:30")).follow()
    form = await form_of(desk, page)
    said = await (await form.send(venue=str(other), coming="move")).follow()
    assert "新しい会場に移しました。" in said
    assert {each.venue and each.venue.slug for each in await sessions_of(series)} == {"other"}
    assert (await form_of(desk, page)).value("vacate") == "16:30"


async def test_a_new_house_may_keep_its_address_to_itself(desk: Desk) -> None:
    series = await desk.house.series(EVEN_FRIDAYS)
    [line] = await lines_of_series(series, TODAY)
    form = await form_of(desk, page_of(series, f"/lines/{line.id}/place"))
    typed = {"venue_name": "よしこさんち", "venue_address": "なぎ町9-9-9", "venue_hidden": "yes"}
    await (await form.send(venue="", **typed)).follow()
    [after] = await lines_of_series(series, TODAY)
    home = await venue_by_id(after.places[0].venue_id)
    assert home is not None and (home.address, home.address_public) == ("なぎ町9-9-9", False)


async def test_who_only_looks_sees_the_series_and_no_button(desk: Desk, clock: Clock) -> None:
    series = await desk.house.series(EVEN_FRIDAYS)
    other = await signed_in(
        desk.client, await staff_member("look@example.org", "viewer", clock, organisation="ward")
    )
    page = (await other.get(page_of(series))).text
    assert "12月18日（金）" in page and page_of(series, "/edit") not in page and "公開する" not in page
    for part in ("/edit", "/lines/new"):
        assert (await other.get(page_of(series, part))).status_code == 403
        assert (await other.submit("/staff", {"title": "x"}, page_of(series, part))).status_code == 403


async def test_a_series_of_others_is_not_found_and_a_shared_one_not_changed(desk: Desk) -> None:
    theirs = await add_series(await add_organisation("others"), "theirs")
    assert (await desk.client.get(page_of(theirs))).status_code == 404
    assert (await desk.client.submit("/staff", {"title": "x"}, page_of(theirs, "/edit"))).status_code == 404
    await add_host(theirs, desk.organisation)
    page = await desk.client.get(page_of(theirs))
    assert page.status_code == 200 and page_of(theirs, "/edit") not in page.text
    assert (await desk.client.submit("/staff", {"title": "x"}, page_of(theirs, "/edit"))).status_code == 403


@pytest.mark.parametrize("part", ["/edit", "/lines/new"])
async def test_a_line_or_series_that_does_not_exist_is_not_found(desk: Desk, part: str) -> None:
    assert (await desk.client.get(page_of(UUID(int=7), part))).status_code == 404


async def test_a_line_of_another_series_is_not_found(desk: Desk) -> None:
    one, two = await desk.house.series(EVEN_FRIDAYS), await desk.house.series("毎月1日")
    [line] = await lines_of_series(two, TODAY)
    assert (await desk.client.get(page_of(one, f"/lines/{line.id}/place"))).status_code == 404
