"""Calling single sessions off, answering dates, and taking them back."""

from datetime import date, datetime, time, timedelta

import pytest

from app.actions.answer_date import close_date, open_date
from app.actions.book_room import book_use
from app.actions.cancel_session import cancel, restore
from app.actions.extend import extend
from app.actions.publish import publish
from app.actions.remove_date import remove_date
from app.domain.errors import Refused, Unknown
from app.domain.series_wish import LineWish
from app.storage.engine import rows
from app.storage.sessions import session_by_id
from app.storage.versions import current
from tests.actions.programme import (
    TODAY,
    ZONE,
    again,
    house,
    reserve_roughly,
    sessions_of,
    standing,
    tasks,
)
from tests.rig.databases import Database

MONDAYS = "毎週月曜 10時～12時"


async def test_a_called_off_session_says_how_many_cannot_be_told(database: Database, now: datetime) -> None:
    series = await (await house(now)).series(MONDAYS)
    first = (await sessions_of(series))[0]
    await reserve_roughly(first.id, 3)
    done = await cancel(first.id, "大雪のため", now=now + timedelta(hours=1))
    after = await again(first)
    assert (done.reservations, after.state, after.cancel_reason) == (3, "cancelled", "大雪のため")
    assert after.sequence > first.sequence
    assert (await current())["programme"].changed_at == now + timedelta(hours=1)


async def test_a_called_off_session_gives_its_room_back(database: Database, now: datetime) -> None:
    series = await (await house(now)).series(MONDAYS, in_room=True)
    first = (await sessions_of(series))[0]
    await cancel(first.id, "", now=now)
    assert await rows("SELECT id FROM booking WHERE session_id = {}", first.id) == []


async def test_the_consultation_is_called_off_and_comes_back_with_its_salon(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    parent = await here.series(MONDAYS)
    child = await here.series_of(LineWish(words="サロン終了後"), title="相談", parent_id=parent)
    first = (await sessions_of(parent))[0]
    await cancel(first.id, "大雪のため", now=now)
    assert (await sessions_of(child))[0].state == "cancelled"
    with pytest.raises(Refused, match="もとの回"):
        await restore((await sessions_of(child))[0].id, now=now)
    await restore(first.id, now=now)
    assert [each[0].state for each in (await sessions_of(parent), await sessions_of(child))] == [
        "planned"
    ] * 2


async def test_a_published_session_comes_back_published(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series(MONDAYS, in_room=True)
    await publish(here.organisation, TODAY, now=now)
    first = (await sessions_of(series))[0]
    await cancel(first.id, "", now=now)
    await restore(first.id, now=now)
    after = await again(first)
    assert (after.state, after.cancel_reason, after.room_state) == ("published", None, "granted")


async def test_coming_back_to_a_room_that_is_taken_leaves_a_task(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series("毎週火曜 10時～12時", in_room=True)
    first = (await sessions_of(series))[0]
    await cancel(first.id, "", now=now)
    await book_use(here.room, first.date, time(11), time(13), "会議")
    done = await restore(first.id, now=now)
    assert [each.id for each in done.without_room] == [first.id]
    assert await tasks() == [
        "11月17日（火）は、1階リビングに先の予約があります。ほかの部屋か時間を選んでください。"
    ]


async def test_a_session_that_stands_cannot_be_brought_back(sqlite_database: Database, now: datetime) -> None:
    series = await (await house(now)).series(MONDAYS)
    with pytest.raises(Refused, match="開く予定"):
        await restore((await sessions_of(series))[0].id, now=now)
    with pytest.raises(Unknown):
        await restore(series, now=now)


async def test_open_answers_the_question_for_good(database: Database, now: datetime) -> None:
    series = await (await house(now)).series(MONDAYS)
    holiday = next(each for each in await sessions_of(series) if each.flag)
    await open_date(holiday.id, now=now)
    assert (await again(holiday)).flag is None
    await extend(now, TODAY, zone=ZONE)
    assert str(holiday.date) in await standing(series)


async def test_closed_cancels_with_its_reason_and_the_rule_remembers(
    database: Database, now: datetime
) -> None:
    series = await (await house(now)).series(MONDAYS)
    holiday = next(each for each in await sessions_of(series) if each.flag)
    await close_date(holiday.id, "祝日のため", now=now)
    after = await again(holiday)
    assert (after.state, after.cancel_reason, after.flag) == ("cancelled", "祝日のため", None)
    found = await rows("SELECT date, answer, reason FROM line_date")
    assert found == [{"date": holiday.nominal, "answer": "closed", "reason": "祝日のため"}]


async def test_a_date_nobody_could_see_is_deleted_and_not_made_again(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    series = await here.series_of(LineWish(words=MONDAYS), planned_shown=False)
    first = (await sessions_of(series))[0]
    assert await remove_date(first.id, now=now) == ()
    await extend(now, TODAY, zone=ZONE)
    assert await session_by_id(first.id) is None
    assert (await standing(series))[0] == "2026-11-23"


async def test_a_date_somebody_reserved_is_cancelled_even_if_nobody_could_see_it(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    series = await here.series_of(LineWish(words=MONDAYS), planned_shown=False)
    first = (await sessions_of(series))[0]
    await reserve_roughly(first.id)
    assert [each.id for each in await remove_date(first.id, now=now)] == [first.id]
    assert (await again(first)).state == "cancelled"


async def test_a_date_people_could_see_is_cancelled(database: Database, now: datetime) -> None:
    series = await (await house(now)).series(MONDAYS)
    first = (await sessions_of(series))[0]
    await remove_date(first.id, now=now)
    assert (await again(first)).state == "cancelled"


async def test_one_part_of_a_day_goes_and_the_other_stays(database: Database, now: datetime) -> None:
    here = await house(now)
    wish = LineWish(words="毎週火曜 10時～12時、14時～16時")
    series = await here.series_of(wish, planned_shown=False)
    morning, afternoon, *_ = await sessions_of(series)
    await remove_date(morning.id, now=now)
    await extend(now, TODAY, zone=ZONE)
    assert [(await again(each)).state for each in (morning, afternoon)] == ["cancelled", "planned"]


async def test_what_is_over_can_be_called_off_twice(database: Database, now: datetime) -> None:
    series = await (await house(now)).series(MONDAYS)
    first = (await sessions_of(series, last=date(2026, 11, 30)))[0]
    await cancel(first.id, "大雪", now=now)
    await cancel(first.id, "大雪のため", now=now)
    assert (await again(first)).cancel_reason == "大雪のため"
