"""Copies of the whole store, made while it is in use, and put back.

A backup holds every write that was acknowledged before it began. It never holds the installation's secret:
without `var/secret` no link and no four words work again, so the two are kept apart.
"""

import os
import shutil
import sqlite3
import subprocess
from datetime import datetime
from pathlib import Path

from app.storage.engine import SQLITE_PREFIX
from app.storage.migrating import load_steps
from app.storage.piccolo_app import APP_NAME, MIGRATIONS
from app.storage.sqlite_connections import open_connection

NAME = "hidamari-{:%Y%m%d-%H%M%S}"
PAGES_AT_ONCE = 1000


class BadBackup(Exception):
    """A backup cannot be made or put back; the message says why."""


def back_up(address: str, file: Path) -> None:
    """A consistent copy in `file`, whole or not at all. Raises BadBackup."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        if address.startswith(SQLITE_PREFIX):
            copy_sqlite(existing(address), draft)
        else:
            run_tool("pg_dump", "--format=custom", f"--file={draft}", f"--dbname={address}")
        sync(draft)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


def back_up_dated(address: str, folder: Path, keep: int, now: datetime) -> Path:
    """A copy named by its time in `folder`, of which the newest `keep` remain; its path. Raises BadBackup."""
    ending = ".sqlite" if address.startswith(SQLITE_PREFIX) else ".dump"
    file = folder / (NAME.format(now) + ending)
    back_up(address, file)
    for old in sorted(folder.glob(f"hidamari-????????-??????{ending}"))[:-keep]:
        old.unlink()
    return file


def restore(address: str, file: Path) -> None:
    """Put a copy back in the place of everything that is there. Raises BadBackup, and changes nothing then."""
    if not file.is_file():
        raise BadBackup(f"{file} が見つかりません。")
    if not address.startswith(SQLITE_PREFIX):
        run_tool(
            "pg_restore", "--clean", "--if-exists", "--single-transaction", f"--dbname={address}", str(file)
        )
        return
    check_sqlite(file)
    target = open_connection(address.removeprefix(SQLITE_PREFIX))
    source = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
    try:
        source.backup(target)
        # The bytes of what was there before must not stay beside the restored ones.
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        source.close()
        target.close()


def existing(address: str) -> Path:
    """The file of the database. Raises BadBackup where there is none yet."""
    path = Path(address.removeprefix(SQLITE_PREFIX))
    if not path.is_file():
        raise BadBackup(f"{path} が見つかりません。")
    return path


def copy_sqlite(source: Path, target: Path) -> None:
    """Copy a database in use, page by page, into one plain file."""
    reading, writing = open_connection(str(source)), sqlite3.connect(target, isolation_level=None)
    try:
        reading.backup(writing, pages=PAGES_AT_ONCE)
        writing.execute("PRAGMA journal_mode = DELETE")
    finally:
        writing.close()
        reading.close()
    target.chmod(0o600)


def check_sqlite(file: Path) -> None:
    """Raise BadBackup unless the file is a sound database of ours."""
    connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
    try:
        sound = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
        done = {
            name
            for (name,) in connection.execute("SELECT name FROM migration WHERE app_name = ?", (APP_NAME,))
        }
    except sqlite3.DatabaseError as fault:
        raise BadBackup(f"{file} はひだまりの控えではないようです。") from fault
    finally:
        connection.close()
    if not (sound and done):
        raise BadBackup(f"{file} はひだまりの控えではないか、傷んでいます。")
    if not done <= set(load_steps(MIGRATIONS)):
        raise BadBackup(f"{file} は、より新しい版のひだまりの控えです。プログラムを新しくしてください。")


def run_tool(name: str, *arguments: str) -> None:
    """Run a program of PostgreSQL. Raises BadBackup if it is missing or fails."""
    program = shutil.which(name)
    if program is None:
        raise BadBackup(f"{name} が見つかりません。PostgreSQL のクライアントを入れてください。")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)  # noqa: S603 -- no shell
    if done.returncode:
        raise BadBackup(f"{name}: {(done.stderr.strip().splitlines() or ['failed'])[-1]}")


def sync(file: Path) -> None:
    """Have the disk keep the file before its name counts."""
    with file.open("rb") as opened:
        os.fsync(opened.fileno())
