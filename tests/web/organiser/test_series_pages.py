"""The dates of a series, its rule, its invitations, its hand-over, and the days an organisation rests."""

import re
from datetime import date, time
from uuid import UUID

from app.actions.book_room import book_use
from app.actions.hand_over import hand_over
from app.domain.series_wish import HandDate
from app.storage.closures import closures_of
from tests.actions.programme import TODAY, ZONE, house, lines_of, reserve_roughly, sessions_of, standing
from tests.rig.clock import Clock
from tests.web.organiser.desk import BASE, Desk

SEEN = re.compile(r'name="seen" value="([0-9a-f]+)"')
THURSDAYS = {"words": "毎月第3木曜 10時～12時", "anchor": ""}


async def pages_of(desk: Desk, words: str = "毎月第3火曜 10時～12時") -> tuple[UUID, str, str]:
    """A series, where its pages begin, and the page of its rule."""
    series = await desk.house.series(words)
    base = f"{BASE}/series/{series}"
    return series, base, f"{base}/lines/{(await lines_of(series))[0]}"


async def test_the_dates_of_a_series_with_its_words(desk: Desk) -> None:
    _, base, rule = await pages_of(desk)
    page = (await desk.client.get(f"{base}/dates")).text
    assert "毎月第3火曜 10時～12時" in page and rule in page
    assert "11月17日（火）" in page and "このあと 2027年度の6回" in page


async def test_a_date_is_added_by_hand(desk: Desk) -> None:
    series, base, rule = await pages_of(desk)
    typed = {
        "line": rule.rpartition("/")[2],
        "add_date": "2026-12-24",
        "add_starts": "14時",
        "theme": "年忘れの会",
    }
    answer = await desk.client.submit(f"{base}/dates", typed)
    assert answer.headers["location"] == f"{base}/dates?said=added#said"
    found = [each for each in await sessions_of(series) if each.by_hand]
    assert [(str(each.date), each.theme) for each in found] == [("2026-12-24", "年忘れの会")]


async def test_a_date_that_is_there_already_is_refused_with_everything_kept(desk: Desk) -> None:
    _, base, rule = await pages_of(desk)
    typed = {"line": rule.rpartition("/")[2], "add_date": "2026-11-17", "theme": "茶話会"}
    answer = await desk.client.submit(f"{base}/dates", typed)
    assert answer.status_code == 409
    assert "11月17日（火）は、もう予定に入っています。" in answer.text and 'value="茶話会"' in answer.text


async def test_a_promise_counts_down(desk: Desk) -> None:
    series = await desk.house.series(
        "年5回", added=(HandDate(date=date(2026, 12, 5)), HandDate(date=date(2027, 1, 9)))
    )
    assert "今年度はあと3回" in (await desk.client.get(f"{BASE}/series/{series}/dates")).text


async def test_the_effect_of_new_words_is_seen_before_it_happens(desk: Desk) -> None:
    series, _, rule = await pages_of(desk)
    before = await standing(series)
    await reserve_roughly((await sessions_of(series))[0].id, 2)
    answer = await desk.client.submit(rule, {**THURSDAYS, "act": "look"})
    assert answer.status_code == 200 and "動きます（予約2件）" in answer.text
    assert "11月17日（火） 10:00～12:00（予約2件） → 11月19日（木） 10:00～12:00" in answer.text
    assert await standing(series) == before


async def test_then_it_is_done(desk: Desk) -> None:
    series, base, rule = await pages_of(desk)
    looked = await desk.client.submit(rule, {**THURSDAYS, "act": "look"})
    seen = SEEN.search(looked.text)
    assert seen
    answer = await desk.client.submit(rule, {**THURSDAYS, "act": "change", "seen": seen[1]})
    assert answer.headers["location"] == f"{base}/dates?said=changed#said"
    assert (await standing(series))[0] == "2026-11-19"


async def test_a_reservation_in_between_shows_the_effect_again(desk: Desk) -> None:
    series, _, rule = await pages_of(desk)
    looked = await desk.client.submit(rule, {**THURSDAYS, "act": "look"})
    seen = SEEN.search(looked.text)
    assert seen
    await reserve_roughly((await sessions_of(series))[0].id)
    answer = await desk.client.submit(rule, {**THURSDAYS, "act": "change", "seen": seen[1]})
    assert answer.status_code == 409
    assert "もう一度、変わるところを確かめてください" in answer.text and "予約1件" in answer.text
    assert (await standing(series))[0] == "2026-11-17"


async def test_while_typing_only_the_effect_comes_back(desk: Desk) -> None:
    _, _, rule = await pages_of(desk)
    answer = await desk.client.submit(rule, {**THURSDAYS}, action=f"{rule}/read")
    assert answer.status_code == 200
    assert "<html" not in answer.text and "毎月の第3木曜 10:00～12:00" in answer.text.replace(
        "毎月第3", "毎月の第3"
    )


async def test_words_that_give_no_dates_leave_everything(desk: Desk) -> None:
    _, _, rule = await pages_of(desk)
    answer = await desk.client.submit(rule, {"words": "気が向いたとき", "act": "look"})
    assert "いまの日にちはそのまま残ります" in answer.text


async def test_invitations_are_made_renewed_and_ended(desk: Desk) -> None:
    _, base, _ = await pages_of(desk)
    page = f"{base}/invitations"
    await desk.client.submit(page, {"act": "make", "label": "相談窓口"})
    first = (await desk.client.get(page)).text
    assert "相談窓口" in first and "http://127.0.0.1:8000/i/" in first
    invitation = re.search(r'name="invitation" value="([^"]+)"', first)
    assert invitation
    await desk.client.submit(page, {"act": "renew", "invitation": invitation[1]})
    second = (await desk.client.get(page)).text
    assert re.findall(r"/i/[^\"<]+", first) != re.findall(r"/i/[^\"<]+", second)
    await desk.client.submit(page, {"act": "end", "invitation": invitation[1]})
    assert "紹介の言葉は、まだありません。" in (await desk.client.get(page)).text


async def test_days_off_are_entered_and_taken_back(desk: Desk) -> None:
    series, _, _ = await pages_of(desk, "毎週火曜 10時～12時")
    page = f"{BASE}/closures"
    typed = {"act": "close", "first": "2026-12-28", "last": "2027-01-05", "reason": "年末年始"}
    answer = await desk.client.submit(page, typed)
    assert "said=closed&sessions=2" in answer.headers["location"]
    assert "2026-12-29" not in await standing(series)
    [(closure, _)] = await closures_of(organisation_id=desk.organisation, since=TODAY)
    await desk.client.submit(page, {"act": "open", "closure": str(closure)})
    assert "2026-12-29" in await standing(series)


async def test_days_off_need_a_reason(desk: Desk) -> None:
    answer = await desk.client.submit(
        f"{BASE}/closures", {"act": "close", "first": "2026-12-28", "reason": ""}
    )
    assert answer.status_code == 422
    assert 'value="2026-12-28"' in answer.text and "お休みの理由を" in answer.text


async def test_nothing_of_another_organisation_is_found(desk: Desk, clock: Clock) -> None:
    other = await house(clock(), "other")
    series = await other.series()
    line = (await lines_of(series))[0]
    for page in ("dates", "invitations", "hand-over", f"lines/{line}"):
        assert (await desk.client.get(f"{BASE}/series/{series}/{page}")).status_code == 404


async def test_a_room_for_all_dates_at_once_says_which_are_taken(desk: Desk) -> None:
    series = await desk.house.series("毎月第3火曜 10時～12時")
    await book_use(desk.house.room, date(2026, 12, 15), time(9), time(11), "会議", zone=ZONE)
    page = f"{BASE}/series/{series}/dates"
    answer = await desk.client.submit(page, {"act": "room", "room": f"{desk.house.venue}:{desk.house.room}"})
    assert answer.headers["location"] == f"{page}?said=asked&booked=15&taken=1#said"
    assert (
        "15回に部屋を入れました。1回は先の予約があり"
        in (await desk.client.get(answer.headers["location"])).text
    )


async def test_no_room_is_asked_for_dates_that_another_organisation_owns_by_then(
    desk: Desk, clock: Clock
) -> None:
    series = await desk.house.series("毎月第3火曜 10時～12時")
    other = await house(clock(), "other")
    await hand_over(series, other.organisation, date(2027, 4, 1), now=clock(), today=TODAY)
    page = f"{BASE}/series/{series}/dates"
    answer = await desk.client.submit(page, {"act": "room", "room": f"{desk.house.venue}:{desk.house.room}"})
    assert answer.headers["location"] == f"{page}?said=asked&booked=5&taken=0#said"
