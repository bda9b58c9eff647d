"""A series made from what an organiser fills in, with the sessions of fifteen months."""

import asyncio
from datetime import date, datetime, time

import pytest

from app.actions.extend import extend
from app.domain.errors import Misfilled, Unusable
from app.domain.planning import LinePool, Place, horizon
from app.domain.series_wish import HandDate, LineWish, SeriesWish, check_series
from app.domain.session_ids import session_id
from app.storage.engine import rows
from app.storage.series import owner_on, series_by_id
from tests.actions.programme import EVEN_FRIDAYS, TODAY, ZONE, house, lines_of, sessions_of, standing
from tests.rig.databases import Database
from tests.rig.town import add_venue


async def test_even_months_third_fridays_for_fifteen_months(database: Database, now: datetime) -> None:
    series = await (await house(now)).series(EVEN_FRIDAYS)
    assert await standing(series) == [
        "2026-12-18", "2027-02-19", "2027-04-16", "2027-06-18", "2027-08-20", "2027-10-15", "2027-12-17", "2028-02-18",
    ]  # fmt: skip


async def test_a_session_has_hours_pools_a_venue_and_the_id_of_its_line_and_date(
    database: Database, now: datetime
) -> None:
    place = await house(now)
    series = await place.series(EVEN_FRIDAYS)
    first = (await sessions_of(series))[0]
    assert first.id == session_id(series, (await lines_of(series))[0], date(2026, 12, 18), "1330-1530")
    assert (first.starts, first.ends, first.state) == (time(13, 30), time(15, 30), "planned")
    assert first.venue is not None and first.venue.id == place.venue
    assert [(pool.mode, pool.seat, pool.capacity) for pool in first.pools] == [("in_person", "talk", 8)]


async def test_extending_again_makes_nothing(database: Database, now: datetime) -> None:
    series = await (await house(now)).series("毎週火曜 10時～12時")
    before = await sessions_of(series)
    assert (await extend(now, TODAY, zone=ZONE)).made == 0
    assert await sessions_of(series) == before


async def test_a_month_later_the_horizon_has_moved(database: Database, now: datetime) -> None:
    await (await house(now)).series("毎月1日 10時～12時")
    assert (await extend(now, date(2026, 12, 1), zone=ZONE)).made == 1


def test_the_horizon_is_never_nearer_than_fifteen_months() -> None:
    assert horizon(date(2026, 11, 30)) == date(2028, 2, 29)


async def test_removed_dates_are_not_made_and_moved_ones_are_elsewhere(
    database: Database, now: datetime
) -> None:
    series = await (await house(now)).series(
        "毎月第3金曜 13:30～15:30",
        removed=(date(2026, 11, 20),),
        moved={date(2026, 12, 18): date(2026, 12, 17)},
    )
    await extend(now, TODAY, zone=ZONE)
    found = await sessions_of(series, last=date(2027, 1, 31))
    assert [(str(each.date), each.former_date) for each in found] == [
        ("2026-12-17", None),
        ("2027-01-15", None),
    ]


async def test_words_that_are_not_understood_stop_nobody(database: Database, now: datetime) -> None:
    series = await (await house(now)).series(
        "気が向いたとき",
        added=(
            HandDate(date=date(2026, 12, 5), starts=time(13), ends=time(15)),
            HandDate(date=date(2026, 12, 19)),
        ),
    )
    assert [(str(each.date), each.starts, each.by_hand) for each in await sessions_of(series)] == [
        ("2026-12-05", time(13), True),
        ("2026-12-19", None, True),
    ]


async def test_a_date_by_hand_takes_the_hours_of_the_rule(database: Database, now: datetime) -> None:
    series = await (await house(now)).series(EVEN_FRIDAYS, added=(HandDate(date=date(2026, 11, 20)),))
    first = (await sessions_of(series))[0]
    assert (first.date, first.starts, first.ends) == (date(2026, 11, 20), time(13, 30), time(15, 30))


async def test_a_promise_gives_no_dates_and_is_kept(database: Database, now: datetime) -> None:
    series = await (await house(now)).series("年5回")
    assert await standing(series) == []
    found = await rows("SELECT promise_count, promise_per FROM line WHERE series_id = {}", series)
    assert found == [{"promise_count": 5, "promise_per": "year"}]


async def test_ten_venues_are_dealt_in_turn_and_an_exclusion_never_shifts_the_later_ones(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    venues = [await add_venue(f"v{number:02}") for number in range(10)]
    series = await here.series("毎月10日 14時～16時", places=tuple(Place(venue) for venue in venues))
    found = await sessions_of(series)
    assert [each.venue and each.venue.slug for each in found[:11]] == [
        *(f"v{number:02}" for number in range(10)), "v00",
    ]  # fmt: skip


async def test_a_linked_series_starts_when_its_parent_ends(database: Database, now: datetime) -> None:
    here = await house(now)
    parent = await here.series(EVEN_FRIDAYS)
    child = await here.series_of(
        LineWish(words="サロン終了後", pools=(LinePool("in_person", "talk", "number", 2),)),
        title="相談",
        parent_id=parent,
        parent_gap=15,
        eligibility="区内在住の方",
    )
    parents, children = await sessions_of(parent), await sessions_of(child)
    assert [(each.date, each.parent_id, each.starts) for each in children] == [
        (each.date, each.id, time(15, 45)) for each in parents
    ]
    assert children[0].venue == parents[0].venue


async def test_a_holiday_is_kept_and_asked_about(database: Database, now: datetime) -> None:
    series = await (await house(now)).series("毎週月曜 10時～12時")
    found = {str(each.date): (each.flag, each.state) for each in await sessions_of(series)}
    assert found["2026-11-23"] == ("holiday", "planned")
    assert found["2026-11-30"] == (None, "planned")


async def test_an_opened_date_is_not_asked_about(database: Database, now: datetime) -> None:
    series = await (await house(now)).series("毎週月曜 10時～12時", opened=(date(2026, 11, 23),))
    assert (await sessions_of(series, last=date(2026, 11, 23)))[-1].flag is None


async def test_the_organisation_owns_the_series_from_the_beginning(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series()
    owner = await owner_on(series, date(2026, 4, 1))
    assert owner is not None and owner.id == here.organisation


async def test_every_series_gets_an_address_of_its_own(database: Database, now: datetime) -> None:
    here = await house(now)
    first, second = await here.series(), await here.series()
    found = await series_by_id({first, second})
    assert found[first].slug != found[second].slug
    assert found[first].discreet_title == "予定"


async def test_a_taken_address_is_refused(database: Database, now: datetime) -> None:
    here = await house(now)
    await here.series_of(slug="salon")
    with pytest.raises(Unusable, match="もう使われています"):
        await here.series_of(slug="salon")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "  "),
        ("discreet_title", "ひきこもり相談"),
        ("web", "javascript:alert(1)"),
        ("phone", "あとで"),
        ("slug", "サロン"),
        ("registration", "いつでも"),
        ("closes_minutes", -1),
    ],
)
def test_what_cannot_be_used_is_named_with_its_field(field: str, value: object) -> None:
    with pytest.raises(Misfilled) as refusal:
        check_series(SeriesWish(**({"title": "サロン"} | {field: value})))  # type: ignore[arg-type]
    assert list(refusal.value.messages) == [field]


def test_a_capacity_of_nothing_is_no_capacity() -> None:
    with pytest.raises(Misfilled):
        check_series(
            SeriesWish(title="サロン"), (LineWish(pools=(LinePool("in_person", "talk", "number", 0),)),)
        )


async def test_two_who_extend_at_once_make_each_session_once(database: Database, now: datetime) -> None:
    here = await house(now)
    venues = tuple([Place(await add_venue(f"v{number}")) for number in range(3)])
    series = await here.series("毎週火曜 10時～12時", places=venues)
    later = date(2027, 3, 1)
    made = await asyncio.gather(*(extend(now, later, zone=ZONE) for _ in range(4)))
    found = await sessions_of(series, last=date(2028, 6, 30))
    assert sum(each.made for each in made) == len([each for each in found if each.date > date(2028, 2, 29)])
    assert [each.venue and each.venue.slug for each in found] == [
        f"v{turn % 3}" for turn in range(len(found))
    ]


async def test_the_crowd_would_see_doubles_without_the_lock(
    postgresql_database: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control of the test above: without the lock the unique key has to refuse."""

    all_here = asyncio.Barrier(4)

    async def no_lock(_ids: object) -> None:
        await all_here.wait()

    await (await house(now)).series("毎週火曜 10時～12時")
    monkeypatch.setattr("app.actions.extend.lock_lines", no_lock)
    monkeypatch.setattr("app.storage.transactions.TRIES_TO_BE_UNIQUE", 1)
    later = date(2027, 3, 1)
    done = await asyncio.gather(*(extend(now, later, zone=ZONE) for _ in range(4)), return_exceptions=True)
    assert any(isinstance(each, Exception) for each in done)
