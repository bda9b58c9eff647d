"""The sites that may show an organisation's dates in a frame."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

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
