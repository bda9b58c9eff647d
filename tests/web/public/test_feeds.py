from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import httpx
import pytest
from icalendar import Calendar

from app.actions.reserve import Wish, reserve
from app.domain.reservations import Receipt
from app.storage import engine
from app.web import feeds
from tests.rig import town
from tests.rig.client import SECRET, Client
from tests.rig.clock import Clock
from tests.web.public.conftest import Read

TODAY = date(2026, 11, 15)
DAY = date(2026, 11, 22)
TOKYO = ZoneInfo("Asia/Tokyo")


@pytest.fixture
async def owner(client: Client) -> UUID:
    return await town.add_organisation("npo", name="まちの会")


def events(answer: httpx.Response) -> list[Any]:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def titles(answer: httpx.Response) -> list[str]:
    return [str(event["SUMMARY"]) for event in events(answer)]


async def test_each_feed_holds_what_is_its_own(client: Client, owner: UUID) -> None:
    venue = await town.add_venue("nanbu", name="なんぶ")
    here = await town.add_series(owner, "here", title="ふらっと")
    other = await town.add_series(await town.add_organisation("other"), "there", title="よそ")
    await town.add_session(here, DAY, venue_id=venue)
    await town.add_session(here, DAY + timedelta(days=7))
    await town.add_session(other, DAY + timedelta(days=14))
    await town.add_host(other, owner)
    assert titles(await client.get("/feeds/all.ics")) == ["ふらっと", "ふらっと", "よそ"]
    assert titles(await client.get("/feeds/venues/nanbu.ics")) == ["ふらっと"]
    assert titles(await client.get("/feeds/series/here.ics")) == ["ふらっと", "ふらっと"]
    assert titles(await client.get("/feeds/organisations/npo.ics")) == ["ふらっと", "ふらっと", "よそ"]
    assert titles(await client.get("/feeds/organisations/other.ics")) == ["よそ"]


async def test_audience_and_mode_narrow_a_feed(client: Client, owner: UUID) -> None:
    for slug, audience, mode in (
        ("a", "family", "online"),
        ("b", "participant", "in_person"),
        ("c", "", "online"),
    ):
        session = await town.add_session(
            await town.add_series(owner, slug, title=slug, audience=audience), DAY
        )
        await town.add_pool(session, mode)
    assert sorted(titles(await client.get("/feeds/all.ics?audience=family"))) == ["a", "c"]
    assert titles(await client.get("/feeds/all.ics?audience=participant&mode=in_person")) == ["b"]
    assert len(titles(await client.get("/feeds/all.ics?audience=everyone&mode=x&y=z"))) == 3


async def test_one_session_has_one_identifier_in_every_feed(client: Client, owner: UUID) -> None:
    session = await town.add_session(await town.add_series(owner), DAY)
    for address in (
        "/feeds/all.ics",
        "/feeds/series/salon.ics?titles=discreet",
        "/feeds/organisations/npo.ics",
    ):
        assert [str(event["UID"]) for event in events(await client.get(address))] == [f"{session}@hidamari"]


async def test_a_cancelled_session_stays_marked_unless_asked_otherwise(client: Client, owner: UUID) -> None:
    series = await town.add_series(owner, title="ふらっと")
    await town.add_session(series, DAY, state="cancelled")
    assert titles(await client.get("/feeds/all.ics")) == ["【中止】ふらっと"]
    assert [
        str(event["STATUS"]) for event in events(await client.get("/feeds/all.ics?cancelled=status"))
    ] == ["CANCELLED"]
    assert events(await client.get("/feeds/all.ics?cancelled=drop")) == []


async def test_planned_sessions_are_tentative_unless_their_series_hides_them(
    client: Client, owner: UUID
) -> None:
    await town.add_session(await town.add_series(owner, "a", title="見える"), DAY, state="planned")
    await town.add_session(await town.add_series(owner, "b", planned_shown=False), DAY, state="planned")
    [event] = events(await client.get("/feeds/all.ics"))
    assert (str(event["SUMMARY"]), str(event["STATUS"])) == ("（予定）見える", "TENTATIVE")


async def test_a_feed_without_sessions_is_a_valid_calendar(client: Client, owner: UUID) -> None:
    await town.add_series(owner)
    answer = await client.get("/feeds/series/salon.ics")
    assert events(answer) == []
    assert "BEGIN:VTIMEZONE" in answer.text


async def test_the_feed_and_the_pages_show_the_same(client: Client, read: Read, owner: UUID) -> None:
    """Point 26: the dates of a series on its venue's pages are those of the feed, month by month."""
    venue = await town.add_venue("nanbu")
    kinds: dict[str, dict[str, Any]] = {
        "a": {},
        "b": {"listed": False},
        "c": {"planned_shown": False},
        "d": {"internal": True},
    }
    for slug, hidden in kinds.items():
        series = await town.add_series(owner, slug, **hidden)
        for week in range(50):
            state = ("published", "planned", "cancelled")[week % 3]
            await town.add_session(
                series, TODAY + timedelta(weeks=week, days=week % 7), venue_id=venue, state=state
            )
    fed = {
        str(event["UID"]).partition("@")[0] for event in events(await client.get("/feeds/venues/nanbu.ics"))
    }
    shown = set()
    for number in range(13):
        month = f"{2026 + (10 + number) // 12}-{(10 + number) % 12 + 1:02}"
        page = await read(f"/venues/nanbu?month={month}")
        shown |= {link.rpartition("/")[2] for link in page.html.split('"') if link.startswith("/sessions/")}
    assert fed == shown
    assert len(fed) > 60


async def test_a_former_slug_answers_the_same_bytes(client: Client, owner: UUID) -> None:
    series = await town.add_series(owner, "new")
    await town.add_session(series, DAY)
    await town.add_former_slug("series", "old", series)
    assert (await client.get("/feeds/series/old.ics")).content == (
        await client.get("/feeds/series/new.ics")
    ).content


@pytest.mark.parametrize(
    "address", ["/feeds/venues/no.ics", "/feeds/series/salon", "/feeds/no.ics", "/feeds/x/y.ics"]
)
async def test_an_unknown_feed_is_not_found_and_no_page(client: Client, owner: UUID, address: str) -> None:
    await town.add_series(owner)
    answer = await client.get(address)
    assert answer.status_code == 404
    assert "BEGIN:VCALENDAR" not in answer.text


async def test_a_fault_is_an_answer_to_come_back_later(
    client: Client, owner: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> bytes:
        raise RuntimeError("broken")

    monkeypatch.setattr(feeds, "calendar_of", broken)
    answer = await client.get("/feeds/all.ics")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "300")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "VCALENDAR" not in answer.text and "broken" not in answer.text


async def test_a_feed_may_be_kept_five_minutes_and_is_in_no_index(client: Client) -> None:
    answer = await client.get("/feeds/all.ics")
    assert answer.headers["cache-control"] == "public, max-age=300"
    assert answer.headers["x-robots-tag"] == "noindex"
    assert "content-disposition" not in answer.headers


async def test_a_feed_is_not_packed_even_when_asked(client: Client) -> None:
    answer = await client.get(
        "/feeds/all.ics", headers={"Accept-Encoding": "gzip, br", "Accept": "text/html"}
    )
    assert "content-encoding" not in answer.headers
    assert answer.content.startswith(b"BEGIN:VCALENDAR\r\n")


async def a_reservation(owner: UUID, now: datetime, **place: Any) -> Receipt:
    series = await town.add_series(
        owner, "salon", title="ふらっと", discreet_title="おでかけ", registration="reserve_required"
    )
    session = await town.add_session(series, DAY)
    await town.add_pool(session, "in_person", "talk", **({"capacity": 3} | place))
    wish = Wish(nickname="みかん", mode="in_person", seat="talk", wait=True)
    return await reserve(session, wish, nonce=uuid4().hex, now=now, zone=TOKYO, secret=SECRET)


async def test_the_feed_of_a_reservation_is_discreet(client: Client, owner: UUID, now: datetime) -> None:
    receipt = await a_reservation(owner, now)
    answer = await client.get(f"/feeds/my/{receipt.feed_token}.ics")
    [event] = events(answer)
    assert (str(event["SUMMARY"]), str(event["CLASS"])) == ("おでかけ", "PRIVATE")
    assert answer.headers["cache-control"] == "private, no-store"
    for word in ("みかん", "ふらっと", "まちの会", receipt.feed_token, receipt.link_token, "http"):
        assert word not in answer.text
    [full] = events(await client.get(f"/feeds/my/{receipt.feed_token}.ics?titles=full"))
    assert str(full["SUMMARY"]) == "ふらっと"


async def test_no_feed_of_others_changes_by_a_reservation(client: Client, owner: UUID, clock: Clock) -> None:
    await a_reservation(owner, clock())
    kinds = ("all.ics?audience=family", "series/salon.ics", "organisations/npo.ics", "organisations/npo.rss")
    addresses = [f"/feeds/{kind}" for kind in kinds]
    before = [await client.get(address) for address in addresses]
    clock.move(minutes=10)
    [row] = await engine.rows("SELECT id FROM session")
    wish = Wish(nickname="りんご", mode="in_person", seat="talk", wait=True)
    await reserve(row["id"], wish, nonce=uuid4().hex, now=clock(), zone=TOKYO, secret=SECRET)
    after = [await client.get(address) for address in addresses]
    assert [(each.content, each.headers["last-modified"]) for each in after] == [
        (each.content, each.headers["last-modified"]) for each in before
    ]
    assert b"SUMMARY" in before[0].content


async def test_who_waits_has_nothing_settled(client: Client, owner: UUID, now: datetime) -> None:
    receipt = await a_reservation(owner, now, capacity=1, reserved=1)
    [event] = events(await client.get(f"/feeds/my/{receipt.feed_token}.ics"))
    assert (str(event["SUMMARY"]), str(event["STATUS"])) == ("（予定）おでかけ", "TENTATIVE")


async def test_every_token_that_opens_nothing_gets_the_same_answer(
    client: Client, owner: UUID, now: datetime
) -> None:
    receipt = await a_reservation(owner, now)
    given_up = receipt.feed_token
    await engine.rows("UPDATE reservation SET given_up = TRUE, nickname = NULL")
    answers = [
        await client.get(f"/feeds/my/{token}.ics")
        for token in (given_up, receipt.link_token, "x" * 32, "a", "あ")
    ]
    assert {answer.status_code for answer in answers} == {410}
    assert {answer.text for answer in answers} == {"終わったか、見つかりません。\n"}
    assert {answer.headers["content-type"] for answer in answers} == {"text/plain; charset=utf-8"}
