"""What a deletion leaves behind: SQLite keeps older pages in the log beside its file until they are written over."""

from app.storage.engine import DB, rows


async def wipe_traces() -> None:
    """Empty SQLite's log, so that what was erased is nowhere any more; done in part, or later, while others read.

    Outside of a write. PostgreSQL clears its own dead rows (autovacuum).
    """
    if DB.engine_type == "sqlite":
        await rows("PRAGMA wal_checkpoint(TRUNCATE)")
