"""The sites that may show an organisation's dates in a frame."""

from app.storage.migrating import by_statements

ID = "2026-11-21T12:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "The sites that may show an organisation's dates in a frame."

STATEMENTS = (
    """
    CREATE TABLE embed_place (
        id UUID PRIMARY KEY,
        organisation_id UUID NOT NULL REFERENCES organisation (id),
        origin VARCHAR(300) NOT NULL,
        UNIQUE (organisation_id, origin)
    )
    """,
)

forwards = by_statements(ID, DESCRIPTION, STATEMENTS)
