"""Closures of venues and organisations act on top of every rule."""

from datetime import date, datetime

import pytest

from app.actions.close_days import close_days, open_days
from app.actions.extend import extend
from app.domain.errors import Unusable
from app.domain.planning import Place, Rest
from tests.actions.programme import TODAY, ZONE, house, reserve_roughly, sessions_of, standing, tasks
from tests.rig.databases import Database
from tests.rig.town import add_venue

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 10)
TUESDAYS = "毎週火曜 10時～12時"


async def test_a_closed_venue_calls_its_sessions_off_with_the_reason(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    series = await here.series(TUESDAYS)
    await reserve_roughly((await sessions_of(series))[2].id, 2)
    done = await close_days(Rest(FIRST, LAST, "改修工事", venue_id=here.venue), now=now, today=TODAY)
    assert ([str(each.date) for each in done.sessions], done.reservations) == (
        ["2026-12-01", "2026-12-08"],
        2,
    )
    found = [each for each in await sessions_of(series) if each.state == "cancelled"]
    assert [each.cancel_reason for each in found] == ["改修工事"] * 2
    assert len(await tasks()) == 2


async def test_a_closed_organisation_calls_off_only_its_own(database: Database, now: datetime) -> None:
    here, there = await house(now), await house(now, "other")
    ours, theirs = await here.series(TUESDAYS), await there.series(TUESDAYS)
    await close_days(
        Rest(FIRST, LAST, "事務局の休み", organisation_id=here.organisation), now=now, today=TODAY
    )
    assert "2026-12-01" not in await standing(ours)
    assert "2026-12-01" in await standing(theirs)


async def test_sessions_made_later_are_cancelled_from_the_start(database: Database, now: datetime) -> None:
    here = await house(now)
    await close_days(Rest(FIRST, LAST, "改修工事", venue_id=here.venue), now=now, today=TODAY)
    series = await here.series(TUESDAYS)
    assert [(str(each.date), each.cancel_reason) for each in await sessions_of(series) if each.state == "cancelled"] == [
        ("2026-12-01", "改修工事"), ("2026-12-08", "改修工事"),
    ]  # fmt: skip
    assert (await extend(now, TODAY, zone=ZONE)).made == 0


async def test_a_closure_never_shifts_the_later_venues_of_a_rotation(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    venues = [await add_venue(f"v{number}") for number in range(3)]
    await close_days(Rest(FIRST, LAST, "改修工事", venue_id=venues[2]), now=now, today=TODAY)
    series = await here.series(TUESDAYS, places=tuple(Place(venue) for venue in venues))
    found = [(each.venue and each.venue.slug, each.state) for each in (await sessions_of(series))[:5]]
    assert found == [
        ("v0", "planned"),
        ("v1", "planned"),
        ("v2", "cancelled"),
        ("v0", "planned"),
        ("v1", "planned"),
    ]


async def test_a_lifted_closure_brings_its_sessions_back(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series(TUESDAYS, in_room=True)
    before = await standing(series)
    done = await close_days(Rest(FIRST, LAST, "改修工事", venue_id=here.venue), now=now, today=TODAY)
    await open_days(done.closure_id, now=now, today=TODAY, zone=ZONE)
    assert await standing(series) == before
    assert {each.room_state for each in await sessions_of(series)} == {"granted"}


@pytest.mark.parametrize(
    "rest",
    [
        pytest.param((LAST, FIRST, "工事"), id="the end before the start"),
        pytest.param((FIRST, date(2036, 1, 1), "工事"), id="ten years"),
        pytest.param((FIRST, LAST, " "), id="no reason"),
    ],
)
async def test_a_closure_that_cannot_be_is_refused(
    sqlite_database: Database, now: datetime, rest: tuple[date, date, str]
) -> None:
    here = await house(now)
    with pytest.raises(Unusable):
        await close_days(Rest(*rest, venue_id=here.venue), now=now, today=TODAY)
