"""What each role finds on the first page after signing in."""

import re

import pytest

from app.domain.staff import Role
from tests.rig.client import Client, staff_member
from tests.rig.clock import Clock
from tests.rig.town import add_organisation, add_venue

DOOR = re.compile(r'<li><a href="(/staff/[^"]*)"><b>')


async def doors_of(client: Client, clock: Clock, role: Role, **of: str) -> list[str]:
    await add_organisation("ward", name="なぎの会")
    await add_venue("house", name="なぎの家")
    await client.sign_in(await staff_member("x@example.org", role, clock, **of))
    return DOOR.findall((await client.get("/staff")).text)


async def test_an_organiser_finds_their_organisation_and_the_door(client: Client, clock: Clock) -> None:
    found = await doors_of(client, clock, "organiser", organisation="ward")
    assert found == ["/staff/organisations/ward", "/staff/sessions"]


async def test_a_facilitator_finds_the_door_alone(client: Client, clock: Clock) -> None:
    assert await doors_of(client, clock, "facilitator", organisation="ward") == ["/staff/sessions"]


async def test_a_venue_manager_finds_the_rooms(client: Client, clock: Clock) -> None:
    assert await doors_of(client, clock, "venue_manager", venue="house") == ["/staff/venues/house/rooms"]


async def test_a_viewer_finds_the_organisation_and_no_door(client: Client, clock: Clock) -> None:
    assert await doors_of(client, clock, "viewer", organisation="ward") == ["/staff/organisations/ward"]


async def test_an_admin_looks_after_the_server_and_is_told_that_nicknames_stay_hidden(
    client: Client, clock: Clock
) -> None:
    assert await doors_of(client, clock, "admin") == ["/staff/installation"]
    assert "管理の方にも、参加する方の呼び名は見えません" in (await client.get("/staff")).text


async def test_nobody_gets_in_without_signing_in(client: Client) -> None:
    answer = await client.get("/staff")
    assert (answer.status_code, answer.headers["location"]) == (303, "/staff/sign-in?next=/staff")


@pytest.mark.parametrize("query", ["", "?lang=en"])
async def test_the_page_is_never_kept(client: Client, clock: Clock, query: str) -> None:
    await doors_of(client, clock, "organiser", organisation="ward")
    assert (await client.get(f"/staff{query}")).headers["cache-control"] == "no-store"
