"""One session at the desk: moved, called off, brought back; and words for those nobody can reach."""

from datetime import date, time

from app.actions.book_room import book_use
from app.actions.hand_over import hand_over
from app.domain.planning import Place
from app.domain.programme import Session
from app.domain.series_wish import LineWish
from tests.actions.programme import TODAY, ZONE, again, house, reserve_roughly, sessions_of, tasks
from tests.rig.clock import Clock
from tests.web.organiser.desk import BASE, Desk

TUESDAYS = "毎週火曜 10時～12時"


async def first_of(desk: Desk, *, in_room: bool = False) -> tuple[Session, str]:
    """The session of 17 November, and its page."""
    series = await desk.house.series(TUESDAYS, in_room=in_room)
    session = (await sessions_of(series))[0]
    return session, f"{BASE}/sessions/{session.id}"


async def test_the_page_says_when_where_and_how_many(desk: Desk) -> None:
    session, page = await first_of(desk)
    await reserve_roughly(session.id, 3)
    text = (await desk.client.get(page)).text
    assert (
        "11月17日（火） 10:00～12:00" in text
        and "なぎの家" in text
        and "予約 3件（連絡はできません）" in text
    )


async def test_moving(desk: Desk) -> None:
    session, page = await first_of(desk)
    answer = await desk.client.submit(
        page, {"act": "move", "day": "2026-11-18", "starts": "14:00", "ends": "16:00"}
    )
    assert answer.headers["location"] == f"{page}?said=moved#said"
    after = await again(session)
    assert (after.date, after.starts, after.former_date) == (date(2026, 11, 18), time(14), date(2026, 11, 17))
    text = (await desk.client.get(f"{page}?said=moved")).text
    assert "移しました" in text and "前の予定" in text


async def test_a_past_day_keeps_what_was_typed(desk: Desk) -> None:
    _, page = await first_of(desk)
    answer = await desk.client.submit(page, {"act": "move", "day": "2026-11-01", "starts": "14:15"})
    assert answer.status_code == 422
    assert 'value="2026-11-01"' in answer.text and 'value="14:15"' in answer.text
    assert "これからの日を選んでください。" in answer.text


async def test_a_taken_room_offers_the_nearest_times_and_one_tap_takes_one(desk: Desk) -> None:
    session, page = await first_of(desk, in_room=True)
    await book_use(desk.house.room, date(2026, 11, 18), time(10), time(12), "会議", zone=ZONE)
    answer = await desk.client.submit(
        page, {"act": "move", "day": "2026-11-18", "starts": "11:00", "ends": "13:00"}
    )
    assert answer.status_code == 409
    assert "先の予約があります" in answer.text and 'value="2026-11-18 12:00 14:00"' in answer.text
    await desk.client.submit(page, {"slot": "2026-11-18 12:00 14:00"})
    assert ((await again(session)).date, (await again(session)).starts) == (date(2026, 11, 18), time(12))


async def test_calling_off_gives_words_for_the_telephone_and_the_door(desk: Desk) -> None:
    session, page = await first_of(desk)
    await reserve_roughly(session.id)
    await desk.client.submit(page, {"act": "cancel", "reason": "大雪のため"})
    text = (await desk.client.get(page)).text
    assert "予約 1件（連絡はできません）" in text
    assert "11月17日（火） 10:00～12:00の「サロン」は、お休みになりました（大雪のため）" in text
    notice = (await desk.client.get(f"{page}/notice")).text
    assert "「サロン」は、お休みです。" in notice and "理由：大雪のため" in notice


async def test_bringing_back(desk: Desk) -> None:
    session, page = await first_of(desk)
    await desk.client.submit(page, {"act": "cancel", "reason": ""})
    answer = await desk.client.submit(page, {"act": "restore"})
    assert answer.headers["location"] == f"{page}?said=restored#said"
    assert (await again(session)).state == "planned"


async def test_the_room_that_keeps_a_consultation_is_named(desk: Desk) -> None:
    parent = await desk.house.series(TUESDAYS)
    await desk.house.series_of(
        LineWish(words="サロン終了後", places=(Place(desk.house.venue, desk.house.room),), vacate=time(14)),
        title="相談",
        parent_id=parent,
    )
    await book_use(desk.house.room, date(2026, 11, 18), time(12), time(18), "会議", zone=ZONE)
    session = (await sessions_of(parent))[0]
    typed = {"act": "move", "day": "2026-11-18", "starts": "10:00", "ends": "12:00"}
    answer = await desk.client.submit(f"{BASE}/sessions/{session.id}", typed)
    assert answer.status_code == 409
    assert "どちらも移していません" in answer.text
    assert (await again(session)).date == session.date


async def test_sessions_of_others_are_not_found(desk: Desk, clock: Clock) -> None:
    other = await house(clock(), "other")
    theirs = (await sessions_of(await other.series(TUESDAYS)))[0]
    assert (await desk.client.get(f"{BASE}/sessions/{theirs.id}")).status_code == 404


async def test_rights_move_on_the_day_of_a_hand_over(desk: Desk, clock: Clock) -> None:
    other = await house(clock(), "other")
    series = await desk.house.series("毎月第3金曜 13:30～15:30")
    await hand_over(series, other.organisation, date(2026, 12, 1), now=clock(), today=TODAY)
    november, december, *_ = await sessions_of(series)
    assert (await desk.client.get(f"{BASE}/sessions/{november.id}")).status_code == 200
    assert (await desk.client.get(f"{BASE}/sessions/{december.id}")).status_code == 404
    answer = await desk.client.post(f"{BASE}/sessions/{december.id}", data={"act": "cancel"})
    assert answer.status_code in {403, 404}


async def test_an_unknown_act_is_not_found(desk: Desk) -> None:
    _, page = await first_of(desk)
    assert (await desk.client.submit(page, {"act": "explode"})).status_code == 404


async def test_what_was_to_be_settled_is_ticked_off(desk: Desk) -> None:
    await book_use(desk.house.room, date(2026, 11, 17), time(9), time(11), "会議", zone=ZONE)
    _, page = await first_of(desk, in_room=True)
    assert "1階リビングに先の予約があります" in (await desk.client.get(page)).text
    await desk.client.submit(page, {"act": "settle"})
    assert await tasks() == []
