"""One session as one VEVENT: no rule, no alarm, and the same bytes for the same state."""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from icalendar import Event

from app.domain.programme import Session
from app.feeds.choice import Choice, Site
from app.feeds.words import CATEGORIES, description, location, summary

# Part of every UID ever handed out: it must outlive every change of server and name.
UID_HOST = "hidamari"


def uid_of(session_id: UUID) -> str:
    """The identifier of a session, the same in every feed and for ever."""
    return f"{session_id}@{UID_HOST}"


def event_of(session: Session, choice: Choice, site: Site, *, personal: bool = False) -> Event:
    """The session as an event."""
    event = Event()
    event.add("UID", uid_of(session.id))
    add_times(event, session, ZoneInfo(site.zone))
    event.add("SUMMARY", summary(session, choice, site))
    add_texts(event, session, choice, site)
    event.add("STATUS", status_of(session, choice))
    event.add("TRANSP", "TRANSPARENT")
    event.add("CLASS", "PRIVATE" if personal and choice.discreet else "PUBLIC")
    add_changes(event, session)
    return event


def add_times(event: Event, session: Session, zone: ZoneInfo) -> None:
    """Start and end in local time. An unknown end has none; an unknown start is the whole day."""
    if session.starts is None:
        event.add("DTSTART", session.date)
        event.add("DTEND", session.date + timedelta(days=1))
        return
    event.add("DTSTART", datetime.combine(session.date, whole(session.starts), zone))
    if session.ends is not None:
        event.add("DTEND", datetime.combine(session.last_date, whole(session.ends), zone))


def whole(at: time) -> time:
    """The time to the minute."""
    return at.replace(second=0, microsecond=0)


def add_texts(event: Event, session: Session, choice: Choice, site: Site) -> None:
    """Place, text, kind and address; where discreet, only what must be known of the times."""
    if text := description(session, choice):
        event.add("DESCRIPTION", text)
    if choice.discreet:
        return
    if place := location(session):
        event.add("LOCATION", place)
    if kinds := [CATEGORIES[mode] for mode in session.modes]:
        event.add("CATEGORIES", kinds)
    event.add("URL", f"{site.base_url}/sessions/{session.id}")


def status_of(session: Session, choice: Choice) -> str:
    """CONFIRMED also for what is cancelled, unless asked otherwise: Google hides what is STATUS:CANCELLED."""
    if session.state == "cancelled":
        return "CANCELLED" if choice.cancelled == "status" else "CONFIRMED"
    return "TENTATIVE" if session.state == "planned" else "CONFIRMED"


def add_changes(event: Event, session: Session) -> None:
    """When it last changed, as stored: never now, so that the same state gives the same bytes."""
    changed = max(session.changed_at, session.series.changed_at).astimezone(UTC).replace(microsecond=0)
    event.add("DTSTAMP", changed)
    event.add("LAST-MODIFIED", changed)
    event.add("SEQUENCE", session.sequence)
