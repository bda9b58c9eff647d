"""Dated gatherings, the rooms they use and what an organiser still has to settle."""

from piccolo.columns import UUID, Boolean, Date, ForeignKey, Integer, Text, Time, Timestamptz, Varchar
from piccolo.table import Table

from app.storage.tables.places import OrganisationRow, RoomRow, VenueRow
from app.storage.tables.programme import LineRow, SeriesRow


class SessionRow(Table, tablename="session"):
    """開催回. (line_id, nominal, part) is unique; nominal is the date before any shift or move.

    state: planned, published, cancelled. flag: holiday or year_end while the organiser has not answered.
    shown: any public page or feed has shown it, so it is cancelled and never deleted.
    sequence: RFC 5545 SEQUENCE, minutes since 2020-01-01 of the last change of time, place or status.
    closure_id: the closure that called it off, as long as nobody has given another reason.
    """

    id = UUID(primary_key=True)
    series_id = ForeignKey(references=SeriesRow, null=False)
    line_id = ForeignKey(references=LineRow, null=True, default=None)
    nominal = Date()
    part = Varchar(length=40)
    date = Date()
    starts = Time(null=True, default=None)
    ends = Time(null=True, default=None)
    state = Varchar(length=10, default="planned")
    by_hand = Boolean(default=False)
    shown = Boolean(default=False)
    taking = Boolean(default=True)
    flag = Varchar(length=10, null=True, default=None)
    flag_text = Varchar(length=80, null=True, default=None)
    cancel_reason = Varchar(length=200, null=True, default=None)
    closure_id = UUID(null=True, default=None)
    theme = Varchar(length=200, null=True, default=None)
    venue_id = ForeignKey(references=VenueRow, null=True, default=None)
    parent_id = UUID(null=True, default=None)
    former_date = Date(null=True, default=None)
    former_starts = Time(null=True, default=None)
    former_venue_id = UUID(null=True, default=None)
    join_link = Text(null=True, default=None)
    published_at = Timestamptz(null=True, default=None)
    sequence = Integer(default=0)
    changed_at = Timestamptz()


class BookingRow(Table, tablename="booking"):
    """The use of a room: wish (希望) and granted (決定) hold it from `held_from` to `held_until`, refused does not.

    The bounds include the room's buffers. purpose names a use that is no session (使用中 to everyone else).
    """

    id = UUID(primary_key=True)
    room_id = ForeignKey(references=RoomRow, null=False)
    session_id = ForeignKey(references=SessionRow, null=True, default=None)
    purpose = Varchar(length=200, null=True, default=None)
    state = Varchar(length=8)
    held_from = Timestamptz()
    held_until = Timestamptz()
    reason = Text(null=True, default=None)


class TaskRow(Table, tablename="task"):
    """Something an organiser has to settle, such as a session that found its room taken."""

    id = UUID(primary_key=True)
    organisation_id = ForeignKey(references=OrganisationRow, null=False)
    session_id = ForeignKey(references=SessionRow, null=True, default=None)
    kind = Varchar(length=20)
    text = Text()
    made_at = Timestamptz()
    done_at = Timestamptz(null=True, default=None)
