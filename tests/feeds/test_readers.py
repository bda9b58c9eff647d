"""Points 5, 26 and 27: five readers take every feed to say the same, and that is what the store and the pages say."""

import re
from collections.abc import Callable

import pytest

from tests.feeds.feedtown import BASE, KINDS, QUERIES, Fed
from tests.feeds.points import point
from tests.feeds.readers import Read, missing_node, with_icalendar, with_khal, with_node, with_vobject
from tests.feeds.reading import events, head, unescaped, value, values
from tests.rig.client import application
from tests.rig.clock import Clock

IN_PYTHON: dict[str, Callable[[bytes], list[Read]]] = {
    "icalendar": with_icalendar,
    "vobject": with_vobject,
    "khal": with_khal,
}


def meant(feed: bytes) -> list[Read]:
    """The events as they stand in the bytes, read by hand."""
    return sorted(
        Read(
            uid=value(event, "UID"),
            summary=unescaped(value(event, "SUMMARY")),
            location=unescaped("".join(values(event, "LOCATION"))),
            status=value(event, "STATUS"),
            start=written(value(event, "DTSTART")),
            end=written(value(event, "DTEND")) if values(event, "DTEND") else None,
            days="VALUE=DATE" in value(event, "DTSTART"),
        )
        for event in events(feed)
    )


def written(stamp: str) -> str:
    """20261122T133000 as 2026-11-22T13:30, 20261122 as 2026-11-22."""
    year, month, day, hour, minute = re.fullmatch(
        r".*:(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)00)?", stamp
    ).groups()  # type: ignore[union-attr]
    return f"{year}-{month}-{day}" + (f"T{hour}:{minute}" if hour else "")


@point(27)
@pytest.mark.parametrize("reader", IN_PYTHON)
@pytest.mark.parametrize("kind", KINDS)
def test_readers_in_python_read_what_is_meant(fed: Fed, kind: str, reader: str) -> None:
    for query in QUERIES:
        feed = fed.bytes(kind, query)
        assert IN_PYTHON[reader](feed) == meant(feed)


@point(5, 27)
def test_readers_in_javascript_read_what_is_meant(fed: Fed) -> None:
    if reason := missing_node():
        pytest.skip(reason)
    feeds = {f"{kind}?{query}": fed.bytes(kind, query) for kind in KINDS for query in QUERIES}
    found = with_node(feeds)
    for name, feed in feeds.items():
        assert [found[reader][name][1] for reader in ("ical.js", "node-ical")] == [meant(feed)] * 2, name
        assert found["ical.js"][name][0] == unescaped(value(head(feed), "X-WR-CALNAME"))


@point(26)
async def test_a_feed_and_the_pages_show_the_same_dates(fed: Fed) -> None:
    fed_ids = {value(event, "UID").removesuffix("@hidamari") for event in events(fed.bytes("venue"))}
    shown: set[str] = set()
    async with application(fed.address, Clock(), base_url=BASE) as client:
        for number in range(-1, 14):
            month = f"{2026 + (10 + number) // 12}-{(10 + number) % 12 + 1:02}"
            page = (await client.get(f"/venues/nanbu?month={month}")).text
            shown |= set(re.findall(r'href="/sessions/([0-9a-f-]{36})"', page))
    outside = {str(fed.sessions[name]) for name in ("too long ago", "too far ahead")}
    assert shown - outside == fed_ids
    assert len(fed_ids) == 10
