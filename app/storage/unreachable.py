"""When the database cannot do it just now: locked, full, read-only, out of files, gone, or not back yet.

All of that passes. Whoever asked is told to come again, and the log says what it was.
"""

import logging
import sqlite3

import asyncpg

from app.domain.errors import Overloaded

LOG = logging.getLogger("hidamari.storage")
PASSING = (
    # No way to the server, no file left to open, no room for one.
    OSError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.PostgresIOError,
    asyncpg.ReadOnlySQLTransactionError,
    # What asyncpg says of a connection on which the server took its leave just before the statement.
    asyncpg.InternalClientError,
)
BUSY_CODES = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
    }
)


def passes(fault: Exception) -> bool:
    """Whether a fault lies in the state of the database and may be over in a moment, as against a wrong statement."""
    if isinstance(fault, sqlite3.Error):
        return is_busy(fault)
    return isinstance(fault, PASSING) or is_closed(fault)


def is_busy(fault: sqlite3.Error) -> bool:
    """Whether SQLite could not do it now (locked, full, read-only)."""
    code = getattr(fault, "sqlite_errorcode", None)
    return code is not None and (code & 0xFF) in BUSY_CODES


def is_closed(fault: Exception) -> bool:
    """Whether a connection to PostgreSQL was lost before the statement was sent; there is no class for that."""
    return isinstance(fault, asyncpg.InterfaceError) and "closed" in str(fault)


def put_off(fault: Exception) -> Overloaded:
    """What to tell for a fault that passes. The log gets its name, and never a value."""
    LOG.warning("put off: %s", getattr(fault, "sqlite_errorname", type(fault).__name__))
    return Overloaded()
