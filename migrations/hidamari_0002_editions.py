"""Editions: the span a paper was printed for, drafts that a second person looks at, and the ward's paper."""

from app.storage.migrating import by_statements

ID = "2026-11-21T11:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Editions, drafts and the ward's paper."

STATEMENTS = (
    "ALTER TABLE edition ADD COLUMN first DATE",
    "ALTER TABLE edition ADD COLUMN months INTEGER NOT NULL DEFAULT 1",
    "UPDATE edition SET first = month",
    "ALTER TABLE organisation ADD COLUMN second_look BOOLEAN NOT NULL DEFAULT FALSE",
    "ALTER TABLE organisation ADD COLUMN ward_limit INTEGER",
    "ALTER TABLE organisation ADD COLUMN ward_months INTEGER",
    "ALTER TABLE organisation ADD COLUMN ward_day INTEGER",
    """
    CREATE TABLE draft (
        id UUID PRIMARY KEY,
        organisation_id UUID NOT NULL REFERENCES organisation (id),
        first DATE NOT NULL,
        months INTEGER NOT NULL,
        digest VARCHAR(64) NOT NULL,
        staff_id UUID NOT NULL,
        made_at TIMESTAMPTZ NOT NULL,
        looked_staff_id UUID,
        looked_at TIMESTAMPTZ,
        UNIQUE (organisation_id, first),
        CHECK (months BETWEEN 1 AND 12)
    )
    """,
)

forwards = by_statements(ID, DESCRIPTION, STATEMENTS)
