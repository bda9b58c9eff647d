"""The ward that commissions a series reads its counts when, and as long as, the one that runs it says so."""

from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from app.actions.share_counts import end_sharing, share_counts
from app.storage.engine import rows
from app.storage.shared_counts import commissions_of, shared_with
from tests.rig.client import Client, staff_member
from tests.rig.clock import Clock
from tests.rig.databases import Database
from tests.rig.town import add_host, add_organisation, add_owner, add_pool, add_series, add_session

TODAY = date(2026, 11, 15)
REPORT = "/staff/organisations/ward/report"


class Commissioned(Struct, frozen=True):
    """An NPO runs a series that a ward commissions, and another one that it does not."""

    ward: UUID
    npo: UUID
    series: UUID


async def commissioned() -> Commissioned:
    ward, npo = await add_organisation("ward"), await add_organisation("npo", name="ひなたの会")
    series = await add_series(npo, "salon", title="委託のつどい")
    await add_host(series, ward, "委託")
    await add_pool(await add_session(series, date(2026, 10, 10)), arrived=7)
    own = await add_series(npo, "own", title="自主のつどい")
    await add_host(own, ward, "後援")
    await add_pool(await add_session(own, date(2026, 10, 11)), arrived=9)
    return Commissioned(ward, npo, series)


async def test_only_a_series_that_is_commissioned_and_owned_can_be_shared(
    database: Database, now: datetime
) -> None:
    found = await commissioned()
    [own] = await rows("SELECT id FROM series WHERE slug = {}", "own")

    async def share(owner: UUID, series: UUID) -> bool:
        return await share_counts(owner, series, found.ward, now=now, today=TODAY)

    assert [await share(found.npo, own["id"]), await share(found.ward, found.series)] == [False, False]
    assert [await share(found.npo, found.series), await share(found.npo, found.series)] == [True, False]
    assert await shared_with(found.ward) == {found.npo: frozenset({found.series})}
    assert [(each.title, each.shared) for each in await commissions_of(found.npo, TODAY)] == [
        ("委託のつどい", True)
    ]
    assert [act["what"] for act in await rows("SELECT what FROM act")] == ["report_shared"]


async def test_reading_ends_with_the_word_of_the_owner_or_with_the_commission(
    database: Database, now: datetime
) -> None:
    found = await commissioned()
    await share_counts(found.npo, found.series, found.ward, now=now, today=TODAY)
    await rows("UPDATE host SET role = '後援' WHERE series_id = {}", found.series)
    assert await shared_with(found.ward) == {}
    await rows("UPDATE host SET role = '委託' WHERE series_id = {}", found.series)
    assert await end_sharing(found.npo, found.series, found.ward, now=now, today=TODAY)
    assert await shared_with(found.ward) == {}
    assert not await end_sharing(found.npo, found.series, found.ward, now=now, today=TODAY)


async def test_the_ward_reads_the_counts_of_that_series_and_of_that_owner_alone(
    client: Client, clock: Clock
) -> None:
    found = await commissioned()
    await client.sign_in(await staff_member("ward@example.org", "viewer", clock, organisation="ward"))
    empty = (await client.get(f"{REPORT}/commissioned")).text
    assert "委託のつどい" not in empty
    assert "commissioned" not in (await client.get(REPORT)).text
    await share_counts(found.npo, found.series, found.ward, now=clock(), today=TODAY)
    council = await add_organisation("council")
    await add_owner(found.series, council, date(2026, 11, 1))
    await add_pool(await add_session(found.series, date(2026, 11, 10)), arrived=40)
    assert f'href="{REPORT}/commissioned?' in (await client.get(REPORT)).text
    page = (await client.get(f"{REPORT}/commissioned")).text
    assert ("委託のつどい" in page, "自主のつどい" in page, "<b>7</b>延べ" in page) == (True, False, True)
    table = (await client.get(f"{REPORT}/commissioned/table.csv?variant=shareable")).content.decode(
        "utf-8-sig"
    )
    assert table.splitlines()[1] == "合計,2026-04-01～2027-03-31,1,0,7"


async def test_the_one_that_runs_it_says_so_on_a_page(client: Client, clock: Clock) -> None:
    found = await commissioned()
    await client.sign_in(await staff_member("npo@example.org", "organiser", clock, organisation="npo"))
    page = "/staff/organisations/npo/report/sharing"
    typed = {"series": str(found.series), "organisation": str(found.ward)}
    for act, shared in (("share", True), ("share", True), ("end", False)):
        answer = await client.submit(page, typed | {"act": act})
        assert (answer.status_code, bool(await shared_with(found.ward))) == (303, shared)
    other = typed | {"organisation": str(found.npo), "act": "share"}
    assert (await client.submit(page, other)).status_code == 404
    assert (await client.submit(page, {})).status_code == 422
