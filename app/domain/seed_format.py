"""The form of the files in `seeds/`: one municipality (or one part of the demo) a file.

Null is "the source does not say" and stays so: it is never read as free, unlimited or none. Unknown fields are refused,
so that a misspelt one cannot vanish. Words that a person reads are short quotations; `source_notes` is for organisers.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Words = Annotated[str, Meta(min_length=1, max_length=400)]
Title = Annotated[str, Meta(min_length=1, max_length=60)]
Phone = Annotated[str, Meta(pattern=r"^[0-9-]{6,14}$")]
Web = Annotated[str, Meta(pattern=r"^https?://\S+$")]
Minutes = Annotated[int, Meta(ge=0, le=240)]
Clock = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]

Role = Literal["主催", "共催", "後援", "協力", "委託", "運営", "事務局"]
Audience = Literal["participant", "family", "supporter"]
Mode = Literal["in_person", "online"]
Seat = Literal["talk", "listener"]
Way = Literal["phone", "mail", "chat", "form", "visit"]
Registration = Literal[
    "walk_in", "walk_in_or_reserve", "reserve_required", "by_referral", "closed", "unstated"
]
Kind = Literal[
    "salon", "drop_in", "family_meeting", "peer_meeting", "consultation", "window", "lecture", "course",
    "workshop", "activity", "work", "event", "support", "visit", "council", "training",
]  # fmt: skip
Holidays = Literal["undecided", "closed", "open", "next_day", "next_workday", "next_week", "previous_workday"]
InformationKind = Literal["newsletter", "broadcast", "web", "leaflet", "notice"]

INDISCREET = ("ひきこもり", "引きこもり", "相談", "当事者", "不登校", "生きづら", "8050", "家族会", "支援")


class Record(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Every part of a seed file: frozen, unknown fields refused."""


class Contact(Record, frozen=True):
    """Whom to ask. Only numbers and addresses a public office has published."""

    name: Words | None = None
    phone: Phone | None = None
    web: Web | None = None


class OrganisationSeed(Record, frozen=True):
    """A ward office, a council of social welfare, an NPO, a family group."""

    slug: Slug
    name: Title
    contact: Contact | None = None
    about: Words | None = None
    listed: bool = True
    """False for bodies the source names only by their kind, such as 関係機関."""


class RoomSeed(Record, frozen=True):
    """A room of a venue, with the minutes before and after a use in which nobody else may have it."""

    slug: Slug
    name: Title
    setup_minutes: Minutes = 0
    clearing_minutes: Minutes = 0


class VenueSeed(Record, frozen=True):
    """Where. A private home has `address_public: false` and no street number in the file."""

    slug: Slug
    name: Title
    address: Words | None
    inside: Words | None = None
    address_public: bool = True
    about: Words | None = None
    way_in: Words | None = None
    phone: Phone | None = None
    opening_text: Words | None = None
    opens: Clock | None = None
    closes: Clock | None = None
    rooms: tuple[RoomSeed, ...] = ()


class RoleSeed(Record, frozen=True):
    """The part an organisation takes in a series, where the source names it."""

    organisation: Slug
    role: Role


class PromiseSeed(Record, frozen=True):
    """週2回, 年5回程度: how often, without saying when. Years are fiscal, from April."""

    words: Words
    count: Annotated[int, Meta(ge=1, le=366)]
    per: Literal["week", "month", "year"]
    about: bool = False


class PoolSeed(Record, frozen=True):
    """The places of one (mode, seat). A capacity exactly where the limit is a number."""

    mode: Mode
    seat: Seat = "talk"
    limit: Literal["number", "none", "unstated"] = "unstated"
    capacity: Annotated[int, Meta(ge=1, le=2000)] | None = None

    def __post_init__(self) -> None:
        if (self.limit == "number") != (self.capacity is not None):
            raise ValueError("capacity goes with limit: number, and only with it")


class LineSeed(Record, frozen=True):
    """A line with dates: the typed words, and a venue or a rotation of venues."""

    key: Slug
    words: Words
    anchor: Annotated[str, Meta(pattern=r"^(\d{4}-\d{2}-\d{2}|[+-]\d{1,3})$")] | None = None
    venue: Slug | None = None
    room: Slug | None = None
    rotation: tuple[Slug, ...] = ()
    pools: tuple[PoolSeed, ...] = ()

    def __post_init__(self) -> None:
        if self.venue is not None and self.rotation:
            raise ValueError("a line has one venue or a rotation, not both")


class ModeNotes(Record, frozen=True):
    """What to know before coming, mode by mode."""

    in_person: Words | None = None
    online: Words | None = None


class SeriesSeed(Record, frozen=True):
    """A gathering that repeats, or a window, with what the source says of it."""

    source_id: str | None
    slug: Slug
    title: Title
    discreet_title: Annotated[str, Meta(min_length=1, max_length=12)]
    kind: Kind
    organisation: Slug
    audience: tuple[Audience, ...]
    eligibility: Words | None
    registration: Registration
    fee: Words | None
    contact: Contact | None
    modes: tuple[Mode, ...] | None
    venue: Slug | None
    listed: bool = True
    internal: bool = False
    unlisted_because: Words | None = None
    newer: Slug | None = None
    """The series that tells the same from a newer document."""
    organiser_words: Words | None = None
    roles: tuple[RoleSeed, ...] = ()
    room: Slug | None = None
    venue_words: Words | None = None
    lines: tuple[LineSeed, ...] = ()
    promise: PromiseSeed | None = None
    opening_text: Words | None = None
    when_text: Words | None = None
    registration_words: Words | None = None
    anonymous: bool = False
    ways: tuple[Way, ...] = ()
    seats: tuple[PoolSeed, ...] = ()
    parent: Slug | None = None
    minutes_after_parent: Minutes | None = None
    parallel: Slug | None = None
    related: tuple[Slug, ...] = ()
    about: Words | None = None
    flow: Words | None = None
    belongings: Words | None = None
    way_in: Words | None = None
    mode_notes: ModeNotes = ModeNotes()
    join_link: Web | None = None
    opens_days: Annotated[int, Meta(ge=0, le=120)] | None = None
    closes_minutes: Annotated[int, Meta(ge=0, le=20160)] | None = None
    planned_shown: bool = True
    planned_reservable: bool = False
    holidays: Holidays = "undecided"
    source_notes: Words | None = None

    def __post_init__(self) -> None:
        if self.internal and self.listed:
            raise ValueError("an internal series is never listed")
        if any(word in self.discreet_title for word in INDISCREET):
            raise ValueError(f"the discreet title {self.discreet_title} tells too much")


class InformationSeed(Record, frozen=True):
    """A newsletter, a broadcast, a web page: worth knowing, never a series."""

    source_id: str | None
    slug: Slug
    title: Title
    kind: InformationKind
    organisation: Slug
    web: Web | None
    when_text: Words | None = None
    organiser_words: Words | None = None
    promise: PromiseSeed | None = None
    audience_words: Words | None = None
    channels: tuple[Words, ...] = ()
    about: Words | None = None
    source_notes: Words | None = None


class DatedSession(Record, frozen=True):
    """A demo date counted from today, typed by hand rather than made by a rule."""

    series: Slug
    day: Annotated[int, Meta(ge=0, le=120)]
    start: Clock | None = None
    end: Clock | None = None
    venue: Slug | None = None
    room: Slug | None = None
    theme: Words | None = None
    after_publishing: bool = False
    """Typed when the month was out already, so that it stays planned until the next edition."""


class Change(Record, frozen=True):
    """What an organiser did to the next session of a series: called off, or moved by some days."""

    series: Slug
    nth: Annotated[int, Meta(ge=0, le=20)]
    """Counted from the first session after today, which is 0."""
    act: Literal["cancel", "move"]
    reason: Words | None = None
    days: Annotated[int, Meta(ge=-60, le=60)] = 0


class Guest(Record, frozen=True):
    """A nickname that takes a place in the demo through the same door as everyone."""

    nickname: Annotated[str, Meta(min_length=1, max_length=20)]
    mode: Mode = "in_person"
    seat: Seat = "talk"
    role: Literal["participant", "family", "supporter", "acquaintance"] | None = None
    wait: bool = False


class Guests(Record, frozen=True):
    """Those who come to the nth session of a series, counted from today's."""

    series: Slug
    nth: Annotated[int, Meta(ge=0, le=20)]
    guests: tuple[Guest, ...]


class History(Record, frozen=True):
    """A series that has been held for more than a year; at most so many came to a pool by reservation."""

    series: Slug
    most: Annotated[int, Meta(ge=1, le=50)]


class DemoPart(Record, frozen=True):
    """What brings the demo to life, played after loading and publishing."""

    sessions: tuple[DatedSession, ...] = ()
    changes: tuple[Change, ...] = ()
    guests: tuple[Guests, ...] = ()
    invitations: tuple[Slug, ...] = ()
    managed_venues: tuple[Slug, ...] = ()
    history: tuple[History, ...] = ()


class SeedFile(Record, frozen=True):
    """One file of `seeds/`."""

    municipality: Title
    organisations: tuple[OrganisationSeed, ...]
    venues: tuple[VenueSeed, ...] = ()
    series: tuple[SeriesSeed, ...] = ()
    information: tuple[InformationSeed, ...] = ()
    demo: DemoPart | None = None
