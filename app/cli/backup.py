"""backup and restore."""

from pathlib import Path

import click

from app.actions.count_on import count_on
from app.actions.tidy import tidy
from app.cli.running import now, run
from app.settings import Settings, from_environment
from app.storage.backups import back_up, back_up_dated
from app.storage.backups import restore as put_back
from app.storage.migrating import migrate
from app.storage.session_rows import highest_sequence


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
    above = handed_out()
    put_back(from_environment().database, file)
    run(lambda settings: bring_up(settings, above), migrated=False)
    click.echo(f"{file} からもどしました。")


def handed_out() -> int:
    """The highest SEQUENCE of the store that is to be replaced; 0 where there is none, or none that can be read."""
    try:
        return run(lambda _: highest_sequence(), migrated=False)
    except Exception:
        # A store that is broken is what a copy is put back for.
        return 0


async def bring_up(settings: Settings, above: int) -> None:
    """What was overdue when the backup was made, or became so since, happens before anybody is served."""
    await migrate()
    await count_on(now(), above)
    await tidy(now(), settings.timezone)
