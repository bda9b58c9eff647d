"""Bringing the schema up to date: all steps that are missing, in one transaction, or none."""

import contextlib
import importlib.util
import io
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from types import ModuleType

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.apps.migrations.tables import Migration
from piccolo.engine import engine_finder

from app.storage.piccolo_app import APP_NAME, MIGRATIONS
from app.storage.transactions import write


class NewerSchema(Exception):
    """The database was written by a newer Hidamari than this one."""


async def migrate(folder: Path = MIGRATIONS) -> tuple[str, ...]:
    """Run what is missing, in order; their ids. Nothing is changed if a step fails or NewerSchema is raised."""
    steps = load_steps(folder)

    async def work() -> tuple[str, ...]:
        await Migration.create_table(if_not_exists=True)
        missing = await missing_steps(steps)
        for step in missing:
            await run_step(step, steps[step])
        return missing

    return await write(work)


async def pending(folder: Path = MIGRATIONS) -> tuple[str, ...]:
    """Ids of the steps that have not run yet. Raises NewerSchema. Changes nothing."""
    steps = load_steps(folder)
    if not await Migration.table_exists():
        return tuple(steps)
    return await missing_steps(steps)


def load_steps(folder: Path) -> dict[str, ModuleType]:
    """The migration files of a folder by id, in order."""
    modules = [load_file(path) for path in sorted(folder.glob("*.py")) if path.name != "__init__.py"]
    return {module.ID: module for module in sorted(modules, key=lambda module: str(module.ID))}


def load_file(path: Path) -> ModuleType:
    """A Python file as a module, without putting its folder on the import path."""
    spec = importlib.util.spec_from_file_location(f"hidamari_migration_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


async def missing_steps(steps: dict[str, ModuleType]) -> tuple[str, ...]:
    """Ids that have not run yet. Raises NewerSchema if one has run that is not known here."""
    done = set(await Migration.get_migrations_which_ran(app_name=APP_NAME))
    if unknown := sorted(done - set(steps)):
        raise NewerSchema(
            f"このデータベースは、より新しい版の Hidamari で作られています（{unknown[-1]}）。"
            "プログラムを新しくしてから、もう一度お試しください。"
        )
    return tuple(step for step in steps if step not in done)


async def run_step(step: str, module: ModuleType) -> None:
    """Run one migration and note it down, inside the transaction that is under way."""
    manager = await module.forwards()
    if isinstance(manager, MigrationManager):
        # Piccolo prints its progress; a command line of ours says so itself.
        with contextlib.redirect_stdout(io.StringIO()):
            await manager.run()
    await Migration.insert(Migration(name=step, app_name=APP_NAME))


def by_statements(
    step: str, description: str, statements: Sequence[str]
) -> Callable[[], Awaitable[MigrationManager]]:
    """The `forwards` of a migration file: its statements in their order, in the transaction that the runner holds."""

    async def change() -> None:
        engine = engine_finder()
        if engine is None:
            raise RuntimeError("no database is configured")
        for statement in statements:
            await engine.run_ddl(statement.strip())

    async def forwards() -> MigrationManager:
        manager = MigrationManager(migration_id=step, app_name=APP_NAME, description=description)
        manager.add_raw(change)
        return manager

    return forwards
