"""Editing a rule on a store with reservations."""

from datetime import date, datetime, time

import pytest

from app.actions.book_room import book_use
from app.actions.change_rule import EffectChanged, change_rule, preview_rule
from app.actions.extend import extend
from app.actions.publish import publish
from app.domain.errors import Misfilled, Unknown
from app.domain.planning import Place
from app.domain.rule_change import reservations_of
from app.domain.series_wish import LineWish
from app.storage.sessions import session_by_id
from tests.actions.programme import (
    TODAY,
    ZONE,
    again,
    house,
    lines_of,
    reserve_roughly,
    sessions_of,
    standing,
    tasks,
)
from tests.rig.databases import Database
from tests.rig.town import add_venue

TUESDAYS = "毎月第3火曜 10時～12時"
THURSDAYS = "毎月第3木曜 10時～12時"
DECEMBER = date(2026, 12, 1)


async def test_the_preview_counts_reservations_and_changes_nothing(database: Database, now: datetime) -> None:
    series = await (await house(now)).series(TUESDAYS)
    before = await sessions_of(series)
    await reserve_roughly(before[1].id, 2)
    seen = await preview_rule((await lines_of(series))[0], THURSDAYS, None, today=TODAY)
    assert (len(seen.effect.moved), reservations_of(seen.effect.moved)) == (len(before), 2)
    assert [each.date for each in await sessions_of(series)] == [each.date for each in before]


async def test_moved_sessions_keep_their_ids_and_reservations(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series(TUESDAYS)
    await publish(here.organisation, DECEMBER, now=now)
    before = await sessions_of(series)
    await reserve_roughly(before[1].id, 2)
    await change_rule((await lines_of(series))[0], THURSDAYS, now=now, today=TODAY, zone=ZONE)
    after = await sessions_of(series)
    assert [each.id for each in after] == [each.id for each in before]
    assert (after[1].date, after[1].former_date, after[1].state) == (
        date(2026, 12, 17), date(2026, 12, 15), "published",
    )  # fmt: skip
    assert (after[1].sequence > before[1].sequence, after[1].nominal) == (True, date(2026, 12, 17))
    assert (await extend(now, TODAY, zone=ZONE)).made == 0


async def test_an_edit_and_its_undoing_end_where_they_began(database: Database, now: datetime) -> None:
    series = await (await house(now)).series(TUESDAYS)
    before = await sessions_of(series)
    line = (await lines_of(series))[0]
    await change_rule(line, "毎月第1木曜 10時～12時", now=now, today=TODAY, zone=ZONE)
    await change_rule(line, TUESDAYS, now=now, today=TODAY, zone=ZONE)
    after = [each for each in await sessions_of(series) if each.state != "cancelled"]
    assert [(each.date, each.former_date) for each in after] == [(each.date, None) for each in before]


async def test_a_reserved_session_that_ends_is_cancelled_never_deleted(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    series = await here.series_of(LineWish(words="毎週火曜 10時～12時"), planned_shown=False)
    second = (await sessions_of(series))[1]
    fourth = (await sessions_of(series))[3]
    await reserve_roughly(second.id)
    await change_rule((await lines_of(series))[0], "毎月第1火曜 10時～12時", now=now, today=TODAY, zone=ZONE)
    assert ((await again(second)).state, (await again(second)).cancel_reason) == (
        "cancelled",
        "予定が変わりました",
    )
    assert await session_by_id(fourth.id) is None


async def test_new_dates_appear_and_ended_ones_people_saw_are_cancelled(
    database: Database, now: datetime
) -> None:
    series = await (await house(now)).series("毎月第1・第3火曜 10時～12時")
    line = (await lines_of(series))[0]
    await change_rule(line, "毎月第3火曜、第4土曜 10時～12時", now=now, today=TODAY, zone=ZONE)
    assert await standing(series, DECEMBER, date(2027, 1, 31)) == [
        "2026-12-15", "2026-12-26", "2027-01-19", "2027-01-23",
    ]  # fmt: skip


async def test_an_effect_that_has_changed_is_shown_again(database: Database, now: datetime) -> None:
    series = await (await house(now)).series(TUESDAYS)
    line = (await lines_of(series))[0]
    seen = (await preview_rule(line, THURSDAYS, None, today=TODAY)).effect.print
    await reserve_roughly((await sessions_of(series))[0].id)
    with pytest.raises(EffectChanged):
        await change_rule(line, THURSDAYS, now=now, today=TODAY, seen=seen, zone=ZONE)
    assert (await sessions_of(series))[0].date == date(2026, 11, 17)


async def test_the_consultation_moves_with_the_salon(database: Database, now: datetime) -> None:
    here = await house(now)
    parent = await here.series(TUESDAYS)
    child = await here.series_of(LineWish(words="サロン終了後"), title="相談", parent_id=parent)
    await change_rule((await lines_of(parent))[0], THURSDAYS, now=now, today=TODAY, zone=ZONE)
    assert await standing(child) == await standing(parent)
    assert (await sessions_of(child))[0].starts == time(12)


async def test_venues_of_a_rotation_stay_with_their_sessions(database: Database, now: datetime) -> None:
    here = await house(now)
    places = tuple([Place(await add_venue(f"v{number}")) for number in range(3)])
    series = await here.series(TUESDAYS, places=places)
    before = [each.venue and each.venue.slug for each in await sessions_of(series)]
    await change_rule((await lines_of(series))[0], THURSDAYS, now=now, today=TODAY, zone=ZONE)
    assert [each.venue and each.venue.slug for each in await sessions_of(series)] == before


async def test_a_session_moved_onto_a_taken_room_loses_it_and_leaves_a_task(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    series = await here.series(TUESDAYS, in_room=True)
    await book_use(here.room, date(2026, 12, 17), time(9), time(11), "会議", zone=ZONE)
    await change_rule((await lines_of(series))[0], THURSDAYS, now=now, today=TODAY, zone=ZONE)
    assert await tasks() == [
        "12月17日（木）は、1階リビングに先の予約があります。ほかの部屋か時間を選んでください。"
    ]
    assert [each.room_state for each in (await sessions_of(series))[:3]] == ["granted", None, "granted"]


async def test_words_without_dates_take_nothing_away(database: Database, now: datetime) -> None:
    series = await (await house(now)).series(TUESDAYS)
    before = await standing(series)
    await change_rule((await lines_of(series))[0], "年5回", now=now, today=TODAY, zone=ZONE)
    assert await standing(series) == before


async def test_the_past_is_left_alone(database: Database, now: datetime) -> None:
    series = await (await house(now)).series(TUESDAYS)
    later = date(2026, 12, 1)
    await change_rule((await lines_of(series))[0], THURSDAYS, now=now, today=later, zone=ZONE)
    assert (await standing(series))[:2] == ["2026-11-17", "2026-12-17"]


async def test_an_unknown_line_and_endless_words_are_refused(
    sqlite_database: Database, now: datetime
) -> None:
    here = await house(now)
    with pytest.raises(Unknown):
        await preview_rule(here.room, TUESDAYS, None, today=TODAY)
    with pytest.raises(Misfilled):
        await preview_rule(here.room, "毎週" * 300, None, today=TODAY)
