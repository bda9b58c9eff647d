"""A disk that keeps only what was synced: every write, sync and acknowledgement in order, and what a power cut leaves of it.

SQLite runs on a VFS that writes everything down. A power cut at any point then keeps what was synced by then; of what
was written since, each sector of 512 bytes is there or not, as chance will have it. Such a VFS has no shared memory, so
the file is opened by one connection for itself; otherwise pragmas, statements and code are those of the house.
"""

import random
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import apsw
from msgspec import Struct

SECTOR = 512
DATABASE, LOG = "power.sqlite", "power.sqlite-wal"


class Written(Struct, frozen=True):
    """Bytes at a place of a file."""

    file: str
    place: int
    data: bytes


class Cut(Struct, frozen=True):
    """A file made shorter."""

    file: str
    size: int


class Synced(Struct, frozen=True):
    """A file that the disk has now."""

    file: str


class Acknowledged(Struct, frozen=True):
    """What somebody was told."""

    what: tuple[str, str]


Step = Written | Cut | Synced | Acknowledged


class Disk:
    """What happened, in order."""

    def __init__(self, folder: Path, before: bytes) -> None:
        """A folder with one database that has been safe for long."""
        self.folder = folder
        self.before = before
        self.steps: list[Step] = []
        (folder / DATABASE).write_bytes(before)

    def acknowledge(self, kind: str, what: object) -> None:
        """Note that somebody was told."""
        self.steps.append(Acknowledged((kind, str(what))))

    def after_cuts(
        self, places: Iterable[int], chance: random.Random
    ) -> Iterator[tuple[dict[str, bytes], set[tuple[str, str]]]]:
        """For a power cut behind each of some steps: what is left of the files, and what had been told by then."""
        left, told, done = Left(self.before), set[tuple[str, str]](), 0
        for place in sorted(places):
            for step in self.steps[done:place]:
                if isinstance(step, Acknowledged):
                    told.add(step.what)
                else:
                    left.take(step)
            done = place
            yield left.files(chance), set(told)


class Left:
    """The files as the disk surely has them, and what it may have besides."""

    def __init__(self, before: bytes) -> None:
        self.sure = {DATABASE: bytearray(before), LOG: bytearray()}
        self.unsure: dict[str, list[Written | Cut]] = {DATABASE: [], LOG: []}

    def take(self, step: Written | Cut | Synced) -> None:
        """One more step."""
        if not isinstance(step, Synced):
            self.unsure[step.file].append(step)
            return
        for each in self.unsure[step.file]:
            change(self.sure[step.file], each)
        self.unsure[step.file] = []

    def files(self, chance: random.Random) -> dict[str, bytes]:
        """What a power cut leaves."""
        found = {}
        for name, sure in self.sure.items():
            file = bytearray(sure)
            for step in self.unsure[name]:
                for sector in sectors(step):
                    if chance.random() < 0.5:
                        change(file, sector)
            found[name] = bytes(file)
        return found


def sectors(step: Written | Cut) -> list[Written | Cut]:
    """A step in parts of which each may get lost."""
    if isinstance(step, Cut):
        return [step]
    return [
        Written(step.file, step.place + first, step.data[first : first + SECTOR])
        for first in range(0, len(step.data), SECTOR)
    ]


def change(file: bytearray, step: Written | Cut) -> None:
    """Do a step to the bytes of a file."""
    if isinstance(step, Cut):
        del file[step.size :]
        return
    file.extend(bytes(max(0, step.place - len(file))))
    file[step.place : step.place + len(step.data)] = step.data


class NotingVFS(apsw.VFS):
    """The files of a disk."""

    def __init__(self, name: str, disk: Disk) -> None:
        self.disk = disk
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: list[int]) -> "NotingFile":  # noqa: N802 -- SQLite's name
        """A file whose steps are noted, if it is one of the disk."""
        return NotingFile(self.disk, name, flags)


class NotingFile(apsw.VFSFile):
    """A file whose steps are noted."""

    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        self.disk = disk
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self.file = Path(path).name if path else ""
        super().__init__("", name, flags)

    def note(self, step: Step) -> None:
        if self.file in {DATABASE, LOG}:
            self.disk.steps.append(step)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        super().xWrite(data, offset)
        self.note(Written(self.file, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        super().xTruncate(newsize)
        self.note(Cut(self.file, newsize))

    def xSync(self, flags: int) -> None:  # noqa: N802
        super().xSync(flags)
        self.note(Synced(self.file))


class Answered:
    """The rows of a statement, as `sqlite3` gives them."""

    def __init__(self, cursor: Any) -> None:
        try:
            columns = cursor.getdescription()
        except apsw.ExecutionCompleteError:
            self.description, self._rows = None, []
            return
        self.description = columns
        kinds = [(kind or "").split("(")[0].split(" ")[0].upper() for _, kind in columns]
        self._rows = [
            tuple(converted(value, kind) for value, kind in zip(row, kinds, strict=True)) for row in cursor
        ]

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All of them."""
        return self._rows


def converted(value: Any, kind: str) -> Any:
    """A value as the converter of its column has it."""
    convert = sqlite3.converters.get(kind)
    if value is None or convert is None:
        return value
    return convert(value if isinstance(value, bytes) else str(value).encode())


class NotingConnection:
    """What `open_connection` gives, on a noting disk."""

    def __init__(self, path: str, vfs: str, pragmas: Iterable[str]) -> None:
        self._connection = apsw.Connection(path, vfs=vfs)
        for pragma in ("locking_mode = EXCLUSIVE", *pragmas):
            self.execute(f"PRAGMA {pragma}")

    def execute(self, statement: str, arguments: Iterable[Any] = ()) -> Answered:
        """One statement."""
        adapted = tuple(sqlite3.adapt(value, sqlite3.PrepareProtocol, value) for value in arguments)
        return Answered(self._connection.cursor().execute(statement, adapted))

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return bool(self._connection.in_transaction)

    def close(self) -> None:
        """Close it."""
        self._connection.close()


def opening(disk: Disk, pragmas: Iterable[str]) -> Callable[[str], NotingConnection]:
    """What to open connections with while this disk is in use."""
    name = f"noting-{id(disk)}"
    vfs = NotingVFS(name, disk)

    def open_connection(path: str) -> NotingConnection:
        assert vfs is not None
        return NotingConnection(path, name, pragmas)

    return open_connection
