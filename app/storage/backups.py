"""Copies of the whole store, made while it is in use, and put back.

A backup holds every write that was acknowledged before it began. It never holds the installation's secret:
without `var/secret` no link and no four words work again, so the two are kept apart.
"""

import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
from datetime import datetime
from pathlib import Path
from typing import IO

from app.storage.engine import SQLITE_PREFIX
from app.storage.migrating import load_steps
from app.storage.piccolo_app import APP_NAME, MIGRATIONS
from app.storage.sqlite_connections import open_connection

NAME = "hidamari-{:%Y%m%d-%H%M%S}"
# Of either kind: a house that has moved to PostgreSQL must not keep its old copies for ever.
COPY = re.compile(r"hidamari-\d{8}-\d{6}\.(sqlite|dump)")
DRAFT = re.compile(rf"\.{COPY.pattern}\.(?P<process>\d+)(-journal|-wal|-shm)?")
QUOTING = ("CONTEXT:", "DETAIL:", "LINE ", "^", "STATEMENT:")
DUMP = b"PGDMP"
# Whatever a newer schema added would be in the way of the next migration.
EMPTY = """
DO $$ DECLARE each text; BEGIN
    FOR each IN SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema() LOOP
        EXECUTE 'DROP TABLE ' || each || ' CASCADE';
    END LOOP;
END $$;
"""


class BadBackup(Exception):
    """A backup cannot be made or put back; the message says why."""


def back_up(address: str, file: Path) -> None:
    """A consistent copy in `file`, whole or not at all. Raises BadBackup."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        # For its owner alone: it holds nicknames.
        draft.touch(mode=0o600)
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
    copies = sorted(path for path in folder.iterdir() if COPY.fullmatch(path.name))
    for old in copies[:-keep] + left_behind(folder):
        old.unlink()
    return file


def left_behind(folder: Path) -> list[Path]:
    """What runs that were killed have left unfinished in a folder: nobody would look there for names to forget."""
    drafts = ((path, DRAFT.fullmatch(path.name)) for path in folder.iterdir())
    return [path for path, draft in drafts if draft and not is_running(int(draft["process"]))]


def is_running(process: int) -> bool:
    """Whether a process of this number runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def restore(address: str, file: Path) -> None:
    """Put a copy back in the place of everything that is there. Raises BadBackup, and changes nothing then."""
    if not file.is_file():
        raise BadBackup(f"{file} が見つかりません。")
    if not address.startswith(SQLITE_PREFIX):
        check_dump(file)
        put_back_dump(address, file)
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
    """Copy a database in use into one plain file.

    In a single step, hence a single state: a copy in steps begins anew whenever another process has written meanwhile, and
    so never ends on a busy day. Nobody waits for it, as reading holds no writer up.
    """
    reading, writing = open_connection(str(source)), sqlite3.connect(target, isolation_level=None)
    try:
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode = DELETE")
    finally:
        writing.close()
        reading.close()


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
    check_known(file, done)


def check_known(file: Path, done: set[str]) -> None:
    """Raise BadBackup where the backup has run migrations that are not known here."""
    if not done <= set(load_steps(MIGRATIONS)):
        raise BadBackup(f"{file} は、より新しい版のひだまりの控えです。プログラムを新しくしてください。")


def check_dump(file: Path) -> None:
    """Raise BadBackup unless the file is a dump of ours, of a schema that is known here."""
    if file.read_bytes()[: len(DUMP)] != DUMP:
        raise BadBackup(f"{file} はひだまりの控えではないようです。")
    text = run_tool("pg_restore", "--data-only", "--table=migration", "--file=-", str(file))
    done = {line.split("\t")[1] for line in text.splitlines() if f"\t{APP_NAME}\t" in line}
    if not done:
        raise BadBackup(f"{file} はひだまりの控えではないか、傷んでいます。")
    check_known(file, done)


def put_back_dump(address: str, file: Path) -> None:
    """Replace everything by a dump, tables that only the newer schema has included, in one transaction."""
    # A file without a name: whatever happens, nobody finds the nicknames in it afterwards.
    with tempfile.TemporaryFile() as script:
        script.write(EMPTY.encode())
        script.flush()
        run_tool("pg_restore", "--no-owner", "--no-privileges", "--file=-", str(file), to=script)
        script.seek(0)
        options = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1")
        run_tool("psql", *options, "--file=-", f"--dbname={address}", given=script)


def run_tool(name: str, *arguments: str, given: IO[bytes] | None = None, to: IO[bytes] | None = None) -> str:
    """Run a program of PostgreSQL; what it writes, nothing if it writes `to` a file. Raises BadBackup if it cannot."""
    program = shutil.which(name)
    if program is None:
        raise BadBackup(f"{name} が見つかりません。PostgreSQL のクライアントを入れてください。")
    done = subprocess.run(  # noqa: S603 -- no shell
        [program, *arguments],
        stdin=given or subprocess.DEVNULL,
        stdout=to or subprocess.PIPE,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode:
        raise BadBackup(f"{name}: {fault_in(done.stderr.decode(errors='replace'))}")
    return (done.stdout or b"").decode()


def fault_in(said: str) -> str:
    """The last line of a complaint that is no detail: details quote rows, and so names."""
    lines = [line for line in said.splitlines() if line.strip() and not line.lstrip().startswith(QUOTING)]
    return lines[-1] if lines else "failed"


def sync(file: Path) -> None:
    """Have the disk keep the file before its name counts."""
    with file.open("rb") as opened:
        os.fsync(opened.fileno())
