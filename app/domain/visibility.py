"""What the public may see: one rule for pages, feeds, CSV and JSON.

Storage applies it to everything it gives to a public door, so that no door can forget it.
"""

from msgspec.structs import replace

from app.domain.programme import Organisation, Series, Session, Venue


def series_is_public(series: Series) -> bool:
    """Listed and not internal: 紹介制 series and councils have no public page and stand in no list."""
    return series.listed and not series.internal


def session_is_public(session: Session) -> bool:
    """Whether anybody may see the session: its series is public, and it was published or is shown as 予定.

    A cancelled one stays visible as 中止 exactly where it could be seen before.
    """
    return series_is_public(session.series) and is_out(session)


def is_out(session: Session) -> bool:
    """Published once, or planned in a series that shows its plans. Listing is not asked here (an invitation opens it)."""
    if session.state == "published":
        return True
    return session.published_at is not None or session.series.planned_shown


def public_venue(venue: Venue) -> Venue:
    """The venue without what leads to it, where its address is not public: the area stays."""
    if venue.address_public:
        return venue
    return replace(venue, address=None, way_in=None, phone=None)


def public_series(series: Series, venue: Venue | None) -> Series:
    """The series as it may be shown with a session at the venue: the way to a private address is left out."""
    if venue is None or venue.address_public:
        return series
    return replace(series, way_in=None)


def public_session(session: Session) -> Session:
    """The session as everybody may see it. It says nothing of whether they may: see `session_is_public`."""
    return replace(
        session,
        series=public_series(session.series, session.venue),
        venue=session.venue and public_venue(session.venue),
        former_venue=session.former_venue and public_venue(session.former_venue),
    )


def venue_has_page(venue: Venue | None) -> bool:
    """Whether a venue may be linked to."""
    return venue is not None and venue.listed


def organisation_has_page(organisation: Organisation | None) -> bool:
    """Whether an organisation may be linked to."""
    return organisation is not None and organisation.listed
