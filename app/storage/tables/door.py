"""What belongs to the door of one session, and goes with its nicknames."""

from piccolo.columns import UUID, ForeignKey, Integer, Text, Timestamptz, Varchar
from piccolo.table import Table

from app.storage.tables.sessions import SessionRow


class DoorLinkRow(Table, tablename="door_link"):
    """A facilitator's link: its token is derived again from id and version, only the hash is kept."""

    id = UUID(primary_key=True)
    session_id = ForeignKey(references=SessionRow, null=False)
    version = Integer(default=1)
    token_hash = Varchar(length=64)
    made_at = Timestamptz()
    ended_at = Timestamptz(null=True, default=None)


class DoorNoteRow(Table, tablename="door_note"):
    """A note for the other facilitators of one session."""

    session_id = UUID(primary_key=True)
    text = Text()
