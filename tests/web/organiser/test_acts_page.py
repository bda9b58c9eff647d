"""記録: who did what, for whoever organises or looks; and nothing about anybody who takes part."""

from datetime import timedelta

from app.domain.acts import WHATS, Act
from app.storage.acts import acting, record_act
from app.storage.transactions import write
from app.web.organiser.act_words import TEMPLATES
from tests.rig.clock import Clock
from tests.web.organiser.desk import BASE, Desk


def test_every_kind_of_act_has_a_sentence() -> None:
    assert set(TEMPLATES) == set(WHATS)


async def test_acts_are_read_by_day_the_newest_first(desk: Desk, clock: Clock) -> None:
    async def fifty_two() -> None:
        for number in range(52):
            act = Act(what="embedding_set", organisation_id=desk.house.organisation, number=number)
            await record_act(act, clock() + timedelta(minutes=number))

    acting(None)
    await write(fifty_two)
    page = (await desk.client.get(f"{BASE}/acts")).text
    assert page.index("（51か所）") < page.index("（50か所）") < page.index("（2か所）")
    assert ("（1か所）" in page, "サーバーの操作" in page, "2026年11月15日" in page) == (False, True, True)
    older = page.split(f'href="{BASE}/acts?after=')[1].split('"')[0]
    rest = (await desk.client.get(f"{BASE}/acts?after={older}")).text
    assert ("（1か所）" in rest, "（0か所）" in rest, "（2か所）" in rest) == (True, True, False)
