"""The store of every release, as it was written then: what upgrades are tested on.

`NNNN.sql` is the schema with a little of everything in it, plain SQL that both engines take; `NNNN.json` is what the API,
the feeds and the reservations said about it. NNNN is the newest migration of that release. Neither file is ever edited:

    python -m tests.storage.releases        # before a release: writes those of the schema as it is now
"""

import sqlite3
from pathlib import Path
from typing import Any

import asyncpg
import msgspec
from msgspec import Struct

FOLDER = Path(__file__).parent
# What Piccolo keeps its list of migrations in, as it was made on each engine.
MIGRATION = {
    "sqlite": "CREATE TABLE migration (id INTEGER PRIMARY KEY NOT NULL, name VARCHAR(200) NOT NULL DEFAULT '', "
    "app_name VARCHAR(200) NOT NULL DEFAULT '', ran_on TIMESTAMP NOT NULL DEFAULT current_timestamp);",
    "postgresql": "CREATE TABLE migration (id SERIAL PRIMARY KEY NOT NULL, name VARCHAR(200) NOT NULL DEFAULT '', "
    "app_name VARCHAR(200) NOT NULL DEFAULT '', ran_on TIMESTAMP NOT NULL DEFAULT current_timestamp);",
}


class Meaning(Struct, frozen=True):
    """What the house said: the answer of each address, the events of the feed by UID, and who was at which door."""

    answers: dict[str, Any]
    events: dict[str, dict[str, str]]
    doors: dict[str, list[dict[str, Any]]]


class Release(Struct, frozen=True):
    """The store of a release."""

    name: str

    @property
    def meaning(self) -> Meaning:
        """What was said about it then."""
        return msgspec.json.decode((FOLDER / f"{self.name}.json").read_bytes(), type=Meaning)

    @property
    def statements(self) -> str:
        """Its SQL, without the list of migrations."""
        return (FOLDER / f"{self.name}.sql").read_text(encoding="utf-8")

    async def load(self, address: str) -> None:
        """Fill an empty database with it."""
        if address.startswith("sqlite:///"):
            store = sqlite3.connect(address.removeprefix("sqlite:///"))
            store.executescript(MIGRATION["sqlite"] + self.statements)
            store.close()
            return
        connection = await asyncpg.connect(address)
        await connection.execute(MIGRATION["postgresql"] + self.statements)
        await connection.close()


RELEASES = tuple(Release(path.stem) for path in sorted(FOLDER.glob("*.sql")))
