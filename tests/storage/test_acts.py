"""The log of acts is written with the act, and forgotten after three years."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from app.actions.add_user import add_user
from app.domain.acts import Act
from app.storage.acts import acting, acts_of, forget_acts, record_act, record_sessions
from app.storage.engine import rows
from app.storage.transactions import write
from tests.rig.clock import Clock
from tests.rig.databases import Database
from tests.rig.town import add_organisation, add_series, add_session

MAIL = "hanako@example.org"
DAY = date(2026, 12, 6)


class Undone(Exception):
    """What makes a write fail in the end."""


async def told(organisation_id: UUID) -> list[tuple[object, ...]]:
    return [
        (each.what, each.mail, each.about_mail, each.title, each.date, each.number)
        for each in await acts_of(organisation_id, 10)
    ]


async def test_many_sessions_of_one_series_are_one_act_of_whoever_acts(
    database: Database, clock: Clock
) -> None:
    ward = await add_organisation("ward")
    series = await add_series(ward, "salon")
    sessions = [await add_session(series, DAY + timedelta(days=7 * n)) for n in range(3)]
    acting(await add_user(MAIL, "a good long password", "organiser", clock(), organisation="ward"))
    clock.move(minutes=1)
    await write(lambda: record_sessions("room_granted", sessions, clock()))
    [title] = await rows("SELECT title FROM series")
    assert (await told(ward))[0] == ("room_granted", MAIL, None, title["title"], DAY, 3)


async def test_what_is_undone_was_never_said(database: Database, clock: Clock) -> None:
    ward = await add_organisation("ward")

    async def work() -> None:
        await record_act(Act(what="embedding_set", organisation_id=ward), clock())
        raise Undone

    with pytest.raises(Undone):
        await write(work)
    assert await told(ward) == []


async def test_no_act_is_recorded_outside_of_its_write(sqlite_database: Database, clock: Clock) -> None:
    with pytest.raises(RuntimeError):
        await record_act(Act(what="embedding_set"), clock())


async def test_acts_and_ended_accounts_are_forgotten_after_three_years(
    database: Database, clock: Clock
) -> None:
    ward = await add_organisation("ward")
    staff = await add_user(MAIL, "a good long password", "organiser", clock(), organisation="ward")
    act = Act(what="person_ended", organisation_id=ward, about_id=staff)
    acting(staff)
    await write(lambda: record_act(act, clock()))
    await rows("UPDATE staff SET active = {}", False)
    seen = []
    for days in (0, 3 * 365, 2):
        clock.move(days=days)
        await forget_acts(clock())
        seen.append((len(await rows("SELECT id FROM act")), len(await rows("SELECT id FROM staff"))))
    assert seen == [(2, 1), (2, 1), (0, 0)]
