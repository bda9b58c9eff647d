"""共催, 後援 and the like on the desk, on the public page, in feeds; only the owner changes them."""

import re
from datetime import date

from app.actions.publish import publish
from app.storage.hosts import hosts_by_id
from tests.actions.programme import house
from tests.rig.client import staff_member
from tests.rig.clock import Clock
from tests.web.organiser.desk import BASE, Desk, signed_in

UID = re.compile(r"^UID:(.+?)\r?$", re.MULTILINE)


async def test_parts_are_named_printed_and_taken_away(desk: Desk, clock: Clock) -> None:
    await house(clock(), "family")
    series = await desk.house.series()
    page = f"{BASE}/series/{series}/hosts"
    for role, name in (("共催", "familyの会"), ("後援", "東京都")):
        done = await desk.client.submit(page, {"role": role, "name": name})
        assert "載せました。" in (await desk.client.get(done.headers["location"])).text
    await publish(desk.organisation, date(2026, 12, 1), now=clock())
    slug = re.findall(r"/series/([^\"/?]+)\"", (await desk.client.get(f"{BASE}/series/{series}")).text)
    public = (await desk.client.get(f"/series/{slug[-1]}")).text
    assert ("共催：<a" in public, "後援：東京都" in public) == (True, True)
    [_, patron] = await hosts_by_id(series)
    await desk.client.submit(page, {"host": str(patron)})
    assert "東京都" not in (await desk.client.get(f"/series/{slug[-1]}")).text


async def test_the_uid_is_one_in_every_feed(desk: Desk, clock: Clock) -> None:
    await house(clock(), "family")
    series = await desk.house.series()
    await desk.client.submit(f"{BASE}/series/{series}/hosts", {"role": "共催", "name": "familyの会"})
    feeds = [
        UID.findall((await desk.client.get(f"/feeds/{path}.ics")).text)
        for path in ("organisations/ward", "organisations/family", "all")
    ]
    assert feeds[0] and feeds[0] == feeds[1] == feeds[2]
    assert len(set(feeds[2])) == len(feeds[2])


async def test_a_co_host_changes_nothing(desk: Desk, clock: Clock) -> None:
    other = await house(clock(), "family")
    series = await desk.house.series()
    await desk.client.submit(f"{BASE}/series/{series}/hosts", {"role": "共催", "name": "familyの会"})
    mail = await staff_member("kazoku@example.org", "organiser", clock, organisation="family")
    client = await signed_in(desk.client, mail)
    theirs = f"/staff/organisations/family/series/{series}"
    found = [(await client.get(f"{theirs}{path}")).status_code for path in ("", "/hosts", "/edit", "/dates")]
    assert (found, other.organisation != desk.organisation) == ([200, 403, 403, 404], True)


async def test_what_cannot_be_named_is_said_beside_its_field(desk: Desk) -> None:
    series = await desk.house.series()
    page = f"{BASE}/series/{series}/hosts"
    answer = await desk.client.submit(page, {"role": "", "name": "東京都"})
    assert (answer.status_code, 'id="role-error"' in answer.text, 'value="東京都"' in answer.text) == (
        422,
        True,
        True,
    )
    own = await desk.client.submit(page, {"role": "共催", "name": "なぎの会"})
    assert (own.status_code, "主催の団体です。" in own.text) == (409, True)
