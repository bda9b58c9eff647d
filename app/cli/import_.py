"""import."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import click

from app.actions.import_open_data import Imported, import_rows
from app.cli.running import now, run
from app.domain.errors import Unknown, Unusable
from app.domain.open_data import OpenRow, read_table
from app.domain.open_series import Doubt
from app.settings import Settings
from app.storage.organisations import organisation_by_slug

STEP = 50


class Progress(Protocol):
    """How far the work has got."""

    def update(self, n_steps: int) -> None:
        """So many rows more."""


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--organisation", metavar="SLUG", help="主催者の列がない行の団体")
def import_(file: Path, organisation: str | None) -> None:
    """オープンデータの表（子ども食堂一覧・イベント一覧）を、定例として取り込む."""
    try:
        rows = read_table(file.read_bytes())
    except Unusable as fault:
        raise click.UsageError(f"{file}: {fault}") from fault

    async def work(settings: Settings) -> Imported:
        found = await organisation_by_slug(organisation) if organisation else None
        if organisation and found is None:
            raise Unknown(f"団体 {organisation} は見つかりません。")
        moment = now()
        with progress(rows) as shown:
            return await import_rows(
                rows,
                now=moment,
                today=moment.astimezone(settings.timezone).date(),
                zone=settings.timezone,
                organisation_id=found.id if found else None,
                after_row=lambda: shown.update(1),
            )

    click.echo(report(run(work)))


class Lines:
    """Progress where nothing can be drawn over: a line now and then."""

    def __init__(self, total: int) -> None:
        """Of so many rows."""
        self.total, self.done = total, 0

    def update(self, n_steps: int) -> None:
        """So many rows more."""
        self.done += n_steps
        if self.done % STEP == 0 or self.done == self.total:
            click.echo(f"{self.done}/{self.total}行", err=True)


@contextmanager
def progress(rows: tuple[OpenRow, ...]) -> Iterator[Progress]:
    """How far it has got, on stderr: a bar on a terminal, else a line now and then."""
    if not sys.stderr.isatty():
        yield Lines(len(rows))
        return
    with click.progressbar(length=len(rows), label="取り込み", file=sys.stderr) as bar:
        yield bar


def report(done: Imported) -> str:
    """What was made, and every row that an organiser should look at."""
    lines = [
        f"定例 {done.series}件（団体 {done.organisations}・会場 {done.venues}が新しい）、更新 {done.updated}件、前からある行 {done.there}件"
    ]
    if done.doubts:
        lines.append(f"確かめたい行 {len(done.doubts)}件：")
    return "\n".join([*lines, *(doubt_lines(doubt) for doubt in done.doubts)])


def doubt_lines(doubt: Doubt) -> str:
    """A row, its words, and what is missing."""
    asked = [f"    {text}" for text in doubt.missing]
    return "\n".join([f"  {doubt.row}行目 {doubt.title}「{doubt.words}」", *asked])
