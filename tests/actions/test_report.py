"""The report: the same before and after forgetting, put right until a month is closed, and split where a series was handed over."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from app.actions.attend import check_in, walk_in, went_home
from app.actions.close_month import close_month
from app.actions.correct_heads import correct_heads
from app.actions.forget import forget
from app.actions.welcome import welcome
from app.domain.errors import Refused, Unknown, Unusable
from app.domain.heads import DEFINITIONS, Correction, Counted, MonthClosed
from app.storage.engine import rows
from app.storage.report import counted_month, counted_session, counted_sessions
from app.storage.report_months import closed_months
from tests.actions.gathering import DAY, SECRET, START, ZONE, Gathering, hybrid, nonce, small
from tests.rig.databases import Database
from tests.rig.town import add_host, add_organisation, add_owner, add_pool, add_series, add_session

END = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)
FORGOTTEN = END + timedelta(hours=24)
DECEMBER = datetime(2026, 12, 1, 3, 0, tzinfo=UTC)
NOVEMBER = date(2026, 11, 1)


async def owner_of(where: Gathering) -> UUID:
    [row] = await rows("SELECT organisation_id FROM ownership WHERE series_id = {}", where.series_id)
    found: UUID = row["organisation_id"]
    return found


async def november(where: Gathering, now: datetime = DECEMBER) -> tuple[Counted, ...]:
    return await counted_month(await owner_of(where), NOVEMBER, now=now, zone=ZONE)


async def heads(where: Gathering, now: datetime = DECEMBER) -> list[tuple[str, str, str, str, int]]:
    [found] = await november(where, now)
    return [(each.mode, each.seat, each.way, each.role, each.count) for each in found.heads]


async def an_afternoon(now: datetime) -> Gathering:
    """Two came by reservation, one of them went home; one was welcomed by name, three without, one is still to come."""
    where = await hybrid(now, 5)
    family = await where.take("みかん", "online", "listener", role="family")
    phone = await where.take("りんご", "in_person", "talk", way="telephone")
    await where.take("ぶどう", "in_person", "talk", role="participant")
    await check_in(where.at(START), family.id)
    await check_in(where.at(START), phone.id)
    await went_home(where.at(START), phone.id)
    pool = (await where.pool()).id
    await welcome(where.at(START, nonce()), pool, "もも", secret=SECRET)
    await walk_in(where.at(START), pool, 3)
    return where


AN_AFTERNOON = [
    ("in_person", "talk", "reserved", "unsaid", 1),
    ("in_person", "talk", "walk_in", "unsaid", 4),
    ("online", "listener", "reserved", "family", 1),
]


async def test_forgetting_changes_no_figure(database: Database, now: datetime) -> None:
    where = await an_afternoon(now)
    before = await november(where, END)
    assert await heads(where, END) == AN_AFTERNOON
    assert await forget(FORGOTTEN, ZONE) == 1
    assert await november(where, FORGOTTEN) == before
    await walk_in(where.at(FORGOTTEN), (await where.pool()).id)
    assert (await heads(where, FORGOTTEN))[1] == ("in_person", "talk", "walk_in", "unsaid", 5)
    forgotten_twice = await november(where, FORGOTTEN)
    await forget(FORGOTTEN, ZONE)
    assert await november(where, FORGOTTEN) == forgotten_twice


async def test_what_goes_on_is_counted_when_it_is_over(sqlite_database: Database, now: datetime) -> None:
    where = await an_afternoon(now)
    assert await november(where, END - timedelta(seconds=1)) == ()
    assert len(await november(where, END)) == 1


async def test_an_organiser_puts_heads_right_and_back(database: Database, now: datetime) -> None:
    where = await an_afternoon(now)
    owner = await owner_of(where)
    right = [Correction("in_person", "talk", 2, 6), Correction("online", "listener", 1, 0)]
    await correct_heads(owner, where.id, right, now=FORGOTTEN, zone=ZONE)
    await forget(FORGOTTEN, ZONE)
    assert await heads(where) == [
        ("in_person", "talk", "reserved", "unsaid", 2),
        ("in_person", "talk", "walk_in", "unsaid", 6),
        ("online", "listener", "reserved", "family", 1),
    ]
    _, at_the_door = await counted_session(where.id)
    assert sum(each.count for each in at_the_door) == 6
    await correct_heads(owner, where.id, [], now=FORGOTTEN, zone=ZONE)
    assert await heads(where) == AN_AFTERNOON


async def test_what_cannot_be_put_right_is_told(sqlite_database: Database, now: datetime) -> None:
    where = await small(now)
    owner = await owner_of(where)

    async def put(organisation: object, number: int, at: datetime, seat: str = "talk") -> None:
        wish = [Correction("in_person", seat, number, 0)]  # type: ignore[arg-type]
        await correct_heads(organisation, where.id, wish, now=at, zone=ZONE)  # type: ignore[arg-type]

    with pytest.raises(Refused, match="まだ終わっていません"):
        await put(owner, 1, START)
    with pytest.raises(Unusable):
        await put(owner, 10_000, END)
    with pytest.raises(Unknown):
        await put(owner, 1, END, "listener")
    with pytest.raises(Unknown):
        await put(await add_organisation("elsewhere"), 1, END)
    await rows("UPDATE session SET state = 'cancelled' WHERE id = {}", where.id)
    with pytest.raises(Refused, match="中止"):
        await put(owner, 1, END)
    assert await rows("SELECT * FROM head_correction") == []


async def test_a_closed_month_keeps_its_figures_whatever_happens(database: Database, now: datetime) -> None:
    where = await an_afternoon(now)
    owner = await owner_of(where)
    with pytest.raises(Refused, match="翌月"):
        await close_month(owner, NOVEMBER, now=FORGOTTEN, zone=ZONE)
    await close_month(owner, NOVEMBER, now=DECEMBER, zone=ZONE)
    before = await november(where)
    with pytest.raises(MonthClosed):
        await correct_heads(owner, where.id, [], now=DECEMBER, zone=ZONE)
    with pytest.raises(MonthClosed):
        await close_month(owner, NOVEMBER, now=DECEMBER, zone=ZONE)
    await walk_in(where.at(DECEMBER), (await where.pool()).id, 9, above=True)
    await rows("UPDATE series SET title = {}", "別の名前")
    await rows("UPDATE session SET date = {}", date(2026, 12, 24))
    await forget(DECEMBER, ZONE)
    assert await november(where) == before
    year = (date(2026, 4, 1), date(2027, 3, 31))
    christmas = datetime(2026, 12, 25, tzinfo=UTC)
    assert await counted_sessions(owner, *year, now=christmas, zone=ZONE) == before
    [closed] = await closed_months(owner, NOVEMBER, NOVEMBER)
    assert (closed.counting, closed.definition) == (1, DEFINITIONS[1])


@pytest.mark.parametrize("tries", range(3))
async def test_a_correction_is_in_the_closed_figures_or_is_told_that_it_came_too_late(
    database: Database, now: datetime, tries: int
) -> None:
    where = await an_afternoon(now)
    owner = await owner_of(where)
    right = [Correction("in_person", "talk", 7, 7)]
    put, closed = await asyncio.gather(
        correct_heads(owner, where.id, right, now=DECEMBER, zone=ZONE),
        close_month(owner, NOVEMBER, now=DECEMBER, zone=ZONE),
        return_exceptions=True,
    )
    assert closed is None
    [found] = await november(where)
    assert (found.total, put) in [(15, None), (6, put)]
    assert found.total == 15 or isinstance(put, MonthClosed)


async def test_an_open_month_with_the_lock_taken_away_would_miss_it(
    sqlite_database: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: without the conditional write a correction of a closed month goes through."""
    where = await an_afternoon(now)
    owner = await owner_of(where)
    await close_month(owner, NOVEMBER, now=DECEMBER, zone=ZONE)

    async def nothing(*_: object) -> None: ...

    monkeypatch.setattr("app.actions.correct_heads.touch_open_month", nothing)
    await correct_heads(owner, where.id, [Correction("in_person", "talk", 7, 7)], now=DECEMBER, zone=ZONE)
    assert len(await rows("SELECT * FROM head_correction")) == 1


async def test_a_session_is_counted_once_for_the_owner_on_its_date(database: Database, now: datetime) -> None:
    ward, council = await add_organisation("ward"), await add_organisation("shakyo")
    series = await add_series(ward, "salon")
    await add_host(series, council, "共催")
    for day in (date(2026, 10, 10), date(2026, 11, 10)):
        await add_pool(await add_session(series, day), arrived=6)
    await add_owner(series, council, date(2026, 11, 1))
    found = {
        organisation: await counted_sessions(
            organisation, date(2026, 4, 1), date(2027, 3, 31), now=DECEMBER, zone=ZONE
        )
        for organisation in (ward, council)
    }
    assert [(str(each.date), each.total) for each in found[ward]] == [("2026-10-10", 6)]
    assert [(str(each.date), each.total) for each in found[council]] == [("2026-11-10", 6)]


async def test_only_what_was_held_or_called_off_has_a_place_in_it(
    sqlite_database: Database, now: datetime
) -> None:
    owner = await add_organisation("ward")
    series, meeting = await add_series(owner), await add_series(owner, "staff", internal=True, listed=False)
    await add_session(series, DAY, state="cancelled", cancel_reason="大雪")
    await add_session(series, DAY, state="planned")
    came = await add_session(series, DAY, state="planned")
    await add_pool(came, arrived=2)
    await add_session(meeting, DAY)
    found = await counted_month(owner, NOVEMBER, now=DECEMBER, zone=ZONE)
    assert sorted((each.held, each.total) for each in found) == [(False, 0), (True, 2)]
