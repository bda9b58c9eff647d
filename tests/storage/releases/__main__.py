"""Write the release of the schema as it is now: its SQL with data, and what the house says about it."""

import asyncio
import sqlite3
import sys
import tempfile
from pathlib import Path

import msgspec

from app.storage.engine import opened
from app.storage.migrating import load_steps, migrate
from app.storage.piccolo_app import MIGRATIONS
from tests.rig.clock import NOON
from tests.storage.releases import FOLDER
from tests.storage.releases.asking import meaning
from tests.storage.releases.filling import Filling

SCHEMA = (
    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'migration' AND type = ? ORDER BY rowid"
)


async def make(name: str) -> None:
    """Fill a new store, and write down what it is and means."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "release.sqlite"
        async with opened(f"sqlite:///{file}"):
            await migrate()
            filling = Filling(NOON)
            await filling.fill()
        write(name, file)
        async with opened(f"sqlite:///{file}"):
            said = await meaning(f"sqlite:///{file}", filling.tokens)
    (FOLDER / f"{name}.json").write_bytes(msgspec.json.format(msgspec.json.encode(said), indent=1) + b"\n")


def write(name: str, file: Path) -> None:
    """The SQL of a file, tables before what refers to them."""
    store = sqlite3.connect(file)
    tables = [sql for (sql,) in store.execute(SCHEMA, ("table",))]
    indexes = [sql for (sql,) in store.execute(SCHEMA, ("index",))]
    names = [sql.split()[2].strip('"(') for sql in tables]
    lines = [line for table in [*names, "migration"] for line in inserts(store, table)]
    text = "".join(f"{statement};\n" for statement in [*tables, *indexes, *lines])
    (FOLDER / f"{name}.sql").write_text(text, encoding="utf-8")


def inserts(store: sqlite3.Connection, table: str) -> list[str]:
    """A statement for each row. Raises SystemExit for an empty table: a release has something of everything."""
    found = store.execute(f"SELECT * FROM {table}")
    columns = [column[0] for column in found.description]
    kinds = {row[1]: row[2] for row in store.execute(f"PRAGMA table_info({table})")}
    # The number of a migration is the engine's own.
    kept = [place for place, name in enumerate(columns) if (table, name) != ("migration", "id")]
    head = f"INSERT INTO {table} ({', '.join(quoted(columns[place]) for place in kept)}) VALUES"
    lines = [
        f"{head} ({', '.join(literal(row[place], kinds[columns[place]]) for place in kept)})" for row in found
    ]
    return lines or sys.exit(f"{table} is empty: add something to filling.py")


def quoted(name: str) -> str:
    """A name that may be a word of SQL."""
    return f'"{name}"' if name == "left" else name


def literal(value: object, kind: str) -> str:
    """A value as both engines write it."""
    if value is None:
        return "NULL"
    if kind == "BOOLEAN":
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"


newest = len(load_steps(MIGRATIONS))
asyncio.run(make(f"{newest:04}"))
