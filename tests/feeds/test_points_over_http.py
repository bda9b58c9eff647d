"""Points 39 to 51: how a feed is answered. Asked of the real application, over every feed."""

import time
from collections.abc import AsyncIterator
from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions.cancel_session import cancel
from app.feeds import calendars
from app.storage import engine
from app.web import feeds
from tests.feeds.feedtown import BASE, KINDS, TODAY, Fed
from tests.feeds.points import point
from tests.rig import town
from tests.rig.client import Client, application
from tests.rig.clock import Clock
from tests.web.public.reading import Page

PUBLIC = ("all", "venue", "series", "organisation")
README = Path(__file__).parents[2] / "README.md"


@pytest.fixture
async def client(fed: Fed, clock: Clock) -> AsyncIterator[Client]:
    async with application(fed.address, clock, base_url=BASE) as client:
        yield client


@point(39)
@pytest.mark.parametrize("kind", KINDS)
def test_it_says_what_it_is(fed: Fed, kind: str) -> None:
    answer = fed.answers[kind, ""]
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert fed.paths[kind].endswith(".ics")
    assert "content-disposition" not in answer.headers


ASKED = st.fixed_dictionaries(
    {},
    optional={
        "Accept": st.sampled_from(["text/html", "application/json", "image/*", "text/calendar, */*;q=0.9"]),
        "User-Agent": st.sampled_from(["Google-Calendar-Importer", "Outlook", "x"]),
        "Cookie": st.sampled_from(["staff=x", "form=y; a=b"]),
        "Accept-Language": st.just("en"),
        "Accept-Charset": st.just("iso-8859-1"),
    },
)
JUNK = st.sampled_from(
    ["", "?utm_source=x", "?x[]=1&y", "?titles=", "?audience=nobody", "?label=%20", "?lang=en"]
)


@point(40)
@pytest.mark.parametrize("kind", KINDS)
async def test_it_is_the_same_whoever_asks_and_however(client: Client, fed: Fed, kind: str) -> None:
    asked: list[tuple[dict[str, str], str]] = []
    settings(max_examples=8, database=None)(
        given(ASKED, JUNK)(lambda headers, junk: asked.append((headers, junk)))
    )()
    for headers, junk in asked:
        answer = await client.get(fed.paths[kind] + junk, headers=headers)
        assert (answer.status_code, answer.content) == (200, fed.bytes(kind)), (headers, junk)


@point(41)
@pytest.mark.parametrize("kind", KINDS)
async def test_head_is_get_without_its_body(client: Client, fed: Fed, kind: str) -> None:
    full, bare = await client.get(fed.paths[kind]), await client.head(fed.paths[kind])
    assert (bare.status_code, bare.content, dict(bare.headers)) == (200, b"", dict(full.headers))


@point(42)
@pytest.mark.parametrize("kind", PUBLIC)
async def test_its_tag_is_of_its_bytes(client: Client, fed: Fed, kind: str) -> None:
    tag = (await client.get(fed.paths[kind])).headers["etag"]
    assert not tag.startswith("W/")
    for known in (tag, f"W/{tag}", f'"a", {tag}', "*"):
        answer = await client.get(fed.paths[kind], headers={"If-None-Match": known})
        assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)
    other = await client.get(f"{fed.paths[kind]}?titles=discreet", headers={"If-None-Match": tag})
    assert other.status_code == 200


@point(43)
@pytest.mark.parametrize("kind", PUBLIC)
async def test_its_date_is_compared_as_a_date(client: Client, fed: Fed, kind: str, clock: Clock) -> None:
    modified = (await client.get(fed.paths[kind])).headers["last-modified"]
    later = (parsedate_to_datetime(modified) + timedelta(hours=1)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    asked = {modified: 304, later: 304, "Thu, 01 Jan 1970 00:00:00 GMT": 200, "soon": 200, "": 200}
    for since, status in asked.items():
        assert (await client.get(fed.paths[kind], headers={"If-Modified-Since": since})).status_code == status
    both = {"If-Modified-Since": later, "If-None-Match": '"other"'}
    assert (await client.get(fed.paths[kind], headers=both)).status_code == 200
    clock.move(days=1)
    rolled = await client.get(fed.paths[kind], headers={"If-Modified-Since": modified})
    assert (rolled.status_code, rolled.headers["last-modified"]) == (200, "Sun, 15 Nov 2026 15:00:00 GMT")


@point(44)
async def test_a_cancelled_date_changes_both_validators_and_they_outlive_a_restart(
    sqlite_address: str, clock: Clock
) -> None:
    feed = "/feeds/series/snow.ics"
    async with application(sqlite_address, clock) as client:
        owner = await town.add_organisation("snow")
        session = await town.add_session(await town.add_series(owner, "snow"), TODAY + timedelta(days=9))
        before = await client.get(feed)
        clock.move(seconds=1)
        await cancel(session, "雪", now=clock())
        after = await client.get(feed)
        asked = {
            "If-None-Match": before.headers["etag"],
            "If-Modified-Since": before.headers["last-modified"],
        }
        assert (await client.get(feed, headers=asked)).status_code == 200
    async with application(sqlite_address, clock) as restarted:
        again = await restarted.get(feed)
    for name in ("etag", "last-modified"):
        assert before.headers[name] != after.headers[name] == again.headers[name]


@point(45)
async def test_public_feeds_may_be_kept_five_minutes_and_ones_own_never(client: Client, fed: Fed) -> None:
    answers = {kind: await client.get(fed.paths[kind]) for kind in KINDS}
    kept = {kind: answer.headers["cache-control"] for kind, answer in answers.items()}
    assert kept == dict.fromkeys(PUBLIC, "public, max-age=300") | {"my": "private, no-store"}
    assert {answer.headers["x-robots-tag"] for answer in answers.values()} == {"noindex"}
    rules = (await client.get("/robots.txt")).text.splitlines()
    forbidden = [line.removeprefix("Disallow: ") for line in rules if line.startswith("Disallow: ")]
    assert not [path for path in forbidden if path and "/feeds/all.ics".startswith(path)]


@point(46)
@pytest.mark.parametrize("kind", KINDS)
async def test_it_is_never_packed(client: Client, fed: Fed, kind: str) -> None:
    answer = await client.get(fed.paths[kind], headers={"Accept-Encoding": "gzip, deflate, br, zstd"})
    assert "content-encoding" not in answer.headers
    assert (await client.get(fed.paths[kind])).content == answer.content


@point(47)
@pytest.mark.parametrize(
    ("kind", "former"), [("series", "series"), ("venue", "venues"), ("organisation", "organisations")]
)
async def test_an_address_it_had_once_answers_the_same(
    client: Client, fed: Fed, kind: str, former: str
) -> None:
    slug = Path(fed.paths[kind]).stem
    [row] = await engine.rows(f"SELECT id FROM {kind} WHERE slug = {{}}", slug)
    await town.add_former_slug(kind, f"old-{kind}", row["id"])
    old, new = await client.get(f"/feeds/{former}/old-{kind}.ics"), await client.get(fed.paths[kind])
    assert (old.status_code, old.content, old.headers["etag"]) == (200, new.content, new.headers["etag"])


@point(48)
async def test_every_token_that_opens_nothing_gets_the_same_text(client: Client, fed: Fed) -> None:
    answers = [
        await client.get(f"/feeds/my/{token}.ics")
        for token in ("x" * 32, "あ", fed.token[:-1], fed.token + "a")
    ]
    assert {(answer.status_code, answer.content, answer.headers["content-type"]) for answer in answers} == {
        (410, "終わったか、見つかりません。\n".encode(), "text/plain; charset=utf-8")
    }


@point(49)
async def test_links_are_safe_for_what_they_lead_to(client: Client, fed: Fed) -> None:
    page = await client.get("/subscribe?with=apple&titles=full&what=series/furatto")
    assert Page(page.text).texts("code", "address")[0].startswith("https://")
    assert "webcal://hidamari.example/feeds/series/furatto.ics" in page.text
    google = (await client.get("/subscribe?with=google-computer&titles=full")).text
    assert "https://calendar.google.com/calendar/r?cid=https%3A%2F%2F" in google
    assert "webcal://" not in google
    assert "Answer `/feeds/` on port 80 with 403 instead of a redirect" in README.read_text()


@point(50)
async def test_whoever_has_it_already_costs_no_expansion_and_no_rendering(
    client: Client, fed: Fed, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {"If-None-Match": (await client.get(fed.paths["all"])).headers["etag"]}
    for name in ("calendar_of", "event_bytes", "marks_of"):
        monkeypatch.setattr(feeds, name, None)
    started = time.process_time()
    for _ in range(100):
        assert (await client.get(fed.paths["all"], headers=known)).status_code == 304
    # A thousand subscribers once an hour: a hundredth of a core is 36 seconds of it.
    assert (time.process_time() - started) * 10 < 36


@point(51)
@pytest.mark.parametrize("kind", KINDS)
async def test_a_fault_is_an_answer_to_come_back_later(
    client: Client, fed: Fed, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> bytes:
        raise RuntimeError("broken")

    monkeypatch.setattr(feeds, "event_bytes", broken)
    monkeypatch.setattr(calendars, "event_bytes", broken)
    answer = await client.get(fed.paths[kind])
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "300")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "VCALENDAR" not in answer.text and "broken" not in answer.text
    monkeypatch.undo()
    assert (await client.get(fed.paths[kind])).status_code == 200
