"""Points 7 to 15: what describes the calendar itself."""

import pytest
from icalendar import Calendar

from tests.feeds.feedtown import BASE, KINDS, QUERIES, Fed
from tests.feeds.points import point
from tests.feeds.reading import events, head, unescaped, unfolded, value, zone
from tests.rig.client import application
from tests.rig.clock import Clock

TOKYO = [
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Tokyo",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0900",
    "TZOFFSETTO:+0900",
    "TZNAME:JST",
    "END:STANDARD",
    "END:VTIMEZONE",
]


@point(7)
@pytest.mark.parametrize("kind", KINDS)
def test_version_and_product_come_first(fed: Fed, kind: str) -> None:
    for query in QUERIES:
        assert head(fed.bytes(kind, query))[:3] == [
            "VERSION:2.0",
            "PRODID:-//Hidamari//Hidamari//JA",
            "CALSCALE:GREGORIAN",
        ]


@point(8)
@pytest.mark.parametrize("kind", KINDS)
def test_it_is_published_and_invites_nobody(fed: Fed, kind: str) -> None:
    for query in QUERIES:
        lines = unfolded(fed.bytes(kind, query))
        assert "METHOD:PUBLISH" in lines
        assert not [line for line in lines if line.startswith(("ATTENDEE", "ORGANIZER"))]


@point(9)
@pytest.mark.parametrize("kind", KINDS)
def test_its_name_stands_twice_on_one_short_line(fed: Fed, kind: str) -> None:
    for query in QUERIES:
        calendar = Calendar.from_ical(fed.bytes(kind, query))
        name = unescaped(str(calendar["NAME"]))
        assert name == unescaped(str(calendar["X-WR-CALNAME"]))
        assert 0 < len(name) <= 60
        assert len(name.splitlines()) == 1


@point(10, 13)
@pytest.mark.parametrize("kind", KINDS)
def test_the_one_zone_is_the_one_that_is_used(fed: Fed, kind: str) -> None:
    for query in QUERIES:
        feed = fed.bytes(kind, query)
        lines = unfolded(feed)
        assert "X-WR-TIMEZONE:Asia/Tokyo" in lines
        assert lines.count("BEGIN:VTIMEZONE") == 1
        used = {line.partition("TZID=")[2].partition(":")[0] for line in lines if ";TZID=" in line}
        assert used <= {"Asia/Tokyo"}
        assert used or not events(feed)


@point(11)
@pytest.mark.parametrize("kind", KINDS)
def test_it_asks_to_be_fetched_every_six_hours(fed: Fed, kind: str) -> None:
    lines = head(fed.bytes(kind))
    assert lines[-2:] == ["REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H"]


@point(12)
@pytest.mark.parametrize("kind", KINDS)
def test_it_has_no_colour(fed: Fed, kind: str) -> None:
    assert not [
        line for line in unfolded(fed.bytes(kind)) if line.startswith(("COLOR", "X-APPLE-CALENDAR-COLOR"))
    ]


@point(14)
@pytest.mark.parametrize("kind", KINDS)
def test_tokyo_has_one_offset_as_outlook_can_read_it(fed: Fed, kind: str) -> None:
    assert zone(fed.bytes(kind)) == TOKYO


@point(15)
async def test_a_feed_before_its_first_date_is_a_calendar_with_its_zone(fed: Fed) -> None:
    async with application(fed.address, Clock(), base_url=BASE) as client:
        answer = await client.get("/feeds/series/invited.ics")
        assert answer.status_code == 404
        empty = await client.get("/feeds/series/quiet.ics")
    assert empty.status_code == 200
    assert (zone(empty.content), events(empty.content)) == (TOKYO, [])
    assert unfolded(empty.content)[-2:] == ["END:VTIMEZONE", "END:VCALENDAR"]


def test_a_discreet_feed_covers_its_own_name_too(fed: Fed) -> None:
    names = {value(head(fed.bytes(kind, "titles=discreet")), "NAME") for kind in KINDS}
    assert names == {"予定"}
    assert {value(head(fed.bytes(kind, "label=用事")), "NAME") for kind in KINDS} == {"用事"}


@pytest.mark.parametrize("kind", KINDS)
def test_no_identifier_stands_before_that_of_the_first_event(fed: Fed, kind: str) -> None:
    """vdirsyncer takes the first UID of a file for that of every event, and keeps only one of them."""
    for query in QUERIES:
        assert not [line for line in head(fed.bytes(kind, query)) if line.startswith("UID")]
        assert len([line for line in head(fed.bytes(kind, query)) if line.startswith("X-WR-RELCALID:")]) == 1
