"""The tables of the store, one class a table; `migrations/` holds their SQL and a test compares the two.

Instants are Timestamptz (UTC); a session's date and times are local to the installation's zone.
"""

from app.storage.tables.door import DoorLinkRow, DoorNoteRow
from app.storage.tables.places import ClosureRow, EmbedPlaceRow, FormerSlugRow, OrganisationRow, RoomRow, VenueRow
from app.storage.tables.programme import (
    DraftRow,
    EditionRow,
    HostRow,
    InformationRow,
    LineDateRow,
    LinePoolRow,
    LineRow,
    LineVenueRow,
    OwnershipRow,
    SeriesRow,
)
from app.storage.tables.seats import InvitationRow, NonceRow, PlaceRow, PoolRow, ReservationRow, TallyRow
from app.storage.tables.sessions import BookingRow, SessionRow, TaskRow
from app.storage.tables.staff import FacilitationRow, MembershipRow, SignInRow, StaffRow
from app.storage.tables.upkeep import LeaseRow, VersionRow

TABLES = (
    OrganisationRow,
    VenueRow,
    RoomRow,
    ClosureRow,
    FormerSlugRow,
    EmbedPlaceRow,
    SeriesRow,
    OwnershipRow,
    HostRow,
    LineRow,
    LineVenueRow,
    LinePoolRow,
    LineDateRow,
    InformationRow,
    StaffRow,
    EditionRow,
    DraftRow,
    SessionRow,
    BookingRow,
    TaskRow,
    PoolRow,
    InvitationRow,
    ReservationRow,
    PlaceRow,
    NonceRow,
    TallyRow,
    DoorLinkRow,
    DoorNoteRow,
    MembershipRow,
    FacilitationRow,
    SignInRow,
    LeaseRow,
    VersionRow,
)

__all__ = [
    "TABLES",
    "BookingRow",
    "ClosureRow",
    "DoorLinkRow",
    "DoorNoteRow",
    "DraftRow",
    "EditionRow",
    "EmbedPlaceRow",
    "FacilitationRow",
    "FormerSlugRow",
    "HostRow",
    "InformationRow",
    "InvitationRow",
    "LeaseRow",
    "LineDateRow",
    "LinePoolRow",
    "LineRow",
    "LineVenueRow",
    "MembershipRow",
    "NonceRow",
    "OrganisationRow",
    "OwnershipRow",
    "PlaceRow",
    "PoolRow",
    "ReservationRow",
    "RoomRow",
    "SeriesRow",
    "SessionRow",
    "SignInRow",
    "StaffRow",
    "TallyRow",
    "TaskRow",
    "VenueRow",
    "VersionRow",
]
