"""Staff, what they may do, and their sign-ins."""

from piccolo.columns import UUID, BigInt, Boolean, Date, ForeignKey, Integer, Text, Timestamptz, Varchar
from piccolo.table import Table

from app.storage.tables.places import OrganisationRow, VenueRow
from app.storage.tables.programme import SeriesRow


class StaffRow(Table, tablename="staff"):
    """A staff member; password_hash is argon2id.

    totp_salt: of the second step of signing in, None without one; totp_step: the last half minute whose code was used.
    """

    id = UUID(primary_key=True)
    mail = Varchar(length=254)
    password_hash = Text()
    active = Boolean(default=True)
    made_at = Timestamptz()
    totp_salt = Varchar(length=32, null=True, default=None)
    totp_step = BigInt(default=0)


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


class StaffLinkRow(Table, tablename="staff_link"):
    """A link that is used once: to join in a role (kind join), or to choose a new password (kind password).

    one_step: the new password also ends the second step of signing in. Withdrawn links are deleted.
    """

    id = UUID(primary_key=True)
    kind = Varchar(length=8)
    token_hash = Varchar(length=64)
    role = Varchar(length=14, null=True, default=None)
    organisation_id = ForeignKey(references=OrganisationRow, null=True, default=None)
    venue_id = ForeignKey(references=VenueRow, null=True, default=None)
    staff_id = ForeignKey(references=StaffRow, null=True, default=None)
    one_step = Boolean(default=False)
    made_by = ForeignKey(references=StaffRow, null=True, default=None)
    made_at = Timestamptz()
    ends_at = Timestamptz()
    used_at = Timestamptz(null=True, default=None)


class StaffLinkSeriesRow(Table, tablename="staff_link_series"):
    """A series whose people whoever joins by a link will see."""

    id = UUID(primary_key=True)
    link_id = ForeignKey(references=StaffLinkRow, null=False)
    series_id = ForeignKey(references=SeriesRow, null=False)


class RecoveryCodeRow(Table, tablename="recovery_code"):
    """A code that stands in once for the second step; only its HMAC is kept, and it goes when it is used."""

    id = UUID(primary_key=True)
    staff_id = ForeignKey(references=StaffRow, null=False)
    code_hash = Varchar(length=64)


class ActRow(Table, tablename="act"):
    """Who did what, and when. staff_id None: the command line."""

    id = UUID(primary_key=True)
    made_at = Timestamptz()
    staff_id = ForeignKey(references=StaffRow, null=True, default=None)
    organisation_id = ForeignKey(references=OrganisationRow, null=True, default=None)
    venue_id = ForeignKey(references=VenueRow, null=True, default=None)
    what = Varchar(length=30)
    about_id = UUID(null=True, default=None)
    title = Varchar(length=200)
    date = Date(null=True, default=None)
    number = Integer(null=True, default=None)
