"""A venue's 休館日 in words acts on top of every series' own rule, rolls on with time, and lets go of what it closed."""

from datetime import date, datetime
from uuid import UUID

import pytest

from app.actions.cancel_session import cancel
from app.actions.close_by_rule import (
    ClosingEffect,
    closing_effect,
    end_closing_rule,
    keep_closing_rule,
    roll_closing_rules,
)
from app.actions.close_days import close_days, open_days
from app.actions.heed_closures import heed_closures
from app.actions.tidy import tidy
from app.domain.closing_days import REASON, read_closing
from app.domain.errors import Unknown, Unusable
from app.domain.planning import Rest, horizon
from app.storage.closing_rules import closing_rules
from app.storage.closures import closures_of
from app.storage.engine import rows
from tests.actions.programme import TODAY, ZONE, House, house, reserve_roughly, sessions_of, standing, tasks
from tests.rig.databases import Database
from tests.rig.town import add_line, add_series, add_session

THIRD = "毎月第3月曜"
MONDAYS = "毎週月曜 10時～12時"
DECEMBER = date(2026, 12, 1), date(2026, 12, 31)


async def close(here: House, words: str, *, anchor: date | None = None) -> None:
    await keep_closing_rule(here.venue, words, anchor, now=here.now, today=TODAY, zone=ZONE)


async def closed_days(here: House, since: date = TODAY) -> list[str]:
    return [str(rest.first) for _id, rest in await closures_of(venue_id=here.venue, since=since)]


async def off(
    series: UUID, first: date = DECEMBER[0], last: date = DECEMBER[1]
) -> list[tuple[str, str | None]]:
    found = await sessions_of(series, first, last)
    return [(str(each.date), each.cancel_reason) for each in found if each.state == "cancelled"]


async def test_words_close_the_house_on_every_such_day_to_the_horizon(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    await close(here, "月曜休館、祝日の場合は翌平日休館")
    days = await closed_days(here)
    assert (days[0], days[-1] <= str(horizon(TODAY)), len(days)) == ("2026-11-16", True, 68)
    # 11 January is a holiday: the house is open, and rests on the workday after it.
    assert ["2027-01-11" in days, "2027-01-12" in days] == [False, True]


async def test_sessions_on_these_days_are_off_with_the_reason_and_one_task(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    series = await here.series(MONDAYS)
    await close(here, THIRD)
    assert await off(series) == [("2026-12-21", REASON)]
    assert await tasks() == ["11月16日（月）など16回は、会場の休館日に当たり、お休みになりました。"]


async def test_a_series_moved_by_its_own_holiday_rule_still_meets_the_rest(
    database: Database, now: datetime
) -> None:
    """The gathering goes to the workday after a holiday, and so does the house's rest."""
    here = await house(now)
    series = await here.series("毎週月曜（祝日の場合は翌平日） 10時～12時")
    await close(here, "火曜")
    found = {str(each.nominal): (str(each.date), each.cancel_reason) for each in await sessions_of(series)}
    assert found["2027-01-11"] == ("2027-01-12", REASON)
    assert found["2027-01-18"] == ("2027-01-18", None)


async def test_other_words_let_go_of_what_the_old_ones_closed(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series(MONDAYS, in_room=True)
    before = await standing(series)
    await close(here, THIRD)
    [rule] = await closing_rules(here.venue)
    await keep_closing_rule(here.venue, "第1月曜", now=now, today=TODAY, rule_id=rule.id, zone=ZONE)
    assert await off(series) == [("2026-12-07", REASON)]
    await end_closing_rule(rule.id, venue_id=here.venue, now=now, today=TODAY, zone=ZONE)
    assert await standing(series) == before
    assert {each.room_state for each in await sessions_of(series)} == {"granted"}


async def test_what_the_organiser_called_off_stays_off(database: Database, now: datetime) -> None:
    """Also where its words are the same as the house's."""
    here = await house(now)
    series = await here.series(MONDAYS)
    [own] = [each for each in await sessions_of(series) if str(each.date) == "2026-12-14"]
    await cancel(own.id, REASON, now=now)
    await close(here, THIRD)
    [rule] = await closing_rules(here.venue)
    await end_closing_rule(rule.id, venue_id=here.venue, now=now, today=TODAY, zone=ZONE)
    assert await off(series) == [("2026-12-14", REASON)]


async def test_two_closures_with_the_same_words_let_go_one_by_one(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series("毎週火曜 10時～12時")
    days = date(2026, 12, 1), date(2026, 12, 8)
    first, second = [
        await close_days(Rest(day, day, "工事", venue_id=here.venue), now=now, today=TODAY) for day in days
    ]
    await open_days(first.closure_id, now=now, today=TODAY, zone=ZONE)
    assert await off(series) == [("2026-12-08", "工事")]
    await open_days(second.closure_id, now=now, today=TODAY, zone=ZONE)
    assert await off(series) == []


async def test_a_day_closed_twice_stays_closed_by_the_other(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series(MONDAYS)
    await close(here, THIRD)
    done = await close_days(Rest(*DECEMBER, "改修工事", venue_id=here.venue), now=now, today=TODAY)
    [rule] = await closing_rules(here.venue)
    await end_closing_rule(rule.id, venue_id=here.venue, now=now, today=TODAY, zone=ZONE)
    assert ("2026-12-21", "改修工事") in await off(series)
    await open_days(done.closure_id, now=now, today=TODAY, zone=ZONE)
    assert await off(series) == []


async def test_one_day_is_opened_and_stays_open_as_time_goes_on(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series(MONDAYS)
    await close(here, THIRD)
    closures = {rest.first: closure for closure, rest in await closures_of(venue_id=here.venue, since=TODAY)}
    await open_days(closures[date(2026, 12, 21)], now=now, today=TODAY, zone=ZONE)
    await close(here, THIRD)
    await roll_closing_rules(date(2027, 1, 10))
    assert (await off(series), "2026-12-21" in await closed_days(here)) == ([], False)


async def test_the_days_roll_on_with_the_horizon(database: Database, now: datetime) -> None:
    here = await house(now)
    await close(here, THIRD)
    before = await closed_days(here)
    assert await roll_closing_rules(TODAY) == 0
    assert await roll_closing_rules(date(2026, 12, 10)) == 1
    assert [day for day in await closed_days(here) if day not in before] == ["2028-03-20"]
    assert await roll_closing_rules(date(2026, 12, 11)) == 0


async def test_tidying_mends_what_was_made_beside_a_closure(database: Database, now: datetime) -> None:
    """Another process made a session when it could not see the closure yet, and cancelled one when it was lifted."""
    here = await house(now)
    series = await add_series(here.organisation)
    line = await add_line(series, "")
    done = await close_days(Rest(*DECEMBER, "改修工事", venue_id=here.venue), now=now, today=TODAY)
    stands = await add_session(series, date(2026, 12, 2), venue_id=here.venue, line_id=line)
    await add_session(
        series,
        date(2027, 1, 5),
        venue_id=here.venue,
        line_id=line,
        state="cancelled",
        cancel_reason="改修工事",
        closure_id=done.closure_id,
    )
    await reserve_roughly(stands)
    # Without the sweep: one stands on a closed day, one is off on an open one.
    assert await standing(series) == ["2026-12-02"]
    await tidy(now, ZONE)
    assert await standing(series) == ["2027-01-05"]
    assert await tasks() == ["12月2日（水） 13:30～15:30は、会場がお休みになりました（改修工事）。"]
    assert await heed_closures(TODAY, now, ZONE) == await heed_closures(TODAY, now, ZONE)


async def test_a_consultation_is_off_with_its_salon_and_comes_back_with_it(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    salon = await here.series(MONDAYS)
    talk = await here.series_of(parent_id=salon, parent_gap=15)
    await close(here, THIRD)
    assert await off(talk) == [("2026-12-21", REASON)]
    [rule] = await closing_rules(here.venue)
    await end_closing_rule(rule.id, venue_id=here.venue, now=now, today=TODAY, zone=ZONE)
    assert await off(talk) == []


async def test_the_effect_is_told_before(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series("毎月第3月曜 10時～12時")
    await reserve_roughly((await sessions_of(series))[0].id, 2)
    timetable = read_closing(THIRD).timetable
    assert timetable is not None
    assert await closing_effect(here.venue, timetable, TODAY) == ClosingEffect(16, 2)
    await close(here, THIRD)
    assert await closing_effect(here.venue, timetable, TODAY) == ClosingEffect()


async def test_the_same_words_twice_are_one_rule(database: Database, now: datetime) -> None:
    here = await house(now)
    await close(here, THIRD)
    await close(here, THIRD)
    assert [rule.words for rule in await closing_rules(here.venue)] == [THIRD]
    assert len(await rows("SELECT id FROM closure")) == len(await closed_days(here)) == 16


@pytest.mark.parametrize(
    ("words", "field"),
    [("隔週水曜", "anchor"), ("ときどき", "words"), ("毎日休館", "words"), ("月" * 300, "words")],
)
async def test_words_that_leave_something_open_are_asked_about(
    sqlite_database: Database, now: datetime, words: str, field: str
) -> None:
    here = await house(now)
    with pytest.raises(Unusable) as refusal:
        await close(here, words)
    assert refusal.value.field == field


async def test_another_house_ends_nothing_here(sqlite_database: Database, now: datetime) -> None:
    here, there = await house(now), await house(now, "other")
    await close(here, THIRD)
    [rule] = await closing_rules(here.venue)
    with pytest.raises(Unknown):
        await end_closing_rule(rule.id, venue_id=there.venue, now=now, today=TODAY, zone=ZONE)
