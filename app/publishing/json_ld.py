"""A session as schema.org Event, for search engines: data inside a script element, which no browser runs.

schema.org/Event: startDate, eventStatus with previousStartDate, eventAttendanceMode, location. Nothing stands in it that
the page does not say: no private address, and no join link, for the page itself is where an online session is found.
"""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from app.domain.programme import Session, Venue
from app.domain.text import one_line

SCHEMA = "https://schema.org"
MODES = {
    ("in_person",): "OfflineEventAttendanceMode",
    ("online",): "OnlineEventAttendanceMode",
    ("in_person", "online"): "MixedEventAttendanceMode",
}
# An end tag inside of a text must not end the element; both separators are line ends to old scripts.
UNSAFE = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)
Data = dict[str, Any]


def json_ld(session: Session, base_url: str, zone: ZoneInfo, *, demo: bool = False) -> str:
    """The event as JSON that may stand in HTML as it is."""
    return msgspec.json.encode(event_of(session, base_url, zone, demo=demo)).decode().translate(UNSAFE)


def event_of(session: Session, base_url: str, zone: ZoneInfo, *, demo: bool = False) -> Data:
    """The event; what nobody has said is missing. The session has to be as everybody may see it."""
    page = f"{base_url}/sessions/{session.id}"
    mark = "【デモ】" if demo else ""
    known = {
        "@context": SCHEMA,
        "@type": "Event",
        "@id": page,
        "name": f"{mark}{one_line(session.series.title)}",
        "url": page,
        "inLanguage": "ja",
        "startDate": stamp(session.date, session.starts, zone),
        "endDate": end_of(session, zone),
        "eventStatus": f"{SCHEMA}/{status_of(session)}",
        "previousStartDate": former_of(session, zone),
        "eventAttendanceMode": mode_of(session),
        "description": one_line(session.theme or session.series.about or "") or None,
        "location": location_of(session, page),
        "organizer": organiser_of(session, base_url),
    }
    return {name: value for name, value in known.items() if value}


def stamp(day: date, at: time | None, zone: ZoneInfo) -> str:
    """2026-11-20T13:30:00+09:00, or the day alone where the time is unknown."""
    return datetime.combine(day, at, zone).isoformat() if at else day.isoformat()


def end_of(session: Session, zone: ZoneInfo) -> str | None:
    """When it ends; None where nobody has said."""
    if session.ends is None or session.starts is None:
        return None
    return stamp(session.last_date, session.ends, zone)


def status_of(session: Session) -> str:
    """EventCancelled, EventRescheduled where the date or the start moved, else EventScheduled."""
    if session.state == "cancelled":
        return "EventCancelled"
    moved = session.former_date is not None or session.former_starts is not None
    return "EventRescheduled" if moved else "EventScheduled"


def former_of(session: Session, zone: ZoneInfo) -> str | None:
    """When it was to be, where it moved."""
    if session.former_date is None and session.former_starts is None:
        return None
    return stamp(session.former_date or session.date, session.former_starts, zone)


def mode_of(session: Session) -> str | None:
    """Offline, online or mixed; None where nobody has said."""
    word = MODES.get(session.modes)
    return f"{SCHEMA}/{word}" if word else None


def location_of(session: Session, page: str) -> list[Data]:
    """The venue, and the page for whoever comes by a screen."""
    found = [venue_of(session.venue)] if session.venue else []
    if "online" in session.modes:
        found.append({"@type": "VirtualLocation", "url": page})
    return found


def venue_of(venue: Venue) -> Data:
    """The venue with its address, or with its town alone where the address is not public."""
    parts = {
        "@type": "PostalAddress",
        "addressCountry": "JP",
        "addressLocality": venue.area,
        "streetAddress": venue.address if venue.address_public else None,
    }
    address = {name: value for name, value in parts.items() if value}
    return {"@type": "Place", "name": one_line(venue.name), "address": address}


def organiser_of(session: Session, base_url: str) -> Data | None:
    """Who holds it, with its page where it has one."""
    if session.owner is None:
        return None
    found = {"@type": "Organization", "name": one_line(session.owner.name)}
    return found | ({"url": f"{base_url}/organisations/{session.owner.slug}"} if session.owner.listed else {})
