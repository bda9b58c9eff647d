"""Seed values to rows of the tables. Ids follow from the slugs, so that the same file always makes the same rows."""

from datetime import date, datetime, time
from typing import NamedTuple
from uuid import UUID, uuid5

from app.domain.seed_format import InformationSeed, OrganisationSeed, SeriesSeed, VenueSeed
from app.storage.tables import (
    HostRow,
    InformationRow,
    OrganisationRow,
    OwnershipRow,
    RoomRow,
    SeriesRow,
    VenueRow,
)

SEEDS = UUID("5eed0000-0000-4000-8000-000000000000")
EVER = date(2000, 1, 1)
"""Ownership of a seeded series begins before all of its dates."""

CHANNELS = {
    "print": "紙面",
    "print (全戸配布)": "紙面（全戸配布）",
    "web": "ウェブ",
    "blog": "ブログ",
    "leaflet": "リーフレット",
    "flyer": "ちらし",
    "signage": "デジタルサイネージ",
    "TV": "テレビ",
    "video": "動画",
}
"""Where information is to be had, as the source's table says it and as people do; other words stay as they are."""


class Setting(NamedTuple):
    """What the rows of a file have in common."""

    municipality: str
    now: datetime
    today: date


def seed_id(kind: str, *slugs: str) -> UUID:
    """The id of a seeded thing: kind is organisation, venue, room, series, line or information."""
    return uuid5(SEEDS, "/".join((kind, *slugs)))


def organisation_row(seed: OrganisationSeed, setting: Setting) -> OrganisationRow:
    """The row of an organisation."""
    contact = seed.contact
    return OrganisationRow(
        id=seed_id("organisation", seed.slug),
        slug=seed.slug,
        name=seed.name,
        area=setting.municipality,
        about=seed.about,
        phone=contact.phone if contact else None,
        web=contact.web if contact else None,
        listed=seed.listed,
    )


def venue_row(seed: VenueSeed, setting: Setting) -> VenueRow:
    """The row of a venue. The building it is in stands behind its address."""
    return VenueRow(
        id=seed_id("venue", seed.slug),
        slug=seed.slug,
        name=seed.name,
        area=setting.municipality,
        address=joined(seed.address, seed.inside, between=""),
        address_public=seed.address_public,
        way_in=seed.way_in,
        about=seed.about,
        phone=seed.phone,
        opening_text=seed.opening_text,
        opens=clock(seed.opens),
        closes=clock(seed.closes),
    )


def room_rows(seed: VenueSeed) -> list[RoomRow]:
    """The rooms of a venue, in the order of the file."""
    return [
        RoomRow(
            id=seed_id("room", seed.slug, room.slug),
            venue_id=seed_id("venue", seed.slug),
            name=room.name,
            position=position,
            setup_minutes=room.setup_minutes,
            clearing_minutes=room.clearing_minutes,
        )
        for position, room in enumerate(seed.rooms)
    ]


def series_row(seed: SeriesSeed, setting: Setting) -> SeriesRow:
    """The row of a series. What the file leaves open stays null."""
    row = SeriesRow(
        id=seed_id("series", seed.slug),
        audience=",".join(seed.audience),
        registration=seed.registration,
        opens_days=seed.opens_days,
        closes_minutes=seed.closes_minutes,
        anonymous=seed.anonymous,
        listed=seed.listed,
        internal=seed.internal,
        planned_shown=seed.planned_shown,
        planned_reservable=seed.planned_reservable,
        holiday_policy=seed.holidays,
        parent_id=seed_id("series", seed.parent) if seed.parent else None,
        parent_gap=seed.minutes_after_parent,
        parallel_id=seed_id("series", seed.parallel) if seed.parallel else None,
        changed_at=setting.now,
    )
    for column, words in series_words(seed).items():
        setattr(row, column, words)
    return row


def series_words(seed: SeriesSeed) -> dict[str, str | None]:
    """The columns of a series that hold words."""
    contact = seed.contact
    return {
        "slug": seed.slug,
        "source": seed.source_id,
        "title": seed.title,
        "discreet_title": seed.discreet_title,
        "about": seed.about,
        "eligibility": seed.eligibility,
        "fee": seed.fee,
        "contact": contact.name if contact else None,
        "phone": contact.phone if contact else None,
        "web": contact.web if contact else None,
        "flow": seed.flow,
        "belongings": seed.belongings,
        "way_in": seed.way_in,
        "in_person_note": seed.mode_notes.in_person,
        "online_note": seed.mode_notes.online,
        "join_link": seed.join_link,
        "opening_text": seed.opening_text,
        "note": note_of(seed),
    }


def note_of(seed: SeriesSeed) -> str | None:
    """What else the source says: how to come, where, who does it, and when, if a line already says how often."""
    return joined(
        seed.registration_words,
        f"会場：{seed.venue_words}" if seed.venue_words else None,
        f"実施：{seed.organiser_words}" if seed.organiser_words else None,
        seed.when_text if seed.lines or seed.promise else None,
        between="\n",
    )


def ownership_row(seed: SeriesSeed) -> OwnershipRow:
    """Who owns the series, from before its first date on."""
    return OwnershipRow(
        id=seed_id("ownership", seed.slug),
        series_id=seed_id("series", seed.slug),
        organisation_id=seed_id("organisation", seed.organisation),
        first=EVER,
    )


def host_rows(seed: SeriesSeed) -> list[HostRow]:
    """The parts that organisations take in a series, as the source names them."""
    return [
        HostRow(
            id=seed_id("host", seed.slug, each.organisation, each.role),
            series_id=seed_id("series", seed.slug),
            organisation_id=seed_id("organisation", each.organisation),
            role=each.role,
        )
        for each in seed.roles
    ]


def information_row(seed: InformationSeed) -> InformationRow:
    """The row of a newsletter, a broadcast, a web page."""
    return InformationRow(
        id=seed_id("information", seed.slug),
        organisation_id=seed_id("organisation", seed.organisation),
        kind=seed.kind,
        title=seed.title,
        text=information_text(seed),
        web=seed.web,
        source=seed.source_id,
    )


def information_text(seed: InformationSeed) -> str | None:
    """What is said of it: when it comes out, for whom, by whom, where it is to be had."""
    return joined(
        seed.about,
        seed.promise.words if seed.promise else seed.when_text,
        seed.audience_words,
        f"実施：{seed.organiser_words}" if seed.organiser_words else None,
        "、".join(CHANNELS.get(each, each) for each in seed.channels) or None,
        between="\n",
    )


def clock(words: str | None) -> time | None:
    """A time of day out of 09:00."""
    return time.fromisoformat(words) if words else None


def joined(*pieces: str | None, between: str) -> str | None:
    """The pieces that say something, or None."""
    return between.join(piece for piece in pieces if piece) or None
