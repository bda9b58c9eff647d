"""Points 1 to 6 and 52: what stands in a feed as bytes, whatever somebody typed."""

import re
from collections.abc import Callable, Iterator

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace

from app.domain.programme import Session
from app.feeds import calendars, texts, words
from app.feeds.choice import Choice, Head
from tests.feeds.feedtown import KINDS, QUERIES, SIGNS, Fed
from tests.feeds.made import HEAD, SITE, a_series, a_session, a_venue
from tests.feeds.points import point
from tests.feeds.reading import KNOWN, UNFIT, events, names, physical, unescaped, unfolded, value

READERS: dict[str, Callable[[str], list[str]]] = {
    "strict": lambda feed: feed.removesuffix("\r\n").split("\r\n"),
    "splitting at CR": lambda feed: re.split("\r\n|\r|\n", feed.removesuffix("\r\n")),
    "splitlines": lambda feed: feed.splitlines(),
}


def all_bytes(fed: Fed, kind: str) -> Iterator[bytes]:
    for query in QUERIES:
        yield fed.bytes(kind, query)


@point(1)
@pytest.mark.parametrize("kind", KINDS)
def test_every_line_ends_with_crlf_the_last_one_too(fed: Fed, kind: str) -> None:
    for feed in all_bytes(fed, kind):
        assert feed.endswith(b"END:VCALENDAR\r\n")
        assert feed.count(b"\r") == feed.count(b"\n") == feed.count(b"\r\n")


@point(2)
@pytest.mark.parametrize("kind", KINDS)
def test_no_line_is_longer_than_75_octets(fed: Fed, kind: str) -> None:
    for feed in all_bytes(fed, kind):
        assert max(len(line) for line in physical(feed)) <= 75


@point(3)
@pytest.mark.parametrize("kind", KINDS)
def test_every_line_is_utf8_by_itself_and_there_is_no_mark_before_it(fed: Fed, kind: str) -> None:
    for feed in all_bytes(fed, kind):
        assert feed.startswith(b"BEGIN:VCALENDAR\r\n")
        assert "".join(line.decode("utf-8", "strict") for line in physical(feed))


@point(4)
@pytest.mark.parametrize("kind", KINDS)
def test_there_is_no_control_character(fed: Fed, kind: str) -> None:
    for feed in all_bytes(fed, kind):
        assert not [line for line in physical(feed) if UNFIT.search(line.decode())]


@point(5)
@pytest.mark.parametrize("kind", ["all", "venue", "series", "organisation"])
def test_signs_come_back_as_they_were(fed: Fed, kind: str) -> None:
    calendar = Calendar.from_ical(fed.bytes(kind))
    shown = texts.one_line(SIGNS)
    # icalendar gives these two as they stand; ical.js is asked in test_readers.
    assert [unescaped(str(calendar[name])) for name in ("NAME", "X-WR-CALNAME")] == [names_of(kind)] * 2
    event = next(
        each for each in calendar.walk("VEVENT") if str(each["UID"]).startswith(str(fed.sessions["plain"]))
    )
    assert str(event["SUMMARY"]) == f"ふらっと{shown}"
    assert str(event["LOCATION"]) == f"なんぶ{shown} 1-2-3{shown}"
    assert f"費用：{texts.clean(SIGNS)}" in str(event["DESCRIPTION"])
    other = vobject.readOne(fed.bytes(kind).decode())
    twin = next(each for each in other.vevent_list if each.uid.value == str(event["UID"]))
    assert [twin.summary.value, twin.location.value, twin.description.value] == [
        str(event[name]) for name in ("SUMMARY", "LOCATION", "DESCRIPTION")
    ]


def names_of(kind: str) -> str:
    own = {"venue": "なんぶ", "series": "ふらっと", "organisation": "まちの会"}
    return texts.short(own[kind] + SIGNS) if kind in own else "ひだまり"


@point(6)
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_text_makes_a_property(fed: Fed, kind: str, reader: str) -> None:
    for feed in all_bytes(fed, kind):
        lines = [line for line in READERS[reader](feed.decode()) if not line.startswith(" ")]
        assert names(lines) <= KNOWN
        assert lines.count("BEGIN:VEVENT") == len(events(feed)) == feed.count(b"\r\nEND:VEVENT\r\n")


@pytest.mark.parametrize("cleaning", ["clean", "one_line"])
def test_without_cleaning_texts_would(cleaning: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (words, texts, calendars):
        monkeypatch.setattr(module, cleaning, lambda text: text, raising=False)
    feed = written(a_session(series=a_series(title=SIGNS, fee=SIGNS)))
    assert UNFIT.search(feed.decode().replace("\r\n", ""))


def written(*sessions: Session, choice: Choice = Choice(), head: Head = HEAD) -> bytes:  # noqa: B008 -- frozen
    return calendars.calendar_bytes(sessions, head, choice, SITE)


FIELDS = (
    "title",
    "discreet",
    "eligibility",
    "fee",
    "phone",
    "theme",
    "reason",
    "place",
    "address",
    "room",
    "label",
)
SIGN = st.one_of(
    st.characters(codec=None),
    st.sampled_from(
        [*SIGNS, "\r\n", "\n", "\r", "\u2029", "\x1c", "\\", "\\n", "\\;", '"', ":", "BEGIN:VEVENT", "\n "]
    ),
)
ANY_TEXT = st.lists(SIGN, max_size=60).map("".join)
EVERY_FIELD = st.fixed_dictionaries(dict.fromkeys(FIELDS, ANY_TEXT))


def assert_whole(typed: dict[str, str]) -> None:
    """A feed with these words in its fields, full and covered, is whole, and holds its two events."""
    series = a_series(
        title=typed["title"], discreet_title=typed["discreet"], eligibility=typed["eligibility"]
    )
    venue = a_venue(name=typed["place"], address=typed["address"])
    hostile = a_session(
        series=replace(series, fee=typed["fee"], phone=typed["phone"]),
        venue=venue,
        former_venue=venue,
        theme=typed["theme"],
        state="cancelled",
        cancel_reason=typed["reason"],
        room_name=typed["room"],
        room_state="granted",
    )
    plain = a_session("plain")
    alone = events(written(plain))[0]
    for choice in (Choice(), Choice(titles="discreet"), Choice(label=typed["label"][:40])):
        feed = written(hostile, plain, choice=choice, head=Head(name=typed["title"], uid="1"))
        assert max(len(line) for line in physical(feed)) <= 75
        assert not [line for line in physical(feed) if UNFIT.search(line.decode())]
        assert names(unfolded(feed)) <= KNOWN
        assert [value(event, "UID") for event in events(feed)] == [
            f"{each.id}@hidamari" for each in (hostile, plain)
        ]
        assert choice != Choice() or events(feed)[1] == alone
        assert len(Calendar.from_ical(feed).walk("VEVENT")) == 2


@point(52)
@settings(max_examples=60)
@given(EVERY_FIELD)
def test_no_word_takes_a_feed_down_or_another_event_with_it(typed: dict[str, str]) -> None:
    assert_whole(typed)


@pytest.mark.soak
@settings(max_examples=10_000)
@given(EVERY_FIELD)
def test_no_word_of_ten_thousand_takes_a_feed_down(typed: dict[str, str]) -> None:
    assert_whole(typed)


@point(52)
@pytest.mark.parametrize("title", ["", "\x00", "\ud800", "\u2028\u2029", "\x7f\x80"])
def test_a_title_of_which_nothing_is_left_is_a_plan(title: str) -> None:
    assert value(events(written(a_session(series=a_series(title=title))))[0], "SUMMARY") == "予定"
