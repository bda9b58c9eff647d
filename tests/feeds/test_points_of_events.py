"""Points 16 to 38, as far as one state shows them: what stands in an event. What changes do is in test_points_of_change."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from app.feeds.calendars import calendar_bytes, fitting, window
from app.feeds.choice import Choice, Site
from tests.feeds.feedtown import (
    BASE,
    CHANGED,
    INTERNAL,
    INVITED,
    JOIN_LINK,
    KINDS,
    NICKNAME,
    QUERIES,
    SHOWN,
    Fed,
)
from tests.feeds.made import DAY, HEAD, SITE, a_series, a_session, a_venue
from tests.feeds.points import point
from tests.feeds.reading import event_of, events, names, unfolded, value, values

UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@hidamari")
LOCAL = re.compile(r";TZID=Asia/Tokyo:\d{8}T\d{4}00|;VALUE=DATE:\d{8}")


def every_event(fed: Fed, kind: str) -> list[list[str]]:
    return [event for query in QUERIES for event in events(fed.bytes(kind, query))]


@point(16)
def test_an_identifier_says_nothing_and_outlives_title_time_place_and_server(fed: Fed) -> None:
    for kind in KINDS:
        assert all(UID.fullmatch(value(event, "UID")) for event in every_event(fed, kind))
    before = a_session()
    after = replace(
        before,
        series=a_series(title="べつの会", slug="other"),
        date=DAY + timedelta(days=9),
        starts=None,
        venue=a_venue(slug="x"),
        state="cancelled",
        sequence=99,
        changed_at=datetime(2030, 1, 1, tzinfo=UTC),
    )
    moved = calendar_bytes([after], HEAD, Choice(titles="discreet"), Site(base_url="https://other.example"))
    assert value(events(moved)[0], "UID") == value(
        events(calendar_bytes([before], HEAD, Choice(), SITE))[0], "UID"
    )


@point(17)
@pytest.mark.parametrize("kind", KINDS)
def test_nobody_and_no_secret_stands_in_a_feed(fed: Fed, kind: str) -> None:
    for query in QUERIES:
        text = "\n".join(unfolded(fed.bytes(kind, query)))
        for secret in (NICKNAME, fed.token, JOIN_LINK, "meet.example", "秘密の番地"):
            assert secret not in text
        for event in events(fed.bytes(kind, query)):
            for name in ("UID", "URL", "CATEGORIES"):
                assert "狛江" not in "".join(values(event, name))


@point(18)
@pytest.mark.parametrize("kind", KINDS)
def test_its_times_of_change_are_those_that_are_stored(fed: Fed, kind: str) -> None:
    stored = f"{CHANGED:%Y%m%dT%H%M%SZ}"
    for event in every_event(fed, kind):
        assert (value(event, "DTSTAMP"), value(event, "LAST-MODIFIED")) == (stored, stored)


@point(18)
def test_the_same_state_gives_the_same_bytes() -> None:
    sessions = (a_session(), a_session("b", state="cancelled"))
    assert calendar_bytes(sessions, HEAD, Choice(), SITE) == calendar_bytes(sessions, HEAD, Choice(), SITE)


@point(21)
@pytest.mark.parametrize("kind", KINDS)
def test_its_times_are_local_to_the_minute(fed: Fed, kind: str) -> None:
    for event in every_event(fed, kind):
        for name in ("DTSTART", "DTEND"):
            assert all(LOCAL.fullmatch(found) for found in values(event, name))
        assert values(event, "DTSTART")


@point(22)
@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("plain", ";TZID=Asia/Tokyo:20261117T133000", [";TZID=Asia/Tokyo:20261117T153000"]),
        ("no end", ";TZID=Asia/Tokyo:20261119T133000", []),
        ("overnight", ";TZID=Asia/Tokyo:20261123T220000", [";TZID=Asia/Tokyo:20261124T003000"]),
    ],
)
def test_an_end_is_after_the_start_or_not_there(fed: Fed, name: str, start: str, end: list[str]) -> None:
    for query in ("", "titles=discreet"):
        event = event_of(fed.bytes("series", query), fed.sessions[name])
        assert (value(event, "DTSTART"), values(event, "DTEND"), values(event, "DURATION")) == (
            start,
            end,
            [],
        )
        assert any("終了時刻は未定です。" in text for text in values(event, "DESCRIPTION")) == (
            name == "no end"
        )


@point(23)
def test_a_whole_day_ends_before_the_next_one(fed: Fed) -> None:
    event = event_of(fed.bytes("series"), fed.sessions["whole day"])
    assert (value(event, "DTSTART"), value(event, "DTEND")) == (
        ";VALUE=DATE:20261121",
        ";VALUE=DATE:20261122",
    )


@point(24, 25)
@pytest.mark.parametrize("kind", KINDS)
def test_there_is_no_rule_and_no_variant_with_rules(fed: Fed, kind: str) -> None:
    for event in every_event(fed, kind):
        assert not names(event) & {"RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"}
    ids = [value(event, "UID") for event in events(fed.bytes(kind))]
    assert len(ids) == len(set(ids))


@point(31)
def test_a_feed_reaches_from_31_days_back_to_400_ahead(fed: Fed) -> None:
    today = date(2026, 11, 15)
    assert window(today) == (today - timedelta(days=31), today + timedelta(days=400))
    for kind in ("all", "venue", "series", "organisation"):
        shown = {value(event, "UID").removesuffix("@hidamari") for event in events(fed.bytes(kind))}
        reach = {
            name: str(fed.sessions[name]) in shown
            for name in fed.sessions
            if "a" in name.split() or "too" in name
        }
        assert reach == {
            "a month ago": True,
            "in a year": True,
            "too long ago": False,
            "too far ahead": False,
        }


@point(31)
@pytest.mark.parametrize(
    ("count", "a_day", "kept", "days"), [(500, 2, 500, 249), (700, 3, 498, 165), (2000, 20, 1220, 60)]
)
def test_a_full_feed_ends_with_a_whole_day_and_never_before_sixty(
    count: int, a_day: int, kept: int, days: int
) -> None:
    today = date(2026, 11, 15)
    many = [a_session(f"{n}", date=today + timedelta(days=n // a_day)) for n in range(count)]
    found = fitting(many, today)
    assert (len(found), (found[-1].date - today).days) == (kept, days)


@point(32)
@pytest.mark.parametrize("kind", ["all", "venue", "series", "organisation"])
def test_it_shows_what_is_public_and_marks_what_is_planned(fed: Fed, kind: str) -> None:
    known = {str(found): name for name, found in fed.sessions.items()}
    shown = [known[value(event, "UID").removesuffix("@hidamari")] for event in events(fed.bytes(kind))]
    elsewhere = {"online", "hidden"} if kind == "venue" else set()
    assert sorted(shown) == sorted(set(SHOWN) - elsewhere)
    assert INVITED not in fed.bytes(kind).decode() and INTERNAL not in fed.bytes(kind).decode()
    for event in events(fed.bytes(kind)):
        planned = known[value(event, "UID").removesuffix("@hidamari")] == "planned"
        assert (
            (value(event, "STATUS") == "TENTATIVE")
            == planned
            == value(event, "SUMMARY").startswith("（予定）")
        )


@point(33, 36)
@pytest.mark.parametrize("kind", KINDS)
def test_there_is_no_alarm_and_no_markup(fed: Fed, kind: str) -> None:
    for query in QUERIES:
        lines = unfolded(fed.bytes(kind, query))
        assert "BEGIN:VALARM" not in lines
        assert not [line for line in lines if line.startswith(("X-ALT-DESC", "ATTACH", "COMMENT"))]


@point(36)
@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("cancelled", "この回は中止です。"),
        ("planned", "まだ決まっていない予定です。"),
        ("moved", "前の予定（11月15日（日） 10:00～）から変わりました。"),
        ("no end", "終了時刻は未定です。"),
        ("whole day", "開始時刻は未定です。"),
    ],
)
def test_the_most_important_line_comes_first(fed: Fed, name: str, first: str) -> None:
    assert value(event_of(fed.bytes("all"), fed.sessions[name]), "DESCRIPTION").startswith(f"{first}\\n")


@point(34)
@pytest.mark.parametrize("kind", KINDS)
def test_it_leaves_everybodys_day_free_and_a_covered_reservation_private(fed: Fed, kind: str) -> None:
    for query in QUERIES:
        private = kind == "my" and query != "titles=full"
        for event in events(fed.bytes(kind, query)):
            assert (value(event, "TRANSP"), value(event, "CLASS")) == (
                "TRANSPARENT",
                "PRIVATE" if private else "PUBLIC",
            )


@point(35)
@pytest.mark.parametrize("kind", KINDS)
def test_its_address_is_that_of_the_page_and_nothing_else(fed: Fed, kind: str) -> None:
    for query in QUERIES:
        covered = "titles=discreet" in query or "label" in query or (kind == "my" and query != "titles=full")
        for event in events(fed.bytes(kind, query)):
            own = value(event, "UID").removesuffix("@hidamari")
            assert values(event, "URL") == ([] if covered else [f"{BASE}/sessions/{own}"])


@point(37)
@pytest.mark.parametrize("kind", KINDS)
def test_its_place_is_one_line_without_coordinates(fed: Fed, kind: str) -> None:
    for event in every_event(fed, kind):
        assert "GEO" not in names(event)
        assert not [place for place in values(event, "LOCATION") if "\\n" in place.replace("\\\\", "")]
    if kind == "all":
        assert value(event_of(fed.bytes(kind), fed.sessions["hidden"]), "LOCATION") == "みえない家 狛江市"


@point(38)
@pytest.mark.parametrize("kind", KINDS)
def test_its_kinds_are_of_a_fixed_list(fed: Fed, kind: str) -> None:
    found = {
        part
        for event in every_event(fed, kind)
        for kinds in values(event, "CATEGORIES")
        for part in kinds.split(",")
    }
    assert found == {"会場", "オンライン"}


@pytest.mark.parametrize("query", ["titles=discreet", "label=用事"])
@pytest.mark.parametrize("kind", KINDS)
def test_covered_means_name_title_place_text_and_address(fed: Fed, kind: str, query: str) -> None:
    feed = fed.bytes(kind, query)
    for word in (
        "ふらっと",
        "なんぶ",
        "まちの会",
        "お茶会",
        "費用",
        "03-1234",
        "みえない家",
        "狛江",
        "hidamari.example",
    ):
        assert word not in "\n".join(unfolded(feed))
    for event in events(feed):
        assert not names(event) & {"LOCATION", "URL", "CATEGORIES"}
        for text in values(event, "DESCRIPTION"):
            assert set(text.split("\\n")) <= {"終了時刻は未定です。", "開始時刻は未定です。"}
