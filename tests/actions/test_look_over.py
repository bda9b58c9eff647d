"""A second person looks before a month goes out, where the organisation wants so."""

from datetime import date, datetime, time
from uuid import UUID

import pytest

from app.actions.add_user import add_user
from app.actions.look_over import look_over, make_draft
from app.actions.move_session import move
from app.actions.publish import publish
from app.actions.session_changes import Spot
from app.actions.set_publishing import set_publishing
from app.domain.draft import NobodyElse, NotLookedAt, OthersChanged, OwnDraft
from app.domain.errors import Unknown
from app.domain.ward_paper import WardPaper
from app.storage.drafts import draft_of
from app.storage.engine import rows
from app.storage.publishing import Publishing, publishing_of
from tests.actions.programme import TODAY, House, house, sessions_of
from tests.rig.databases import Database

DECEMBER = date(2026, 12, 1)
FIRST, SECOND = UUID(int=1), UUID(int=2)
TWICE = Publishing(second_look=True)


async def looked_at(now: datetime) -> House:
    """An organisation with two organisers that wants every month looked at, with a series."""
    here = await house(now)
    for mail in ("a@example.org", "b@example.org"):
        await add_user(mail, "a good long password", "organiser", now, organisation="ward")
    await set_publishing(here.organisation, TWICE, now)
    await here.series()
    return here


async def editions() -> int:
    return int((await rows("SELECT COUNT(*) AS n FROM edition"))[0]["n"])


async def test_nothing_goes_out_that_nobody_else_has_seen(database: Database, now: datetime) -> None:
    here = await looked_at(now)
    with pytest.raises(NotLookedAt):
        await publish(here.organisation, DECEMBER, now=now)
    await make_draft(here.organisation, DECEMBER, staff_id=FIRST, now=now)
    with pytest.raises(NotLookedAt):
        await publish(here.organisation, DECEMBER, staff_id=FIRST, now=now)
    assert await editions() == 0


async def test_who_made_the_draft_cannot_be_the_one_who_looks(database: Database, now: datetime) -> None:
    here = await looked_at(now)
    await make_draft(here.organisation, DECEMBER, staff_id=FIRST, now=now)
    with pytest.raises(OwnDraft):
        await look_over(here.organisation, DECEMBER, staff_id=FIRST, now=now)
    await look_over(here.organisation, DECEMBER, staff_id=SECOND, now=now)
    [done] = await publish(here.organisation, DECEMBER, staff_id=FIRST, now=now)
    assert done.new and await editions() == 1
    assert await draft_of(here.organisation, DECEMBER) is None


async def test_a_look_counts_only_for_what_was_seen(database: Database, now: datetime) -> None:
    here = await looked_at(now)
    await make_draft(here.organisation, DECEMBER, staff_id=FIRST, now=now)
    await look_over(here.organisation, DECEMBER, staff_id=SECOND, now=now)
    [series] = [row["id"] for row in await rows("SELECT id FROM series")]
    [session] = await sessions_of(series, DECEMBER, date(2026, 12, 31))
    await move(session.id, Spot(date=date(2026, 12, 17), starts=time(10)), now=now, today=TODAY)
    with pytest.raises(NotLookedAt):
        await publish(here.organisation, DECEMBER, now=now)
    with pytest.raises(OthersChanged):
        await look_over(here.organisation, DECEMBER, staff_id=SECOND, now=now)


async def test_a_look_at_one_month_is_none_at_three(database: Database, now: datetime) -> None:
    here = await looked_at(now)
    await make_draft(here.organisation, DECEMBER, staff_id=FIRST, now=now)
    await look_over(here.organisation, DECEMBER, staff_id=SECOND, now=now)
    with pytest.raises(NotLookedAt):
        await publish(here.organisation, DECEMBER, months=3, now=now)


async def test_nobody_looks_where_there_is_no_draft(sqlite_database: Database, now: datetime) -> None:
    here = await looked_at(now)
    with pytest.raises(Unknown):
        await look_over(here.organisation, DECEMBER, staff_id=SECOND, now=now)


async def test_an_organiser_alone_cannot_ask_for_a_second_look(database: Database, now: datetime) -> None:
    here = await house(now)
    await add_user("a@example.org", "a good long password", "organiser", now, organisation="ward")
    with pytest.raises(NobodyElse):
        await set_publishing(here.organisation, TWICE, now)
    assert await publishing_of(here.organisation) == Publishing()


async def test_what_was_chosen_is_kept(database: Database, now: datetime) -> None:
    here = await house(now)
    chosen = Publishing(ward=WardPaper(limit=300, months=2, day=5))
    await set_publishing(here.organisation, chosen, now)
    assert await publishing_of(here.organisation) == chosen
    await here.series()
    assert (await publish(here.organisation, DECEMBER, now=now))[0].new
