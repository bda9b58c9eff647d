"""What is offered: series with their lines, who runs them, and the editions that were published."""

from piccolo.columns import UUID, Boolean, Date, ForeignKey, Integer, Text, Time, Timestamptz, Varchar
from piccolo.table import Table

from app.storage.tables.places import OrganisationRow, RoomRow, VenueRow


class SeriesRow(Table, tablename="series"):
    """定例. None always means that nobody has said, never 無料, 定員なし or 空きあり.

    audience: a comma list of participant, family, supporter; empty matches everyone.
    registration: walk_in, walk_in_or_reserve, reserve_required, by_referral, closed, unstated.
    opens_*/closes_*: 受付開始 and 締切 as days before the session at a time; closes_minutes before the start.
    """

    id = UUID(primary_key=True)
    slug = Varchar(length=80)
    title = Varchar(length=200)
    discreet_title = Varchar(length=80)
    about = Text(null=True, default=None)
    audience = Varchar(length=60, default="")
    eligibility = Text(null=True, default=None)
    registration = Varchar(length=20, default="unstated")
    opens_days = Integer(null=True, default=None)
    opens_time = Time(null=True, default=None)
    closes_days = Integer(null=True, default=None)
    closes_time = Time(null=True, default=None)
    closes_minutes = Integer(null=True, default=None)
    promotion_minutes = Integer(default=180)
    fee = Text(null=True, default=None)
    contact = Text(null=True, default=None)
    phone = Varchar(length=40, null=True, default=None)
    web = Text(null=True, default=None)
    flow = Text(null=True, default=None)
    belongings = Text(null=True, default=None)
    way_in = Text(null=True, default=None)
    in_person_note = Text(null=True, default=None)
    online_note = Text(null=True, default=None)
    join_link = Text(null=True, default=None)
    join_minutes = Integer(default=15)
    opening_text = Text(null=True, default=None)
    note = Text(null=True, default=None)
    anonymous = Boolean(default=False)
    listed = Boolean(default=True)
    internal = Boolean(default=False)
    planned_shown = Boolean(default=True)
    planned_reservable = Boolean(default=False)
    holiday_policy = Varchar(length=20, default="undecided")
    parent_id = UUID(null=True, default=None)
    parent_gap = Integer(null=True, default=None)
    parallel_id = UUID(null=True, default=None)
    source = Varchar(length=40, null=True, default=None)
    changed_at = Timestamptz()


class OwnershipRow(Table, tablename="ownership"):
    """Who owns a series from a date on: the owner of a session is the latest row not after its date."""

    id = UUID(primary_key=True)
    series_id = ForeignKey(references=SeriesRow, null=False)
    organisation_id = ForeignKey(references=OrganisationRow, null=False)
    first = Date()


class HostRow(Table, tablename="host"):
    """Another's part in a series: 共催, 後援, 協力, 委託, 運営, 事務局. It gives no rights.

    Either an organisation that is here, or the name of one that is not, only to be printed.
    """

    id = UUID(primary_key=True)
    series_id = ForeignKey(references=SeriesRow, null=False)
    organisation_id = ForeignKey(references=OrganisationRow, null=True, default=None)
    name = Varchar(length=120, null=True, default=None)
    role = Varchar(length=20)


class HandOverRow(Table, tablename="hand_over"):
    """A series offered to another organisation from a date on. state: offered, accepted, declined, withdrawn."""

    id = UUID(primary_key=True)
    series_id = ForeignKey(references=SeriesRow, null=False)
    giver_id = ForeignKey(references=OrganisationRow, null=False)
    receiver_id = ForeignKey(references=OrganisationRow, null=False)
    first = Date()
    state = Varchar(length=9)
    offered_at = Timestamptz()
    answered_at = Timestamptz(null=True, default=None)


class LineRow(Table, tablename="line"):
    """予定の行. words as typed; timetable as JSON, None where the words give no dates; promise where they count.

    next_turn is the place in the rotation of venues that the next session made is dealt.
    """

    id = UUID(primary_key=True)
    series_id = ForeignKey(references=SeriesRow, null=False)
    position = Integer(default=0)
    words = Text()
    anchor = Date(null=True, default=None)
    timetable = Text(null=True, default=None)
    promise_count = Integer(null=True, default=None)
    promise_per = Varchar(length=5, null=True, default=None)
    promise_about = Boolean(default=False)
    first = Date(null=True, default=None)
    last = Date(null=True, default=None)
    vacate = Time(null=True, default=None)
    next_turn = Integer(default=0)


class LineVenueRow(Table, tablename="line_venue"):
    """The venues of a line in their order; one row is an ordinary line, several a rotation."""

    id = UUID(primary_key=True)
    line_id = ForeignKey(references=LineRow, null=False)
    position = Integer()
    venue_id = ForeignKey(references=VenueRow, null=False)
    room_id = ForeignKey(references=RoomRow, null=True, default=None)


class LinePoolRow(Table, tablename="line_pool"):
    """The pools that each new session of a line gets."""

    id = UUID(primary_key=True)
    line_id = ForeignKey(references=LineRow, null=False)
    mode = Varchar(length=10)
    seat = Varchar(length=10)
    limit_kind = Varchar(length=10, default="unstated")
    capacity = Integer(null=True, default=None)


class LineDateRow(Table, tablename="line_date"):
    """An organiser's word on one nominal date: open (開く) or closed (休み), with the reason."""

    id = UUID(primary_key=True)
    line_id = ForeignKey(references=LineRow, null=False)
    date = Date()
    answer = Varchar(length=6)
    reason = Varchar(length=200, null=True, default=None)


class InformationRow(Table, tablename="information"):
    """Newsletters, broadcasts and web content: listed, never a series."""

    id = UUID(primary_key=True)
    organisation_id = ForeignKey(references=OrganisationRow, null=False)
    kind = Varchar(length=40)
    title = Varchar(length=200)
    text = Text(null=True, default=None)
    web = Text(null=True, default=None)
    source = Varchar(length=40, null=True, default=None)


class EditionRow(Table, tablename="edition"):
    """第n版 of an organisation's month (its first day). content and changes are JSON, frozen.

    paper is the number of the short address printed on paper; first and months are the span of the act that made it.
    """

    id = UUID(primary_key=True)
    organisation_id = ForeignKey(references=OrganisationRow, null=False)
    month = Date()
    number = Integer()
    paper = Integer()
    published_at = Timestamptz()
    staff_id = UUID(null=True, default=None)
    content = Text()
    changes = Text(default="[]")
    first = Date(null=True, default=None)
    months = Integer(default=1)


class DraftRow(Table, tablename="draft"):
    """案: a span of months as one person means to publish it, for a second one to look at; (organisation_id, first) is unique.

    digest is of the contents, so that a look counts only for what was seen.
    """

    id = UUID(primary_key=True)
    organisation_id = ForeignKey(references=OrganisationRow, null=False)
    first = Date()
    months = Integer(default=1)
    digest = Varchar(length=64)
    staff_id = UUID()
    made_at = Timestamptz()
    looked_staff_id = UUID(null=True, default=None)
    looked_at = Timestamptz(null=True, default=None)
