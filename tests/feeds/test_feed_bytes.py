"""What every client needs of the bytes; the numbers are those of the checklist of feeds."""

import re
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from app.domain.programme import Session
from app.feeds.calendars import calendar_bytes, fitting, window
from app.feeds.choice import Choice, Head, Site, read_choice
from tests.feeds.made import DAY, FULL, HEAD, SITE, a_series, a_session, a_venue
from tests.feeds.reading import KNOWN, UNFIT

TODAY = date(2026, 11, 15)
ANY_TEXT = st.text(st.characters(codec=None), max_size=120)


def written(*sessions: Session, choice: Choice = FULL, head: Head = HEAD, site: Site = SITE) -> bytes:
    return calendar_bytes(sessions, head, choice, site)


def unfolded(feed: bytes) -> list[str]:
    return feed.replace(b"\r\n ", b"").decode().split("\r\n")


def lines(feed: bytes, name: str) -> list[str]:
    """The values of a property of the event, parameters included."""
    inside = unfolded(feed)[unfolded(feed).index("BEGIN:VEVENT") :]
    return [line.removeprefix(name).removeprefix(":") for line in inside if re.match(f"{name}[:;]", line)]


def test_a_session_is_one_event_to_the_byte() -> None:
    assert unfolded(written(a_session())) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Hidamari//Hidamari//JA",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-RELCALID:00000000-0000-0000-0000-000000000001",
        "NAME:ひだまり",
        "X-WR-CALNAME:ひだまり",
        "X-WR-TIMEZONE:Asia/Tokyo",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Tokyo",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0900",
        "TZOFFSETTO:+0900",
        "TZNAME:JST",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "UID:98c81b57-4103-5cdc-a85a-bb4a56c0cfcd@hidamari",
        "DTSTART;TZID=Asia/Tokyo:20261122T133000",
        "DTEND;TZID=Asia/Tokyo:20261122T153000",
        "SUMMARY:ふらっと",
        "DESCRIPTION:予約については、主催者にお尋ねください。\\n費用は、主催者にお尋ねください。"
        "\\n主催：まちの会　電話 03-1234-5678\\n当日の変更は、ページか電話でお確かめください。",
        "LOCATION:ふらっとなんぶ 東京都狛江市1-2-3",
        "URL:https://hidamari.example/sessions/98c81b57-4103-5cdc-a85a-bb4a56c0cfcd",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "CLASS:PUBLIC",
        "DTSTAMP:20261101T030405Z",
        "LAST-MODIFIED:20261101T030405Z",
        "SEQUENCE:7",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_the_same_state_gives_the_same_bytes() -> None:
    assert written(a_session(), a_session("b")) == written(a_session(), a_session("b"))


def test_a_feed_without_sessions_is_a_valid_calendar_with_its_zone() -> None:
    calendar = Calendar.from_ical(written())
    assert [part.name for part in calendar.walk()] == ["VCALENDAR", "VTIMEZONE", "STANDARD"]


def assert_whole(feed: bytes) -> None:
    """Points 1 to 4 and 6, and no line that an event does not have."""
    assert feed.endswith(b"\r\n") and not feed.startswith(b"\xef\xbb\xbf")
    physical = feed.removesuffix(b"\r\n").split(b"\r\n")
    assert max(len(line) for line in physical) <= 75
    for line in physical:
        text = line.decode("utf-8")
        assert len(text.splitlines()) <= 1 and "\r" not in text
        assert not UNFIT.search(text)
    names = {line.split(":")[0].split(";")[0] for line in unfolded(feed)}
    assert names <= KNOWN | {""}


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_no_text_can_break_a_feed(title: str, reason: str, place: str, name: str) -> None:
    session = a_session(
        series=a_series(title=title, fee=reason),
        state="cancelled",
        cancel_reason=reason,
        venue=a_venue(name=place),
    )
    feed = written(session, head=Head(name=name, uid="1"), choice=Choice(label=name[:40]))
    assert_whole(feed)
    assert_whole(written(session, head=Head(name=name, uid="1")))
    assert len(Calendar.from_ical(feed).walk("VEVENT")) == 1


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x0b", "\x85", "\u2028"])
def test_a_line_end_in_a_title_never_makes_a_property(end: str) -> None:
    feed = written(a_session(series=a_series(title=f"ふらっと{end}ATTENDEE:mailto:a@example.com")))
    assert_whole(feed)
    assert lines(feed, "SUMMARY") == ["ふらっと ATTENDEE:mailto:a@example.com"]


@pytest.mark.parametrize("text", ["a,b;c\\d", "👨‍👩‍👧の会", "葛󠄀飾", "が" * 60, "：；，"])
def test_signs_come_back_as_they_were(text: str) -> None:
    feed = written(a_session(series=a_series(title=text)))
    assert_whole(feed)
    [event] = Calendar.from_ical(feed).walk("VEVENT")
    assert str(event["SUMMARY"]) == text


def test_a_name_is_one_line_of_at_most_sixty_characters() -> None:
    calendar = Calendar.from_ical(written(head=Head(name="長い名前\n" * 20, uid="1")))
    assert str(calendar["NAME"]) == str(calendar["X-WR-CALNAME"])
    assert len(str(calendar["NAME"])) == 60


def test_an_unknown_end_has_no_end_and_says_so() -> None:
    feed = written(a_session(ends=None))
    assert (lines(feed, "DTEND"), lines(feed, "DURATION")) == ([], [])
    assert lines(feed, "DESCRIPTION")[0].startswith("終了時刻は未定です。")


def test_an_unknown_start_is_the_whole_day_and_says_so() -> None:
    feed = written(a_session(starts=None, ends=time(15)))
    assert (lines(feed, "DTSTART"), lines(feed, "DTEND")) == (
        [";VALUE=DATE:20261122"],
        [";VALUE=DATE:20261123"],
    )
    assert lines(feed, "DESCRIPTION")[0].startswith("開始時刻は未定です。\\n～15:00の予定です。")


def test_an_end_before_the_start_is_on_the_next_day() -> None:
    feed = written(a_session(starts=time(22), ends=time(0, 30)))
    assert lines(feed, "DTEND") == [";TZID=Asia/Tokyo:20261123T003000"]


def test_there_is_no_alarm_no_rule_and_nobody_is_invited() -> None:
    feed = written(a_session(), a_session("b", state="cancelled"), a_session("c", state="planned"))
    for word in (
        "VALARM",
        "RRULE",
        "RDATE",
        "EXDATE",
        "RECURRENCE-ID",
        "ATTENDEE",
        "ORGANIZER",
        "X-ALT-DESC",
    ):
        assert word not in feed.decode()


@pytest.mark.parametrize(
    ("cancelled", "status", "shown"),
    [("marked", ["CONFIRMED"], ["【中止】ふらっと"]), ("status", ["CANCELLED"], ["【中止】ふらっと"])],
)
def test_a_cancelled_session_is_marked(cancelled: str, status: list[str], shown: list[str]) -> None:
    session = a_session(state="cancelled", cancel_reason="講師の都合により")
    feed = written(session, choice=read_choice({"cancelled": cancelled}))
    assert (lines(feed, "STATUS"), lines(feed, "SUMMARY")) == (status, shown)
    assert lines(feed, "DESCRIPTION")[0].startswith("この回は中止です。\\n講師の都合により\\n")


def test_a_cancelled_session_can_be_left_out() -> None:
    session = a_session(state="cancelled")
    assert b"VEVENT" not in written(session, choice=read_choice({"cancelled": "drop"}))


def test_a_planned_session_is_tentative() -> None:
    feed = written(a_session(state="planned"))
    assert (lines(feed, "STATUS"), lines(feed, "SUMMARY")) == (["TENTATIVE"], ["（予定）ふらっと"])


def test_a_moved_session_keeps_its_identifier_and_tells_where_it_was() -> None:
    moved = a_session(date=DAY + timedelta(days=7), former_date=DAY, former_starts=time(13, 30), sequence=9)
    before, after = written(a_session()), written(moved)
    assert lines(after, "UID") == lines(before, "UID")
    assert lines(after, "DTSTART") == [";TZID=Asia/Tokyo:20261129T133000"]
    assert lines(after, "DESCRIPTION")[0].startswith("前の予定（11月22日（日） 13:30～）から変わりました。")
    assert lines(after, "SEQUENCE") == ["9"]


def test_a_refused_room_is_still_being_settled() -> None:
    feed = written(a_session(room_name="和室", room_state="refused"))
    assert "和室" not in feed.decode()
    assert lines(feed, "DESCRIPTION")[0].startswith("部屋は調整中です。")


@pytest.mark.parametrize("choice", [{"titles": "discreet"}, {"label": "歯医者"}])
def test_a_discreet_feed_covers_title_place_text_and_address(choice: dict[str, str]) -> None:
    read = read_choice(choice)
    feed = written(a_session(state="cancelled", cancel_reason="都合により", theme="お茶"), choice=read)
    named = choice.get("label", "予定")
    assert lines(feed, "SUMMARY") == [f"【中止】{choice.get('label', 'おでかけ')}"]
    assert unfolded(feed)[6:8] == [f"NAME:{named}", f"X-WR-CALNAME:{named}"]
    for name in ("LOCATION", "DESCRIPTION", "URL", "CATEGORIES"):
        assert lines(feed, name) == []
    for word in ("ふらっと", "狛江", "まちの会", "都合", "お茶", "hidamari.example"):
        assert word not in feed.decode()


def test_a_discreet_feed_still_says_that_the_end_is_unknown() -> None:
    feed = written(a_session(ends=None), choice=Choice(titles="discreet"))
    assert lines(feed, "DESCRIPTION") == ["終了時刻は未定です。"]


def test_a_feed_of_ones_own_is_private_while_it_is_discreet() -> None:
    own = Head(name="予約", uid="1", personal=True)
    assert lines(written(a_session(), head=own, choice=Choice(titles="discreet")), "CLASS") == ["PRIVATE"]
    assert lines(written(a_session(), head=own), "CLASS") == ["PUBLIC"]


def test_a_demo_says_so_before_every_title() -> None:
    demo = Site(base_url="https://hidamari.example", demo=True)
    feed = written(a_session(), site=demo, choice=Choice(titles="discreet"))
    assert (lines(feed, "SUMMARY"), unfolded(feed)[6]) == (["【デモ】おでかけ"], "NAME:【デモ】予定")


def test_a_private_address_is_its_area() -> None:
    feed = written(a_session(venue=a_venue(address_public=False)))
    assert lines(feed, "LOCATION") == ["ふらっとなんぶ 狛江市"]


def test_a_change_of_the_series_is_a_change_of_its_sessions() -> None:
    later = a_series(changed_at=a_session().changed_at + timedelta(hours=1))
    assert lines(written(a_session(series=later)), "LAST-MODIFIED") == ["20261101T040405Z"]


def test_an_address_with_unknown_words_reads_as_one_without_them() -> None:
    assert (
        read_choice({"titles": "loud", "cancelled": "?", "audience": "x", "mode": "y", "z": "1"}) == Choice()
    )
    assert read_choice({}, titles="discreet") == Choice(titles="discreet")
    assert read_choice({"label": "あ" * 90}).label == "あ" * 39 + "…"


def test_a_feed_reaches_from_a_month_back_to_a_year_ahead() -> None:
    assert window(TODAY) == (date(2026, 10, 15), date(2027, 12, 20))


def days(count: int, a_day: int) -> list[Session]:
    return [a_session(f"{n}", date=TODAY + timedelta(days=n // a_day)) for n in range(count)]


def test_five_hundred_sessions_stand_in_a_feed_as_they_are() -> None:
    assert len(fitting(days(500, 2), TODAY)) == 500


def test_of_more_than_five_hundred_the_last_days_go_as_a_whole() -> None:
    kept = fitting(days(700, 3), TODAY)
    assert len(kept) == 498
    assert kept[-1].date == TODAY + timedelta(days=165)


def test_sixty_days_ahead_are_always_there() -> None:
    kept = fitting(days(2000, 20), TODAY)
    assert (len(kept), kept[-1].date) == (61 * 20, TODAY + timedelta(days=60))
