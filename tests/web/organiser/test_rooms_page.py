"""The rooms of a house as an organiser sees them: own sessions by name, everything else 使用中."""

import re
from datetime import date, time

from app.actions.book_room import book_use
from tests.actions.programme import ZONE, House, house, sessions_of
from tests.rig.clock import Clock
from tests.rig.town import add_room
from tests.web.organiser.desk import BASE, Desk

PAGE = f"{BASE}/rooms/ward-house"
TUESDAY = date(2026, 11, 17)


async def test_others_are_only_said_to_be_there(desk: Desk, clock: Clock) -> None:
    there = await house(clock(), "other")
    theirs = House(there.organisation, desk.house.venue, await add_room(desk.house.venue, "和室"), clock())
    await theirs.series("毎週火曜 10時～12時", in_room=True)
    await desk.house.series("毎週火曜 13時～15時", in_room=True)
    await book_use(desk.house.room, TUESDAY, time(9), time(11), "職員の研修", zone=ZONE)
    text = (await desk.client.get(f"{PAGE}?day={TUESDAY}")).text
    assert "職員の研修" not in text
    names = re.findall(r'</b>[^<]*<br>(?:<a class="plainlink" href="[^"]+">)?([^<]+)', text)
    assert names == ["使用中", "サロン", "使用中"]


async def test_a_week_leads_to_own_sessions_alone(desk: Desk) -> None:
    series = await desk.house.series("毎週火曜 13時～15時", in_room=True)
    session = (await sessions_of(series))[0]
    text = (await desk.client.get(f"{PAGE}?week={TUESDAY}")).text
    assert f'href="{BASE}/sessions/{session.id}"' in text
    page = (await desk.client.get(f"{BASE}/sessions/{session.id}")).text
    assert f"{PAGE}?week={session.date}" in page


async def test_a_house_without_rooms_has_no_page(desk: Desk) -> None:
    assert (await desk.client.get(f"{BASE}/rooms/nowhere")).status_code == 404
