"""Who stands at which door. Everybody else finds nothing there."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests.actions.gathering import DAY
from tests.rig.client import Client, client_of, settings_for, staff_member
from tests.rig.clock import Clock
from tests.rig.town import add_host, add_organisation, add_owner, add_pool, add_session, add_venue
from tests.web.facilitator.door import (
    FACILITATOR,
    Door,
    door_of,
    facilitator,
    session_of_others,
)

CANARY = "カナリア九一七"
PARTS = ("attendance", "sheet", "telephone", "capacity")


@pytest.fixture
async def door(client: Client, clock: Clock) -> Door:
    found = await door_of(client, clock)
    await found.take(CANARY)
    return found


async def statuses(client: Client, session_id: UUID) -> dict[str, int]:
    return {part: (await client.get(f"/staff/sessions/{session_id}/{part}")).status_code for part in PARTS}


async def signed_in_as(door: Door, mail: str) -> Client:
    other = client_of(door.client.app, settings_for(""))
    await other.sign_in(mail)
    return other


async def organiser_of_the_ward(door: Door, clock: Clock) -> Client:
    return await signed_in_as(
        door, await staff_member("shusai@example.org", "organiser", clock, organisation="ward")
    )


async def test_the_facilitator_of_the_series_sees_all_but_the_capacity(door: Door) -> None:
    assert await statuses(door.client, door.where.id) == {
        "attendance": 200,
        "sheet": 200,
        "telephone": 200,
        "capacity": 404,
    }


async def test_the_organiser_of_the_owner_sees_everything(door: Door, clock: Clock) -> None:
    organiser = await organiser_of_the_ward(door, clock)
    assert set((await statuses(organiser, door.where.id)).values()) == {200}


async def test_a_facilitator_of_another_series_finds_nothing(door: Door) -> None:
    _, other = await session_of_others()
    assert set((await statuses(door.client, other)).values()) == {404}
    act = await door.client.submit(door.page, {"act": "x"}, action=f"/staff/sessions/{other}/attendance")
    assert act.status_code == 404


async def test_a_session_that_is_not_there_looks_the_same(door: Door) -> None:
    _, other = await session_of_others()
    answers = [await door.client.get(f"/staff/sessions/{id_}/attendance") for id_ in (other, uuid4())]
    assert answers[0].content == answers[1].content


@pytest.mark.parametrize(
    "role",
    ["admin", "viewer", "venue_manager", "facilitator", "organiser of a co-host", "facilitator elsewhere"],
)
async def test_nobody_else_sees_a_nickname(door: Door, clock: Clock, role: str) -> None:
    await add_venue("house")
    await add_host(door.where.series_id, await add_organisation("friends"))
    mail = "hoka@example.org"
    match role:
        case "admin":
            await staff_member(mail, "admin", clock)
        case "viewer" | "facilitator":
            await staff_member(mail, role, clock, organisation="ward")
        case "venue_manager":
            await staff_member(mail, "venue_manager", clock, venue="house")
        case "organiser of a co-host":
            await staff_member(mail, "organiser", clock, organisation="friends")
        case "facilitator elsewhere":
            await facilitator(mail, clock, door.where.series_id, organisation="friends")
    other = await signed_in_as(door, mail)
    assert set((await statuses(other, door.where.id)).values()) == {404}
    assert CANARY not in (await other.get("/staff/sessions")).text


async def test_nicknames_follow_the_owner_of_the_date(door: Door, clock: Clock) -> None:
    await add_owner(door.where.series_id, await add_organisation("heirs"), DAY + timedelta(days=1))
    heir = await staff_member("tsugi@example.org", "organiser", clock, organisation="heirs")
    later = await add_session(door.where.series_id, DAY + timedelta(days=7))
    await add_pool(later, capacity=3)
    other = await signed_in_as(door, heir)
    seen = {
        who: [(await statuses(client, id_))["attendance"] for id_ in (door.where.id, later)]
        for who, client in {"heir": other, "giver": await organiser_of_the_ward(door, clock)}.items()
    }
    assert seen == {"heir": [404, 200], "giver": [200, 404]}


async def test_without_a_sign_in_every_door_leads_to_it(door: Door) -> None:
    nobody = client_of(door.client.app, settings_for(""))
    answer = await nobody.get(door.page)
    assert (answer.status_code, answer.headers["location"].split("?")[0]) == (303, "/staff/sign-in")


async def test_a_person_of_another_session_is_not_found_through_mine(door: Door, clock: Clock) -> None:
    stranger = await door.take("よそのひと")
    series_id, other = await session_of_others()
    mail = await facilitator("yoso@example.org", clock, series_id, organisation="others")
    client = await signed_in_as(door, mail)
    answer = await client.get(f"/staff/sessions/{other}/people/{stranger.id}")
    assert (answer.status_code, "よそのひと" in answer.text) == (410, False)


async def test_my_sessions_are_mine_alone(door: Door) -> None:
    _, other = await session_of_others()
    text = (await door.client.get("/staff/sessions")).text
    assert (f"/staff/sessions/{door.where.id}/attendance" in text, str(other) in text) == (True, False)
    assert CANARY not in text


async def test_a_capacity_is_changed_by_an_organiser_alone(door: Door, clock: Clock) -> None:
    pool = await door.where.pool()
    page = f"/staff/sessions/{door.where.id}/capacity"
    typed = {"pool": str(pool.id), "limit_kind": "number", "capacity": "１２"}
    refused = await door.client.submit(door.page, typed, action=page)
    organiser = await organiser_of_the_ward(door, clock)
    done = await organiser.submit(page, typed)
    assert (refused.status_code, done.status_code, (await door.where.pool()).capacity) == (404, 303, 12)
    wrong = await organiser.submit(page, typed | {"capacity": ""})
    assert (wrong.status_code, "定員の人数を書いてください。" in wrong.text) == (422, True)
    assert FACILITATOR not in wrong.text
