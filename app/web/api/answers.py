"""What the API answers: one Struct a shape, every field listed by hand so that nothing slips out."""

from datetime import date, datetime, time, timedelta
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.domain.programme import Organisation, Series, Session, Venue
from app.domain.registration import promotes
from app.domain.seats import Availability, Mode, Seat, availability


class VenueName(Struct, frozen=True):
    """A venue by name."""

    slug: str
    name: str


class VenueAnswer(Struct, frozen=True, kw_only=True):
    """A venue. address is null where it stands on receipts only, or where nobody has said."""

    slug: str
    name: str
    area: str | None
    address: str | None
    way_in: str | None
    phone: str | None
    opening: str | None
    url: str


class SeriesName(Struct, frozen=True):
    """A series by title."""

    slug: str
    title: str


class SeriesAnswer(Struct, frozen=True, kw_only=True):
    """A series; null is what nobody has said. words: its rules as typed."""

    slug: str
    title: str
    words: tuple[str, ...]
    audience: tuple[str, ...]
    eligibility: str | None
    registration: str
    fee: str | None
    contact: str | None
    phone: str | None
    opening: str | None
    organisation: str | None
    url: str


class SeatAnswer(Struct, frozen=True, kw_only=True):
    """How things stand in one pool, in words and never in numbers."""

    mode: Mode
    seat: Seat
    availability: Availability


class SessionAnswer(Struct, frozen=True, kw_only=True):
    """A session. Instants carry the offset of the installation's zone; null where nobody has said."""

    id: UUID
    series: SeriesName
    venue: VenueName | None
    date: date
    starts_at: datetime | None
    ends_at: datetime | None
    status: Literal["planned", "published", "cancelled"]
    seats: tuple[SeatAnswer, ...]
    registration: str


class Venues(Struct, frozen=True):
    """A page of venues."""

    items: tuple[VenueAnswer, ...]
    next: str | None


class SeriesList(Struct, frozen=True):
    """A page of series."""

    items: tuple[SeriesAnswer, ...]
    next: str | None


class Sessions(Struct, frozen=True):
    """A page of sessions."""

    items: tuple[SessionAnswer, ...]
    next: str | None


def venue_answer(venue: Venue, base_url: str) -> VenueAnswer:
    """A public venue as the API tells it."""
    return VenueAnswer(
        slug=venue.slug,
        name=venue.name,
        area=venue.area,
        address=venue.address,
        way_in=venue.way_in,
        phone=venue.phone,
        opening=venue.opening_text,
        url=f"{base_url}/venues/{venue.slug}",
    )


def series_answer(
    series: Series, words: tuple[str, ...], owner: Organisation | None, base_url: str
) -> SeriesAnswer:
    """A public series as the API tells it."""
    return SeriesAnswer(
        slug=series.slug,
        title=series.title,
        words=words,
        audience=series.audience,
        eligibility=series.eligibility,
        registration=series.registration,
        fee=series.fee,
        contact=series.contact,
        phone=series.phone,
        opening=series.opening_text,
        organisation=owner.slug if owner else None,
        url=f"{base_url}/series/{series.slug}",
    )


def session_answer(session: Session, now: datetime, zone: ZoneInfo) -> SessionAnswer:
    """A public session as the API tells it."""
    in_order = promotes(session, now, zone)
    return SessionAnswer(
        id=session.id,
        series=SeriesName(session.series.slug, session.series.title),
        venue=VenueName(session.venue.slug, session.venue.name) if session.venue else None,
        date=session.date,
        starts_at=instant(session.date, session.starts, zone),
        ends_at=end_of(session, zone),
        status=session.state,
        seats=tuple(
            SeatAnswer(mode=pool.mode, seat=pool.seat, availability=availability(pool, in_order=in_order))
            for pool in session.pools
        ),
        registration=session.series.registration,
    )


def instant(day: date, at: time | None, zone: ZoneInfo) -> datetime | None:
    """The instant of a local time, None if the time is unknown."""
    return datetime.combine(day, at, zone) if at else None


def end_of(session: Session, zone: ZoneInfo) -> datetime | None:
    """The end of a session; one that is not after the start is on the next day."""
    if session.ends is None:
        return None
    over_midnight = session.starts is not None and session.ends <= session.starts
    return instant(session.date + timedelta(days=over_midnight), session.ends, zone)
