"""Staff, what they may do, and their sign-ins."""

from piccolo.columns import UUID, Boolean, ForeignKey, Text, Timestamptz, Varchar
from piccolo.table import Table

from app.storage.tables.places import OrganisationRow, VenueRow
from app.storage.tables.programme import SeriesRow


class StaffRow(Table, tablename="staff"):
    """A staff member; password_hash is argon2id."""

    id = UUID(primary_key=True)
    mail = Varchar(length=254)
    password_hash = Text()
    active = Boolean(default=True)
    made_at = Timestamptz()


class MembershipRow(Table, tablename="membership"):
    """A role: admin of the installation; organiser, facilitator, viewer of an organisation; venue_manager of a venue."""

    id = UUID(primary_key=True)
    staff_id = ForeignKey(references=StaffRow, null=False)
    role = Varchar(length=14)
    organisation_id = ForeignKey(references=OrganisationRow, null=True, default=None)
    venue_id = ForeignKey(references=VenueRow, null=True, default=None)


class FacilitationRow(Table, tablename="facilitation"):
    """Whose sessions a facilitator sees: those of a series."""

    id = UUID(primary_key=True)
    staff_id = ForeignKey(references=StaffRow, null=False)
    series_id = ForeignKey(references=SeriesRow, null=False)


class SignInRow(Table, tablename="sign_in"):
    """A browser that is signed in; only the hash of its token is kept."""

    id = UUID(primary_key=True)
    staff_id = ForeignKey(references=StaffRow, null=False)
    token_hash = Varchar(length=64)
    made_at = Timestamptz()
    seen_at = Timestamptz()
