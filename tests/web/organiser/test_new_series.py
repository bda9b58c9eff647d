"""A new series: from a blank form to a published month, and what happens when something is missing or wrong."""

from datetime import date, time
from uuid import UUID

import pytest

from app.actions.publish import publish
from app.domain.planning import LinePool
from app.domain.programme import Session
from app.storage.lines import lines_of_series
from app.storage.series import series_of_organisation
from app.storage.series_rows import series_row
from app.storage.sessions import sessions_between
from app.storage.venues import venue_by_id
from tests.actions.programme import EVEN_FRIDAYS, TODAY, add_room, sessions_of
from tests.rig.client import staff_member
from tests.rig.clock import Clock
from tests.rig.town import add_organisation, add_venue
from tests.web.organiser.desk import BASE, Desk, signed_in
from tests.web.organiser.form import NEW, form_of


async def the_series(desk: Desk) -> UUID:
    [series] = await series_of_organisation(desk.organisation, TODAY, listed_only=False)
    return series.id


async def dates(desk: Desk) -> list[str]:
    """The standing dates of the one series."""
    return [str(each.date) for each in await sessions_of(await the_series(desk)) if each.state != "cancelled"]


async def first_session(desk: Desk) -> Session:
    return (await sessions_of(await the_series(desk)))[0]


async def test_twelve_fields_lead_from_blank_to_a_published_month(desk: Desk, clock: Clock) -> None:
    typed: dict[str, str | list[str]] = {
        "title": "なぎカフェ",
        "words": EVEN_FRIDAYS,
        "venue": f"{desk.house.venue}:{desk.house.room}",
        "pool_in_person_talk": "８人",
        "pool_in_person_listener": "4",
        "audience": ["participant"],
        "registration": "walk_in_or_reserve",
        "fee": "300",
        "flow": "お茶を飲みます。\n途中で帰ってもかまいません。",
        "belongings": "なし",
    }
    assert len(typed) <= 12
    form = await (await form_of(desk)).send(**typed)
    page = await form.follow()
    assert "できました。まだ公開されていません" in page and "12月18日（金）" in page
    assert f'href="{BASE}/months/2026-12">2026年12月を公開する' in page
    await publish(desk.organisation, date(2026, 12, 1), now=clock())
    first = await first_session(desk)
    assert (first.date, first.starts, first.ends, first.state) == (
        date(2026, 12, 18),
        time(13, 30),
        time(15, 30),
        "published",
    )
    assert (first.series.fee, first.series.phone, first.series.contact) == (
        "300円",
        "03-0000-1111",
        "なぎの会",
    )
    assert first.room_name == "1階リビング"
    assert [(each.seat, each.capacity) for each in first.pools] == [("talk", 8), ("listener", 4)]


async def test_a_title_alone_is_enough(desk: Desk) -> None:
    form = await (await form_of(desk)).send(title="なぎカフェ")
    assert "これからの日にちは、まだありません" in await form.follow()


async def test_without_a_script_a_button_shows_the_dates_and_keeps_all_that_was_typed(desk: Desk) -> None:
    form = await (await form_of(desk)).send(
        title="なぎカフェ", words=EVEN_FRIDAYS, flow="お茶", audience=["family"], do="read"
    )
    assert form.answer.status_code == 200
    assert "偶数月第3金曜 13:30～15:30" in form.text and "12月18日（金）" in form.text
    assert (form.value("title"), form.value("flow"), form.values("audience")) == (
        "なぎカフェ",
        "お茶",
        ["family"],
    )
    assert await sessions_between(TODAY, date(2028, 1, 1), organisation_id=desk.organisation) == ()


async def test_the_fragment_answers_typing(desk: Desk) -> None:
    token = (await form_of(desk)).value("_csrf_token")
    answer = await desk.client.post(
        f"{NEW}/reading", data={"_csrf_token": token, "words": "毎月第3日曜 10時～12時"}
    )
    assert answer.status_code == 200
    assert '<p class="wording" data-said>毎月第3日曜 10:00～12:00</p>' in answer.text
    assert "<html" not in answer.text and "11月15日（日）" in answer.text


async def test_dates_are_taken_out_moved_and_added_before_anything_is_kept(desk: Desk) -> None:
    form = await (await form_of(desk)).send(title="なぎカフェ", words=EVEN_FRIDAYS, do="read")
    form = await form.send(do="remove:2026-12-18")
    assert "この日は開きません" in form.text
    form = await form.send(do="move:2027-02-19")
    assert 'name="to-2027-02-19"' in form.text
    form = await form.send(**{"to-2027-02-19": "2027-02-20", "do": "moved:2027-02-19"})
    assert "2月20日（土）" in form.text and "2月19日（金）から移します" in form.text
    form = await form.send(add_date="2027-01-15", do="add")
    assert "手で入れた日" in form.text
    await (await form.send()).follow()
    assert (await dates(desk))[:3] == ["2027-01-15", "2027-02-20", "2027-04-16"]


async def test_what_was_taken_out_can_be_put_back(desk: Desk) -> None:
    form = await (await form_of(desk)).send(title="なぎカフェ", words=EVEN_FRIDAYS, do="remove:2026-12-18")
    form = await form.send(do="keep:2026-12-18")
    await (await form.send()).follow()
    assert (await dates(desk))[0] == "2026-12-18"


async def test_a_date_on_a_holiday_is_answered_in_place(desk: Desk) -> None:
    form = await (await form_of(desk)).send(title="なぎカフェ", words="毎月23日 10時～12時", do="read")
    assert "勤労感謝の日に当たります" in form.text
    form = await form.send(do="open:2026-11-23")
    form = await form.send(do="remove:2027-02-23")
    await (await form.send()).follow()
    first = await first_session(desk)
    assert (first.date, first.flag) == (date(2026, 11, 23), None)
    assert "2027-02-23" not in await dates(desk)


async def test_a_phrase_that_is_not_understood_stops_nobody(desk: Desk) -> None:
    words = "桜が咲いたころ、みんなの都合のよい日"
    form = await (await form_of(desk)).send(title="お花見", words=words, do="read")
    assert "日にちは、まだ決まりません" in form.text and "＋日付" in form.text
    form = await form.send(add_date="2027-03-28", add_starts="11:00", do="add")
    page = await (await form.send()).follow()
    assert words in page and "3月28日（日）" in page
    first = await first_session(desk)
    assert (first.date, first.starts, first.by_hand) == (date(2027, 3, 28), time(11), True)


async def test_a_date_that_was_typed_but_not_tapped_in_counts(desk: Desk) -> None:
    form = await (await form_of(desk)).send(title="お花見", add_date="2027-03-28")
    await form.follow()
    assert await dates(desk) == ["2027-03-28"]


async def test_every_other_week_asks_for_its_first_day(desk: Desk) -> None:
    form = await (await form_of(desk)).send(title="なぎカフェ", words="隔週水曜 14時～16時", do="read")
    assert 'name="anchor"' in form.text
    form = await form.send(anchor="2026-11-25", do="read")
    assert "11月25日（水）" in form.text and "12月9日（水）" in form.text
    await (await form.send()).follow()
    assert (await dates(desk))[:2] == ["2026-11-25", "2026-12-09"]


async def test_a_promise_says_how_many_dates_it_still_lacks(desk: Desk) -> None:
    form = await (await form_of(desk)).send(title="家族の会", words="年5回", do="read")
    assert "年5回・今年度はあと5回" in form.text
    for day in ("2026-12-05", "2027-01-09", "2027-02-06"):
        form = await form.send(add_date=day, add_starts="13:30", do="add")
    assert "年5回・今年度はあと2回" in form.text
    page = await (await form.send()).follow()
    assert "年5回・今年度はあと2回" in page


async def test_errors_stand_beside_their_fields_and_nothing_typed_is_lost(desk: Desk) -> None:
    form = await (await form_of(desk)).send(
        words=EVEN_FRIDAYS,
        pool_in_person_talk="たくさん",
        phone="でんわ",
        opens_days="いつか",
        discreet_title="家族会",
        flow="お茶",
        removed=["2026-12-18"],
    )
    assert form.answer.status_code == 422
    for field in ("title", "pool_in_person_talk", "phone", "opens_days", "discreet_title"):
        assert f'id="{field}-error"' in form.text, field
    assert (form.value("pool_in_person_talk"), form.value("flow")) == ("たくさん", "お茶")
    assert "この日は開きません" in form.text
    form = await form.send(
        title="なぎカフェ", pool_in_person_talk="定員なし", phone="", opens_days="", discreet_title="予定"
    )
    await form.follow()
    assert (await dates(desk))[0] == "2027-02-19"
    assert [each.limit_kind for each in (await first_session(desk)).pools] == ["none"]


async def test_a_venue_that_is_not_on_the_list_is_typed_by_name(desk: Desk) -> None:
    form = await (await form_of(desk)).send(
        title="なぎカフェ", words=EVEN_FRIDAYS, venue_name="みどり会館", venue_area="調布市"
    )
    assert "みどり会館" in await form.follow()
    venue = (await first_session(desk)).venue
    assert venue is not None and (venue.name, venue.area) == ("みどり会館", "調布市")


async def test_a_new_venue_beside_a_chosen_one_is_asked_about(desk: Desk) -> None:
    form = await (await form_of(desk)).send(
        title="なぎカフェ", venue=str(desk.house.venue), venue_name="みどり会館"
    )
    assert form.answer.status_code == 422 and 'id="venue_name-error"' in form.text


async def test_venues_take_turns_in_their_order(desk: Desk) -> None:
    first, second = await add_venue("a-kan", name="あ館"), await add_venue("i-kan", name="い館")
    form = await (await form_of(desk)).send(
        title="なぎカフェ", words=EVEN_FRIDAYS, venue=str(second), do="venue"
    )
    assert form.values("venue") == [str(second), ""]
    form = await form.send(venue=[str(second), str(first)])
    await form.follow()
    held = [each.venue and each.venue.name for each in await sessions_of(await the_series(desk))]
    assert held[:3] == ["い館", "あ館", "い館"]


async def test_a_hybrid_session_has_seats_on_both_sides_and_needs_a_word_for_those_online(desk: Desk) -> None:
    typed: dict[str, str | list[str]] = {
        "title": "ふらっと",
        "words": EVEN_FRIDAYS,
        "mode": ["in_person", "online"],
        "pool_in_person_talk": "8",
        "pool_online_listener": "20",
        "join_link": "https://meet.example.org/nagi",
    }
    form = await (await form_of(desk)).send(**typed)
    assert form.answer.status_code == 422 and 'id="online_note-error"' in form.text
    await (await form.send(online_note="カメラはなくてかまいません。")).follow()
    series = await the_series(desk)
    [line] = await lines_of_series(series, TODAY)
    assert line.pools == (
        LinePool("in_person", "talk", "number", 8),
        LinePool("online", "listener", "number", 20),
    )
    assert (await series_row(series))["join_link"] == "https://meet.example.org/nagi"


async def test_the_join_link_stands_on_no_public_page(desk: Desk) -> None:
    await (
        await (await form_of(desk)).send(
            title="ふらっと",
            words=EVEN_FRIDAYS,
            mode=["online"],
            online_note="カメラはなくてかまいません。",
            join_link="https://meet.example.org/nagi",
        )
    ).follow()
    first = await first_session(desk)
    for page in ("/", f"/sessions/{first.id}", f"/series/{first.series.slug}"):
        assert "meet.example.org" not in (await desk.client.get(page)).text


async def test_a_form_sent_twice_makes_one_series(desk: Desk) -> None:
    form = await form_of(desk)
    once = await form.send(title="なぎカフェ", words=EVEN_FRIDAYS)
    again = await form.send(title="なぎカフェ", words=EVEN_FRIDAYS)
    page = await again.follow()
    assert "この定例は、もうできています" in page
    assert once.answer.headers["location"].split("?")[0] == again.answer.headers["location"].split("?")[0]
    await the_series(desk)


async def test_a_date_by_hand_on_a_day_the_rule_has_is_said_and_keeps_the_form(desk: Desk) -> None:
    form = await (await form_of(desk)).send(
        title="なぎカフェ", words=EVEN_FRIDAYS, add_date="2026-12-18", do="add"
    )
    form = await form.send()
    assert form.answer.status_code == 409
    assert "12月18日（金）は、もう予定に入っています" in form.text
    assert form.value("title") == "なぎカフェ"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("venue", "00000000-0000-4000-8000-000000000000"),
        ("parent_id", "00000000-0000-4000-8000-000000000000"),
    ],
)
async def test_what_was_not_offered_cannot_be_chosen(desk: Desk, field: str, value: str) -> None:
    form = await (await form_of(desk)).send(**{"title": "なぎカフェ", field: value})
    assert form.answer.status_code == 422


async def test_a_venue_that_is_on_no_list_is_not_offered(desk: Desk) -> None:
    hidden = await add_venue("hidden", name="ひみつの家", listed=False)
    await add_room(hidden, "居間")
    form = await form_of(desk)
    assert "ひみつの家" not in form.text
    assert (await form.send(title="なぎカフェ", venue=str(hidden))).answer.status_code == 422
    assert await venue_by_id(hidden) is not None


@pytest.mark.parametrize("role", ["viewer", "facilitator", "admin"])
async def test_only_organisers_make_series(desk: Desk, clock: Clock, role: str) -> None:
    organisation = "" if role == "admin" else "ward"
    mail = await staff_member("x@example.org", role, clock, organisation=organisation)  # type: ignore[arg-type]
    other = await signed_in(desk.client, mail)
    assert (await other.get(NEW)).status_code == 403
    assert (await other.submit("/staff", {"title": "x"}, NEW)).status_code == 403
    assert (await other.submit("/staff", {"words": "毎日"}, f"{NEW}/reading")).status_code == 403


async def test_organisers_of_others_make_none_here(desk: Desk, clock: Clock) -> None:
    await add_organisation("others")
    mail = await staff_member("x@example.org", "organiser", clock, organisation="others")
    assert (await (await signed_in(desk.client, mail)).get(NEW)).status_code == 403
