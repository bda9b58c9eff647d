"""Several hosts: printed beside the owner, listed with the co-hosts once, changed by the owner alone."""

from datetime import date, datetime
from uuid import UUID

import pytest

from app.actions.change_hosts import give_part, take_part
from app.actions.hand_over import hand_over
from app.domain.errors import Refused, Unusable
from app.domain.hosts import MOST_HOSTS, PARTS
from app.storage.hosts import hosts_by_id
from app.storage.organisations import organisations_by_id
from app.storage.series import hosts_of
from app.storage.sessions import sessions_between
from app.storage.tasks import open_tasks
from tests.actions.programme import TODAY, House, house, sessions_of
from tests.rig.databases import Database


async def printed(series: UUID, day: date = TODAY) -> list[tuple[str, str]]:
    return [(host.role, host.name) for host in await hosts_of(series, day)]


async def listed_with(here: House) -> list[str]:
    found = await sessions_between(
        TODAY, date(2027, 3, 31), organisation_id=here.organisation, listed_only=False
    )
    return [str(each.id) for each in found]


async def test_parts_are_printed_in_the_order_of_flyers(database: Database, now: datetime) -> None:
    ward, family = await house(now), await house(now, "family")
    series = await ward.series()
    for role, name in (
        ("後援", "東京都"),
        ("協力", "まちの図書館"),
        ("共催", "familyの会"),
        ("後援", "東京都"),
    ):
        await give_part(series, role, name, now=now, today=TODAY)
    assert await printed(series) == [
        ("主催", "wardの会"),
        ("共催", "familyの会"),
        ("協力", "まちの図書館"),
        ("後援", "東京都"),
    ]
    assert [task.text for task in await open_tasks(family.organisation)] == [
        "「サロン」に、共催として載りました。ちがうときは、wardの会に知らせてください。"
    ]


async def test_a_co_host_lists_the_sessions_once_and_the_owner_still_too(
    database: Database, now: datetime
) -> None:
    ward, family = await house(now), await house(now, "family")
    series = await ward.series()
    for role in ("共催", "協力"):
        await give_part(series, role, "familyの会", now=now, today=TODAY)
    ids = [str(each.id) for each in await sessions_of(series, TODAY, date(2027, 3, 31))]
    assert (await listed_with(family), await listed_with(ward)) == (ids, ids)


async def test_a_part_is_taken_away(database: Database, now: datetime) -> None:
    ward, family = await house(now), await house(now, "family")
    series = await ward.series()
    await give_part(series, "共催", "familyの会", now=now, today=TODAY)
    [host_id] = await hosts_by_id(series)
    for _ in range(2):
        await take_part(host_id, series, now=now, today=TODAY)
    assert (await printed(series), await listed_with(family)) == ([("主催", "wardの会")], [])


async def test_who_takes_a_series_on_is_printed_once(database: Database, now: datetime) -> None:
    ward, council = await house(now), await house(now, "shakyo")
    series = await ward.series()
    await give_part(series, "運営", "shakyoの会", now=now, today=TODAY)
    await give_part(series, "委託", "ひなた区", now=now, today=TODAY)
    april = date(2027, 4, 1)
    await hand_over(series, council.organisation, april, now=now, today=TODAY)
    assert await printed(series) == [("主催", "wardの会"), ("委託", "ひなた区"), ("運営", "shakyoの会")]
    assert await printed(series, april) == [("主催", "shakyoの会"), ("委託", "ひなた区")]


async def test_what_cannot_be_named(sqlite_database: Database, now: datetime) -> None:
    ward = await house(now)
    series = await ward.series()
    for role, name in (("主催", "東京都"), ("", "東京都"), ("後援", " "), ("後援", "都" * 61)):
        with pytest.raises(Unusable):
            await give_part(series, role, name, now=now, today=TODAY)
    [own] = (await organisations_by_id({ward.organisation})).values()
    with pytest.raises(Refused):
        await give_part(series, "共催", own.name, now=now, today=TODAY)
    for number in range(MOST_HOSTS):
        await give_part(series, PARTS[0], f"{number}番の会", now=now, today=TODAY)
    with pytest.raises(Refused):
        await give_part(series, PARTS[0], "もう一つの会", now=now, today=TODAY)
