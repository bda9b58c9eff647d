"""Organisations, venues and their rooms, and the days they are closed."""

from piccolo.columns import UUID, Boolean, Date, ForeignKey, Integer, Text, Time, Varchar
from piccolo.table import Table


class OrganisationRow(Table, tablename="organisation"):
    """団体: publishes editions; named_periods is JSON {name: [[first, last], …]} of its お盆, 夏休み …

    second_look: a second person looks at a month before it goes out. ward_limit: the characters the ward's paper takes;
    ward_months and ward_day: its deadline, so many months before the month, on this day (31: the last).
    """

    id = UUID(primary_key=True)
    slug = Varchar(length=80)
    name = Varchar(length=200)
    area = Varchar(length=80, null=True, default=None)
    about = Text(null=True, default=None)
    phone = Varchar(length=40, null=True, default=None)
    web = Text(null=True, default=None)
    year_end_first = Varchar(length=5, default="12-29")
    year_end_last = Varchar(length=5, default="01-03")
    named_periods = Text(default="{}")
    listed = Boolean(default=True)
    source = Varchar(length=40, null=True, default=None)
    second_look = Boolean(default=False)
    ward_limit = Integer(null=True, default=None)
    ward_months = Integer(null=True, default=None)
    ward_day = Integer(null=True, default=None)


class VenueRow(Table, tablename="venue"):
    """会場. address_public False: the address stands on receipts only, its area everywhere else."""

    id = UUID(primary_key=True)
    slug = Varchar(length=80)
    name = Varchar(length=200)
    area = Varchar(length=80, null=True, default=None)
    address = Text(null=True, default=None)
    address_public = Boolean(default=True)
    way_in = Text(null=True, default=None)
    about = Text(null=True, default=None)
    phone = Varchar(length=40, null=True, default=None)
    opening_text = Text(null=True, default=None)
    opens = Time(null=True, default=None)
    closes = Time(null=True, default=None)
    listed = Boolean(default=True)
    source = Varchar(length=40, null=True, default=None)


class RoomRow(Table, tablename="room"):
    """部屋. touched is raised first by every write that books the room, so that two never look at once.

    opens and closes are its own hours where they differ from the venue's.
    """

    id = UUID(primary_key=True)
    venue_id = ForeignKey(references=VenueRow, null=False)
    name = Varchar(length=120)
    position = Integer(default=0)
    setup_minutes = Integer(default=0)
    clearing_minutes = Integer(default=0)
    touched = Integer(default=0)
    opens = Time(null=True, default=None)
    closes = Time(null=True, default=None)


class ClosingRuleRow(Table, tablename="closing_rule"):
    """休館日 of a venue in words (毎月第3月曜), timetable as JSON; `closure` has its days up to `until`."""

    id = UUID(primary_key=True)
    venue_id = ForeignKey(references=VenueRow, null=False)
    words = Text()
    anchor = Date(null=True, default=None)
    timetable = Text()
    until = Date()


class ClosureRow(Table, tablename="closure"):
    """休み of a venue or of an organisation, both days included.

    One that a rule made is a single day, (rule_id, first) is unique; lifted: the venue is open on it after all.
    """

    id = UUID(primary_key=True)
    venue_id = ForeignKey(references=VenueRow, null=True, default=None)
    organisation_id = ForeignKey(references=OrganisationRow, null=True, default=None)
    first = Date()
    last = Date()
    reason = Varchar(length=200)
    rule_id = ForeignKey(references=ClosingRuleRow, null=True, default=None)
    lifted = Boolean(default=False)


class FormerSlugRow(Table, tablename="former_slug"):
    """Addresses given up: never used again, still answered. kind is organisation, venue or series."""

    id = UUID(primary_key=True)
    kind = Varchar(length=12)
    slug = Varchar(length=80)
    target_id = UUID()


class EmbedPlaceRow(Table, tablename="embed_place"):
    """A site (https://www.city.example.jp) that may show an organisation's dates in a frame."""

    id = UUID(primary_key=True)
    organisation_id = ForeignKey(references=OrganisationRow, null=False)
    origin = Varchar(length=300)
