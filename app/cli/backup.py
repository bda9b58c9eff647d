"""backup and restore."""

from pathlib import Path

import click

from app.actions.tidy import tidy
from app.cli.running import now, run
from app.settings import Settings, from_environment
from app.storage.backups import back_up, back_up_dated
from app.storage.backups import restore as put_back
from app.storage.migrating import migrate


@click.command()
@click.argument("target", type=click.Path(path_type=Path))
@click.option(
    "--keep",
    type=click.IntRange(1, 1000),
    metavar="N",
    help="TARGET をフォルダーとし、新しいものから N 個を残す",
)
def backup(target: Path, keep: int | None) -> None:
    """動かしたまま、控えをとる."""
    address = from_environment().database
    if keep is None:
        if target.is_dir():
            raise click.UsageError(f"{target} はフォルダーです。--keep を付けてください。")
        back_up(address, target)
    else:
        target = back_up_dated(address, target, keep, now())
    click.echo(f"{target} に控えをとりました。")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    """控えを元にもどす。もどしたあと、忘れるべき名前を忘れる."""
    put_back(from_environment().database, file)
    run(bring_up, migrated=False)
    click.echo(f"{file} からもどしました。")


async def bring_up(settings: Settings) -> None:
    """What was overdue when the backup was made, or became so since, happens before anybody is served."""
    await migrate()
    await tidy(now(), settings.timezone)
