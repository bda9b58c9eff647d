"""Whatever lets those who wait move up lets them do so in the same act, and not only when the house is tidied."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from app.actions.cancel_session import cancel, restore
from app.actions.change_series import change_series
from app.actions.give_up import give_up
from app.actions.move_session import move
from app.actions.session_changes import Spot
from app.domain.series_wish import SeriesWish
from app.storage.engine import rows
from tests.actions.gathering import DAY, LAST_PROMOTION, ZONE, Gathering, nothing_is_miscounted, small
from tests.rig.databases import Database

Act = Callable[[Gathering], Awaitable[Any]]
TODAY = LAST_PROMOTION.astimezone(ZONE).date()


async def move_on(where: Gathering) -> None:
    await move(where.id, Spot(date=DAY + timedelta(days=7)), now=LAST_PROMOTION, today=TODAY, zone=ZONE)


async def move_along_with_its_parent(where: Gathering) -> None:
    parent = await small(where.now)
    await rows("UPDATE session SET parent_id = {} WHERE id = {}", parent.id, where.id)
    await move_on(parent)


async def promote_later(where: Gathering) -> None:
    wish = SeriesWish(title="サロン", discreet_title="予定", promotion_minutes=10)
    await change_series(where.series_id, wish, now=LAST_PROMOTION, zone=ZONE)


async def someone_waits_beside_a_free_place(now: datetime) -> Gathering:
    """After the 繰り上げの締切 a place was freed, and nobody moved up."""
    where = await small(now, 1)
    first = await where.take("先")
    await where.wait("後")
    await give_up(where.at(LAST_PROMOTION), first.id)
    assert await where.names() == [("後", None, "in_person/talk")]
    return where


@pytest.mark.parametrize("act", [move_on, move_along_with_its_parent, promote_later])
async def test_who_waits_moves_up_in_the_same_act(database: Database, now: datetime, act: Act) -> None:
    where = await someone_waits_beside_a_free_place(now)
    await act(where)
    assert await where.names() == [("後", "in_person/talk", None)]
    assert await nothing_is_miscounted()


async def test_who_waits_moves_up_when_the_session_is_restored(database: Database, now: datetime) -> None:
    where = await someone_waits_beside_a_free_place(now)
    await cancel(where.id, "台風", now=LAST_PROMOTION)
    await restore(where.id, now=now, zone=ZONE)
    assert await where.names() == [("後", "in_person/talk", None)]


async def test_a_move_within_the_deadline_lets_nobody_overtake(database: Database, now: datetime) -> None:
    """The control: an hour later on the same day the 繰り上げの締切 has still passed."""
    where = await someone_waits_beside_a_free_place(now)
    starts = (LAST_PROMOTION + timedelta(minutes=170)).astimezone(ZONE).time()
    await move(where.id, Spot(date=DAY, starts=starts), now=LAST_PROMOTION, today=TODAY, zone=ZONE)
    assert await where.names() == [("後", None, "in_person/talk")]


async def test_without_it_who_waits_would_wait_on(
    sqlite_database: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control."""

    async def nobody(*_: object) -> None:
        pass

    monkeypatch.setattr("app.actions.session_changes.promote_waiting", nobody)
    where = await someone_waits_beside_a_free_place(now)
    await move_on(where)
    assert await where.names() == [("後", None, "in_person/talk")]
