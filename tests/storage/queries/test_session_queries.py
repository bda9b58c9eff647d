from datetime import date
from uuid import UUID

import pytest

from app.domain.visibility import session_is_public
from app.storage.sessions import children_of, public_session_by_id, session_by_id, sessions_between
from tests.rig import town
from tests.rig.databases import Database
from tests.rig.statements import sent_statements

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
DAY = date(2026, 11, 22)


async def found(**filters: object) -> list[UUID]:
    return [session.id for session in await sessions_between(FIRST, LAST, **filters)]  # type: ignore[arg-type]


@pytest.fixture
async def series(database: Database) -> UUID:
    return await town.add_series(await town.add_organisation())


async def test_sessions_come_by_date_and_start_with_unknown_starts_first(series: UUID) -> None:
    later = await town.add_session(series, DAY, "14:00")
    unknown = await town.add_session(series, DAY, None, None)
    morning = await town.add_session(series, DAY, "10:00")
    before = await town.add_session(series, FIRST, "18:00")
    assert await found() == [before, unknown, morning, later]


async def test_both_ends_of_the_span_are_included(series: UUID) -> None:
    inside = [await town.add_session(series, FIRST), await town.add_session(series, LAST)]
    await town.add_session(series, date(2026, 10, 31))
    await town.add_session(series, date(2026, 12, 1))
    assert await found() == inside


async def test_a_limit_gives_the_first_ones_that_may_be_seen(series: UUID) -> None:
    await town.add_session(await town.add_series(await town.add_organisation("b"), "b", listed=False), FIRST)
    first = await town.add_session(series, FIRST, "15:00")
    await town.add_session(series, DAY)
    assert await found(limit=1) == [first]


async def test_a_session_comes_with_all_that_belongs_to_it(database: Database) -> None:
    owner = await town.add_organisation("npo", name="まちの会", area="狛江市")
    venue = await town.add_venue("nanbu", name="ふらっとなんぶ", address="1-2-3")
    series = await town.add_series(owner, "furatto", title="ふらっと", audience="participant,family")
    session = await town.add_session(series, DAY, venue_id=venue)
    for mode, seat in (("online", "listener"), ("in_person", "listener"), ("in_person", "talk")):
        await town.add_pool(session, mode, seat, capacity=4)
    await town.add_booking(await town.add_room(venue, "和室"), session)
    seen = await session_by_id(session)
    assert seen is not None
    assert (seen.series.title, seen.series.audience, seen.owner and seen.owner.name) == (
        "ふらっと",
        ("participant", "family"),
        "まちの会",
    )
    assert (seen.venue and seen.venue.name, seen.room_name, seen.room_state) == (
        "ふらっとなんぶ",
        "和室",
        "granted",
    )
    assert [(pool.mode, pool.seat) for pool in seen.pools] == [
        ("in_person", "talk"),
        ("in_person", "listener"),
        ("online", "listener"),
    ]
    assert seen.modes == ("in_person", "online")
    assert seen.starts is not None and seen.starts.isoformat() == "13:30:00"


async def test_a_granted_room_is_shown_before_a_refused_one(series: UUID) -> None:
    session = await town.add_session(series, DAY)
    venue = await town.add_venue()
    await town.add_booking(await town.add_room(venue, "大広間"), session, "refused")
    await town.add_booking(await town.add_room(venue, "和室"), session, "granted")
    seen = await session_by_id(session)
    assert seen is not None and (seen.room_name, seen.room_state) == ("和室", "granted")


async def test_the_owner_follows_the_date_of_the_session(database: Database) -> None:
    old, new = await town.add_organisation("old"), await town.add_organisation("new")
    series = await town.add_series(old)
    await town.add_owner(series, new, DAY)
    await town.add_session(series, date(2026, 11, 21))
    await town.add_session(series, DAY)
    seen = await sessions_between(FIRST, LAST)
    assert [session.owner.slug for session in seen if session.owner] == ["old", "new"]


async def test_an_organisation_lists_what_it_owns_that_day_and_what_it_has_a_part_in(
    database: Database,
) -> None:
    old, new, third = [await town.add_organisation(slug) for slug in ("old", "new", "third")]
    series = await town.add_series(old)
    await town.add_owner(series, new, DAY)
    await town.add_host(series, third)
    before, after = await town.add_session(series, FIRST), await town.add_session(series, DAY)
    assert await found(organisation_id=old) == [before]
    assert await found(organisation_id=new) == [after]
    assert await found(organisation_id=third) == [before, after]


async def test_an_audience_finds_its_own_and_those_for_everybody(database: Database) -> None:
    owner = await town.add_organisation()
    days = {}
    for slug, audience in (("a", "family"), ("b", "participant,family"), ("c", "participant"), ("d", "")):
        days[slug] = await town.add_session(await town.add_series(owner, slug, audience=audience), DAY)
    assert set(await found(audience="family")) == {days["a"], days["b"], days["d"]}


async def test_mode_seat_and_registration_narrow_the_list(database: Database) -> None:
    owner = await town.add_organisation()
    open_door = await town.add_session(await town.add_series(owner, "a", registration="walk_in"), FIRST)
    online = await town.add_session(await town.add_series(owner, "b", registration="reserve_required"), DAY)
    await town.add_pool(open_door, "in_person", "talk")
    await town.add_pool(online, "online", "listener")
    assert await found(mode="online") == [online]
    assert await found(seat="listener") == [online]
    assert await found(seat="talk", mode="in_person") == [open_door]
    assert await found(registration=("walk_in", "walk_in_or_reserve")) == [open_door]


async def test_the_area_is_the_venues_or_else_the_owners(database: Database) -> None:
    owner = await town.add_organisation(area="江戸川区")
    series = await town.add_series(owner)
    venue = await town.add_venue(area="狛江市")
    there = await town.add_session(series, DAY, venue_id=venue)
    nowhere = await town.add_session(series, LAST)
    assert (await found(area="狛江市"), await found(area="江戸川区")) == ([there], [nowhere])


@pytest.mark.parametrize("listed", [True, False])
@pytest.mark.parametrize("internal", [True, False])
@pytest.mark.parametrize("planned_shown", [True, False])
@pytest.mark.parametrize(
    ("state", "published"),
    [("published", True), ("planned", False), ("cancelled", True), ("cancelled", False)],
)
async def test_the_list_shows_exactly_what_the_rule_of_visibility_allows(
    sqlite_database: Database, listed: bool, internal: bool, planned_shown: bool, state: str, published: bool
) -> None:
    owner = await town.add_organisation()
    series = await town.add_series(owner, listed=listed, internal=internal, planned_shown=planned_shown)
    published_at = town.LONG_AGO if published else None
    session = await town.add_session(series, DAY, state=state, published_at=published_at)
    known = await session_by_id(session)
    assert known is not None
    allowed = [session] if session_is_public(known) else []
    assert await found() == allowed
    seen = await public_session_by_id(session)
    assert ([seen.id] if seen else []) == allowed
    assert await found(listed_only=False) == [session]


async def test_a_private_address_is_left_out_of_every_public_answer(database: Database) -> None:
    venue = await town.add_venue(
        address="4-5-6 ひみつ荘",
        way_in="赤いポストの隣",
        phone="03-0000-0000",
        address_public=False,
        area="狛江市",
    )
    series = await town.add_series(await town.add_organisation(), way_in="赤いポストの隣")
    session = await town.add_session(series, DAY, venue_id=venue, former_venue_id=venue)
    listed = await sessions_between(FIRST, LAST)
    single = await public_session_by_id(session)
    assert "ひみつ" not in repr((listed, single)) and "ポスト" not in repr((listed, single))
    assert single is not None and single.venue is not None and single.venue.area == "狛江市"
    known = await session_by_id(session)
    assert known is not None and known.venue is not None and known.venue.address == "4-5-6 ひみつ荘"


async def test_what_follows_a_session_is_found_with_it(series: UUID) -> None:
    salon = await town.add_session(series, DAY)
    consultation = await town.add_session(series, DAY, "16:00", "17:00", parent_id=salon)
    assert [child.id for child in await children_of(salon)] == [consultation]


async def test_no_session_is_an_empty_answer(database: Database) -> None:
    assert await found() == []
    assert await session_by_id(UUID(int=1)) is None


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement that a query sends."""
    return sent_statements(monkeypatch)


@pytest.mark.parametrize("number", [1, 40])
async def test_a_list_costs_the_same_statements_whatever_its_length(
    sqlite_database: Database, counted: list[str], number: int
) -> None:
    owner = await town.add_organisation()
    venue = await town.add_venue()
    for index in range(number):
        session = await town.add_session(await town.add_series(owner, f"s{index}"), DAY, venue_id=venue)
        await town.add_pool(session)
    counted.clear()
    assert len(await sessions_between(FIRST, LAST)) == number
    assert len(counted) == 7
