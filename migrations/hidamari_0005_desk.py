"""The desk: who did what, links that let people in, and a second step of signing in."""

from app.storage.migrating import by_statements

ID = "2026-11-21T16:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "The desk."

STATEMENTS = (
    """
    CREATE TABLE act (
        id UUID PRIMARY KEY,
        made_at TIMESTAMPTZ NOT NULL,
        staff_id UUID REFERENCES staff (id),
        organisation_id UUID REFERENCES organisation (id),
        venue_id UUID REFERENCES venue (id),
        what VARCHAR(30) NOT NULL,
        about_id UUID,
        title VARCHAR(200) NOT NULL,
        date DATE,
        number INTEGER
    )
    """,
    "CREATE INDEX act_organisation ON act (organisation_id, made_at)",
    "CREATE INDEX act_made_at ON act (made_at)",
    """
    CREATE TABLE staff_link (
        id UUID PRIMARY KEY,
        kind VARCHAR(8) NOT NULL,
        token_hash VARCHAR(64) NOT NULL,
        role VARCHAR(14),
        organisation_id UUID REFERENCES organisation (id),
        venue_id UUID REFERENCES venue (id),
        staff_id UUID REFERENCES staff (id) ON DELETE CASCADE,
        one_step BOOLEAN NOT NULL,
        made_by UUID REFERENCES staff (id) ON DELETE CASCADE,
        made_at TIMESTAMPTZ NOT NULL,
        ends_at TIMESTAMPTZ NOT NULL,
        used_at TIMESTAMPTZ,
        UNIQUE (token_hash),
        CHECK (kind IN ('join', 'password'))
    )
    """,
    "CREATE INDEX staff_link_organisation ON staff_link (organisation_id)",
    """
    CREATE TABLE staff_link_series (
        id UUID PRIMARY KEY,
        link_id UUID NOT NULL REFERENCES staff_link (id) ON DELETE CASCADE,
        series_id UUID NOT NULL REFERENCES series (id) ON DELETE CASCADE,
        UNIQUE (link_id, series_id)
    )
    """,
    "ALTER TABLE staff ADD COLUMN totp_salt VARCHAR(32)",
    "ALTER TABLE staff ADD COLUMN totp_step BIGINT NOT NULL DEFAULT 0",
    """
    CREATE TABLE recovery_code (
        id UUID PRIMARY KEY,
        staff_id UUID NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
        code_hash VARCHAR(64) NOT NULL,
        UNIQUE (staff_id, code_hash)
    )
    """,
)

forwards = by_statements(ID, DESCRIPTION, STATEMENTS)
