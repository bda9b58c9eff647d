"""The report: heads put right until their month is closed, the figures of closed months, and who may read them."""

from app.storage.migrating import by_statements

ID = "2026-11-21T17:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "The report."

STATEMENTS = (
    """
    CREATE TABLE head_correction (
        id UUID PRIMARY KEY,
        session_id UUID NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        mode VARCHAR(10) NOT NULL,
        seat VARCHAR(10) NOT NULL,
        reserved INTEGER NOT NULL,
        walked_in INTEGER NOT NULL,
        UNIQUE (session_id, mode, seat),
        CHECK (reserved >= 0 AND walked_in >= 0)
    )
    """,
    """
    CREATE TABLE report_month (
        id UUID PRIMARY KEY,
        organisation_id UUID NOT NULL REFERENCES organisation (id),
        month DATE NOT NULL,
        touched INTEGER NOT NULL,
        closed_at TIMESTAMPTZ,
        staff_id UUID,
        counting INTEGER,
        definition TEXT,
        figures TEXT,
        UNIQUE (organisation_id, month),
        CHECK ((closed_at IS NULL) = (figures IS NULL))
    )
    """,
    """
    CREATE TABLE shared_count (
        id UUID PRIMARY KEY,
        series_id UUID NOT NULL REFERENCES series (id) ON DELETE CASCADE,
        owner_id UUID NOT NULL REFERENCES organisation (id),
        organisation_id UUID NOT NULL REFERENCES organisation (id),
        UNIQUE (series_id, owner_id, organisation_id)
    )
    """,
    "CREATE INDEX shared_count_organisation ON shared_count (organisation_id)",
)

forwards = by_statements(ID, DESCRIPTION, STATEMENTS)
