"""A venue manager sees the rooms of their own venue, and no nickname anywhere."""

from datetime import time
from uuid import uuid4

import pytest

from app.actions.arrange_rooms import OwnUse, book_own_use
from app.domain.errors import Unknown
from app.storage.tables import SeriesRow
from tests.actions.gathering import ZONE, Gathering
from tests.rig.client import Client, client_of, settings_for, staff_member
from tests.rig.clock import Clock
from tests.rig.town import add_pool, add_room, add_venue
from tests.web.facilitator.door import Door
from tests.web.venue_manager.house import BASE, TUESDAY, House, house_of

CANARY = "カナリア二六四"
PAGES = ("rooms", "rooms?week=2026-11-24", "rooms?day=2026-11-24", "requests", "uses/new", "settings")


@pytest.fixture
async def house(client: Client, clock: Clock) -> House:
    return await house_of(client, clock)


async def test_no_page_of_theirs_bears_a_nickname(house: House, clock: Clock) -> None:
    await SeriesRow.update({SeriesRow.registration: "reserve_required"}).where(
        SeriesRow.id == house.series_id
    )
    [session] = await house.ask()
    await add_pool(session, capacity=5)
    await Door(house.client, Gathering(session, house.series_id, clock())).take(CANARY)
    [booking] = await house.bookings()
    pages = [await house.client.get(f"{BASE}/{page}") for page in (*PAGES, f"bookings/{booking.id}")]
    assert [(page.status_code, CANARY in page.text) for page in pages] == [(200, False)] * len(pages)
    assert (await house.client.get(f"/staff/sessions/{session}/attendance")).status_code == 404


async def test_an_internal_session_is_only_said_to_be_there(client: Client, clock: Clock) -> None:
    house = await house_of(client, clock, title="ケース会議", internal=True)
    await house.ask()
    pages = [(await client.get(f"{BASE}/{page}")).text for page in ("rooms?day=2026-11-24", "requests")]
    assert [("使用中" in text, "ケース会議" in text, "ひなた区" in text) for text in pages] == [
        (True, False, False),
        (True, False, False),
    ]


@pytest.mark.parametrize(
    ("role", "of"),
    [
        ("admin", {}),
        ("organiser", {"organisation": "ward"}),
        ("facilitator", {"organisation": "ward"}),
        ("viewer", {"organisation": "ward"}),
        ("venue_manager", {"venue": "elsewhere"}),
    ],
)
async def test_nobody_else_opens_them(house: House, clock: Clock, role: str, of: dict[str, str]) -> None:
    await add_venue("elsewhere")
    mail = await staff_member("hoka@example.org", role, clock, **of)  # type: ignore[arg-type]
    other = client_of(house.client.app, settings_for(""))
    await other.sign_in(mail)
    statuses = [(await other.get(f"{BASE}/{page}")).status_code for page in PAGES]
    act = await other.submit("/staff/sign-in", {"act": "grant"}, action=f"{BASE}/requests")
    assert (statuses, act.status_code) == ([403] * len(PAGES), 403)


async def test_a_booking_of_another_venue_is_not_found_through_mine(house: House) -> None:
    elsewhere = await add_venue("elsewhere")
    room = await add_room(elsewhere, "会議室")
    wish = OwnUse(room, TUESDAY, time(10), time(12), "よその用事")
    booking = await book_own_use(wish, venue_id=elsewhere, now=house.clock(), zone=ZONE)
    page = f"{BASE}/bookings/{booking.id}"
    seen = await house.client.get(page)
    many = await house.client.submit(f"{BASE}/requests", {"act": "grant", "booking": str(booking.id)})
    typed = {"room": str(room), "day": str(TUESDAY), "starts": "13:00", "ends": "14:00"}
    new = await house.client.submit(f"{BASE}/uses/new", typed)
    rename = {"part": "rooms", "room": str(room), "name": "わたしの部屋"}
    renamed = await house.client.submit(f"{BASE}/settings", rename)
    assert [answer.status_code for answer in (seen, many, new, renamed)] == [404] * 4
    assert "よその用事" not in seen.text


async def test_a_room_that_is_not_there_is_unknown(house: House) -> None:
    with pytest.raises(Unknown):
        wish = OwnUse(uuid4(), TUESDAY, time(10), time(12))
        await book_own_use(wish, venue_id=house.venue_id, now=house.clock(), zone=ZONE)
