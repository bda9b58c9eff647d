import asyncio
from pathlib import Path

import pytest
from piccolo.apps.migrations.tables import Migration

from app.storage.engine import DB, opened, rows
from app.storage.migrating import NewerSchema, load_steps, migrate
from app.storage.piccolo_app import MIGRATIONS
from app.storage.tables import TABLES
from tests.rig.databases import Database
from tests.rig.postgresql import Server

STEP = """
from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

ID = "{id}"

async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="hidamari", description="")

    async def run():
        await engine_finder().run_ddl("CREATE TABLE step_{number} (id INTEGER PRIMARY KEY)")
        {then}

    manager.add_raw(run)
    return manager
"""


def add_step(folder: Path, number: int, then: str = "pass") -> str:
    step = f"2026-01-0{number}T00:00:00:000000"
    (folder / f"step_{number}.py").write_text(STEP.format(id=step, number=number, then=then))
    return step


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/empty.sqlite"
    server: Server = request.getfixturevalue("postgresql")
    name = f"empty_{tmp_path.name.replace('-', '_')}".lower()[:60]
    asyncio.run(server.run(f'CREATE DATABASE "{name}"'))
    return server.address(name)


async def test_every_step_runs_once_in_order(empty_address: str, tmp_path: Path) -> None:
    later, first = add_step(tmp_path, 2), add_step(tmp_path, 1)
    async with opened(empty_address):
        assert [await migrate(tmp_path), await migrate(tmp_path)] == [(first, later), ()]
        last = add_step(tmp_path, 3)
        assert await migrate(tmp_path) == (last,)


async def test_a_step_that_fails_leaves_the_old_schema(empty_address: str, tmp_path: Path) -> None:
    add_step(tmp_path, 1)
    add_step(tmp_path, 2, then="raise RuntimeError('on purpose')")
    async with opened(empty_address):
        with pytest.raises(RuntimeError, match="on purpose"):
            await migrate(tmp_path)
        assert not await Migration.table_exists()
        add_step(tmp_path, 2)
        assert len(await migrate(tmp_path)) == 2


async def test_a_newer_database_is_left_alone(empty_address: str, tmp_path: Path) -> None:
    add_step(tmp_path, 1)
    newer = add_step(tmp_path, 2)
    async with opened(empty_address):
        await migrate(tmp_path)
        (tmp_path / "step_2.py").unlink()
        with pytest.raises(NewerSchema, match=newer):
            await migrate(tmp_path)


async def test_every_table_of_the_code_is_in_the_schema_with_its_columns(database: Database) -> None:
    for table in TABLES:
        row = {column._meta.db_column_name for column in table._meta.columns}
        assert (table, await columns_of(table._meta.tablename)) == (table, row)


async def columns_of(table: str) -> set[str]:
    if DB.engine_type == "sqlite":
        return {row["name"] for row in await rows(f"PRAGMA table_info({table})")}
    found = await rows("SELECT column_name FROM information_schema.columns WHERE table_name = {}", table)
    return {row["column_name"] for row in found}


def test_migrations_are_numbered_in_the_order_they_run() -> None:
    steps = list(load_steps(MIGRATIONS).values())
    assert [Path(str(step.__file__)).name for step in steps] == sorted(
        path.name for path in MIGRATIONS.glob("*.py") if path.name != "__init__.py"
    )
