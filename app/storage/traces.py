"""What a deletion leaves behind, and how it goes.

SQLite overwrites what it deletes (`secure_delete`), and keeps older pages in the log beside its file until that is
emptied. PostgreSQL marks rows as dead; VACUUM alone lets their bytes stand in the pages that are still in use, so the few
tables that know a name are written anew without them.
"""

from app.storage.engine import DB, rows
from app.storage.postgresql import PooledPostgresEngine

WITH_NAMES = ("reservation", "place", "nonce", "door_note", "door_link")
DEAD = """
SELECT relname FROM pg_stat_user_tables WHERE n_dead_tup > 0 AND schemaname = current_schema() AND relname IN ({})
"""


async def wipe_traces(*, forgotten: bool = False, quiet: bool = False) -> None:
    """Wipe what was erased out of the bytes of the store; done in part, or later, while others use it. Outside of a write.

    SQLite empties its log each time. PostgreSQL rewrites its tables once something was forgotten, and in quiet hours
    those with dead rows: of nicknames that were given up.
    """
    if DB.engine_type == "sqlite":
        await rows("PRAGMA wal_checkpoint(TRUNCATE)")
    elif isinstance(DB.engine, PooledPostgresEngine) and DB.engine_type == "postgres":
        await rewrite(DB.engine, everything=forgotten, dead=quiet)


async def rewrite(engine: PooledPostgresEngine, *, everything: bool, dead: bool) -> None:
    """Write all tables with names anew, or those with dead rows, or none."""
    if everything:
        await engine.rewrite(WITH_NAMES)
    elif dead:
        found = await rows(DEAD.format(", ".join(f"'{name}'" for name in WITH_NAMES)))
        await engine.rewrite(tuple(row["relname"] for row in found))
