from typing import Any

import pytest
from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from app.domain.staff import Membership, Staff
from app.storage.engine import rows
from app.web.guards import requires
from tests.rig.client import Client, staff_member
from tests.rig.clock import Clock

ORGANISATION = (
    "INSERT INTO organisation (id, slug, name, year_end_first, year_end_last, named_periods, listed) "
    "VALUES ({}, {}, 'x', '12-29', '01-03', '', {})"
)
VENUE = "INSERT INTO venue (id, slug, name, address_public, listed) VALUES ({}, {}, 'x', {}, {})"
ID = "00000000-0000-4000-8000-00000000000{}"


class Desk(Controller):
    path = "/desk"

    @get("/organisations/{slug:str}", guards=[requires("organiser", of="organisation")])
    async def organisation(self, slug: FromPath[str]) -> str:
        return slug

    @get("/venues/{slug:str}", guards=[requires("venue_manager", of="venue")])
    async def venue(self, slug: FromPath[str]) -> str:
        return slug

    @get("/anybody", guards=[requires()])
    async def anybody(self, staff: NamedDependency[Staff]) -> str:
        return staff.mail

    @get("/doors", guards=[requires("organiser", "facilitator")])
    async def doors(self) -> str:
        return "doors"

    @get("/house", guards=[requires("admin")])
    async def house(self) -> str:
        return "house"


@pytest.fixture
async def desk(client: Client, clock: Clock) -> Client:
    client.app.register(Desk)
    for number, slug in enumerate("ab", start=1):
        await rows(ORGANISATION, ID.format(number), slug, True)
        await rows(VENUE, ID.format(number + 2), slug, True, True)
    await staff_member("admin@example.org", "admin", clock)
    await staff_member("organiser@example.org", "organiser", clock, organisation="a")
    await staff_member("facilitator@example.org", "facilitator", clock, organisation="a")
    await staff_member("viewer@example.org", "viewer", clock, organisation="a")
    await staff_member("manager@example.org", "venue_manager", clock, venue="a")
    return client


PATHS = ("organisations/a", "organisations/b", "venues/a", "venues/b", "doors", "house", "anybody")


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("", set()),
        ("admin", {"house", "anybody"}),
        ("organiser", {"organisations/a", "doors", "anybody"}),
        ("facilitator", {"doors", "anybody"}),
        ("viewer", {"anybody"}),
        ("manager", {"venues/a", "anybody"}),
    ],
)
async def test_each_role_opens_its_own_doors(desk: Client, who: str, may: set[str]) -> None:
    if who:
        await desk.sign_in(f"{who}@example.org")
    answers = {path: (await desk.get(f"/desk/{path}")).status_code for path in PATHS}
    closed = 403 if who else 303
    assert answers == {path: 200 if path in may else closed for path in PATHS}


async def test_a_stranger_is_led_to_the_sign_in_and_back(desk: Client) -> None:
    answer = await desk.get("/desk/organisations/a?x=1&lang=en")
    assert (
        answer.headers["location"]
        == "/staff/sign-in?next=%2Fdesk%2Forganisations%2Fa%3Fx%3D1%26lang%3Den&lang=en"
    )


async def test_a_member_who_left_is_a_stranger(desk: Client) -> None:
    await desk.sign_in("organiser@example.org")
    await rows("UPDATE staff SET active = {} WHERE mail = 'organiser@example.org'", False)
    assert (await desk.get("/desk/anybody")).status_code == 303


async def test_a_guessed_cookie_opens_nothing(desk: Client) -> None:
    desk.cookies.set("staff", "x" * 43)
    assert (await desk.get("/desk/anybody")).status_code == 303


def test_nicknames_are_for_organisers_of_that_day_and_facilitators_of_the_series() -> None:
    from uuid import UUID

    a, b, series, other = (UUID(ID.format(number)) for number in range(1, 5))

    def staff(role: Any, organisation: UUID | None, *series_ids: UUID) -> Staff:
        return Staff(
            a, "x@example.org", (Membership(role, organisation_id=organisation),), frozenset(series_ids)
        )

    cast = {
        "organiser": staff("organiser", a),
        "organiser of another": staff("organiser", b),
        "facilitator": staff("facilitator", a, series),
        "facilitator of another series": staff("facilitator", a, other),
        "facilitator of another organisation": staff("facilitator", b, series),
        "viewer": staff("viewer", a, series),
        "admin": staff("admin", None, series),
        "venue manager": staff("venue_manager", None, series),
    }
    assert [name for name, one in cast.items() if one.sees_nicknames_of(series, a)] == [
        "organiser",
        "facilitator",
    ]
