"""Load a folder of seed files."""

import asyncio
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from app.domain.seed_format import SeedFile
from app.domain.seed_reading import SeedError, read_seed_file
from app.storage.seed_rows import Setting
from app.storage.seeding import Added, add_seed_file
from app.storage.transactions import write
from app.storage.versions import touch


class SeedReport(Struct, frozen=True):
    """How many files were read and what was new in them."""

    files: int
    added: Added


async def seed(folder: Path, now: datetime, today: date) -> SeedReport:
    """Add what the YAML files of a folder hold and the store does not, one write a file.

    Safe to repeat: what is there is left as it is. All files are read before the first write. Raises SeedError where
    the folder or a file cannot be read, naming the file and the field.
    """
    files = await asyncio.to_thread(read_folder, folder)
    added = Added()
    for each in files:
        added += await add_file(each, Setting(each.municipality, now, today))
    return SeedReport(len(files), added)


async def add_file(file: SeedFile, setting: Setting) -> Added:
    """Add what is missing of one file, all or nothing."""

    async def work() -> Added:
        added = await add_seed_file(file, setting)
        if added.anything:
            await touch("programme", setting.now)
        return added

    return await write(work)


def read_folder(folder: Path) -> tuple[SeedFile, ...]:
    """The seed files right in a folder, by name. Raises SeedError where there are none or one cannot be read."""
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise SeedError(f"{folder}: no seed files here")
    return tuple(read_seed_file(path.read_bytes(), path.name) for path in paths)
