"""Two who publish at the same moment: one edition, and the other is told."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, time, timedelta

import pytest

from app.actions import publish as publishing
from app.actions.move_session import move
from app.actions.publish import digest_of, preview_publication, publish
from app.actions.session_changes import Spot
from app.domain.draft import OthersChanged
from app.domain.errors import Overloaded
from app.domain.programme import Organisation
from app.storage.editions import lock_organisation
from app.storage.engine import rows
from app.storage.organisations import organisation_of
from app.storage.transactions import write
from tests.actions.programme import TODAY, House, house, sessions_of
from tests.rig.databases import Database

DECEMBER = date(2026, 12, 1)
MOMENT = 0.3


async def seen(here: House) -> str:
    """The sign of the preview as it is now."""
    return digest_of(await preview_publication(here.organisation, DECEMBER, now=here.now))


@asynccontextmanager
async def held_back(here: House) -> AsyncIterator[None]:
    """Somebody's write on the organisation, not kept until what is inside has run for a moment."""
    done, go = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        await lock_organisation(here.organisation)
        await publish(here.organisation, DECEMBER, now=here.now)
        done.set()
        await go.wait()

    task = asyncio.create_task(write(work))
    await done.wait()
    asyncio.get_running_loop().call_later(MOMENT, go.set)
    yield
    await task


async def test_the_second_of_two_is_told_that_the_first_was_quicker(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    await here.series()
    shown = await seen(here)
    async with held_back(here):
        [done] = await publish(here.organisation, DECEMBER, seen=shown, now=now)
    assert (done.new, done.by_others) == (False, True)
    assert done.words == "12月は、ほかの方が先に第1版を出しました。"
    assert (await rows("SELECT COUNT(*) AS n FROM edition"))[0]["n"] == 1


async def test_without_the_lock_the_second_would_not_know(
    postgresql_database: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = await house(now)
    await here.series()
    shown = await seen(here)

    async def unlocked(organisation_id: object) -> Organisation:
        return organisation_of((await rows("SELECT * FROM organisation WHERE id = {}", organisation_id))[0])

    async with held_back(here):
        monkeypatch.setattr(publishing, "lock_organisation", unlocked)
        with pytest.raises(Overloaded):
            await publish(here.organisation, DECEMBER, seen=shown, now=now)


async def test_nothing_else_goes_out_than_what_was_seen(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series()
    shown = await seen(here)
    [session] = await sessions_of(series, DECEMBER, date(2026, 12, 31))
    await move(session.id, Spot(date=date(2026, 12, 17), starts=time(10)), now=now, today=TODAY)
    with pytest.raises(OthersChanged):
        await publish(here.organisation, DECEMBER, seen=shown, now=now)
    [done] = await publish(here.organisation, DECEMBER, seen=await seen(here), now=now)
    assert done.new


async def test_publishing_again_what_was_seen_makes_no_edition(database: Database, now: datetime) -> None:
    here = await house(now)
    await here.series()
    await publish(here.organisation, DECEMBER, now=now)
    [done] = await publish(here.organisation, DECEMBER, seen=await seen(here), now=now + timedelta(hours=1))
    assert (done.new, done.by_others) == (False, False)
