"""The door: the link of one session, a note for the other facilitators, and who was welcomed above the capacity."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

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


async def forwards() -> MigrationManager:
    """The statements in their order, in the transaction that Piccolo's runner holds."""
    manager = MigrationManager(migration_id=ID, app_name="hidamari", description=DESCRIPTION)

    async def change() -> None:
        engine = engine_finder()
        if engine is None:
            raise RuntimeError("no database is configured")
        for statement in STATEMENTS:
            await engine.run_ddl(statement.strip())

    manager.add_raw(change)
    return manager
