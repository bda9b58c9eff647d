"""Sessions as an iCalendar file, whole and stable: the same sessions give the same bytes."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Protocol, TypeVar
from uuid import UUID, uuid5

from icalendar import Calendar, Timezone, TimezoneStandard, vDuration, vText
from msgspec.structs import replace

from app.domain.programme import Day, Session, SessionState
from app.feeds.choice import Choice, Head, Site
from app.feeds.events import event_of
from app.feeds.texts import short
from app.feeds.words import DEMO, NEUTRAL

PRODUCT = "-//Hidamari//Hidamari//JA"
REFRESH = timedelta(hours=6)
DAYS_BACK = 31
DAYS_AHEAD = 400
FEWEST_DAYS_AHEAD = 60
MOST_EVENTS = 500
MOST_FRAMES = 500
END = b"END:VCALENDAR"
NAMES_OF_FEEDS = UUID("6f5a0a26-7c36-5b60-9f0c-2b1f0f6e6a11")
TOKYO = "Asia/Tokyo"
TOKYO_OFFSET = timedelta(hours=9)


class Dated(Protocol):
    """What happens on a day."""

    @property
    def date(self) -> Day: ...


class Stated(Protocol):
    """What is planned, published or cancelled."""

    @property
    def state(self) -> SessionState: ...


D = TypeVar("D", bound=Dated)


def window(today: date) -> tuple[date, date]:
    """The first and the last day of a feed."""
    return today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD)


def fitting(sessions: Iterable[D], today: date) -> tuple[D, ...]:
    """The sessions of the window; of more than 500 only those up to an earlier day, never fewer than 60 days ahead.

    A day is in the feed as a whole or not at all.
    """
    found = sorted(sessions, key=lambda session: session.date)
    if len(found) <= MOST_EVENTS:
        return tuple(found)
    last = max(found[MOST_EVENTS].date - timedelta(days=1), today + timedelta(days=FEWEST_DAYS_AHEAD))
    return tuple(session for session in found if session.date <= last)


def feed_uid(kind: str, key: str = "") -> str:
    """The unchanging identifier of a feed; it says nothing of what is in it."""
    return str(uuid5(NAMES_OF_FEEDS, f"{kind}/{key}"))


def calendar_bytes(sessions: Iterable[Session], head: Head, choice: Choice, site: Site) -> bytes:
    """The whole file: CRLF lines of at most 75 octets, UTF-8. Valid without any session, too."""
    look = look_of(choice)
    events = [
        event_bytes(each, look, site, personal=head.personal) for each in sessions if shows(each, choice)
    ]
    return calendar_of(events, head, choice, site)


def calendar_of(events: Iterable[bytes], head: Head, choice: Choice, site: Site) -> bytes:
    """The whole file round events that are written already."""
    before, after = frame(head, look_of(choice), site)
    return b"".join((before, *events, after))


@lru_cache(maxsize=MOST_FRAMES)
def frame(head: Head, choice: Choice, site: Site) -> tuple[bytes, bytes]:
    """What stands before the events and after them."""
    calendar = Calendar()
    add_head(calendar, head, choice, site)
    calendar.add_component(zone_of(site.zone))
    before, end, after = bytes(calendar.to_ical(sorted=False)).rpartition(END)
    return before, end + after


def shows(session: Stated, choice: Choice) -> bool:
    """Whether a feed has an event for the session: what is cancelled can be left out."""
    return session.state != "cancelled" or choice.cancelled != "drop"


def look_of(choice: Choice) -> Choice:
    """As much of a choice as changes how a session looks, not which ones there are."""
    return replace(choice, audience=None, mode=None)


def event_bytes(session: Session, choice: Choice, site: Site, *, personal: bool = False) -> bytes:
    """One event."""
    return bytes(event_of(session, choice, site, personal=personal).to_ical(sorted=False))


def add_head(calendar: Calendar, head: Head, choice: Choice, site: Site) -> None:
    """What describes the calendar itself. Name and interval stand twice, for clients old and new."""
    name = vText(name_of(head, choice, site))
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", PRODUCT)
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    # Not UID (RFC 7986, 5.3): vdirsyncer takes the first UID of a file for that of every event, and keeps one of them.
    calendar.add("X-WR-RELCALID", vText(head.uid))
    calendar.add("NAME", name)
    calendar.add("X-WR-CALNAME", name)
    calendar.add("X-WR-TIMEZONE", vText(site.zone))
    calendar.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(REFRESH))


def name_of(head: Head, choice: Choice, site: Site) -> str:
    """The own word, 予定 where discreet, else the name; on one line of at most 60 characters."""
    name = choice.label or (NEUTRAL if choice.discreet else head.name)
    return short(f"{DEMO if site.demo else ''}{name}")


def zone_of(zone: str) -> Timezone:
    """The time zone. Tokyo has had one offset since 1951: one rule from 1970, as every client reads it."""
    if zone != TOKYO:
        return Timezone.from_tzid(zone)
    standard = TimezoneStandard()
    standard.add("DTSTART", datetime(1970, 1, 1))  # noqa: DTZ001 -- local by definition (RFC 5545, 3.6.5)
    standard.add("TZOFFSETFROM", TOKYO_OFFSET)
    standard.add("TZOFFSETTO", TOKYO_OFFSET)
    standard.add("TZNAME", "JST")
    component = Timezone()
    component.add("TZID", zone)
    component.add_component(standard)
    return component
