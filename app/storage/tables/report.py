"""The report: heads as an organiser put them right, and the figures of months that are closed."""

from piccolo.columns import UUID, Date, ForeignKey, Integer, Text, Timestamptz, Varchar
from piccolo.table import Table

from app.storage.tables.places import OrganisationRow
from app.storage.tables.programme import SeriesRow
from app.storage.tables.sessions import SessionRow


class HeadCorrectionRow(Table, tablename="head_correction"):
    """What an organiser says of one mode and seat of a session, in place of what was counted at the door."""

    id = UUID(primary_key=True)
    session_id = ForeignKey(references=SessionRow, null=False)
    mode = Varchar(length=10)
    seat = Varchar(length=10)
    reserved = Integer(default=0)
    walked_in = Integer(default=0)


class ReportMonthRow(Table, tablename="report_month"):
    """A month of an organisation's report. Once closed_at stands, figures (JSON) and definition never change.

    touched is raised by every correction and by closing, so that the two never meet. counting: which way of counting.
    """

    id = UUID(primary_key=True)
    organisation_id = ForeignKey(references=OrganisationRow, null=False)
    month = Date()
    touched = Integer(default=0)
    closed_at = Timestamptz(null=True, default=None)
    staff_id = UUID(null=True, default=None)
    counting = Integer(null=True, default=None)
    definition = Text(null=True, default=None)
    figures = Text(null=True, default=None)


class SharedCountRow(Table, tablename="shared_count"):
    """The owner of a series lets another organisation, the ward that commissions it, read its counts."""

    id = UUID(primary_key=True)
    series_id = ForeignKey(references=SeriesRow, null=False)
    owner_id = ForeignKey(references=OrganisationRow, null=False)
    organisation_id = ForeignKey(references=OrganisationRow, null=False)
