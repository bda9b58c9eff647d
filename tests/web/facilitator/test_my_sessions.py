"""担当の回: today's first, those just over folded away, nothing that nobody ever saw."""

import re
from datetime import timedelta

from app.storage.facilitations import sessions_seen_by
from app.storage.staff import staff_by_id, staff_by_mail
from tests.actions.gathering import DAY
from tests.rig.client import Client
from tests.rig.clock import Clock
from tests.rig.town import add_session
from tests.web.facilitator.door import FACILITATOR, Door, door_of


async def listed(door: Door) -> list[str]:
    text = (await door.client.get("/staff/sessions")).text
    return re.findall(r"/staff/sessions/([0-9a-f-]{36})/attendance", text)


async def test_sessions_come_in_order_and_unseen_cancelled_ones_are_left_out(
    client: Client, clock: Clock
) -> None:
    door = await door_of(client, clock)
    series = door.where.series_id
    today = await add_session(series, DAY - timedelta(days=7))
    shown = await add_session(series, DAY + timedelta(days=1), state="cancelled")
    await add_session(series, DAY + timedelta(days=2), state="cancelled", published_at=None)
    await add_session(series, DAY + timedelta(days=60))
    assert await listed(door) == [str(each) for each in (today, door.where.id, shown)]


async def test_a_session_just_over_is_still_there_and_gone_a_day_later(client: Client, clock: Clock) -> None:
    door = await door_of(client, clock)
    lists = []
    for step in ({"days": 7, "hours": 4}, {"hours": 12}, {"hours": 12}):
        clock.move(**step)
        await client.sign_in(FACILITATOR)
        lists.append(await listed(door))
    assert lists == [[str(door.where.id)], [str(door.where.id)], []]


async def test_the_list_and_the_door_agree(client: Client, clock: Clock) -> None:
    door = await door_of(client, clock)
    known = await staff_by_mail(FACILITATOR)
    staff = await staff_by_id(known.id) if known else None
    assert staff is not None
    found = await sessions_seen_by(staff, DAY, DAY)
    assert [session.id for session in found] == [door.where.id]
    assert [
        staff.sees_nicknames_of(each.series.id, each.owner.id if each.owner else None) for each in found
    ] == [True]
    assert await sessions_seen_by(staff, DAY, DAY, limit=0) == ()
