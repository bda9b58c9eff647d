"""The door: the link of one session, a note for the other facilitators, and who was welcomed above the capacity."""

from app.storage.migrating import by_statements

ID = "2026-11-21T13:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "The door."

STATEMENTS = (
    "ALTER TABLE pool ADD COLUMN above INTEGER NOT NULL DEFAULT 0",
    """
    CREATE TABLE door_link (
        id UUID PRIMARY KEY,
        session_id UUID NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        token_hash VARCHAR(64) NOT NULL,
        made_at TIMESTAMPTZ NOT NULL,
        ended_at TIMESTAMPTZ,
        UNIQUE (session_id),
        UNIQUE (token_hash)
    )
    """,
    """
    CREATE TABLE door_note (
        session_id UUID PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
        text TEXT NOT NULL
    )
    """,
)

forwards = by_statements(ID, DESCRIPTION, STATEMENTS)
