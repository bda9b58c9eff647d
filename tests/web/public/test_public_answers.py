"""What holds for every public page and feed: validators, no secrets, few statements."""

import re
from datetime import date, timedelta
from uuid import UUID

import pytest

from app.storage import engine
from app.storage.transactions import write
from app.storage.versions import touch
from tests.rig import town
from tests.rig.client import Client, application
from tests.rig.clock import Clock
from tests.rig.databases import Database
from tests.rig.statements import sent_statements

DAY = date(2026, 11, 18)
SECRETS = ("ひみつ荘", "赤いポスト", "meet.example", "03-9999-9999")
PAGES = (
    "/",
    "/?audience=family",
    "/venues",
    "/venues/home",
    "/series/salon",
    "/organisations",
    "/organisations/npo",
    "/organisations/npo/2026-11",
    "/areas",
    "/areas/狛江市",
    "/subscribe",
    "/about",
    "/families",
    "/information",
)
FEEDS = (
    "/feeds/all.ics",
    "/feeds/venues/home.ics",
    "/feeds/series/salon.ics",
    "/feeds/organisations/npo.ics?titles=discreet",
)


@pytest.fixture
async def session(client: Client) -> UUID:
    """A session in a private home, with a join link and everything else that could slip out."""
    owner = await town.add_organisation("npo", name="まちの会", area="狛江市")
    venue = await town.add_venue(
        "home",
        name="おうち",
        area="狛江市",
        address="狛江市4-5-6 ひみつ荘",
        address_public=False,
        way_in="赤いポストの隣",
        phone="03-9999-9999",
    )
    series = await town.add_series(
        owner,
        audience="family",
        registration="reserve_required",
        way_in="赤いポストの隣",
        join_link="https://meet.example/abc",
        online_note="アプリは要りません。",
    )
    await town.add_line(series, "毎週日曜", venues=(venue,))
    session = await town.add_session(
        series, DAY, venue_id=venue, former_venue_id=venue, join_link="https://meet.example/def"
    )
    await town.add_pool(session, "online", "listener", capacity=5)
    return session


async def change(clock: Clock, kind: str = "programme") -> None:
    async def work() -> None:
        await touch(kind, clock())  # type: ignore[arg-type]

    await write(work)


async def test_a_private_address_and_a_join_link_are_nowhere(client: Client, session: UUID) -> None:
    for address in (*PAGES, *FEEDS, f"/sessions/{session}"):
        answer = await client.get(address)
        assert answer.status_code == 200, address
        for secret in SECRETS:
            assert secret not in answer.text.replace("\r\n ", ""), (address, secret)
    assert "おうち（狛江市）" in (await client.get("/")).text


@pytest.mark.parametrize("address", [*PAGES, *FEEDS, "/robots.txt"])
async def test_every_answer_has_validators_and_sets_no_cookie(
    client: Client, session: UUID, address: str
) -> None:
    answer = await client.get(address)
    head = await client.head(address)
    assert (answer.status_code, head.status_code, head.content) == (200, 200, b"")
    assert {name: answer.headers[name] for name in ("etag", "last-modified", "content-type")} == {
        name: head.headers[name] for name in ("etag", "last-modified", "content-type")
    }
    assert answer.headers["cache-control"].startswith("public, max-age=")
    assert "set-cookie" not in answer.headers and "content-encoding" not in answer.headers
    for headers in (
        {"If-None-Match": answer.headers["etag"]},
        {"If-None-Match": f'"other", W/{answer.headers["etag"]}'},
        {"If-Modified-Since": answer.headers["last-modified"]},
    ):
        unchanged = await client.get(address, headers=headers)
        assert (unchanged.status_code, unchanged.content) == (304, b"")
    old = {"If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT"}
    assert (await client.get(address, headers=old)).status_code == 200


async def test_a_change_is_seen_at_once(client: Client, session: UUID, clock: Clock) -> None:
    before = {
        address: (await client.get(address)) for address in ("/", "/feeds/all.ics", f"/sessions/{session}")
    }
    clock.move(seconds=1)
    await engine.rows(
        "UPDATE session SET state = 'cancelled', sequence = sequence + 1, changed_at = {}", clock()
    )
    await change(clock)
    for address, answer in before.items():
        asked = {
            "If-None-Match": answer.headers["etag"],
            "If-Modified-Since": answer.headers["last-modified"],
        }
        again = await client.get(address, headers=asked)
        assert again.status_code == 200
        assert again.headers["etag"] != answer.headers["etag"]
        assert again.headers["last-modified"] > answer.headers["last-modified"] or address != "/feeds/all.ics"
        assert "【中止】" in again.text


async def test_reservations_change_pages_and_leave_feeds_alone(
    client: Client, session: UUID, clock: Clock
) -> None:
    page, feed = await client.get("/"), await client.get("/feeds/all.ics")
    await engine.rows("UPDATE pool SET reserved = 5")
    await change(clock, "availability")
    assert "満席" in (await client.get("/")).text and "満席" not in page.text
    unchanged = await client.get("/feeds/all.ics", headers={"If-None-Match": feed.headers["etag"]})
    assert unchanged.status_code == 304


async def test_stray_parameters_get_into_no_page(client: Client, session: UUID) -> None:
    for address in ("/", "/series/salon", "/subscribe"):
        plain = (await client.get(address)).content
        assert (await client.get(f"{address}?utm=x%22%3E%3Cscript%3E")).content == plain


async def test_the_same_page_is_the_same_bytes_for_everybody(client: Client, session: UUID) -> None:
    plain = (await client.get("/")).content
    odd = {
        "Cookie": "staff=x; form=y",
        "Accept": "application/json",
        "User-Agent": "x",
        "Accept-Language": "en",
    }
    assert (await client.get("/", headers=odd)).content == plain


async def test_a_second_reader_costs_at_most_one_statement(
    client: Client, session: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = sent_statements(monkeypatch)
    for address in (*PAGES, *FEEDS):
        await client.get(address)
        counted.clear()
        await client.get(address)
        assert len(counted) <= 1, address


BUDGET = {"/": 10, "/venues/home": 12, "/series/salon": 18, "/organisations/npo": 24, "/areas/狛江市": 24}


@pytest.mark.parametrize("more", [0, 30])
async def test_a_page_costs_the_same_statements_whatever_it_shows(
    client: Client, session: UUID, monkeypatch: pytest.MonkeyPatch, more: int
) -> None:
    [row] = await engine.rows("SELECT series_id, venue_id FROM session")
    for number in range(more):
        await town.add_session(row["series_id"], DAY + timedelta(days=number % 5), venue_id=row["venue_id"])
    counted = sent_statements(monkeypatch)
    for address, budget in BUDGET.items():
        counted.clear()
        await client.get(address)
        assert len(counted) <= budget, (address, len(counted))


async def test_a_demo_says_so_on_every_page_and_in_every_feed(database: Database, clock: Clock) -> None:
    owner = await town.add_organisation("npo", area="狛江市")
    await town.add_venue("home", area="狛江市")
    await town.add_session(await town.add_series(owner), DAY)
    async with application(database.address, clock, demo=True) as client:
        for address in PAGES:
            answer = await client.get(address)
            assert "デモ：ここにある日程は見本です" in answer.text, address
            assert answer.headers["x-robots-tag"] == "noindex"
            assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert "SUMMARY:【デモ】" in (await client.get("/feeds/all.ics")).text
        assert ",【デモ】" in (await client.get("/organisations/npo/events.csv")).text


async def test_robots_may_fetch_feeds(client: Client) -> None:
    rules = (await client.get("/robots.txt")).text
    assert "Disallow: /feeds" not in rules and not re.search(r"^Disallow: /$", rules, re.MULTILINE)
    assert "Disallow: /r\n" in rules
