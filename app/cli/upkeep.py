"""migrate, seed, tidy, check."""

from pathlib import Path

import click

from app.actions.seed import seed as load
from app.actions.tidy import tidy as tidy_up
from app.cli.running import now, run
from app.settings import ROOT, Settings
from app.storage.checks import Finding, findings
from app.storage.migrating import migrate as migrate_schema

# How many, what, which and what to do.
TOLD = """{0.count:>4}件  {0.what}
        {1}{2}
        {0.advice}"""


class Unsound(Exception):
    """The store does not agree with itself."""


@click.command()
def migrate() -> None:
    """データベースを最新の形にする."""

    async def work(_: Settings) -> tuple[str, ...]:
        return await migrate_schema()

    done = run(work, migrated=False)
    click.echo(f"{len(done)}件の変更をしました。" if done else "データベースは最新です。")


@click.command()
@click.argument(
    "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=ROOT / "seeds"
)
def seed(folder: Path) -> None:
    """フォルダーの種データを読みこむ（何度でも同じ結果）."""

    async def work(settings: Settings) -> int:
        moment = now()
        return (await load(folder, moment, moment.astimezone(settings.timezone).date())).files

    click.echo(f"{run(work)}個のファイルを読みました。")


@click.command()
def tidy() -> None:
    """予定をのばし、名前を忘れ、お知らせを送る."""

    async def work(settings: Settings) -> None:
        await tidy_up(now(), settings.timezone)

    run(work)
    click.echo("片づけました。")


@click.command()
def check() -> None:
    """保存されたものに食いちがいがないか調べる."""

    async def work(_: Settings) -> tuple[Finding, ...]:
        return await findings()

    if found := run(work):
        for each in found:
            click.echo(TOLD.format(each, " ".join(each.ids), "" if each.count == len(each.ids) else " …"))
        raise Unsound(f"{len(found)}種類の食いちがいがありました。何も変えていません。")
    click.echo("問題はありません。")
